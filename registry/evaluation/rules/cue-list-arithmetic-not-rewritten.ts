import { hitAt } from '../../addon/lint/hits.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';

/** Sums and multiples of lists in definitions that the rewrite of KubeVela 1.11 does not reach. */
export const cueListArithmeticNotRewritten: EvaluationRule = {
  id: 'cue/list-arithmetic-not-rewritten',
  severity: 'warning',
  title: 'Lists added or repeated where KubeVela 1.11 does not rewrite it',
  reason:
    'CUE dropped `+` and `*` of lists in v0.11. The controller of 1.11 rewrites templates of definitions, but only what its search for names takes for lists, and not where a field called `list` hides the package that the rewrite needs. Such a definition fails on 1.11 in every application that uses it.',
  fix: 'Write list.Concat([a, b]) or list.Repeat(a, n), import "list", and give the package an alias where a field is called list.',
  lines: ['1.11'],
  wrong: [traitExample('_names + ["hello"]', '')],
  right: [traitExample('lists.Concat([_names, ["hello"]])', 'import lists "list"\n\n')],
  *check({ line, texts }) {
    if (line !== '1.11') return;
    for (const { role, facts, rewritten } of texts) {
      if (role !== 'definition' || rewritten === true) continue;
      for (const { operator, ...place } of facts.listArithmetic) {
        const what = operator === '+' ? 'added with `+`' : 'repeated with `*`';
        yield { ...hitAt(place, place, `Lists are ${what}, and KubeVela 1.11 does not rewrite that.`), for: ['1.11'] };
      }
    }
  },
};

function traitExample(value: string, imports: string) {
  return {
    file: 'definitions/hello.cue',
    text: `${imports}hello: {\n\ttype:        "trait"\n\tdescription: "Greets"\n}\n\ntemplate: {\n\t_names: ["world"]\n\tpatch: spec: list: ${value}\n\tparameter: {}\n}\n`,
  };
}
