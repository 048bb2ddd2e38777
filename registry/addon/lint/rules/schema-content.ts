import { findNearestWord } from '../../../nearest-word.ts';
import type { TextPosition, YamlNode } from '../../metadata/yaml-node.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';
import { type UiShape, uiSchemaShape } from '../ui-schema.ts';
import { findText, listEntries, listItems } from '../yaml-file.ts';

interface Fault extends TextPosition {
  readonly message: string;
}

/** UI schemas whose content VelaUX does not understand. */
export const schemaContent: Rule = {
  id: 'schema/content',
  severity: 'warning',
  title: 'UI schema that VelaUX cannot use',
  reason:
    'The installer turns any YAML into a ConfigMap, without a look at it. VelaUX expects a list of parameters: a wrong type makes it drop the whole schema, and a misspelt key has no effect on the form.',
  fix: 'Correct the field as the UI schema reference of KubeVela describes it.',
  wrong: [{ file: 'schemas/trait-uischema-hello.yaml', text: '- jsonKey: greeting\n  sort: first\n' }],
  right: [{ file: 'schemas/trait-uischema-hello.yaml', text: '- jsonKey: greeting\n  sort: 1\n' }],
  *check({ documents }) {
    for (const file of documents.listYaml('schema')) {
      if (file.root === undefined) continue;
      for (const fault of listFaults(file.root, uiSchemaShape, 'A UI schema')) yield hitAt(file, fault, fault.message);
    }
  },
};

function* listFaults(node: YamlNode, shape: UiShape, what: string): Generator<Fault> {
  if (shape === 'any' || isNull(node)) return;
  if (typeof shape === 'function') yield* listFaults(node, shape(), what);
  else if (typeof shape === 'string') {
    if (!fitsScalar(node, shape)) yield faultAt(node, `${what} must be ${scalarNames[shape]}.`);
  } else if ('oneOf' in shape) {
    if (!shape.oneOf.includes(findText(node) ?? '')) {
      yield faultAt(node, `${what} must be one of ${shape.oneOf.join(', ')}.`);
    }
  } else if ('items' in shape) {
    if (node.kind !== 'list') yield faultAt(node, `${what} must be a list.`);
    for (const item of listItems(node)) yield* listFaults(item, shape.items, `An element of it`);
  } else yield* listMappingFaults(node, shape, what);
}

function* listMappingFaults(
  node: YamlNode,
  { fields, required }: { fields: Readonly<Record<string, UiShape>>; required: readonly string[] },
  what: string,
): Generator<Fault> {
  if (node.kind !== 'mapping') {
    yield faultAt(node, `${what} must be a mapping.`);
    return;
  }
  const known = Object.keys(fields);
  for (const { key, position, value } of listEntries(node)) {
    const name = known.find((candidate) => candidate.toLowerCase() === key.toLowerCase());
    const shape = name === undefined ? undefined : fields[name];
    if (shape !== undefined) yield* listFaults(value, shape, `\`${key}\``);
    else {
      const nearest = findNearestWord(key, known);
      const meant = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
      yield faultAt(position, `VelaUX does not know the key \`${key}\`.${meant}`);
    }
  }
  for (const key of required) {
    const entry = listEntries(node).find((candidate) => candidate.key.toLowerCase() === key.toLowerCase());
    if (entry === undefined || isNull(entry.value)) yield faultAt(node, `\`${key}\` is missing.`);
  }
}

const scalarNames = { text: 'a text', number: 'a number', count: 'a whole number from 0 on', flag: 'true or false' };

function fitsScalar(node: YamlNode, kind: keyof typeof scalarNames): boolean {
  if (node.kind !== 'scalar') return false;
  const { value } = node;
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' || typeof value === 'bigint';
    case 'count':
      return typeof value === 'bigint' && value >= 0n;
    case 'flag':
      return typeof value === 'boolean';
  }
}

function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function faultAt({ line, column }: TextPosition, message: string): Fault {
  return { line, column, message };
}
