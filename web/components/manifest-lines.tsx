import type { VNode } from 'preact';
import type { PreviewDocument } from '../../schemas/preview.ts';
import type { FormContext } from '../context/form/form-context.ts';

/** Lines of a text that stand together: as they were, new, gone, or left out. */
export interface LineRun {
  readonly kind: 'same' | 'added' | 'removed' | 'gap';
  readonly text: string;
  readonly count: number;
}

/** Lays the lines of a document out in runs, those that are gone or left out where they stood. */
export function toLineRuns({ text = '', added = [], removed = [], gaps = [] }: PreviewDocument): readonly LineRun[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const isNew = new Set(added);
  const gone = new Map<number, string[]>();
  for (const { at, text: line } of removed) gone.set(at, [...(gone.get(at) ?? []), line]);
  const left = new Map(gaps.map((gap) => [gap.at, gap.lines]));
  const runs: { kind: LineRun['kind']; lines: string[]; count?: number }[] = [];
  const push = (kind: LineRun['kind'], line: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  };
  for (let number = 1; number <= lines.length + 1; number += 1) {
    const missing = left.get(number);
    if (missing !== undefined) runs.push({ kind: 'gap', lines: [], count: missing });
    for (const line of gone.get(number) ?? []) push('removed', line);
    const line = lines[number - 1];
    if (line !== undefined) push(isNew.has(number) ? 'added' : 'same', line);
  }
  return runs.map(({ kind, lines: each, count = each.length }) => ({ kind, text: `${each.join('\n')}\n`, count }));
}

/** The same with only a few unchanged lines around the others; what is left out is one line of dots. */
export function toDifferenceRuns(runs: readonly LineRun[], around = 3): readonly LineRun[] {
  const joined: LineRun[] = [];
  for (const run of runs) {
    const quiet = run.kind === 'gap' ? { kind: 'same' as const, text: '…\n', count: 1 } : run;
    const last = joined.at(-1);
    if (quiet.kind !== 'same' || last?.kind !== 'same') joined.push(quiet);
    else joined.splice(-1, 1, { kind: 'same', text: last.text + quiet.text, count: last.count + quiet.count });
  }
  return joined.map((run, index) => {
    if (run.kind !== 'same') return run;
    const lines = run.text.replace(/\n$/, '').split('\n');
    const head = index === 0 ? 0 : around;
    const tail = index === joined.length - 1 ? 0 : around;
    if (lines.length <= head + tail + 1) return run;
    const shown = [...lines.slice(0, head), '…', ...lines.slice(lines.length - tail)];
    return { ...run, text: `${shown.join('\n')}\n` };
  });
}

/** Lines of YAML with their marks. */
export function ManifestLines({ context, runs }: { context: FormContext; runs: readonly LineRun[] }): VNode {
  const text = context.text.manifest;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre class="manifest-lines" tabIndex={0}>
      {runs.map((run, index) => {
        if (run.kind === 'same') return <span key={index}>{run.text}</span>;
        if (run.kind === 'gap') {
          return (
            <span key={index} class="manifest-gap">
              … {text.lines(run.count)}
              {'\n'}
            </span>
          );
        }
        return run.kind === 'added' ? (
          <ins key={index} title={text.added}>
            {run.text}
          </ins>
        ) : (
          <del key={index} title={text.removed}>
            {run.text}
          </del>
        );
      })}
    </pre>
  );
}
