import { RegistryError, type RegistryErrorCode } from '../../errors.ts';
import { redactUrls } from '../redact-urls.ts';
import type { GitRun } from './run-git.ts';

/** Whose call failed; for the wording of errors. */
export interface GitSubject {
  readonly id: string;
  /** Without credentials. */
  readonly display: string;
  /** A secret that must not appear in any message, whatever the other side prints. */
  readonly password: string | undefined;
}

/** The mirror cannot be read or written as a repository; it is to be built anew. Never leaves the adapter. */
export class MirrorDamaged extends Error {}

type Diagnosis = readonly [pattern: RegExp, code: RegistryErrorCode, what: string];

// Git's own words (LC_ALL=C), the most telling first.
const diagnoses: readonly Diagnosis[] = [
  [/exec: git: |git: (?:command )?not found/i, 'SOURCE_UNAVAILABLE', 'the program "git" cannot be run; install Git'],
  // Git calls a full disk a write error too.
  [/No space left on device|Disk quota exceeded/i, 'DATA_FOLDER_UNUSABLE', 'the data folder is full'],
  [/Read-only file system/i, 'DATA_FOLDER_UNUSABLE', 'the data folder is read-only'],
  [
    /out of memory|malloc failed|unable to create thread|mmap failed|Failed writing|write error/i,
    'SOURCE_UNAVAILABLE',
    'its answer is larger than the memory that Git may use',
  ],
  [
    /could not read (?:Username|Password)|terminal prompts disabled/i,
    'SOURCE_INVALID',
    'it asks for a user name and a password; set `auth` of this source, or check the URL (some hosts ask for a password when a repository does not exist)',
  ],
  [
    /Authentication failed|returned error: 401|Invalid username or (?:password|token)/i,
    'SOURCE_INVALID',
    'it refuses the user name and password; check `auth` of this source',
  ],
  [/returned error: 403|HTTP 403/i, 'SOURCE_INVALID', 'it forbids access (403); check the rights behind `auth`'],
  [/returned error: 407|HTTP code 407/i, 'SOURCE_INVALID', 'the proxy asks for a password; check `proxy`'],
  [/returned error: 404|HTTP 404/i, 'SOURCE_INVALID', 'no Git repository answers there (404); check the URL'],
  [
    /returned error: 3\d\d/i,
    'SOURCE_INVALID',
    'it redirects without an end or where Git must not follow; write the final URL',
  ],
  [
    /returned error: 429|HTTP 429/i,
    'SOURCE_UNAVAILABLE',
    'it asks for fewer requests (429); it will be asked again later',
  ],
  [/returned error: 5\d\d|HTTP 5\d\d/i, 'SOURCE_UNAVAILABLE', 'it has trouble of its own (5xx)'],
  [/Maximum \(\d+\) redirects/i, 'SOURCE_INVALID', 'it redirects without an end; write the final URL'],
  [
    /transport '[^']*' not allowed|Unsupported URL scheme|Protocol "[^"]*" (?:not supported|disabled)/i,
    'SOURCE_INVALID',
    'it leads to another protocol than the URL names',
  ],
  [
    /Could not resolve|Name or service not known|Temporary failure in name/i,
    'SOURCE_UNAVAILABLE',
    'the host name cannot be resolved',
  ],
  [
    /Operation too slow|Operation timed out|Connection timed out|Timeout was reached/i,
    'SOURCE_UNAVAILABLE',
    'it is too slow or does not answer',
  ],
  [
    /certificate|SSL|gnutls|TLS/i,
    'SOURCE_INVALID',
    'no trusted TLS connection can be made; check the certificate, or set `caBundle`',
  ],
  [
    /Connection refused|Couldn't connect|Failed to connect|No route to host|Network is unreachable/i,
    'SOURCE_UNAVAILABLE',
    'the host refuses the connection or cannot be reached',
  ],
  [
    /Host key verification failed|IDENTIFICATION HAS CHANGED/i,
    'SOURCE_INVALID',
    'the host shows another ssh key than before; when that is right, remove its line from `known_hosts` in the folder of mirrors',
  ],
  [
    /Permission denied \(|Too many authentication failures|invalid format|Load key/i,
    'SOURCE_INVALID',
    'it refuses the ssh key; check `auth.sshKey`',
  ],
  [
    /not valid: is this a git repository|does not appear to be a git repository|not a git repository|repository .{0,300}not found|bad line length|invalid server response|access denied or repository not exported|no such repository|unrecognized header|not a bundle|invalid gitfile format/i,
    'SOURCE_INVALID',
    'no Git repository answers there; check the URL',
  ],
  [/HTTP\/0\.9/i, 'SOURCE_INVALID', 'what answers there speaks no HTTP; check the URL'],
  [
    /hung up|early EOF|RPC failed|disconnect|unexpected|Empty reply|Recv failure|transfer closed|Connection reset|invalid index-pack output|protocol error/i,
    'SOURCE_UNAVAILABLE',
    'the connection ended in the middle',
  ],
];

/** Words a failed call to a remote for people: what, where, how to mend. */
export function toSourceError(subject: GitSubject, run: GitRun): RegistryError {
  if (run.cut !== undefined)
    return sourceError(subject, 'SOURCE_UNAVAILABLE', `it is too slow, too large or does not answer (${run.cut.text})`);
  const found = diagnoses.find(([pattern]) => pattern.test(run.stderr));
  const said = findLastWords(subject, run.stderr);
  if (found === undefined)
    return sourceError(subject, 'SOURCE_UNAVAILABLE', said === '' ? 'Git failed without a word' : `Git says: ${said}`);
  return sourceError(subject, found[1], said === '' ? found[2] : `${found[2]}. Git says: ${said}`);
}

/** A trouble of one source, named with its id and place. */
export function sourceError(
  subject: GitSubject,
  code: RegistryErrorCode,
  what: string,
  cause?: unknown,
): RegistryError {
  return new RegistryError(code, `source "${subject.id}" (${subject.display}): ${what}`, {
    details: { source: subject.id, location: subject.display },
    ...(cause === undefined ? {} : { cause }),
  });
}

/** The first line of what made Git give up, without control characters, credentials and more than 300 characters. */
function findLastWords(subject: GitSubject, stderr: string): string {
  const lines = stderr.split(/[\r\n]+/).map((line) => line.trim());
  const fatal = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines.findLast((line) => line !== '') ?? '';
  const text = redactUrls(fatal.replace(/^(?:fatal|error): /, ''));
  const safe =
    subject.password === undefined || subject.password === '' ? text : text.replaceAll(subject.password, '***');
  return safe.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 300);
}
