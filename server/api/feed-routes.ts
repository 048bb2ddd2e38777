import { Type } from 'typebox';
import type { CatalogReader, ChangeReader, PublicAddress } from '../../registry/catalog/types.ts';
import { RegistryError } from '../../registry/errors.ts';
import { languageSchema } from '../../schemas/language.ts';
import type { AddonDetail } from '../../schemas/rest.ts';
import { toVerdictBadge, toVersionBadge, unknownBadge } from './badge/choose-badge.ts';
import { type Badge, drawBadge } from './badge/draw-badge.ts';
import { toAtom } from './feed/to-atom.ts';
import type { Route, RouteOutput } from './route.ts';

export interface FeedRoutesOptions {
  readonly reader: Pick<CatalogReader, 'getAddon'>;
  readonly changes: ChangeReader;
  readonly address: PublicAddress;
}

const entriesOfFeed = 50;
const fiveMinutes = 'public, max-age=300';

const feedQuerySchema = Type.Object(
  {
    catalog: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    addon: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'of that catalog' })),
    lang: Type.Optional(languageSchema),
  },
  { additionalProperties: false },
);

/** What readers of feeds and of readmes fetch: Atom, and badges. */
export function createFeedRoutes({ reader, changes, address }: FeedRoutesOptions): readonly Route[] {
  const absolute = (path: string) => address.absolute(path);

  async function sendBadge(
    { catalog = '', addon = '' }: Readonly<Record<string, string>>,
    choose: (addon: AddonDetail) => Badge | undefined,
  ): Promise<RouteOutput> {
    try {
      const badge = choose(await reader.getAddon(catalog, addon));
      return toImage(badge ?? unknownBadge, badge === undefined ? 404 : 200);
    } catch (error) {
      // A picture that is embedded elsewhere says that by being grey, and by its status.
      if (error instanceof RegistryError && isUnknown(error)) return toImage(unknownBadge, 404);
      throw error;
    }
  }

  return [
    {
      method: 'get',
      path: '/feed.atom',
      operationId: 'getFeed',
      summary: 'What was published, yanked, deprecated or quarantined, as an Atom feed of the newest fifty',
      query: feedQuerySchema,
      response: 'bytes',
      mediaTypes: ['application/atom+xml'],
      handle: async ({ query }) => {
        const { lang } = query;
        const catalog = toText(query['catalog']);
        const addon = toText(query['addon']);
        if (addon !== undefined && catalog === undefined) {
          const message = 'an addon is one of a catalog: give catalog too';
          throw new RegistryError('INPUT_INVALID', message, { faults: [{ pointer: '/catalog', message }] });
        }
        const page = await changes.listChanges({
          limit: entriesOfFeed,
          ...(catalog === undefined ? {} : { catalog }),
          ...(addon === undefined ? {} : { addon }),
        });
        const language = languageSchema.enum.find((each) => each === lang) ?? 'en';
        const bytes = Buffer.from(toAtom({ catalog, addon, changes: page.items, language, absolute }));
        return {
          kind: 'bytes',
          bytes,
          contentType: 'application/atom+xml; charset=utf-8',
          cacheControl: fiveMinutes,
          embeddable: true,
        };
      },
    },
    {
      method: 'get',
      path: '/badge/{catalog}/{addon}.svg',
      operationId: 'getVersionBadge',
      summary: 'The version that stands for an addon, as a picture; grey, with status 404, when there is none',
      response: 'bytes',
      mediaTypes: ['image/svg+xml'],
      bytesWhenMissing: true,
      handle: async ({ path }) => sendBadge(path, toVersionBadge),
    },
    {
      method: 'get',
      path: '/badge/{catalog}/{addon}/vela-{line}.svg',
      operationId: 'getVerdictBadge',
      summary: 'What a release line makes of the version that stands for an addon, as a picture',
      response: 'bytes',
      mediaTypes: ['image/svg+xml'],
      bytesWhenMissing: true,
      handle: async ({ path }) => sendBadge(path, (addon) => toVerdictBadge(addon, path['line'] ?? '')),
    },
  ];
}

function isUnknown({ code }: RegistryError): boolean {
  return code === 'CATALOG_NOT_FOUND' || code === 'ADDON_NOT_FOUND';
}

function toImage(badge: Badge, status: 200 | 404): RouteOutput {
  return {
    kind: 'bytes',
    bytes: Buffer.from(drawBadge(badge)),
    contentType: 'image/svg+xml; charset=utf-8',
    cacheControl: fiveMinutes,
    status,
    embeddable: true,
  };
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
