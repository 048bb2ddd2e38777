import { type PlanState, toInstalledText, toWantText } from './plan-state.ts';
import { toSourcePage } from './source-lines.ts';

/** Narrows the addon list; the same names as in the query of its URL. */
export interface AddonListState {
  readonly q?: string;
  readonly catalog?: string;
  readonly tag?: string;
  /** A kind of definition that it brings. */
  readonly kind?: string;
  /** The name of a definition that it brings. */
  readonly definition?: string;
  readonly state?: string;
  /** A release line or a version of KubeVela that must be able to enable what is listed. */
  readonly vela?: string;
  readonly kubernetes?: string;
  readonly sort?: string;
  /** `grid`; a table unless it is given. */
  readonly view?: string;
  readonly cursor?: string;
}

/** What is looked for everywhere; the same names as in the query of its URL. */
export interface SearchState {
  readonly q?: string;
  readonly catalog?: string;
  /** Only what is of this type: `addon`, `definition` or `parameter`. */
  readonly type?: string;
}

/** Narrows the list of definitions; the same names as in the query of its URL. */
export interface DefinitionListState {
  readonly q?: string;
  readonly kind?: string;
  readonly catalog?: string;
  readonly addon?: string;
  readonly cursor?: string;
}

/** Chooses one of the versions that bring a definition, and the release line that it is shown for. */
export interface DefinitionChoice {
  readonly catalog?: string;
  readonly addon?: string;
  readonly version?: string;
  readonly for?: string;
}

/** Which two versions are compared, and how; the same names as in the query of the page. */
export interface ComparisonState {
  readonly from?: string;
  readonly to?: string;
  /** A release line. */
  readonly for?: string;
  readonly view?: 'unified' | 'split';
  /** The one file whose difference is shown whole. */
  readonly file?: string;
}

/** Which part of the graph of a version is shown, and for which cluster; the same names as in the query of the page. */
export interface GraphState {
  readonly direction?: 'dependencies' | 'dependents';
  readonly depth?: number;
  readonly vela?: string;
  readonly kubernetes?: string;
}

/** Names one addon of one catalog. */
export interface AddonReference {
  readonly catalog: string;
  readonly name: string;
}

/** Names one version of one addon of one catalog. */
export interface VersionReference extends AddonReference {
  readonly version: string;
}

/** The parts of a version that have a page of their own. */
export type VersionTab =
  | 'readme'
  | 'parameters'
  | 'definitions'
  | 'effects'
  | 'dependencies'
  | 'metadata'
  | 'files'
  | 'findings'
  | 'versions';

