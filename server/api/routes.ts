import { Type } from 'typebox';
import type { AddressedVersion } from '../../registry/catalog/create-seal-check.ts';
import type { DefinitionReader } from '../../registry/catalog/definition-types.ts';
import type { DependencyReader } from '../../registry/catalog/dependency-types.ts';
import type {
  AddonQuery,
  BundleRenderer,
  CatalogReader,
  EvaluationReader,
  FormReader,
  Planner,
  Previewer,
  Searcher,
  SourceRuns,
  StateHistoryReader,
  VersionComparer,
} from '../../registry/catalog/types.ts';
import type { ValuesChecker } from '../../registry/catalog/values-check-types.ts';
import { RegistryError, sourceNotFound } from '../../registry/errors.ts';
import type { IngestReport } from '../../registry/ingest/types.ts';
import type { VersionStateChanger } from '../../registry/publish/types.ts';
import { definitionKindSchema } from '../../schemas/definition.ts';
import { findingSchema } from '../../schemas/finding.ts';
import { releaseLineSchema } from '../../schemas/release-line.ts';
import {
  addonDetailSchema,
  addonPageSchema,
  catalogSchema,
  type RuleDocument,
  ruleSchema,
  sourceStateSchema,
  syncReportSchema,
  type VersionDetail,
  versionDetailSchema,
} from '../../schemas/rest.ts';
import { sourceDetailSchema } from '../../schemas/source-run.ts';
import { versionStateSchema } from '../../schemas/version-state.ts';
import type { AddressLimit } from '../http/address-limit.ts';
import { createBundleRoutes } from './bundle-routes.ts';
import { createDefinitionRoutes } from './definition-routes.ts';
import { createDependencyRoutes } from './dependency-routes.ts';
import { createDiffRoutes } from './diff-routes.ts';
import { createEvaluationRoutes } from './evaluation-routes.ts';
import { createEventRoutes, type EventRoutesOptions } from './event-routes.ts';
import { createFeedRoutes, type FeedRoutesOptions } from './feed-routes.ts';
import { createLockRoutes, type LockRoutesOptions } from './lock-routes.ts';
import { mediaTypeOf, packageMediaTypes } from './media-type.ts';
import { createPreviewRoutes } from './preview-routes.ts';
import { createResolveRoute } from './resolve-route.ts';
import { json, type Route, type RouteOutput } from './route.ts';
import { createSearchRoute, searchTextSchema } from './search-route.ts';
import { createStateRoutes } from './state-routes.ts';
import { createValuesRoute } from './values-route.ts';

export interface RoutesOptions {
  readonly reader: CatalogReader;
  readonly searcher: Searcher;
  readonly evaluations: EvaluationReader;
  readonly definitions: DefinitionReader;
  readonly bundles: BundleRenderer;
  readonly forms: FormReader;
  readonly previewer: Previewer;
  /** Asked before anything is rendered for whoever wants it. */
  readonly renderings: AddressLimit;
  readonly planner: Planner;
  readonly dependencies: DependencyReader;
  readonly values: ValuesChecker;
  readonly locks: LockRoutesOptions;
  readonly comparer: VersionComparer;
  readonly states: VersionStateChanger & StateHistoryReader;
  readonly events: EventRoutesOptions;
  readonly address: FeedRoutesOptions['address'];
  readonly rules: readonly RuleDocument[];
  /** Whether versions of this source may change. */
  readonly isMutable: (source: string) => boolean;
  /** Whether what stands under this very address stays the same. */
  readonly isSealed: (address: AddressedVersion) => boolean;
  readonly runs: SourceRuns;
  readonly syncSource: (source: string) => Promise<IngestReport>;
}

const addonPath = '/catalogs/{catalog}/addons/{addon}';
const versionPath = `${addonPath}/versions/{version}`;
/** What stays the same but for its state and what it is judged to be, which may be a minute old. */
const shortLived = 'public, max-age=60, immutable';

