import { hitAt } from '../../addon/lint/hits.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';

const kinds = { let: '`let` clause', alias: 'alias', hidden: 'hidden field' } as const;

/** Names that the text declares for itself and never uses. */
export const cueUnusedName: EvaluationRule = {
  id: 'cue/unused-name',
  severity: 'info',
  title: 'Name that nothing uses',
  reason:
    'A `let` clause, an alias or a hidden field is only there to be used in the same text. One that is not used is a leftover, or a sign that another name was meant where it should stand.',
  fix: 'Remove it, or use it where it was meant to be.',
  wrong: [traitExample('\t_greeting: "hello"\n')],
  right: [traitExample('')],
  *check({ texts, line }) {
    for (const { facts } of texts) {
      for (const { name, kind, ...place } of facts.unused) {
        yield { ...hitAt(place, place, `The ${kinds[kind]} \`${name}\` is not used.`), for: [line] };
      }
    }
  },
};

function traitExample(more: string) {
  return {
    file: 'definitions/hello.cue',
    text: `hello: {\n\ttype:        "trait"\n\tdescription: "Greets"\n}\n\ntemplate: {\n${more}\tpatch: {}\n\tparameter: {}\n}\n`,
  };
}
