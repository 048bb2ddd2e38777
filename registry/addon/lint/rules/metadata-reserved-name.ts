import { isRead } from '../../layout.ts';
import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

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

/** Names that will hide files which the addon does not have yet; those that hide files now are found on reading. */
export const metadataReservedName: Rule = {
  id: 'metadata/reserved-name',
  severity: 'warning',
  title: 'Name that will hide files of the addon',
  reason:
    'From a Helm registry the client takes a path that begins with the name of the addon for one that is complete. An addon called `view` is fine until it gets its first view, which is then lost without a message.',
  fix: 'Choose a name that is not the beginning of a file or folder of the format.',
  wrong: [metadataExample({ name: 'view' })],
  right: [metadataExample({ name: 'hello' })],
  *check(subject) {
    const name = subject.metadata?.name ?? '';
    if (name === '' || subject.documents.files.some(({ path, role }) => isRead(role) && path.startsWith(name))) return;
    const reserved = reservedPaths.find((path) => path.startsWith(name));
    if (reserved === undefined) return;
    const message = `\`${name}\` is the beginning of \`${reserved}\`: as soon as the addon has such files, they are lost.`;
    yield hitAtMetadata(subject, ['name'], message);
  },
};
