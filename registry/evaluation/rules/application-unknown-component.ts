import { hitAt } from '../../addon/lint/hits.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';
import { listComponents } from '../list-components.ts';
import { findEntryOf, findTextOf, listItemsOf } from '../located/located-value.ts';

/** Components that wait for a component that is not there. */
export const applicationUnknownComponent: EvaluationRule = {
  id: 'application/unknown-component',
  severity: 'warning',
  title: 'Depends on a component that is not there',
  reason:
    'A component with `dependsOn` is applied when the components named there are healthy. One that does not exist never is, so the workflow of the addon waits for it without end.',
  fix: 'Name a component of the same application, under the same condition.',
  wrong: [component('["nobody"]')],
  right: [component('[]')],
  *check({ contents, line }) {
    const components = listComponents(contents);
    const names = new Set(components.map(({ name }) => name));
    for (const { name, object } of components) {
      const dependsOn = findEntryOf(object, 'dependsOn');
      for (const item of dependsOn === undefined ? [] : listItemsOf(dependsOn.value)) {
        const wanted = findTextOf(item);
        if (dependsOn === undefined || wanted === undefined || names.has(wanted)) continue;
        const message = `\`${name}\` depends on \`${wanted}\`, and there is no such component.`;
        yield { ...hitAt(dependsOn.place, dependsOn.place, message), for: [line] };
      }
    }
  },
};

function component(dependsOn: string) {
  return {
    file: 'resources/hello.cue',
    text: `output: {\n\tname: "hello"\n\ttype: "worker"\n\tdependsOn: ${dependsOn}\n\tproperties: image: "hello:1.0.0"\n}\n`,
  };
}
