/** Where this server is for the outside. */
export interface ServerAddress {
  /** Path below which everything stands, without a trailing slash; empty = the root. */
  readonly basePath: string;
  /** Absolute URL of a path that begins with `/`. */
  absolute(path: string): string;
}

/** Makes addresses below the public URL, or below the address that the server listens on. */
export function createServerAddress(options: {
  readonly publicUrl: string | undefined;
  readonly listening: string;
}): ServerAddress {
  const url = new URL(options.publicUrl ?? options.listening);
  const basePath = url.pathname.replace(/\/+$/, '');
  return { basePath, absolute: (path) => `${url.origin}${basePath}${path}` };
}

/**
 * Takes the base path off a request path, for proxies that leave it on; a path without it is left alone, for proxies that take it off.
 */
export function stripBasePath(path: string, basePath: string): string {
  if (basePath === '' || !path.startsWith(basePath)) return path;
  const rest = path.slice(basePath.length);
  if (rest === '') return '/';
  return rest.startsWith('/') ? rest : path;
}
