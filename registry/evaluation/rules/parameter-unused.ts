import type { Parameter } from '../../../schemas/parameter.ts';
import type { CueText, EvaluationRule } from '../evaluation-rule.ts';

/** Parameters that the client itself reads (`pkg/addon/addon.go`). */
const readByClient = ['clusters'];

/** Parameters that nothing reads. */
export const parameterUnused: EvaluationRule = {
  id: 'parameter/unused',
  severity: 'info',
  title: 'Parameter that nothing reads',
  reason: 'A value for this parameter is accepted and makes no difference, so whoever sets it is deceived.',
  fix: 'Read the parameter where it was meant to matter, or remove it.',
  wrong: [traitExample('"hello"')],
  right: [traitExample('parameter.text')],
  *check({ texts, parameters, line, refused }) {
    // A text that does not parse reads nothing that anybody could see.
    if (refused) return;
    const application = texts.filter(({ role }) => role === 'application' || role === 'notes');
    const sources = [
      { parameters: parameters.filter(({ name }) => !readByClient.includes(name)), readers: application },
      ...texts.map((text) => ({ parameters: text.parameters ?? [], readers: [text] })),
    ];
    for (const source of sources) {
      for (const { name, file, line: at = 1, column = 1 } of listUnread(source.parameters, source.readers)) {
        const place = { file: file ?? source.readers[0]?.facts.file ?? 'parameter.cue', line: at, column };
        yield { ...place, message: `Nothing reads the parameter \`${name}\`.`, for: [line] };
      }
    }
  },
};

function listUnread(parameters: readonly Parameter[], readers: readonly CueText[]): readonly Parameter[] {
  if (readers.length === 0) return [];
  const reads = readers.flatMap(({ facts }) => facts.parameterReads);
  // Whoever takes all parameters as they are reads each of them.
  if (reads.some(({ path }) => path.length === 0)) return [];
  const read = new Set(reads.map(({ path }) => path[0]));
  return parameters.filter(({ name }) => !read.has(name));
}

function traitExample(value: string) {
  return {
    file: 'definitions/hello.cue',
    text: `hello: {\n\ttype:        "trait"\n\tdescription: "Greets"\n}\n\ntemplate: {\n\tpatch: metadata: labels: hello: ${value}\n\tparameter: {\n\t\t// +usage=Whom to greet\n\t\ttext: string\n\t}\n}\n`,
  };
}
