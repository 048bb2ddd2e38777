/** The media type that a file of a package is served as: text that no browser runs, or bytes to be saved. */
export function mediaTypeOf(path: string): string {
  const extension = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (extension === 'md') return 'text/markdown; charset=utf-8';
  if (extension === 'yaml' || extension === 'yml') return 'application/yaml; charset=utf-8';
  if (extension === 'json') return 'application/json; charset=utf-8';
  if (textExtensions.has(extension)) return 'text/plain; charset=utf-8';
  return 'application/octet-stream';
}

const textExtensions: ReadonlySet<string> = new Set(['cue', 'txt', 'go', 'mod', 'sum', 'tf', 'tpl', 'sh', '']);

/** Every media type that a file of a package may be served as, without its parameters. */
export const packageMediaTypes: readonly string[] = [
  'text/markdown',
  'application/yaml',
  'application/json',
  'text/plain',
  'application/octet-stream',
];
