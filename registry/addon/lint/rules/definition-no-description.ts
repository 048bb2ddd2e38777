import { findLast, listCueDefinitions } from '../cue-definitions.ts';
import { hitAtField } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Definitions in CUE whose description is empty or missing. */
export const definitionNoDescription: Rule = {
  id: 'definition/no-description',
  severity: 'info',
  title: 'Definition without a description',
  reason:
    'The description is all that `vela component`, `vela trait` and VelaUX show beside the name when somebody looks for a definition to use.',
  fix: 'Say in one sentence what the definition does.',
  wrong: [
    {
      file: 'definitions/hello.cue',
      text: 'hello: {\n\ttype:        "trait"\n\tdescription: ""\n}\n\ntemplate: patch: {}\n',
    },
  ],
  right: [
    {
      file: 'definitions/hello.cue',
      text: 'hello: {\n\ttype:        "trait"\n\tdescription: "Adds a greeting to the pods of a component"\n}\n\ntemplate: patch: {}\n',
    },
  ],
  *check(subject) {
    for (const { file, head, headFields } of listCueDefinitions(subject)) {
      if (head === undefined) continue;
      const description = findLast(headFields, 'description');
      if (description === undefined)
        yield hitAtField(file, head, `The definition \`${head.label}\` has no description.`);
      else if (description.string === '') yield hitAtField(file, description, 'The description is empty.');
    }
  },
};
