import { emptyTemplate } from '../../addon/lint/examples.ts';
import { hitAt } from '../../addon/lint/hits.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';

const text = (imports: string) =>
  `${imports}hello: {\n\ttype:        "trait"\n\tdescription: "Greets"\n}\n\ntemplate: {\n\tpatch: {}\n\tparameter: {}\n}\n`;

/** Imports that nothing uses. */
export const cueUnusedImport: EvaluationRule = {
  id: 'cue/unused-import',
  severity: 'warning',
  title: 'Import that nothing uses',
  reason:
    'An unused import is an error of CUE. In template.cue every KubeVela refuses it, in parameter.cue KubeVela 1.11 does, and in a definition 1.11 cannot make the schema of the parameters.',
  fix: 'Remove the import.',
  wrong: [{ file: 'definitions/hello.cue', text: text('import "strings"\n\n') }],
  right: [emptyTemplate, { file: 'definitions/hello.cue', text: text('') }],
  *check({ texts, line }) {
    for (const { facts } of texts) {
      for (const { path, used, ...place } of facts.imports) {
        if (!used) yield { ...hitAt(place, place, `The import of \`${path}\` is not used.`), for: [line] };
      }
    }
  },
};
