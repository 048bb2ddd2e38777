import { findNearestWord } from '../../../nearest-word.ts';
import type { Rule } from '../types.ts';

/** What KubeVela reads in comments (`pkg/appfile/template.go`, `pkg/cue/convert.go`, `pkg/cue/model/sets` of its workflow). */
const directives = ['usage', 'short', 'alias', 'ignore', 'immutable', 'patchKey', 'patchStrategy'];
/** Markers of Kubernetes' own Go types, which stand in CUE that was made from them. */
const foreign = new Set(['listMapKey', 'listType', 'mapType', 'nullable', 'optional', 'patchMergeKey', 'required']);

const directive = /(?:^|\s)\/\/\s*\+([A-Za-z]{1,40})/;

/** Comments that look like a directive of KubeVela and are none. */
export const cueMistypedDirective: Rule = {
  id: 'cue/mistyped-directive',
  severity: 'info',
  title: 'Comment that is almost a directive',
  reason:
    'KubeVela reads help texts, aliases and patch strategies out of comments such as `// +usage=`. A comment with another word behind the plus is an ordinary comment: the help text is missing, or a list is not merged by its key.',
  fix: 'Correct the word behind the plus.',
  wrong: [example('useage')],
  right: [example('usage')],
  *check({ documents }) {
    const roles = ['template', 'parameter', 'definition'] as const;
    const cue = new Set(documents.listCue(...roles).map(({ file }) => file));
    for (const { path, bytes } of documents.files.filter((file) => cue.has(file.path))) {
      for (const [index, line] of new TextDecoder().decode(bytes).split('\n').entries()) {
        const found = directive.exec(line);
        const word = found?.[1];
        if (word === undefined || directives.includes(word) || foreign.has(word)) continue;
        const meant = findNearestWord(word, directives);
        if (meant === undefined) continue;
        const column = line.indexOf(`+${word}`) + 1;
        const message = `\`+${word}\` means nothing to KubeVela; \`+${meant}\` does.`;
        yield { file: path, line: index + 1, column, message };
      }
    }
  },
};

function example(word: string) {
  return { file: 'parameter.cue', text: `parameter: {\n\t// +${word}=Whom to greet\n\tname: *"world" | string\n}\n` };
}
