import { hitAt } from '../../addon/lint/hits.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';
import { listComponents } from '../list-components.ts';

/** Components of the application that share a name. */
export const applicationDuplicateComponent: EvaluationRule = {
  id: 'application/duplicate-component',
  severity: 'warning',
  title: 'Two components of one name',
  reason:
    'Names of components are unique in an Application. Files of `resources/` without a package become components named after the file, `needNamespace` and YAML resources add more, so that two of them can meet.',
  fix: 'Rename one of the components.',
  wrong: [component('a'), component('b')],
  right: [component('a'), { ...component('b'), text: component('b').text.replace('"hello"', '"other"') }],
  *check({ contents, line }) {
    const known = new Set<string>();
    for (const { name, place } of listComponents(contents)) {
      if (known.has(name)) {
        yield { ...hitAt(place, place, `There is another component called \`${name}\`.`), for: [line] };
      }
      known.add(name);
    }
  },
};

function component(file: string) {
  return {
    file: `resources/${file}.cue`,
    text: 'output: {\n\tname: "hello"\n\ttype: "worker"\n\tproperties: image: "hello:1.0.0"\n}\n',
  };
}
