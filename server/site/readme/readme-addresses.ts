import type { VersionDetail } from '../../../schemas/rest.ts';
import { findHttpUrl } from '../../../web/context/http-url.ts';
import type { Links } from '../../../web/context/links.ts';

/** Where a link of a readme leads. */
export interface ReadmeLink {
  readonly href: string;
  readonly external: boolean;
}

/** Decides which addresses of a readme may stand on a page; undefined = none of these. */
export interface ReadmeAddresses {
  /** http, https, mailto, a heading of the readme, or a file of the package. */
  findLink(href: string): ReadmeLink | undefined;
  /** A picture of the package; pictures from elsewhere are never loaded. */
  findPicture(source: string): string | undefined;
}

export interface ReadmeAddressesOptions {
  readonly links: Links;
  readonly version: VersionDetail;
  /** Path of the readme in the package: relative addresses start there. */
  readonly path: string;
}

/** Prefix of every id in a readme, so that none can be taken for one of the page. */
export const readmeIdPrefix = 'readme-';

/** Makes the allow-list of addresses for one readme. */
export function createReadmeAddresses({ links, version, path }: ReadmeAddressesOptions): ReadmeAddresses {
  const paths = new Set(version.files.map((file) => file.path));
  const findPath = (address: string) => {
    const resolved = resolveInPackage(path, address);
    return resolved !== undefined && paths.has(resolved) ? resolved : undefined;
  };
  return {
    findLink(href) {
      if (href.startsWith('#')) return { href: `#${readmeIdPrefix}${toSlug(decode(href.slice(1)))}`, external: false };
      const url = findHttpUrl(href.startsWith('//') ? `https:${href}` : href) ?? findMailUrl(href);
      if (url !== undefined) return { href: url, external: true };
      const found = findPath(href);
      return found === undefined ? undefined : { href: links.file(version, found), external: false };
    },
    findPicture(source) {
      const found = findPath(source);
      return found === undefined ? undefined : links.raw(version, found);
    },
  };
}

/** Makes an id of a heading as GitHub does: letters, digits, hyphens and underscores. */
export function toSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** The last part of an address: what a file is called when nothing says more. Empty for data that stands in the address itself. */
export function toFileName(address: string): string {
  return /^\s*data:/i.test(address) ? '' : (address.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? '');
}

function findMailUrl(href: string): string | undefined {
  return URL.canParse(href) && new URL(href).protocol === 'mailto:' ? new URL(href).href : undefined;
}

/** Resolves a relative address against a file of the package; undefined when it is absolute or leaves the package. */
function resolveInPackage(from: string, address: string): string | undefined {
  const relative = decode(address.replace(/[?#].*$/s, ''));
  if (relative === '' || relative.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(relative)) return undefined;
  const segments = from.split('/').slice(0, -1);
  for (const segment of relative.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