/** Makes every address that a page may hold. All results are paths below the base path, ready for an attribute. */
export interface Links {
  /** The page at this path (`/addons`), or this page with other query parameters. */
  page(path: string, query?: Readonly<Record<string, string | undefined>>): string;
  home(): string;
  search(state?: SearchState): string;
  addons(state?: AddonListState): string;
  addon(catalog: string, name: string): string;
  /** A part of a version, as one release line sees it when `line` names one, with `values` as further pairs of the query. */
  version(
    reference: VersionReference,
    tab?: VersionTab,
    line?: string,
    values?: readonly (readonly [string, string])[],
  ): string;
  /** What a version needs, or who needs it. */
  dependencies(reference: VersionReference, state?: GraphState): string;
  /** Two versions of an addon next to each other. */
  compare(addon: AddonReference, state?: ComparisonState): string;
  /** The files of one folder of a version. */
  folder(reference: VersionReference, path: string): string;
  /** Some lines of a long file; pages count from 1. */
  filePage(reference: VersionReference, path: string, number: number): string;
  /** A file, or the line of it that is named. */
  file(reference: VersionReference, path: string, line?: number): string;
  /** The text of a file, as the interface for programs gives it. */
  fileText(reference: VersionReference, path: string): string;
  /** The bytes of a file. */
  raw(reference: VersionReference, path: string): string;
  /** The schema of the parameters of a version. */
  parameterSchema(reference: VersionReference, view: { line: string; format: 'openapi' | 'json-schema' }): string;
  /** What `kubectl apply -f` is given. */
  bundle(reference: VersionReference, view: { line: string; dependencies?: 'include' }): string;
  definitions(state?: DefinitionListState): string;
  definition(kind: string, name: string, choice?: DefinitionChoice): string;
  /** The bare text that `vela def apply`, `vela show` and `kubectl apply -f` fetch. Ends in the file's name even with a query: vela tells the form from the end of the whole address, and the name from its last segment. */
  definitionFile(path: { kind: string; name: string; form: 'cue' | 'yaml' }, choice?: DefinitionChoice): string;
  /** The planner, with a request filled in. */
  plan(state?: PlanState): string;
  /** What locks are; where a request is kept as one, by POST. */
  locks(): string;
  lock(id: string): string;
  /** What changed, everywhere or in one catalog or addon, as Atom. */
  feed(scope?: { readonly catalog: string; readonly addon?: string }): string;
  /** The picture that stands for a version elsewhere; for the whole site without one. */
  card(reference?: VersionReference, language?: string): string;
  /** A picture that says which version an addon has, or what a release line makes of it. */
  badge(addon: AddonReference, line?: string): string;
  sources(): string;
  /** One source, by its id `<catalog>/<name>`. */
  source(id: string): string;
  /** Where a source is read anew, by POST. */
  syncSource(id: string): string;
  rules(): string;
  rule(id: string): string;
  use(): string;
  /** How an addon comes here; with the lines for one source when its id is given. */
  publish(source?: string): string;
  /** How to search and which keys there are. */
  help(part?: 'keys' | 'order'): string;
  api(path: string): string;
  asset(fileName: string): string;
  /** An icon by the name that its content has. */
  icon(name: string): string;
}

