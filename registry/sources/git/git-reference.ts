import { RegistryError } from '../../errors.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: what git check-ref-format refuses
const refused = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|^[-./]|[/.]$|^@$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const controlCharacter = /[\u0000-\u001f\u007f]/;

/** Checks a branch name by the rules of `git check-ref-format --branch`. Throws SOURCE_INVALID. */
export function parseBranch(branch: string): string {
  if (branch === '' || refused.test(branch)) {
    throw new RegistryError(
      'SOURCE_INVALID',
      `${JSON.stringify(branch.slice(0, 200))} cannot be the name of a Git branch`,
      {
        details: { branch: branch.slice(0, 200) },
      },
    );
  }
  return branch;
}

/**
 * Checks the folder of a source inside its repository and returns it without `./` and trailing `/`; '' is the root.
 * Throws SOURCE_INVALID for a path that leaves the repository or cannot be one.
 */
export function parseSourcePath(path: string): string {
  const normalized = normalizeSourcePath(path);
  const fault = findPathFault(path, normalized);
  if (fault !== undefined) {
    throw new RegistryError(
      'SOURCE_INVALID',
      `the path ${JSON.stringify(path.slice(0, 200))} of a Git source ${fault}`,
      {
        details: { path: path.slice(0, 200) },
      },
    );
  }
  return normalized;
}

/** Takes `.` and a trailing `/` out of a path, whether or not it is a good one. */
export function normalizeSourcePath(path: string): string {
  return path
    .split('/')
    .filter((part, index, all) => !(part === '.' || (part === '' && index === all.length - 1)))
    .join('/');
}

function findPathFault(path: string, normalized: string): string | undefined {
  const parts = normalized === '' ? [] : normalized.split('/');
  if (path === '') return 'is empty; "." is the root of the repository';
  if (controlCharacter.test(path)) return 'holds a line break or another control character';
  if (path.startsWith('/')) return 'is absolute; write it relative to the root of the repository';
  if (path.startsWith('-')) return 'starts with "-"';
  if (path.includes('\\')) return 'holds a backslash; folders are separated by "/"';
  if (parts.includes('..')) return 'leaves the repository';
  if (parts.includes('')) return 'holds an empty folder name';
  return undefined;
}

/** Turns a glob of tags (`*` = anything but `/`, `?` = one character, `[a-z]`) into a test. Throws SOURCE_INVALID. */
export function parseTagGlob(glob: string): (tag: string) => boolean {
  if (glob === '' || controlCharacter.test(glob)) {
    throw new RegistryError('SOURCE_INVALID', `${JSON.stringify(glob.slice(0, 200))} cannot select tags`, {
      details: { tags: glob.slice(0, 200) },
    });
  }
  return (tag) => matchesGlob(glob, tag);
}

/** Linear in text times pattern: it backtracks to the last `*` only. */
function matchesGlob(glob: string, text: string): boolean {
  const tokens = tokenizeGlob(glob);
  let token = 0;
  let position = 0;
  let starToken = -1;
  let starPosition = 0;
  while (position < text.length) {
    const current = tokens[token];
    const character = text.charAt(position);
    if (current === '*') {
      starToken = token;
      starPosition = position;
      token += 1;
    } else if (current !== undefined && matchesCharacter(current, character)) {
      token += 1;
      position += 1;
    } else if (starToken >= 0 && text.charAt(starPosition) !== '/') {
      token = starToken + 1;
      starPosition += 1;
      position = starPosition;
    } else {
      return false;
    }
  }
  return tokens.slice(token).every((rest) => rest === '*');
}

/** Single characters, `?`, `*`, and classes such as `[0-9]` or `[!a]` as one token. */
function tokenizeGlob(glob: string): string[] {
  return glob.match(/\[!?[^\]]+\]|[\s\S]/g) ?? [];
}

function matchesCharacter(token: string, character: string): boolean {
  if (token === '?') return character !== '/';
  if (token.length === 1) return token === character;
  const negated = token.startsWith('[!');
  const members = token.slice(negated ? 2 : 1, -1);
  let found = false;
  for (let index = 0; index < members.length; index += 1) {
    const first = members.charAt(index);
    if (members.charAt(index + 1) === '-' && index + 2 < members.length) {
      found ||= first <= character && character <= members.charAt(index + 2);
      index += 2;
    } else {
      found ||= first === character;
    }
  }
  return found !== negated;
}
