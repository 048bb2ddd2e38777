import type { EffectDifference, ObjectDifference, VersionDiff } from '../../schemas/version-diff.ts';
import { toChangeLine, toOneLine } from '../terminal/change-line.ts';
import type { Line, Segment, Style } from '../terminal/terminal.ts';
import { count } from '../terminal/words.ts';

const signs = {
  added: { text: '+', style: 'green' },
  appeared: { text: '+', style: 'green' },
  removed: { text: '-', style: 'red' },
  vanished: { text: '-', style: 'red' },
  changed: { text: '~', style: 'yellow' },
} as const satisfies Record<string, { text: string; style: Style }>;

/** Shows what changes between two versions: the verdict first, then each group that has something in it. */
export function toDiffLines(diff: VersionDiff): readonly Line[] {
  return [
    ...toVerdictLines(diff),
    ...group(
      'Parameters',
      diff.parameters.map((each) => toChangeLine(each)),
    ),
    ...group('Definitions', diff.definitions.flatMap(toDefinitionLines)),
    ...group(
      'Dependencies',
      diff.dependencies.map((each) => toChangeLine(each)),
    ),
    ...group(
      'Requirements',
      diff.requirements.map((each) => toChangeLine(each)),
    ),
    ...group(`Objects on KubeVela ${diff.for}`, [...toRefusals(diff), ...diff.objects.flatMap(toObjectLines)]),
    ...group('What it does to a cluster', diff.effects.map(toEffectLine)),
    ...group('Files', diff.files.map(toFileLine)),
    ...(diff.cut.length === 0 ? [] : ['', `not all is listed: ${diff.cut.join(', ')}`]),
  ];
}

function toVerdictLines({ from, to, for: line, verdict }: VersionDiff): readonly Line[] {
  const { breaking, required, actual, adequate, suggested } = verdict;
  const side = ({ catalog, name, version }: VersionDiff['from']) =>
    `${catalog === undefined ? '' : `${catalog}/`}${name} ${version}`;
  const state: Segment =
    required === 'none'
      ? { text: 'no change', style: 'green' }
      : breaking
        ? { text: 'breaking', style: 'red' }
        : { text: 'compatible', style: 'green' };
  const moved = actual === 'none' ? 'the number did not move' : `${to.version} is a ${actual} version`;
  const judgement =
    actual === undefined || required === 'none'
      ? ''
      : adequate === true
        ? `, ${moved}, which is enough`
        : `, ${moved}: publish it as ${suggested ?? 'a later one'}`;
  return [
    [{ text: `${side(from)} -> ${side(to)}`, style: 'bold' }, ` on KubeVela ${line}`],
    [state, required === 'none' ? '' : `: needs a ${required} version${judgement}`],
  ];
}

function group(title: string, lines: readonly Line[]): readonly Line[] {
  if (lines.length === 0) return [];
  return ['', [{ text: title, style: 'bold' }], ...lines.map((line) => indent(line))];
}

function indent(line: Line): Line {
  return ['  ', ...(typeof line === 'string' ? [line] : line)];
}

function toDefinitionLines({ kind, name, change, changes, file }: VersionDiff['definitions'][number]): readonly Line[] {
  const head: Line = [signs[change], ` ${kind} ${name} `, { text: file, style: 'dim' }];
  return [head, ...changes.map((each) => indent(toChangeLine(each)))];
}

function toRefusals({ from, to }: VersionDiff): readonly Line[] {
  return [from, to].flatMap(({ version, refused }): readonly Line[] =>
    refused === undefined ? [] : [`${version} does not render without parameters: ${toOneLine(refused)}`],
  );
}

/** Shows a rendered object that came, went or changed, and its fields. */
export function toObjectLines({
  kind,
  namespace,
  name,
  change,
  fields,
  moreFields = 0,
}: ObjectDifference): readonly Line[] {
  const place = namespace === undefined ? name : `${namespace}/${name}`;
  return [
    [signs[change], ` ${kind} ${place}`],
    ...fields.map((field): Line => {
      const values = [field.before, field.after].flatMap((value) => (value === undefined ? [] : [toOneLine(value)]));
      return ['  ', signs[field.change], ` ${field.path}: `, { text: values.join(' -> '), style: 'dim' }];
    }),
    ...(moreFields === 0 ? [] : [`  and ${count(moreFields, 'more field')}`]),
  ];
}

function toEffectLine({ change, effect }: EffectDifference): Line {
  const value: Segment = effect.severity === 'danger' ? { text: effect.value, style: 'red' } : effect.value;
  return [signs[change], ` ${effect.kind} `, value, { text: ` ${effect.subject}`, style: 'dim' }];
}

function toFileLine({ path, change, before, after }: VersionDiff['files'][number]): Line {
  const sizes = [before, after].flatMap((state) => (state === undefined ? [] : [String(state.sizeBytes)]));
  return [signs[change], ` ${path} `, { text: `${sizes.join(' -> ')} bytes`, style: 'dim' }];
}