/** Writes a name as one segment of a URL path; half a surrogate pair, which has no encoding, becomes U+FFFD. */
function toSegment(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** Writes a path of several segments, each encoded on its own. */
function toSegments(path: string): string {
  return path.split('/').map(toSegment).join('/');
}

/** Makes links below a base path: empty, or `/a/b` without a slash at its end. */
export function createLinks(basePath: string): Links {
  const page: Links['page'] = (path, query = {}) => {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') parameters.append(name, value);
    }
    const search = parameters.toString();
    return `${basePath}${path}${search === '' ? '' : `?${search}`}`;
  };
  const versionPath = ({ catalog, name, version }: VersionReference) =>
    `/addons/${toSegment(catalog)}/${toSegment(name)}/v/${toSegment(version)}`;
  const filePage: Links['filePage'] = (reference, path, number) =>
    page(`${versionPath(reference)}/files/${toSegments(path)}`, { page: number === 1 ? undefined : String(number) });
  return {
    page,
    home: () => page('/'),
    search: (state = {}) => page('/search', { ...state }),
    addons: (state = {}) => page('/addons', { ...state }),
    addon: (catalog, name) => page(`/addons/${toSegment(catalog)}/${toSegment(name)}`),
    version: (reference, tab, line, values = []) => {
      const path = page(`${versionPath(reference)}${tab === undefined ? '' : `/${tab}`}`, { for: line });
      const more = new URLSearchParams(values.map(([name, value]) => [name, value])).toString();
      return more === '' ? path : `${path}${line === undefined ? '?' : '&'}${more}`;
    },
    dependencies: (reference, { depth, direction, ...cluster } = {}) =>
      page(`${versionPath(reference)}/dependencies`, {
        direction: direction === 'dependencies' ? undefined : direction,
        depth: depth?.toString(),
        ...cluster,
      }),
    compare: ({ catalog, name }, state = {}) =>
      page(`/addons/${toSegment(catalog)}/${toSegment(name)}/compare`, { ...state }),
    folder: (reference, path) => page(`${versionPath(reference)}/files`, { folder: path }),
    filePage,
    file: (reference, path, line) =>
      line === undefined ? filePage(reference, path, 1) : `${filePage(reference, path, toSourcePage(line))}#L${line}`,
    fileText: ({ catalog, name, version }, path) =>
      page(
        `/api/v1/catalogs/${toSegment(catalog)}/addons/${toSegment(name)}/versions/${toSegment(version)}/files/${toSegments(path)}`,
      ),
    raw: (reference, path) => page(`${versionPath(reference)}/raw/${toSegments(path)}`),
    parameterSchema: ({ catalog, name, version }, { line, format }) =>
      page(`/api/v1/catalogs/${toSegment(catalog)}/addons/${toSegment(name)}/versions/${toSegment(version)}/schema`, {
        for: line,
        format,
      }),
    bundle: ({ catalog, name, version }, { line, dependencies }) =>
      page(`/c/${toSegment(catalog)}/addons/${toSegment(name)}/${toSegment(version)}/bundle.yaml`, {
        flavor: 'apply',
        for: line,
        dependencies,
      }),
    definitions: (state = {}) => page('/definitions', { ...state }),
    definition: (kind, name, choice = {}) => page(`/definitions/${kind}/${toSegment(name)}`, { ...choice }),
    definitionFile: ({ kind, name, form }, choice = {}) => {
      const file = `/${toSegment(name)}.${form}`;
      const address = page(`/definitions/${kind}${file}`, { ...choice });
      return address.includes('?') ? `${address}&${file}` : address;
    },
    plan: (state) => {
      const fields = state === undefined ? [] : toPlanFields(state);
      const pairs = fields.flatMap(([name, values]) => values.map((value) => [name, value]));
      const search = new URLSearchParams(pairs).toString();
      return page(`/plan${search === '' ? '' : `?${search}`}`);
    },
    locks: () => page('/locks'),
    lock: (id) => page(`/locks/${toSegment(id)}`),
    feed: (scope = undefined) => page('/feed.atom', { ...scope }),
    card: (reference, language) =>
      reference === undefined
        ? page('/cards/site.svg', { lang: language })
        : page(
            `/cards/${toSegment(reference.catalog)}/${toSegment(reference.name)}/${toSegment(reference.version)}.svg`,
            { lang: language },
          ),
    badge: ({ catalog, name }, line) =>
      page(
        `/badge/${toSegment(catalog)}/${toSegment(name)}${line === undefined ? '' : `/vela-${toSegment(line)}`}.svg`,
      ),
    sources: () => page('/sources'),
    source: (id) => page(`/sources/${toSegments(id)}`),
    syncSource: (id) => page(`/sources/${toSegments(id)}/sync`),
    rules: () => page('/rules'),
    rule: (id) => page(`/rules/${toSegments(id)}`),
    use: () => page('/use'),
    publish: (source) => page('/publish', { source }),
    help: (part) => `${page('/help')}${part === undefined ? '' : `#${part}`}`,
    api: (path) => page(`/api/v1${path}`),
    asset: (fileName) => page(`/assets/${fileName}`),
    icon: (name) => page(`/icons/${name}`),
  };
}

/** A request as the fields of a form, each with its values, which may stand in lines of one or in a field each. */
export function toPlanFields(state: PlanState): readonly (readonly [name: string, values: readonly string[]])[] {
  const { want, vela, kubernetes, installed = [], upgrade = [], prereleases } = state;
  const fields = [
    ['want', want.map(toWantText)],
    ['vela', vela === undefined ? [] : [vela]],
    ['kubernetes', kubernetes === undefined ? [] : [kubernetes]],
    ['installed', installed.map(toInstalledText)],
    ['upgrade', upgrade],
    ['prereleases', prereleases === undefined ? [] : ['true']],
  ] as const;
  return fields.filter(([, values]) => values.length > 0);
}
