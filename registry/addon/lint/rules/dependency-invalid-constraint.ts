import { checkSemVer } from '../../../version/check-sem-ver.ts';
import { listDependencies } from '../dependencies.ts';
import { metadataExample } from '../examples.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Constraints of dependencies that cannot be read. */
export const dependencyInvalidConstraint: Rule = {
  id: 'dependency/invalid-constraint',
  severity: 'error',
  title: 'Version constraint of a dependency that cannot be read',
  reason:
    'A constraint that the client cannot read matches no version: `no available addon with name … and version …`. The addon cannot be installed where the dependency is missing. Mind that the client replaces every `v` by a blank first, also in `-dev.1`.',
  fix: 'Use comparisons like `>=1.2.0, <2.0.0`, `~1.2` or `^1.2.0`.',
  wrong: [metadataExample({}, ['dependencies:', '  - name: fluxcd', '    version: "at least 2"'])],
  right: [metadataExample({}, ['dependencies:', '  - name: fluxcd', '    version: ">=2.0.0"'])],
  *check(subject) {
    for (const { name, constraint, constraintPosition } of listDependencies(subject)) {
      const met = checkSemVer('1.0.0', constraint);
      if (met.ok) continue;
      const message = `The constraint \`${constraint}\` on \`${name}\` cannot be read: ${met.error}.`;
      yield hitAt({ file: 'metadata.yaml' }, constraintPosition, message);
    }
  },
};
