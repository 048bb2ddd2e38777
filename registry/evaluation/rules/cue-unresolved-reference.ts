import { hitAt } from '../../addon/lint/hits.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';

/** Identifiers that nothing declares. */
export const cueUnresolvedReference: EvaluationRule = {
  id: 'cue/unresolved-reference',
  severity: 'warning',
  title: 'Reference to something that does not exist',
  reason:
    'Nothing declares the name. `vela def vet` and the installer let it pass in a definition; the admission webhook refuses the definition, or the application that uses it fails.',
  fix: 'Correct the name, or declare it.',
  wrong: [traitExample('parametr.text')],
  right: [traitExample('parameter.text')],
  *check({ texts, line }) {
    for (const { facts } of texts) {
      for (const { name, ...place } of facts.unresolved) {
        yield { ...hitAt(place, place, `Nothing declares \`${name}\`.`), for: [line] };
      }
    }
  },
};

function traitExample(reference: string) {
  return {
    file: 'definitions/hello.cue',
    text: `hello: {\n\ttype:        "trait"\n\tdescription: "Greets"\n}\n\ntemplate: {\n\tpatch: metadata: labels: hello: ${reference}\n\t// as it was before\n\tpatchOutputs: other: metadata: labels: hello: parameter.text\n\tparameter: {\n\t\t// +usage=Whom to greet\n\t\ttext: string\n\t}\n}\n`,
  };
}
