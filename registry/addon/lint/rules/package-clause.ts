import type { CueFile } from '../cue-file.ts';
import { emptyTemplate } from '../examples.ts';
import { hitAt } from '../hits.ts';
import type { Rule, RuleHit } from '../types.ts';

/** CUE files whose package clause keeps them out of the application. */
export const packageClause: Rule = {
  id: 'package/clause',
  severity: 'warning',
  title: 'Package clause that loses the file',
  reason:
    'The client builds the application from template.cue and the files in `resources/` that have the same package, `main` where template.cue names none. A file without a clause becomes a component of its own. A file of package `main` that matches no template is in neither place: it is skipped without a message.',
  fix: 'Write the package of template.cue, or no package clause for a component of its own.',
  wrong: [emptyTemplate, { file: 'resources/hello.cue', text: 'package hello\n\ngreeting: "hello"\n' }],
  right: [emptyTemplate, { file: 'resources/hello.cue', text: 'package main\n\ngreeting: "hello"\n' }],
  *check({ documents }) {
    const template = documents.listCue('template').find(({ isEmpty }) => !isEmpty);
    const expected = template === undefined ? undefined : (template.package?.name ?? 'main');
    for (const file of documents.listCue('resource')) yield* checkResource(file, expected);
    if (expected === undefined) return;
    for (const file of documents.listCue('parameter')) {
      const clause = file.package;
      if ((clause?.name ?? 'main') === expected) continue;
      const message = `The package of template.cue is \`${expected}\`: the parameters are skipped, and references to them fail.`;
      yield hitAt(file, clause === undefined ? { line: 1, column: 1 } : file.locate(clause.offset), message);
    }
  },
};

function* checkResource(file: CueFile, expected: string | undefined): Generator<RuleHit> {
  const clause = file.package;
  if (clause === undefined || clause.name === expected) return;
  const place = file.locate(clause.offset);
  if (clause.name === 'main') {
    const why = expected === undefined ? 'there is no template.cue' : `the package of template.cue is \`${expected}\``;
    yield hitAt(file, place, `The file is in package \`main\`, but ${why}: it is skipped.`);
  } else if (expected !== undefined) {
    const message = `The package of template.cue is \`${expected}\`: this file is no part of the application, but a component of its own.`;
    yield hitAt(file, place, message);
  }
}
