import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Names that are the beginning of a path in the addon format. */
export const metadataReservedName: Rule = {
  id: 'metadata/reserved-name',
  severity: 'error',
  title: 'Name that hides files of the addon',
  reason:
    'From a Helm registry the client takes a path that begins with the name of the addon for one that is complete. An addon called `res` loses everything in `resources/`, one called `t` its template.cue, without a message.',
  fix: 'Choose a name that is not the beginning of a file or folder of the format.',
  wrong: [metadataExample({ name: 'template' })],
  right: [metadataExample({ name: 'hello' })],
  *check(subject) {
    const name = subject.metadata?.name ?? '';
    // Losing metadata.yaml is worse and has a rule of its own.
    if (name === '' || 'metadata.yaml'.startsWith(name)) return;
    const lost = subject.documents.files
      .filter(({ path, role }) => role !== 'ignored' && role !== 'godef' && path.startsWith(name))
      .map(({ path }) => path);
    if (lost.length > 0) {
      const others = lost.length > 1 ? ` and ${lost.length - 1} more` : '';
      yield hitAtMetadata(subject, ['name'], `An addon called \`${name}\` loses ${lost[0]}${others}.`);
      return;
    }
    const reserved = reservedPaths.find((path) => path.startsWith(name));
    if (reserved === undefined) return;
    const message = `\`${name}\` is the beginning of \`${reserved}\`: as soon as the addon has such files, they are lost.`;
    yield { ...hitAtMetadata(subject, ['name'], message), severity: 'warning' };
  },
};

const reservedPaths = [
  'config-templates/',
  'README.md',
  'template.yaml',
  'resources/',
  'definitions/',
  'schemas/',
  'views/',
  'template.cue',
  'parameter.cue',
  'NOTES.cue',
  'readme.md',
];
