import { listDependencies } from '../dependencies.ts';
import { metadataExample } from '../examples.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Dependencies that are named twice. */
export const dependencyDuplicate: Rule = {
  id: 'dependency/duplicate',
  severity: 'warning',
  title: 'Dependency named twice',
  reason:
    'The client handles each entry on its own. With two constraints for one addon, the first chooses the version and the second may then refuse it.',
  fix: 'Keep one entry, with one constraint.',
  wrong: [metadataExample({}, ['dependencies:', '  - name: fluxcd', '  - name: fluxcd', '    version: ">=2.0.0"'])],
  right: [metadataExample({}, ['dependencies:', '  - name: fluxcd', '    version: ">=2.0.0"'])],
  *check(subject) {
    const seen = new Set<string>();
    for (const { name, position } of listDependencies(subject)) {
      if (name !== '' && seen.has(name)) {
        yield hitAt({ file: 'metadata.yaml' }, position, `The dependency on \`${name}\` is named already.`);
      }
      seen.add(name);
    }
  },
};
