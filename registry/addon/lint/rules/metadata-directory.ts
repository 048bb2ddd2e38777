import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Folders that are called otherwise than their addon. */
export const metadataDirectory: Rule = {
  id: 'metadata/directory',
  severity: 'warning',
  title: 'Folder and addon have different names',
  reason:
    'Registries of the Git and OSS kind list an addon by its folder, and the client names the application by metadata.yaml. Where the two differ, `vela addon enable` waits for an application that never comes.',
  fix: 'Give the folder the name of the addon.',
  exampleDirectory: 'greeter',
  wrong: [metadataExample({ name: 'hello' })],
  right: [metadataExample({ name: 'greeter' })],
  *check(subject) {
    const { directory, metadata } = subject;
    if (directory === undefined || metadata === undefined || metadata.name === '') return;
    // A name that cannot stay is reported as such.
    if (metadata.name === directory || !/^[a-z\d-]+$/.test(metadata.name)) return;
    const message = `The folder is called \`${directory}\` and the addon \`${metadata.name}\`.`;
    yield hitAtMetadata(subject, ['name'], message);
  },
};
