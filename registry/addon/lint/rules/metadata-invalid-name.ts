import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import { isObjectName } from '../object-name.ts';
import type { Rule } from '../types.ts';

/** Names that cannot become an application, or that the vela command would not have made. */
export const metadataInvalidName: Rule = {
  id: 'metadata/invalid-name',
  severity: 'warning',
  title: 'Name that no application can have',
  reason:
    'The client names the application `addon-<name>` and writes the name into a label. The API server refuses capitals, blanks, underscores and more than 63 characters, so the addon cannot be enabled. Dots are accepted by the server, but not by `vela addon init`.',
  fix: 'Use lower-case letters, digits and hyphens.',
  wrong: [metadataExample({ name: 'Hello World' })],
  right: [metadataExample({ name: 'hello' })],
  *check(subject) {
    const name = subject.metadata?.name ?? '';
    if (name === '' || (name.length <= 63 && /^[a-z\d]+(?:-[a-z\d]+)*$/.test(name))) return;
    if (name.length <= 63 && isObjectName(`addon-${name}`)) {
      const message = `The name \`${name}\` is not of the form that the vela command asks for.`;
      yield hitAtMetadata(subject, ['name'], message);
    } else yield hitAtMetadata(subject, ['name'], `No application can be called \`addon-${name}\`.`);
  },
};
