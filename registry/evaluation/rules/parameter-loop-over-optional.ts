import { hitAt } from '../../addon/lint/hits.ts';
import type { EvaluationRule, EvaluationSubject } from '../evaluation-rule.ts';
import { walkParameters } from '../walk-parameters.ts';

const optionalNames = {
  file: 'parameter.cue',
  text: 'parameter: {\n\t// +usage=Whom to greet\n\tnames?: [...string]\n}\n',
};

/** Loops over an optional parameter that nothing guards. */
export const parameterLoopOverOptional: EvaluationRule = {
  id: 'parameter/loop-over-optional',
  severity: 'warning',
  title: 'Loop over a parameter that may be absent',
  reason:
    'Clients up to KubeVela 1.10.3 rewrite `for x in parameter.list` in template.cue and its package so that an absent list counts as empty. From 1.10.4 on they do not, and the addon cannot be enabled without the parameter.',
  fix: 'Put the loop behind `if parameter.list != _|_`, or give the parameter a default.',
  lines: ['1.9'],
  wrong: [template('for name in parameter.names {"\\(name)": name}'), optionalNames],
  right: [template('if parameter.names != _|_ for name in parameter.names {"\\(name)": name}'), optionalNames],
  *check(subject) {
    if (subject.line !== '1.9') return;
    const optional = new Set(listOptional(subject));
    for (const { role, facts } of subject.texts) {
      if (role !== 'application') continue;
      const lines = readLines(subject, facts.file);
      for (const { path, guarded, ...place } of facts.parameterReads) {
        const name = path.join('.');
        if (guarded || !optional.has(name) || !isLoopSource(lines[place.line - 1], place.column)) continue;
        const message = `The loop over \`parameter.${name}\` renders on KubeVela 1.9 only because its client rewrites it.`;
        yield { ...hitAt(place, place, message), for: [subject.line] };
      }
    }
  },
};

function listOptional({ parameters }: EvaluationSubject): readonly string[] {
  return [...walkParameters(parameters)]
    .filter(({ parameter }) => parameter.optional && parameter.default === undefined)
    .map(({ path }) => path.join('.'));
}

function readLines({ documents }: EvaluationSubject, file: string): readonly string[] {
  const bytes = documents.files.find(({ path }) => path === file)?.bytes;
  return new TextDecoder().decode(bytes).split('\n');
}

function isLoopSource(line: string | undefined, column: number): boolean {
  return /\bfor\s+[\w$#]+(?:\s*,\s*[\w$#]+)?\s+in\s+$/.test((line ?? '').slice(0, column - 1));
}

function template(loop: string) {
  return {
    file: 'template.cue',
    text: `package main\n\noutput: {\n\tapiVersion: "core.oam.dev/v1beta1"\n\tkind:       "Application"\n\tmetadata: annotations: {\n\t\t${loop}\n\t}\n\tspec: components: []\n}\n`,
  };
}