const addonQuerySchema = Type.Object(
  {
    q: Type.Optional(searchTextSchema),
    catalog: Type.Optional(Type.String({ maxLength: 100 })),
    tag: Type.Optional(Type.String({ maxLength: 200 })),
    kind: Type.Optional(definitionKindSchema),
    definition: Type.Optional(
      Type.String({ maxLength: 200, description: 'name of a definition that the shown version brings' }),
    ),
    state: Type.Optional(versionStateSchema),
    vela: Type.Optional(
      Type.String({ maxLength: 64, description: 'a KubeVela version that must be admitted, or a line: 1.10' }),
    ),
    works: Type.Optional(releaseLineSchema),
    kubernetes: Type.Optional(
      Type.String({ maxLength: 64, description: 'a Kubernetes version that must be admitted' }),
    ),
    sort: Type.Optional(
      Type.Enum(['relevance', 'name', 'updated', 'dependents'], {
        description: 'default: relevance with words, else name',
      }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);

/** Every route of `/api/v1`, in one readable list. */
export function createRoutes(options: RoutesOptions): readonly Route[] {
  const { reader, rules, isMutable, isSealed, syncSource } = options;
  const versionOf = (path: Readonly<Record<string, string>>) =>
    reader.getVersion(path['catalog'] ?? '', path['addon'] ?? '', path['version'] ?? '');

  async function readPackageFile(path: Readonly<Record<string, string>>, file: string): Promise<RouteOutput> {
    const { catalog = '', addon = '', version = '' } = path;
    const detail = await versionOf(path);
    const bytes = await reader.readFile({ catalog, addon, version, path: file });
    return { kind: 'bytes', bytes, contentType: mediaTypeOf(file), cacheControl: cacheControlOf(path, detail) };
  }

  /** Only what stays the same under this very address is called immutable. */
  function cacheControlOf(path: Readonly<Record<string, string>>, { origin }: Pick<VersionDetail, 'origin'>): string {
    return path['version'] === 'latest' || isMutable(origin.source) ? 'no-cache' : shortLived;
  }

  return [
    {
      method: 'get',
      path: '/catalogs',
      operationId: 'listCatalogs',
      summary: 'All catalogs with their sources',
      response: Type.Object({ items: Type.Array(catalogSchema) }),
      handle: async () => json({ items: await reader.listCatalogs() }),
    },
    {
      method: 'get',
      path: '/catalogs/{catalog}',
      operationId: 'getCatalog',
      summary: 'One catalog',
      response: catalogSchema,
      handle: async ({ path }) => json(await reader.getCatalog(path['catalog'] ?? '')),
    },
    {
      method: 'get',
      path: '/addons',
      operationId: 'listAddons',
      summary: 'Addons of all catalogs, narrowed and paged',
      query: addonQuerySchema,
      response: addonPageSchema,
      handle: async ({ query }) => json(await reader.listAddons(query as AddonQuery)),
    },
    createSearchRoute(options.searcher),
    {
      method: 'get',
      path: addonPath,
      operationId: 'getAddon',
      summary: 'One addon with all versions, newest first',
      response: addonDetailSchema,
      handle: async ({ path }) => json(await reader.getAddon(path['catalog'] ?? '', path['addon'] ?? '')),
    },
    {
      method: 'get',
      path: versionPath,
      operationId: 'getVersion',
      summary: 'One version in full; `latest` is the newest stable one',
      response: versionDetailSchema,
      handle: async ({ path }) => {
        const detail = await versionOf(path);
        const pending = detail.verdicts.some(({ render }) => render === 'pending');
        return json(detail, pending ? 'no-cache' : cacheControlOf(path, detail));
      },
    },
    {
      method: 'get',
      path: `${versionPath}/readme`,
      operationId: 'getReadme',
      summary: 'The readme as the client shows it, Markdown',
      response: 'bytes',
      mediaTypes: packageMediaTypes,
      handle: async ({ path }) => {
        const { readme } = await versionOf(path);
        if (readme === undefined) throw new RegistryError('FILE_NOT_FOUND', 'the package has no readme');
        return readPackageFile(path, readme);
      },
    },
    {
      method: 'get',
      path: `${versionPath}/findings`,
      operationId: 'listFindings',
      summary: 'What is wrong or noteworthy about one version',
      response: Type.Object({ items: Type.Array(findingSchema) }),
      handle: async ({ path }) => json({ items: (await versionOf(path)).findings }),
    },
    {
      method: 'get',
      path: `${versionPath}/files/{path*}`,
      operationId: 'readFile',
      summary: 'One file of the package',
      response: 'bytes',
      mediaTypes: packageMediaTypes,
      handle: async ({ path }) => readPackageFile(path, path['path'] ?? ''),
    },
    ...createEvaluationRoutes(options.evaluations, versionPath),
    ...createBundleRoutes(
      {
        bundles: options.bundles,
        renderings: options.renderings,
        cacheControlOf: (path) => (isSealed(toAddress(path)) ? shortLived : 'no-cache'),
      },
      versionPath,
    ),
    ...createDependencyRoutes(options.dependencies, versionPath),
    ...createPreviewRoutes(options, versionPath),
    createValuesRoute(options, addonPath),
    ...createDiffRoutes(
      {
        comparer: options.comparer,
        cacheControlOf: (versions) => (versions.every(isSealed) ? shortLived : 'no-cache'),
      },
      addonPath,
    ),
    ...createDefinitionRoutes(options.definitions),
    ...createStateRoutes(options.states),
    createResolveRoute(options.planner),
    ...createLockRoutes(options.locks),
    ...createEventRoutes(options.events),
    ...createFeedRoutes({ reader, changes: options.events.changes, address: options.address }),
    {
      method: 'get',
      path: '/sources',
      operationId: 'listSources',
      summary: 'State of every source',
      response: Type.Object({ items: Type.Array(sourceStateSchema) }),
      handle: async () => json({ items: await reader.listSources() }),
    },
    {
      method: 'get',
      path: '/sources/{catalog}/{source}',
      operationId: 'getSource',
      summary: 'One source with what its last runs did',
      response: sourceDetailSchema,
      handle: async ({ path }) => {
        const id = `${path['catalog'] ?? ''}/${path['source'] ?? ''}`;
        const runs = options.runs.listRuns(id);
        const state = (await reader.listSources()).find((source) => source.id === id);
        if (state === undefined) throw sourceNotFound(id);
        return json({ ...state, runs });
      },
    },
    {
      method: 'post',
      path: '/sources/{catalog}/{source}/sync',
      operationId: 'syncSource',
      summary: 'Read a source now and answer when that is done',
      response: syncReportSchema,
      admin: true,
      handle: async ({ path }) => {
        const { message, revision, ...report } = await syncSource(`${path['catalog'] ?? ''}/${path['source'] ?? ''}`);
        return json({
          ...report,
          ...(revision === undefined ? {} : { revision }),
          ...(message === undefined ? {} : { message }),
        });
      },
    },
    {
      method: 'get',
      path: '/rules',
      operationId: 'listRules',
      summary: 'Every lint rule',
      response: Type.Object({ items: Type.Array(ruleSchema) }),
      handle: async () => json({ items: rules }),
    },
    {
      method: 'get',
      path: '/rules/{family}/{rule}',
      operationId: 'getRule',
      summary: 'One lint rule with a wrong and a right example',
      response: ruleSchema,
      handle: async ({ path }) => {
        const id = `${path['family']}/${path['rule']}`;
        const rule = rules.find((each) => each.id === id);
        if (rule === undefined) throw new RegistryError('RULE_NOT_FOUND', 'no rule has this id', { details: { id } });
        return json(rule);
      },
    },
  ];
}

function toAddress(path: Readonly<Record<string, string>>): AddressedVersion {
  const { catalog = '', addon = '', version = '' } = path;
  return { catalog, addon, version };
}
