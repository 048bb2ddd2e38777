import type { Rule } from '../types.ts';

/** Addons without an application template. */
export const packageNoTemplate: Rule = {
  id: 'package/no-template',
  severity: 'info',
  title: 'No application template',
  reason:
    'An addon of definitions or plain resources needs no template and is installed without trouble. But `vela addon package` and `vela addon push` refuse its folder: `no template.yaml or template.cue exists`.',
  fix: 'Nothing needs to be done here; add a template.cue with an empty application if others shall package the folder with the vela command.',
  wrong: [{ file: 'template.cue', text: undefined }],
  right: [],
  *check({ documents }) {
    if (documents.files.some(({ role }) => role === 'template')) return;
    yield { file: '', message: 'The addon has neither template.cue nor template.yaml.' };
  },
};
