import type { JsonObject, JsonValue } from '../../../schemas/json.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';

/** Auxiliary objects that overwrite each other. */
export const applicationDuplicateObject: EvaluationRule = {
  id: 'application/duplicate-object',
  severity: 'warning',
  title: 'Two objects of one kind and name',
  reason:
    'The client applies auxiliary objects one after the other: of two with the same kind, namespace and name the later overwrites the earlier, each time the addon is enabled.',
  fix: 'Rename or remove one of the two.',
  wrong: [uiSchema('schemas/component-uischema-hello.yaml'), uiSchema('schemas/sub/component-uischema-hello.yaml')],
  right: [uiSchema('schemas/component-uischema-hello.yaml')],
  *check({ outcome, line }) {
    if (outcome.kind !== 'rendered') return;
    const first = new Map<string, string>();
    for (const { from, object, applied } of outcome.auxiliary) {
      const identity = [object['apiVersion'], object['kind'], textAt(object, 'namespace'), textAt(object, 'name')];
      const key = JSON.stringify(identity);
      const earlier = first.get(key);
      first.set(key, earlier ?? from);
      // Two definitions of one name have a rule of their own.
      if (earlier === undefined || !applied || from.startsWith('definitions/')) continue;
      const message = `${earlier} already makes the ${String(object['kind'])} \`${String(textAt(object, 'name'))}\`.`;
      yield { file: from, message, for: [line] };
    }
  },
};

function textAt({ metadata }: JsonObject, key: string): JsonValue {
  const isObject = typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata);
  return isObject ? ((metadata as JsonObject)[key] ?? null) : null;
}

function uiSchema(file: string) {
  return { file, text: '- jsonKey: greeting\n  label: Greeting\n' };
}
