import { listDependencies } from '../dependencies.ts';
import { metadataExample } from '../examples.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Dependencies that name nothing. */
export const dependencyNoName: Rule = {
  id: 'dependency/no-name',
  severity: 'error',
  title: 'Dependency without a name',
  reason:
    'The client resolves every dependency before it installs anything, and stops at this one: `dependency name cannot be empty`.',
  fix: 'Write `- name: <addon>`.',
  wrong: [metadataExample({}, ['dependencies:', '  - version: ">=1.0.0"'])],
  right: [metadataExample({}, ['dependencies:', '  - name: fluxcd', '    version: ">=1.0.0"'])],
  *check(subject) {
    for (const { name, position } of listDependencies(subject)) {
      if (name === '') yield hitAt({ file: 'metadata.yaml' }, position, 'The dependency has no name.');
    }
  },
};
