import { listDependencies } from '../dependencies.ts';
import { metadataExample } from '../examples.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Addons that depend on themselves. */
export const dependencySelf: Rule = {
  id: 'dependency/self',
  severity: 'error',
  title: 'Addon that depends on itself',
  reason:
    'The client installs a missing dependency first, which is this addon, whose dependency it installs first: it never comes to an end.',
  fix: 'Remove the entry.',
  wrong: [metadataExample({}, ['dependencies:', '  - name: hello'])],
  right: [metadataExample({}, ['dependencies:', '  - name: fluxcd'])],
  *check(subject) {
    for (const { name, position } of listDependencies(subject)) {
      if (name === '' || name !== subject.metadata?.name) continue;
      yield hitAt({ file: 'metadata.yaml' }, position, `\`${name}\` depends on itself.`);
    }
  },
};
