import { hitAtField } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Fields called `error` without quotes. */
export const cueErrorLabel: Rule = {
  id: 'cue/error-label',
  severity: 'info',
  title: 'Field label error without quotes',
  reason:
    'The CUE release of KubeVela 1.11 has a builtin function called `error`. KubeVela announces that an unquoted field of that name may conflict with it; up to 1.11.0-alpha.4 such files still work.',
  fix: 'Put the label in quotes: "error":.',
  wrong: [{ file: 'views/hello.cue', text: 'status: {\n\terror: "no greeting"\n}\n' }],
  right: [{ file: 'views/hello.cue', text: 'status: {\n\t"error": "no greeting"\n}\n' }],
  *check({ documents }) {
    for (const file of documents.listCue(
      'template',
      'parameter',
      'resource',
      'definition',
      'view',
      'config-template',
    )) {
      for (const field of file.allFields) {
        if (field.label !== 'error' || field.labelKind !== 'identifier') continue;
        yield { ...hitAtField(file, field, 'The field label `error` has no quotes.'), for: ['1.11'] };
      }
    }
  },
};
