import type { TextPosition } from '../../metadata/yaml-node.ts';
import { listCueDefinitions } from '../cue-definitions.ts';
import { definitionExample } from '../examples.ts';
import { hitAt } from '../hits.ts';
import type { LintSubject, Rule } from '../types.ts';
import { findEntry, findText } from '../yaml-file.ts';

interface NamedDefinition extends TextPosition {
  readonly file: string;
  readonly kind: string;
  readonly name: string;
}

/** Two definitions of one kind and name in one addon. */
export const definitionDuplicate: Rule = {
  id: 'definition/duplicate',
  severity: 'warning',
  title: 'Two definitions of the same kind and name',
  reason:
    'Both files become the same object. The client applies one after the other, and the one applied last stays: the other is lost, and every upgrade writes the object twice.',
  fix: 'Rename or remove one of the two.',
  wrong: [
    definitionExample({ kind: 'TraitDefinition' }),
    { ...definitionExample({ kind: 'TraitDefinition' }), file: 'definitions/other.yaml' },
  ],
  right: [
    definitionExample({ kind: 'TraitDefinition' }),
    { ...definitionExample({ kind: 'TraitDefinition', name: 'other' }), file: 'definitions/other.yaml' },
  ],
  *check(subject) {
    const first = new Map<string, NamedDefinition>();
    for (const definition of listNamedDefinitions(subject)) {
      const key = `${definition.kind} ${definition.name}`;
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, definition);
        continue;
      }
      const message = `${earlier.file} already defines the ${definition.kind} \`${definition.name}\`.`;
      yield hitAt(definition, definition, message);
    }
  },
};

function* listNamedDefinitions(subject: LintSubject): Generator<NamedDefinition> {
  for (const { file, root } of subject.documents.listYaml('definition')) {
    const name = findEntry(root, 'metadata', 'name');
    const text = findText(name?.value);
    if (name !== undefined && text !== undefined) {
      yield { file, kind: findText(root, 'kind') ?? '', name: text, ...name.position };
    }
  }
  for (const { file, head, kind } of listCueDefinitions(subject)) {
    if (head === undefined || kind === undefined) continue;
    yield { file: file.file, kind, name: head.label, ...file.locate(head.offset) };
  }
}
