import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { DependencyReader } from '../../registry/catalog/dependency-types.ts';
import type { Planner, Previewer, VersionComparer } from '../../registry/catalog/types.ts';
import type { ValuesChecker } from '../../registry/catalog/values-check-types.ts';
import { lockNotFound, sourceNotFound } from '../../registry/errors.ts';
import type { UiParameter } from '../../schemas/form.ts';
import type { Plan } from '../../schemas/resolution.ts';
import type { RuleDocument } from '../../schemas/rest.ts';
import type { SourceRun } from '../../schemas/source-run.ts';
import type { StoreHealth } from '../../schemas/store-health.ts';
import type { VersionDiff } from '../../schemas/version-diff.ts';
import type { StateEvent } from '../../schemas/version-state.ts';
import { createApi } from '../../server/api/create-api.ts';
import { toAtom } from '../../server/api/feed/to-atom.ts';
import { createPreviewRoutes } from '../../server/api/preview-routes.ts';
import { createLiveStream } from '../../server/http/live-stream.ts';
import { createSite } from '../../server/site/create-site.ts';
import type { SiteDependencies } from '../../server/site/site-dependencies.ts';
import { createFixtureCatalog, createFixtureEvaluations, type FixtureCatalogOptions } from './fixture-catalog.ts';
import { createFixtureDefinitions, type FixtureDefinition } from './fixture-definitions.ts';
import { createFixtureForms, createFixturePreviewer } from './fixture-previewer.ts';
import { createFixtureSearcher } from './fixture-searcher.ts';

export interface FixtureSiteOptions extends FixtureCatalogOptions {
  /** What any two versions differ in; default: nothing. */
  readonly diff?: VersionDiff;
  readonly definitions?: readonly FixtureDefinition[];
  readonly rules?: readonly RuleDocument[];
  /** UI schema of every addon. */
  readonly ui?: readonly UiParameter[];
  /** Default: puts the parameters into an Application. */
  readonly previewer?: Previewer;
  /** Default: no limit. */
  readonly renderings?: SiteDependencies['renderings'];
  /** Default: a plan of nothing. */
  readonly planner?: Planner;
  /** Default: all values are valid. */
  readonly values?: ValuesChecker;
  /** Default: nobody needs anything. */
  readonly dependencies?: DependencyReader;
  /** Default: no lock is kept, and none is taken. */
  readonly locks?: SiteDependencies['locks'];
  /** Default: no icon was fetched. */
  readonly icons?: SiteDependencies['icons'];
  /** Default: true. */
  readonly openLocks?: boolean;
  /** What was said of states, of every addon alike. */
  readonly events?: readonly StateEvent[];
  /** What the last runs of each source did. */
  readonly runs?: ReadonlyMap<string, readonly SourceRun[]>;
  /** Default: false. */
  readonly evaluating?: boolean;
  /** Default: false. */
  readonly gallery?: boolean;
  /** Default: it takes writes. */
  readonly storeHealth?: StoreHealth;
  /** Default: nobody can prove to be the administrator. */
  readonly operator?: SiteDependencies['operator'];
  /** Path below which the pages stand, as behind a proxy that takes it off. */
  readonly basePath?: string;
}

/** The pages over a made-up catalogue, on a port of their own. */
export interface FixtureSite {
  /** Address of the server itself; pages stand right below it. */
  readonly url: string;
  /** What was reported as a bug. */
  readonly bugs: readonly unknown[];
  close(): Promise<void>;
}

/** A rule with both examples. */
export const fixtureRule: RuleDocument = {
  id: 'metadata/unknown-key',
  severity: 'warning',
  title: 'metadata.yaml has a key that KubeVela does not know',
  reason: 'The client drops it without a word, so what the author meant does not happen.',
  wrong: [{ file: 'metadata.yaml', text: 'name: example\nversion: 1.0.0\nneedNamepace:\n  - example\n' }],
  right: [
    { file: 'metadata.yaml', text: 'name: example\nversion: 1.0.0\nneedNamespace:\n  - example\n' },
    { file: 'Chart.yaml' },
  ],
};

/** Two versions that differ in nothing. */
const fixtureDiff: VersionDiff = {
  from: { name: '', version: '', treeDigest: 'sha256:1' },
  to: { name: '', version: '', treeDigest: 'sha256:1' },
  for: '1.10',
  verdict: { breaking: false, reasons: [], required: 'none', actual: 'none', adequate: true },
  parameters: [],
  definitions: [],
  dependencies: [],
  requirements: [],
  objects: [],
  effects: [],
  files: [],
  findings: [],
  cut: [],
};

function createFixtureComparer(diff: VersionDiff): VersionComparer {
  return {
    async compareVersions({ catalog, addon, from, to, line = '1.10' }) {
      const side = (of: VersionDiff['from'], version: string) => ({ ...of, catalog, name: addon, version });
      return { ...diff, from: side(diff.from, from), to: side(diff.to, to), for: line };
    },
  };
}

