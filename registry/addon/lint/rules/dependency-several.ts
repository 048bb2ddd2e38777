import { listDependencies } from '../dependencies.ts';
import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

/** More than one dependency. */
export const dependencySeveral: Rule = {
  id: 'dependency/several',
  severity: 'info',
  title: 'More than one dependency',
  reason:
    'Up to 1.11 the client returns after the first dependency that it had to install, and goes on to this addon without the others. People who have none of them yet must enable the rest by hand.',
  fix: 'Say in the readme which addons to enable first, in which order.',
  wrong: [metadataExample({}, ['dependencies:', '  - name: fluxcd', '  - name: cert-manager'])],
  right: [metadataExample({}, ['dependencies:', '  - name: fluxcd'])],
  *check(subject) {
    const names = new Set(listDependencies(subject).map(({ name }) => name));
    names.delete('');
    names.delete(subject.metadata?.name ?? '');
    if (names.size < 2) return;
    const message = `Of ${[...names].join(', ')} the client installs only the first that is missing.`;
    yield hitAtMetadata(subject, ['dependencies'], message);
  },
};
