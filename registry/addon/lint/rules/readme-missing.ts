import type { Rule } from '../types.ts';

/** No readme at all. */
export const readmeMissing: Rule = {
  id: 'readme/missing',
  severity: 'info',
  title: 'No readme',
  reason:
    'The readme is the page of an addon in every catalogue and in VelaUX. Without it people see a name and one line.',
  fix: 'Add README.md.',
  wrong: [{ file: 'README.md', text: undefined }],
  right: [],
  *check({ documents }) {
    if (documents.files.some(({ role }) => role === 'readme')) return;
    yield { file: '', message: 'The addon has no README.md.' };
  },
};
