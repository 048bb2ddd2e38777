import type { FileRole } from '../../../../schemas/addon.ts';
import type { Rule } from '../types.ts';

const exactFiles: Partial<Record<FileRole, readonly string[]>> = {
  metadata: ['metadata.yaml'],
  readme: ['README.md', 'readme.md'],
  template: ['template.cue', 'template.yaml'],
  parameter: ['parameter.cue', 'resources/parameter.cue'],
  notes: ['NOTES.cue'],
};

const folders: Partial<Record<FileRole, string>> = {
  resource: 'resources/',
  definition: 'definitions/',
  schema: 'schemas/',
  view: 'views/',
  'config-template': 'config-templates/',
};

/** Files that the client takes for something else because of how their path begins. */
export const packagePrefixTrap: Rule = {
  id: 'package/prefix-trap',
  severity: 'warning',
  title: 'File that is read because of how its name begins',
  reason:
    'The client compares beginnings of paths only. `metadata.yaml.bak` is read as metadata, `template.cue.orig` as the template, `resources-old/` as resources; the last one read wins, so a forgotten backup can replace the real file.',
  fix: 'Remove the file, or give it a name that begins otherwise.',
  wrong: [{ file: 'template.cue.orig', text: 'package main\n\noutput: spec: components: []\n' }],
  right: [{ file: 'old/template.cue', text: undefined }],
  *check({ documents }) {
    for (const { path, role } of documents.files) {
      const names = exactFiles[role];
      const folder = folders[role];
      const isExact = names === undefined ? folder === undefined || path.startsWith(folder) : names.includes(path);
      if (isExact) continue;
      const meant = names === undefined ? `a file of ${folder}` : names.find((name) => path.startsWith(name));
      yield { file: path, message: `The client reads ${path} as ${meant}.` };
    }
  },
};
