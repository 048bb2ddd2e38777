import type { LintSubject } from './types.ts';

/** Finds an address in metadata.yaml; `url` is undefined when it is no absolute address, and the whole when the key is missing or empty. */
export function findUrl({ metadata }: LintSubject, key: 'icon' | 'url'): { readonly url: URL | undefined } | undefined {
  const text = metadata?.[key];
  if (text === undefined || text === '') return undefined;
  return { url: parseUrl(text) };
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

const taggedOrCommit = /^(?:v?\d+(?:\.\d+)+.*|[0-9a-f]{40})$/;

/** Finds the branch at the begin of a path below a repository on GitHub; undefined for what looks like a tag or a commit. */
export function findBranch([name = '', kind, reference]: readonly string[]): string | undefined {
  if (name === 'refs') return kind === 'heads' ? reference : undefined;
  return name === '' || taggedOrCommit.test(name) ? undefined : name;
}
