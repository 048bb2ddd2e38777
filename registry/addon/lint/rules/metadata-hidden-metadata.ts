import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Names that are the beginning of `metadata.yaml`. */
export const metadataHiddenMetadata: Rule = {
  id: 'metadata/hidden-metadata',
  severity: 'error',
  breaks: 'load',
  title: 'Name that hides metadata.yaml',
  reason:
    "From a Helm registry the client takes a path that begins with the name of the addon for one that is complete. An addon called `meta` loses its metadata.yaml and cannot be loaded: `the addon package doesn't have metadata.yaml`.",
  fix: 'Choose a name that is not the beginning of metadata.yaml.',
  wrong: [metadataExample({ name: 'meta' })],
  right: [metadataExample({ name: 'hello' })],
  *check(subject) {
    const name = subject.metadata?.name ?? '';
    if (name === '' || !'metadata.yaml'.startsWith(name)) return;
    yield hitAtMetadata(subject, ['name'], `An addon called \`${name}\` loses its metadata.yaml.`);
  },
};
