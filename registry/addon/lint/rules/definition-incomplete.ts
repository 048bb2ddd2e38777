import { type CueDefinition, findLast, listCueDefinitions } from '../cue-definitions.ts';
import { hitAt, hitAtField } from '../hits.ts';
import type { Rule, RuleHit } from '../types.ts';

/** CUE files in `definitions/` without the two fields that make a definition. */
export const definitionIncomplete: Rule = {
  id: 'definition/incomplete',
  severity: 'error',
  title: 'CUE definition without head, type or template',
  reason:
    "A definition in CUE has exactly one field with its name, in which `type` stands, and a field `template` with a struct. The client refuses anything else with `no metadata found`, `duplicated definition name found`, `no template found` or `Object 'Kind' is missing`, and the addon cannot be enabled.",
  fix: 'Write one definition per file: a head with `type` and `attributes`, and a `template`.',
  wrong: [{ file: 'definitions/hello.cue', text: 'hello: {\n\ttype:        "trait"\n\tdescription: "Greets"\n}\n' }],
  right: [
    {
      file: 'definitions/hello.cue',
      text: 'hello: {\n\ttype:        "trait"\n\tdescription: "Greets"\n}\n\ntemplate: {\n\tpatch: {}\n\tparameter: {}\n}\n',
    },
  ],
  *check(subject) {
    for (const definition of listCueDefinitions(subject)) yield* checkHead(definition);
    for (const { file, template } of listCueDefinitions(subject)) {
      if (template === undefined) {
        yield hitAt(file, { line: 1, column: 1 }, 'The definition has no `template`.');
      } else if (template.valueKind !== 'struct') {
        yield hitAtField(file, template, 'The value of `template` is not written as a struct.');
      } else if (/^\{\s*\}$/.test(template.valueText)) {
        yield hitAtField(file, template, 'The `template` is empty.');
      }
    }
  },
};

function* checkHead({ file, head, headFields, second }: CueDefinition): Generator<RuleHit> {
  if (head === undefined) {
    yield hitAt(file, { line: 1, column: 1 }, 'The file names no definition.');
    return;
  }
  if (second !== undefined) {
    yield hitAtField(file, second, `\`${second.label}\` is a second definition in the file, after \`${head.label}\`.`);
  }
  if (head.valueKind === 'struct' && findLast(headFields, 'type') === undefined) {
    yield hitAtField(file, head, `The definition \`${head.label}\` has no \`type\`.`);
  }
}
