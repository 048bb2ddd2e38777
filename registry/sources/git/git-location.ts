import { isAbsolute, resolve } from 'node:path';
import { RegistryError } from '../../errors.ts';
import { redactUrls } from '../redact-urls.ts';

export type GitProtocol = 'https' | 'http' | 'ssh' | 'git' | 'file';

/** Where a repository is, checked so that Git can take it for nothing but a repository. */
export interface GitLocation {
  readonly protocol: GitProtocol;
  /** What Git is given. */
  readonly address: string;
  /** For people; never holds credentials. */
  readonly display: string;
  /** Scheme, host and port of an http or https URL: the only place that credentials may go to. */
  readonly origin: string | undefined;
}

const protocols = new Set<string>(['https', 'http', 'ssh', 'git', 'file'] satisfies GitProtocol[]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const controlCharacter = /[\u0000-\u001f\u007f]/;
const scpLike = /^(?:[^@/:]+@)?[^/:@]+:(?!\/\/)/;

/**
 * Reads the URL of a Git source: https, http, ssh, git, file, `user@host:path`, or a path of a repository or bundle, relative to `folder`.
 * Throws SOURCE_INVALID for anything that Git could read as an option or a command, and for a URL that holds a password.
 */
export function parseGitLocation(url: string, folder: string): GitLocation {
  const display = redactUrls(url);
  if (controlCharacter.test(url)) throw invalid(display, 'holds a line break or another control character');
  if (url.trim() === '' || url.trim() !== url) throw invalid(display, 'is empty or has spaces around it');
  if (url.startsWith('-')) throw invalid(display, 'starts with "-", which Git would take for an option');
  if (/^[A-Za-z0-9+.-]+::/.test(url)) throw invalid(display, 'names a remote helper, which could run any command');
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined) return parseUrl(url, scheme, display);
  if (scpLike.test(url)) return parseScpLike(url);
  const address = isAbsolute(url) ? url : resolve(folder, url);
  return { protocol: 'file', address, display, origin: undefined };
}

/** Names host and port of a URL, or the host of `user@host:path`; undefined for what is on this machine. */
export function findHost(url: string): string | undefined {
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/]+)/.exec(url)?.[1];
  if (scheme !== undefined) return scheme.toLowerCase();
  return scpLike.test(url) ? url.slice(url.indexOf('@') + 1, url.indexOf(':')).toLowerCase() : undefined;
}

function parseUrl(url: string, scheme: string, display: string): GitLocation {
  if (!isProtocol(scheme)) throw invalid(display, `uses "${scheme}", which is none of https, http, ssh, git and file`);
  if (!URL.canParse(url)) throw invalid(display, 'is not a URL');
  const parsed = new URL(url);
  if (parsed.password !== '')
    throw invalid(display, 'holds a password; write `auth: { username, password: { env: NAME } }` instead');
  const web = scheme === 'https' || scheme === 'http';
  if (parsed.username !== '' && scheme !== 'ssh')
    throw invalid(display, 'holds a user name; write it as `auth.username` instead');
  if (scheme !== 'file' && /^[^:]+:\/\/\//.test(url)) throw invalid(display, 'names no host');
  if (decodeURIComponentSafely(parsed.hostname).startsWith('-') || parsed.username.startsWith('-')) {
    throw invalid(display, 'has a host or user that starts with "-", which ssh would take for an option');
  }
  if (/^\/+-/.test(parsed.pathname)) throw invalid(display, 'has a path that starts with "-"');
  return { protocol: scheme, address: url, display, origin: web ? parsed.origin : undefined };
}

function parseScpLike(url: string): GitLocation {
  const [host = '', path = ''] = splitOnce(url, ':');
  const user = host.includes('@') ? host.slice(0, host.indexOf('@')) : '';
  const bare = host.slice(host.indexOf('@') + 1);
  if (user.startsWith('-') || bare.startsWith('-') || path.startsWith('-')) {
    throw invalid(url, 'has a host, user or path that starts with "-", which ssh would take for an option');
  }
  if (path === '') throw invalid(url, 'names no repository after ":"');
  return { protocol: 'ssh', address: url, display: url, origin: undefined };
}

function isProtocol(text: string): text is GitProtocol {
  return protocols.has(text);
}

function splitOnce(text: string, separator: string): [string, string] {
  const position = text.indexOf(separator);
  return [text.slice(0, position), text.slice(position + separator.length)];
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function invalid(display: string, what: string): RegistryError {
  const shown = JSON.stringify(display.slice(0, 200));
  return new RegistryError('SOURCE_INVALID', `the URL ${shown} of a Git source ${what}`, {
    details: { url: display.slice(0, 200) },
  });
}
