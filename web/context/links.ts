/** Narrows the addon list; the same names as in the query of its URL. */
export interface AddonListState {
  readonly q?: string;
  readonly catalog?: string;
  readonly tag?: string;
  readonly sort?: string;
  readonly cursor?: string;
}

/** Names one version of one addon of one catalog. */
export interface VersionReference {
  readonly catalog: string;
  readonly name: string;
  readonly version: string;
}

/** The parts of a version that have a page of their own. */
export type VersionTab = 'readme' | 'metadata' | 'files' | 'findings' | 'versions';

/** Makes every address that a page may hold. All results are paths below the base path, ready for an attribute. */
export interface Links {
  /** The page at this path (`/addons`), or this page with other query parameters. */
  page(path: string, query?: Readonly<Record<string, string | undefined>>): string;
  home(): string;
  addons(state?: AddonListState): string;
  addon(catalog: string, name: string): string;
  version(reference: VersionReference, tab?: VersionTab): string;
  file(reference: VersionReference, path: string, line?: number): string;
  /** The bytes of a file. */
  raw(reference: VersionReference, path: string): string;
  sources(): string;
  rules(): string;
  rule(id: string): string;
  use(): string;
  api(path: string): string;
  asset(fileName: string): string;
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
  return {
    page,
    home: () => page('/'),
    addons: (state = {}) => page('/addons', { ...state }),
    addon: (catalog, name) => page(`/addons/${toSegment(catalog)}/${toSegment(name)}`),
    version: (reference, tab) => page(`${versionPath(reference)}${tab === undefined ? '' : `/${tab}`}`),
    file: (reference, path, line) =>
      `${page(`${versionPath(reference)}/files/${toSegments(path)}`)}${line === undefined ? '' : `#L${line}`}`,
    raw: (reference, path) => page(`${versionPath(reference)}/raw/${toSegments(path)}`),
    sources: () => page('/sources'),
    rules: () => page('/rules'),
    rule: (id) => page(`/rules/${toSegments(id)}`),
    use: () => page('/use'),
    api: (path) => page(`/api/v1${path}`),
    asset: (fileName) => page(`/assets/${fileName}`),
  };
}
