// The import table of docs/ARCHITECTURE.md section 3, as rules. `from` may import only what `to` names.
const pureRooms = ['version', 'state', 'addon', 'definition', 'render', 'evaluation', 'resolve'];
const product = '^(schemas|registry|server|cli|web)/';
const notTest = { pathNot: '\\.test\\.tsx?$|(^|/)test-support/' };

const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, ...notTest },
  to: { pathNot: to },
});

const npm = (...names) => names.map((name) => `^node_modules/(@types/)?${name}/`);

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency',
      severity: 'error',
      from: { path: product, ...notTest },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'product-not-from-test',
      severity: 'error',
      from: { path: product, ...notTest },
      to: { path: '^(test|scripts)/' },
    },
    only(
      'schemas-only-typebox',
      '^schemas/',
      ['^schemas/', ...npm('typebox')],
      'schemas import typebox and schemas only',
    ),
    only(
      'registry-roots',
      '^registry/(errors|findings|digest|nearest-word|bounded-cache|canonical-json)\\.ts$',
      ['^schemas/', '^crypto$', '^registry/(errors|findings|digest|nearest-word|bounded-cache|canonical-json)\\.ts$'],
      'errors, findings and digest stand at the bottom',
    ),
    only(
      'located-yaml',
      '^registry/located-yaml/',
      ['^schemas/', '^registry/nearest-word\\.ts$', '^registry/located-yaml/', ...npm('ajv', 'yaml')],
      'YAML that people write, with the place of every fault: it stands below the pure rooms',
    ),
    ...pureRooms.map((room, index) =>
      only(
        `pure-${room}`,
        `^registry/${room}/`,
        [
          '^schemas/',
          '^registry/(errors|findings|digest|nearest-word|bounded-cache|canonical-json)\\.ts$',
          '^registry/located-yaml/',
          ...pureRooms.slice(0, index + 1).map((lower) => `^registry/${lower}/`),
          '^registry/engine/types\\.ts$',
          ...npm('typebox', 'ajv', 'ajv-formats', 'yaml', 'fflate'),
          // HashiCorp's parser as WebAssembly: text in, JSON out.
          ...(room === 'definition' ? npm('@cdktn/hcl2json') : []),
          '^zlib$',
        ],
        'the pure layer knows schemas, the layers below it and pure libraries; zlib only decodes',
      ),
    ),
    only(
      'engine-hosting',
      '^registry/engine/',
      [
        '^schemas/',
        '^registry/(errors|digest|bounded-cache|canonical-json)\\.ts$',
        '^registry/engine/',
        '^(child_process|crypto|fs|fs/promises|os|path|url|worker_threads|zlib)$',
      ],
      'the hosting of engines knows nothing of addons',
    ),
    only(
      'icons',
      '^registry/icons/[^/]+\\.ts$',
      ['^schemas/', '^registry/(digest|bounded-cache)\\.ts$', '^registry/icons/[^/]+\\.ts$', '^net$', ...npm('saxes')],
      'what makes pictures of strangers safe fetches and stores nothing',
    ),
    {
      name: 'ports-are-types',
      severity: 'error',
      from: { path: '^registry/[^/]+/types\\.ts$' },
      to: { path: '^(registry|server|cli|web)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'adapters-stand-alone',
      severity: 'error',
      from: { path: '^registry/(sources|storage|search|icons)/([^/]+)/', ...notTest },
      to: {
        path: [
          '^registry/(sources|storage|search)/[^/]+/',
          '^registry/(catalog|publish|ingest|jobs)/',
          '^(server|cli|web)/',
        ],
        pathNot: ['^registry/$1/$2/', '^registry/search/(text|matching)/'],
      },
    },
    only(
      'sqlite-drivers',
      '^registry/sqlite/',
      ['^registry/(sqlite/|errors\\.ts$)', ...npm('kysely', 'better-sqlite3')],
      'the builds of SQLite know nothing of what is kept in them',
    ),
    only(
      'search-text',
      '^registry/search/text/',
      ['^schemas/', '^registry/nearest-word\\.ts$', '^registry/search/(text/|types\\.ts$)'],
      'how texts become words knows no index',
    ),
    only(
      'search-matching',
      '^registry/search/matching/',
      ['^schemas/', '^registry/search/(text/|matching/|types\\.ts$)'],
      'how documents are matched and ordered knows no adapter',
    ),
    {
      name: 'use-cases-know-ports',
      severity: 'error',
      from: { path: '^registry/(catalog|publish|ingest|jobs)/', ...notTest },
      to: { path: ['^registry/(sources|storage|search|engine)/(?!types\\.ts$|text/)', '^(server|cli|web)/'] },
    },
    {
      name: 'registry-not-delivery',
      severity: 'error',
      from: { path: '^registry/', ...notTest },
      to: { path: '^(server|cli|web)/' },
    },
    only(
      'server-http',
      '^server/http/',
      [
        '^server/http/',
        '^schemas/',
        '^registry/errors\\.ts$',
        '^(http|crypto|stream|zlib|url|util|net|stream/promises)$',
        ...npm('express', 'pino', 'typebox', 'ajv', 'prom-client', 'serve-static', 'express-serve-static-core'),
      ],
      'server/http knows no use case',
    ),
    {
      name: 'server-surfaces',
      severity: 'error',
      from: { path: '^server/(api|definitions|helm|oci|hooks|site)/', ...notTest },
      to: {
        path: [
          '^server/(api|definitions|helm|oci|hooks|site)/',
          '^registry/(sources|storage|search)/[^/]+/',
          '^registry/engine/(?!types\\.ts$)',
          '^cli/',
        ],
        pathNot: '^server/$1/',
      },
    },
    {
      name: 'web-only-through-site',
      severity: 'error',
      from: { path: '^server/(?!site/|compose\\.ts)', ...notTest },
      to: { path: '^web/' },
    },
    {
      name: 'site-pages-only',
      severity: 'error',
      from: { path: '^server/site/', ...notTest },
      to: { path: '^web/(?!pages/|strings/|context/)' },
    },
    only(
      'web',
      '^web/',
      ['^web/', '^schemas/', ...npm('preact', 'preact-render-to-string')],
      'web knows schemas and preact',
    ),
    {
      name: 'cli-nouns',
      severity: 'error',
      from: { path: '^cli/[^/]+/', ...notTest },
      to: {
        path: ['^(server|web)/', '^registry/(sources|storage|search)/[^/]+/', '^registry/engine/(?!types\\.ts$)'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/' },
    preserveSymlinks: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
