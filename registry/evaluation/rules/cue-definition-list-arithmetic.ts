import { hitAt } from '../../addon/lint/hits.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';

function stepExample(args: string, imports: string) {
  return {
    file: 'definitions/hello.cue',
    text: `${imports}hello: {\n\ttype:        "component"\n\tdescription: "Greets"\n\tattributes: workload: type: "autodetects.core.oam.dev"\n}\n\ntemplate: {\n\tcommon: ["-v"]\n\toutput: {\n\t\tapiVersion: "v1"\n\t\tkind:       "Pod"\n\t\tspec: containers: [{name: "hello", image: "hello:1.0.0", args: ${args}}]\n\t}\n\tparameter: {}\n}\n`,
  };
}

/** Sums and multiples of lists in definitions, which KubeVela 1.11 rewrites while it runs. */
export const cueDefinitionListArithmetic: EvaluationRule = {
  id: 'cue/definition-list-arithmetic',
  severity: 'info',
  title: 'Lists added with + or repeated with * in a definition',
  reason:
    'CUE dropped `+` and `*` of lists in v0.11. From 1.11.0-alpha.4 on the controller rewrites such templates each time it uses them, unless it runs with `--enable-cue-version-compatibility=false`; the rewrite guesses what is a list, and other tools do not know it.',
  fix: 'Write list.Concat([a, b]) or list.Repeat(a, n) and import "list".',
  lines: ['1.11'],
  wrong: [stepExample('common + ["-x"]', '')],
  right: [stepExample('list.Concat([common, ["-x"]])', 'import "list"\n\n')],
  *check({ line, texts }) {
    if (line !== '1.11') return;
    for (const { role, facts, rewritten } of texts) {
      if (role !== 'definition' || rewritten !== true) continue;
      for (const { operator, ...place } of facts.listArithmetic) {
        const what = operator === '+' ? 'added with `+`' : 'repeated with `*`';
        yield { ...hitAt(place, place, `Lists are ${what}; KubeVela 1.11 rewrites that.`), for: ['1.11'] };
      }
    }
  },
};