function createFixtureChecker(): ValuesChecker {
  return {
    async checkValues({ from, to, line = '1.10' }) {
      const head = { to, for: line, ...(from === undefined ? {} : { from }) };
      return { ...head, valid: true, findings: [], issues: [], objects: [], cut: false };
    },
  };
}

const emptyPlan: Plan = {
  members: [],
  cycles: [],
  notices: [],
  commands: { registry: [], registries: {}, enable: [] },
};

const noDependencies: DependencyReader = {
  async getDependencyGraph({ catalog, addon: name, version, direction = 'dependencies' }) {
    const node = { id: name, kind: 'addon', name, catalog, version, state: 'asked', depth: 0 } as const;
    return { catalog, name, version, direction, nodes: [node], edges: [], total: 1, deepest: 0, notices: [] };
  },
  listDependents: async () => [],
};

const refuse = async () => {
  throw lockNotFound('');
};
const noLocks: SiteDependencies['locks'] = {
  getLock: refuse,
  findMemberState: refuse,
  writeLock: refuse,
  keepLock: refuse,
};

const noIcons: SiteDependencies['icons'] = {
  generation: 0,
  findIconName: () => undefined,
  findIcon: async () => undefined,
};

/** Starts the pages on a free port of loopback. */
export async function startFixtureSite(options: FixtureSiteOptions): Promise<FixtureSite> {
  const { rules = [fixtureRule], basePath = '', planner = { resolve: async () => emptyPlan } } = options;
  const bugs: unknown[] = [];
  const evaluations = createFixtureEvaluations(options);
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has no other kind of address
  const url = `http://127.0.0.1:${port}`;
  const publicUrl = `${url}${basePath}`;
  app.disable('x-powered-by').disable('etag');
  const reader = createFixtureCatalog({ publicUrl, ...options });
  const sources = await reader.listSources();
  const live = createLiveStream({
    read: (id) => {
      const source = sources.find((each) => each.id === id);
      return source === undefined
        ? undefined
        : { event: 'source', data: { ...source, findings: source.findings.length } };
    },
    onBug: (error) => bugs.push(error),
  });
  for (const { id } of sources) live.touch(id);
  app.get('/api/v1/events', (request, response) => live.serve(request, response));
  const searcher = createFixtureSearcher({ versions: options.versions, definitions: options.definitions ?? [] });
  // The script of the search field asks the interface, which is no part of the pages.
  app.get('/api/v1/search', async ({ query }, response) => {
    const { catalog, limit } = query;
    response.json(
      await searcher.search({
        q: String(query['q'] ?? ''),
        limit: Number(limit ?? 10),
        ...(typeof catalog === 'string' ? { catalog } : {}),
      }),
    );
  });
  const forms = createFixtureForms(evaluations, options.ui);
  const previewer = options.previewer ?? createFixturePreviewer();
  const renderings = options.renderings ?? { admit: () => undefined };
  // The script of the form talks to the interface for programs.
  const routes = createPreviewRoutes(
    { forms, previewer, renderings },
    '/catalogs/{catalog}/addons/{addon}/versions/{version}',
  );
  const onBug = (error: unknown) => bugs.push(error);
  app.use('/api/v1', createApi({ routes, version: '0.1.0', url: `${publicUrl}/api/v1`, adminTokens: [], onBug }));
  app.get('/feed.atom', (_request, response) => {
    const absolute = (path: string) => `${publicUrl}${path}`;
    const feed = toAtom({ catalog: undefined, addon: undefined, changes: [], language: 'en', absolute });
    response.type('application/atom+xml').send(feed);
  });
  app.use(
    createSite({
      reader,
      evaluations,
      forms,
      previewer,
      renderings,
      definitions: createFixtureDefinitions(options.definitions ?? []),
      searcher,
      comparer: createFixtureComparer(options.diff ?? fixtureDiff),
      states: {
        listStateHistory: async () => ({ items: [...(options.events ?? [])], total: options.events?.length ?? 0 }),
      },
      lines: ['1.9', '1.10', '1.11'],
      planner,
      dependencies: options.dependencies ?? noDependencies,
      values: options.values ?? createFixtureChecker(),
      locks: options.locks ?? noLocks,
      openLocks: options.openLocks ?? true,
      icons: options.icons ?? noIcons,
      rules,
      address: { basePath, absolute: (path) => `${publicUrl}${path}` },
      version: '0.1.0',
      runs: {
        listRuns(id) {
          if (!sources.some((source) => source.id === id)) throw sourceNotFound(id);
          return options.runs?.get(id) ?? [];
        },
      },
      isEvaluating: () => options.evaluating ?? false,
      storeHealth: () => options.storeHealth ?? { writable: true },
      gallery: options.gallery ?? false,
      ...(options.operator === undefined ? {} : { operator: options.operator }),
      generation: () => '1',
      onBug: (error) => bugs.push(error),
    }),
  );
  return {
    url,
    bugs,
    async close() {
      live.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
