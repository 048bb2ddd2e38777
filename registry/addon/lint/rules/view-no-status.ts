import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Views that yield nothing. */
export const viewNoStatus: Rule = {
  id: 'view/no-status',
  severity: 'error',
  title: 'View without status or export',
  reason:
    'The client compiles every CUE file in `views/` and stops at one that has neither `status` nor `export`: ``no `status` or `export` field found in view``. The addon cannot be enabled.',
  fix: 'Put the result of the view under `status`.',
  wrong: [{ file: 'views/hello.cue', text: 'parameter: name: string\ngreeting: "hello \\(parameter.name)"\n' }],
  right: [{ file: 'views/hello.cue', text: 'parameter: name: string\nstatus: greeting: "hello \\(parameter.name)"\n' }],
  *check({ documents }) {
    for (const file of documents.listCue('view')) {
      if (file.embeds || file.fields.some(({ label }) => label === 'status' || label === 'export')) continue;
      yield hitAt(file, { line: 1, column: 1 }, 'The view has neither `status` nor `export`.');
    }
  },
};
