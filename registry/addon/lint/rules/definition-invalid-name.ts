import { listCueDefinitions } from '../cue-definitions.ts';
import { definitionExample } from '../examples.ts';
import { hitAt, hitAtField } from '../hits.ts';
import { isObjectName } from '../object-name.ts';
import type { Rule } from '../types.ts';
import { findEntry, findText } from '../yaml-file.ts';

/** Names of definitions that the API server refuses. */
export const definitionInvalidName: Rule = {
  id: 'definition/invalid-name',
  severity: 'warning',
  title: 'Name that no Kubernetes object can have',
  reason:
    'The name of a definition becomes the name of an object. The API server refuses anything but lower-case letters, digits, `-` and `.`, and then the addon is not enabled.',
  fix: 'Use lower-case letters, digits and hyphens.',
  wrong: [definitionExample({ kind: 'TraitDefinition', name: 'sayHello' })],
  right: [definitionExample({ kind: 'TraitDefinition', name: 'say-hello' })],
  *check(subject) {
    for (const file of subject.documents.listYaml('definition')) {
      const entry = findEntry(file.root, 'metadata', 'name');
      const name = findText(entry?.value);
      if (entry === undefined || name === undefined || isObjectName(name)) continue;
      yield hitAt(file, entry.position, `\`${name}\` cannot be the name of an object.`);
    }
    for (const { file, head } of listCueDefinitions(subject)) {
      if (head === undefined || head.label === '' || isObjectName(head.label)) continue;
      yield hitAtField(file, head, `\`${head.label}\` cannot be the name of an object.`);
    }
  },
};
