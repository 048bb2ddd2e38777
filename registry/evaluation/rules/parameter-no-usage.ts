import { emptyTemplate } from '../../addon/lint/examples.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';
import { walkParameters } from '../walk-parameters.ts';

/** Required parameters that say nothing about themselves. */
export const parameterNoUsage: EvaluationRule = {
  id: 'parameter/no-usage',
  severity: 'info',
  title: 'Required parameter without a help text',
  reason:
    'Whoever uses the addon or definition must give this parameter, and forms and `vela show` have nothing to say about it. The comment `// +usage=` above a field is what they show.',
  fix: 'Write // +usage= and a sentence above the parameter.',
  wrong: [traitExample('')],
  right: [emptyTemplate, traitExample('\t\t// +usage=Whom to greet\n')],
  *check({ texts, parameters, line }) {
    const own = texts.find(({ facts }) => facts.topLevel.some(({ name }) => name === 'parameter'))?.facts.file;
    const sources = [
      { file: own ?? 'parameter.cue', parameters },
      ...texts.map((text) => ({ file: text.facts.file, parameters: text.parameters ?? [] })),
    ];
    for (const source of sources) {
      for (const { path, parameter, demanded } of walkParameters(source.parameters)) {
        const { usage = '', short = '', fields = [] } = parameter;
        // A struct that is there to hold others is told by those.
        if (!demanded || !parameter.required || `${usage}${short}` !== '' || fields.length > 0) continue;
        const place = { file: parameter.file ?? source.file, line: parameter.line ?? 1, column: parameter.column ?? 1 };
        yield { ...place, message: `The required parameter \`${path.join('.')}\` has no help text.`, for: [line] };
      }
    }
  },
};

function traitExample(comment: string) {
  return {
    file: 'definitions/hello.cue',
    text: `hello: {\n\ttype:        "trait"\n\tdescription: "Greets"\n}\n\ntemplate: {\n\tpatch: metadata: labels: hello: parameter.text\n\tparameter: {\n${comment}\t\ttext: string\n\t}\n}\n`,
  };
}
