import { hitAt } from '../../addon/lint/hits.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';

/** Sums and multiples of lists where no client rewrites them. */
export const cueListArithmetic: EvaluationRule = {
  id: 'cue/list-arithmetic',
  severity: 'warning',
  title: 'Lists added with + or repeated with *',
  reason:
    'CUE dropped `+` and `*` of lists in v0.11, and KubeVela 1.11 embeds a later release: a value that is made that way does not evaluate there. The client of 1.11 rewrites the templates of definitions, but not template.cue, resources, parameters, views, config templates or notes.',
  fix: 'Write list.Concat([a, b]) or list.Repeat(a, n) and import "list".',
  lines: ['1.11'],
  wrong: [
    {
      file: 'template.cue',
      text: 'package main\n\nextra: [{name: "hello", type: "worker", properties: image: "hello:1.0.0"}]\noutput: {\n\tapiVersion: "core.oam.dev/v1beta1"\n\tkind:       "Application"\n\tspec: components: [] + extra\n}\n',
    },
  ],
  right: [
    {
      file: 'template.cue',
      text: 'package main\n\nimport "list"\n\nextra: [{name: "hello", type: "worker", properties: image: "hello:1.0.0"}]\noutput: {\n\tapiVersion: "core.oam.dev/v1beta1"\n\tkind:       "Application"\n\tspec: components: list.Concat([[], extra])\n}\n',
    },
  ],
  *check(subject) {
    if (subject.line !== '1.11') return;
    for (const { role, facts } of subject.texts) {
      if (role === 'definition') continue;
      for (const { operator, ...place } of facts.listArithmetic) {
        const message = `Lists are ${operator === '+' ? 'added with `+`' : 'repeated with `*`'}, which KubeVela 1.11 refuses.`;
        yield { ...hitAt(place, place, message), for: ['1.11'], severity: subject.refused ? 'error' : 'warning' };
      }
    }
  },
};
