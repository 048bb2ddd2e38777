import type { PackageLimits } from './limits.ts';
import type { ReadingRuleId } from './reading-rule.ts';

/** Why a path may not stand in a package. */
export interface PathFault {
  readonly rule: ReadingRuleId;
  readonly message: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd\ud800-\udfff]/u;

/** Finds what is wrong with a relative path of a package; every later step may then use it as it is. */
export function findPathFault(path: string, limits: PackageLimits): PathFault | undefined {
  const shown = toPrintable(path);
  if (unprintable.test(path)) {
    return { rule: 'package/unprintable-path', message: `${shown} holds characters that cannot be shown` };
  }
  if (path.includes('\\')) return unsafe(`${shown} holds a backslash`);
  if (path.startsWith('/')) return unsafe(`${shown} is an absolute path`);
  if (/^[A-Za-z]:/.test(path)) return unsafe(`${shown} begins with a drive letter`);
  const segments = path.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return unsafe(`${shown} has an empty part, \`.\` or \`..\` in it`);
  }
  if (segments.some(isGitFolder)) return { rule: 'package/git-folder', message: `${shown} belongs to a .git folder` };
  if (segments.length > limits.maxDepth) {
    return long(`${shown} has ${segments.length} parts, more than ${limits.maxDepth} (limit maxDepth)`);
  }
  const sizeBytes = new TextEncoder().encode(path).length;
  if (sizeBytes > limits.maxPathBytes) {
    return long(`${shown} has ${sizeBytes} bytes, more than ${limits.maxPathBytes} (limit maxPathBytes)`);
  }
  return undefined;
}

/** Writes a path for people: control characters as escapes, and no more of it than fits a line. */
export function toPrintable(path: string): string {
  const cut = path.length > 200 ? `${path.slice(0, 199)}…` : path;
  return cut.replace(new RegExp(unprintable.source, 'gu'), (character) => {
    const point = character.codePointAt(0) ?? 0;
    return `\\u${point.toString(16).padStart(4, '0')}`;
  });
}

/** `.git` in any letter case, and the spellings that Windows and macOS file systems take for it. */
function isGitFolder(segment: string): boolean {
  return /^(?:\.git[. ]*|git~1)$/i.test(segment.replace(/[\u200b-\u200d\u2060]/g, ''));
}

function unsafe(message: string): PathFault {
  return { rule: 'package/unsafe-path', message };
}

function long(message: string): PathFault {
  return { rule: 'package/path-too-long', message };
}
