import type { FileRole } from '../../schemas/addon.ts';

type Extensions = 'any' | 'cue' | 'cue-or-yaml';

interface Pattern {
  /** What the path begins with, below the addon's name. */
  readonly prefix: string;
  readonly role: FileRole;
  /** Which files of it the client keeps. */
  readonly keeps: Extensions;
  /** A single file: the prefix is its whole path when it is meant. */
  readonly single: boolean;
}

/** The client's patterns in its order; the first that matches counts (`pkg/addon/addon.go`, Patterns). */
const patterns: readonly Pattern[] = [
  { prefix: 'config-templates', role: 'config-template', keeps: 'cue', single: false },
  { prefix: 'README.md', role: 'readme', keeps: 'any', single: true },
  { prefix: 'metadata.yaml', role: 'metadata', keeps: 'any', single: true },
  { prefix: 'template.yaml', role: 'template', keeps: 'any', single: true },
  { prefix: 'resources/parameter.cue', role: 'parameter', keeps: 'any', single: true },
  { prefix: 'resources', role: 'resource', keeps: 'cue-or-yaml', single: false },
  { prefix: 'definitions', role: 'definition', keeps: 'cue-or-yaml', single: false },
  { prefix: 'schemas', role: 'schema', keeps: 'any', single: false },
  { prefix: 'views', role: 'view', keeps: 'cue-or-yaml', single: false },
  { prefix: 'godef', role: 'godef', keeps: 'any', single: false },
  { prefix: 'template.cue', role: 'template', keeps: 'any', single: true },
  { prefix: 'parameter.cue', role: 'parameter', keeps: 'any', single: true },
  { prefix: 'NOTES.cue', role: 'notes', keeps: 'any', single: true },
  { prefix: 'readme.md', role: 'readme', keeps: 'any', single: true },
];

/** What the client takes a file for, and how it came to think so. */
export interface Classification {
  readonly role: FileRole;
  /** The client's pattern that matched, such as `resources`; undefined when none did. */
  readonly pattern: string | undefined;
  /** The path only begins like the pattern (`metadata.yaml.bak`, `resources-old/x.cue`); surely not what the author meant. */
  readonly stray: boolean;
  /** The role that the file loses because its path begins with the addon's name. */
  readonly lost: FileRole | undefined;
}

/**
 * Classifies a path of a package as the client does when it loads the archive of an addon (`GetPatternFromItem` with
 * `MemoryReader.RelativePath`): by string prefix of `<name>/<path>`, where the name is left out when the path already
 * begins with it. Without a name the trap of that rule is not looked at.
 */
export function classifyPath(path: string, addonName: string | undefined): Classification {
  const own = classifyBelowName(path);
  if (addonName === undefined || addonName === '' || !path.startsWith(addonName)) return own;
  const below = path.startsWith(`${addonName}/`) ? classifyBelowName(path.slice(addonName.length + 1)) : ignored;
  return below.role === own.role ? own : { ...below, lost: isRead(own.role) ? own.role : undefined };
}

/** Tells whether the client reads files of this role. */
export function isRead(role: FileRole): boolean {
  return role !== 'ignored' && role !== 'godef' && role !== 'chart';
}

const ignored: Classification = { role: 'ignored', pattern: undefined, stray: false, lost: undefined };

function classifyBelowName(path: string): Classification {
  if (path === 'Chart.yaml') return { ...ignored, role: 'chart' };
  const pattern = patterns.find((candidate) => path.startsWith(candidate.prefix));
  if (pattern === undefined) return ignored;
  const stray = pattern.single ? path !== pattern.prefix : !path.startsWith(`${pattern.prefix}/`);
  const role = isKept(path, pattern) ? pattern.role : 'ignored';
  return { role, pattern: pattern.prefix, stray, lost: undefined };
}

function isKept(path: string, pattern: Pattern): boolean {
  const base = path.slice(path.lastIndexOf('/') + 1);
  if (pattern.role === 'resource' && base === 'parameter.cue') return false;
  // Like Go's filepath.Ext: everything from the last dot of the base name on.
  const extension = base.includes('.') ? base.slice(base.lastIndexOf('.')) : '';
  switch (pattern.keeps) {
    case 'any':
      return true;
    case 'cue':
      return extension === '.cue';
    case 'cue-or-yaml':
      return extension === '.cue' || extension === '.yaml' || extension === '.yml';
  }
}
