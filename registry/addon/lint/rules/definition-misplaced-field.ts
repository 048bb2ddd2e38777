import { listCueDefinitions } from '../cue-definitions.ts';
import { hitAtField } from '../hits.ts';
import type { Rule } from '../types.ts';

const headFields = ['type', 'alias', 'description', 'annotations', 'labels', 'attributes'];

/** Fields beside `attributes` that belong inside it. */
export const definitionMisplacedField: Rule = {
  id: 'definition/misplaced-field',
  severity: 'warning',
  title: 'Field beside attributes that the converter drops',
  reason:
    'Only `type`, `alias`, `description`, `labels`, `annotations` and `attributes` are read from the head of a definition. `workload` or `status` beside `attributes` is dropped without a message: the component then has no workload, and its health is not checked.',
  fix: 'Move the field into `attributes`.',
  wrong: [
    {
      file: 'definitions/hello.cue',
      text: 'hello: {\n\ttype:        "component"\n\tdescription: "Greets"\n\tworkload: type: "autodetects.core.oam.dev"\n}\n\ntemplate: output: {}\n',
    },
  ],
  right: [
    {
      file: 'definitions/hello.cue',
      text: 'hello: {\n\ttype:        "component"\n\tdescription: "Greets"\n\tattributes: workload: type: "autodetects.core.oam.dev"\n}\n\ntemplate: output: {}\n',
    },
  ],
  *check(subject) {
    for (const { file, headFields: fields } of listCueDefinitions(subject)) {
      for (const field of fields) {
        if (headFields.includes(field.label) || field.label === '' || field.labelKind === 'let') continue;
        yield hitAtField(file, field, `\`${field.label}\` stands beside \`attributes\` and is dropped.`);
      }
    }
  },
};
