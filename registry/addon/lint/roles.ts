import type { FileRole } from '../../../schemas/addon.ts';

const patterns: readonly (readonly [prefix: string, role: FileRole])[] = [
  ['config-templates', 'config-template'],
  ['README.md', 'readme'],
  ['metadata.yaml', 'metadata'],
  ['template.yaml', 'template'],
  ['resources/parameter.cue', 'parameter'],
  ['resources', 'resource'],
  ['definitions', 'definition'],
  ['schemas', 'schema'],
  ['views', 'view'],
  ['godef', 'godef'],
  ['template.cue', 'template'],
  ['parameter.cue', 'parameter'],
  ['NOTES.cue', 'notes'],
  ['readme.md', 'readme'],
];

/** What the client takes a file for. */
export function roleOf(path: string): FileRole {
  if (path === 'Chart.yaml') return 'chart';
  return patterns.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'ignored';
}
