import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';

/** A template.cue that yields no application. */
export const packageNoOutput: Rule = {
  id: 'package/no-output',
  severity: 'error',
  title: 'template.cue without output',
  reason:
    'The client takes the application from the field `output` of template.cue and of the CUE files that share its package. Without it the addon cannot be enabled: `var(path=output) not exist`.',
  fix: 'Write the application as `output: {…}`.',
  wrong: [{ file: 'template.cue', text: 'package main\n\napplication: spec: components: []\n' }],
  right: [{ file: 'template.cue', text: 'package main\n\noutput: spec: components: []\n' }],
  *check({ documents }) {
    const template = documents.listCue('template').find(({ file }) => file === 'template.cue');
    if (template === undefined || template.isEmpty) return;
    const name = template.package?.name ?? 'main';
    const others = documents.listCue('resource', 'parameter').filter((file) => (file.package?.name ?? '') === name);
    const instance = [template, ...others];
    // What is embedded may bring the field along, which the text does not show.
    if (instance.some(({ fields, embeds }) => embeds || fields.some(({ label }) => label === 'output'))) return;
    yield hitAt(template, { line: 1, column: 1 }, 'No field `output` stands in template.cue.');
  },
};
