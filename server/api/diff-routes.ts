import { Type } from 'typebox';
import type { AddressedVersion } from '../../registry/catalog/create-seal-check.ts';
import type { VersionComparer } from '../../registry/catalog/types.ts';
import { releaseLineSchema } from '../../schemas/release-line.ts';
import { versionDiffSchema } from '../../schemas/version-diff.ts';
import { json, type Route } from './route.ts';

export interface DiffRoutesOptions {
  readonly comparer: VersionComparer;
  /** What may be kept of an answer, which only lasts when both versions do. */
  readonly cacheControlOf: (versions: readonly AddressedVersion[]) => string;
}

const diffQuerySchema = Type.Object(
  {
    from: Type.String({ minLength: 1, maxLength: 256, description: 'the version that somebody has' }),
    to: Type.Optional(Type.String({ minLength: 1, maxLength: 256, description: 'default: the newest stable one' })),
    for: Type.Optional(releaseLineSchema),
  },
  { additionalProperties: false },
);

/** What changes between two versions of an addon. */
export function createDiffRoutes({ comparer, cacheControlOf }: DiffRoutesOptions, addonPath: string): readonly Route[] {
  return [
    {
      method: 'get',
      path: `${addonPath}/diff`,
      operationId: 'compareVersions',
      summary: 'What changes between two versions, what of it breaks, and how far the number has to move',
      query: diffQuerySchema,
      response: versionDiffSchema,
      handle: async ({ path, query }) => {
        const { catalog = '', addon = '' } = path;
        const { from, to = 'latest' } = query;
        const line = releaseLineSchema.enum.find((each) => each === query['for']);
        const versions = [String(from), String(to)].map((version) => ({ catalog, addon, version }));
        const diff = await comparer.compareVersions({
          catalog,
          addon,
          from: String(from),
          to: String(to),
          ...(line === undefined ? {} : { line }),
        });
        return json(diff, cacheControlOf(versions));
      },
    },
  ];
}
