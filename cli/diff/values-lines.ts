import type { ValueIssue, ValuesCheck } from '../../schemas/values-check.ts';
import { toOneLine } from '../terminal/change-line.ts';
import type { Line, Style } from '../terminal/terminal.ts';
import { toObjectLines } from './diff-lines.ts';

const effects = {
  refused: { text: 'refused', style: 'red' },
  changed: { text: 'changed', style: 'yellow' },
  ignored: { text: 'ignored', style: 'yellow' },
  accepted: { text: 'accepted', style: 'dim' },
} as const satisfies Record<ValueIssue['effect'], { text: string; style: Style }>;

/** Shows whether values are still valid: the verdict first, then what happens to each, then the objects that come out otherwise. */
export function toValuesLines(check: ValuesCheck): readonly Line[] {
  const { to, for: line, valid, refused, refusedBefore, issues, objects } = check;
  const verdict: Line = valid
    ? [{ text: 'still valid', style: 'green' }, ` in ${to} on KubeVela ${line}`]
    : [
        { text: 'no longer valid', style: 'red' },
        ` in ${to}: KubeVela ${line} refuses them: ${toOneLine(refused ?? '')}`,
      ];
  return [
    '',
    [{ text: 'Your values', style: 'bold' }],
    ['  ', ...(typeof verdict === 'string' ? [verdict] : verdict)],
    ...(refusedBefore === undefined ? [] : [`  the older version refuses them too: ${toOneLine(refusedBefore)}`]),
    ...issues.map((issue): Line => ['  ', effects[issue.effect], ` ${toOneLine(issue.message)}`]),
    ...objects.flatMap(toObjectLines).map((each): Line => ['  ', ...(typeof each === 'string' ? [each] : each)]),
    ...(check.cut ? ['  not all is listed'] : []),
  ];
}
