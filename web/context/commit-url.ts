import { findHttpUrl } from './http-url.ts';

const hosts = new Set(['github.com', 'gitlab.com', 'gitea.com', 'codeberg.org', 'gitee.com']);

/** Finds the page of a commit on a public Git host; undefined for any other source. */
export function findCommitUrl(repository: string, revision: string): string | undefined {
  const safe = findHttpUrl(repository);
  if (safe === undefined || !/^[0-9a-f]{7,64}$/.test(revision)) return undefined;
  const url = new URL(safe);
  if (!hosts.has(url.hostname)) return undefined;
  const path = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  const infix = url.hostname === 'gitlab.com' ? '/-/commit/' : '/commit/';
  return `https://${url.hostname}${path}${infix}${revision}`;
}
