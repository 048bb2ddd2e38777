import type { VNode } from 'preact';
import type { PreviewDocument } from '../../schemas/preview.ts';
import type { FormContext } from '../context/form/form-context.ts';

/** Lines of a text that stand together: as they were, new, or gone. */
export interface LineRun {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  readonly count: number;
}

/** Lays the lines of a document out in runs, those that are gone where they stood. */
export function toLineRuns({ text = '', added = [], removed = [] }: PreviewDocument): readonly LineRun[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const isNew = new Set(added);
  const gone = new Map<number, string[]>();
  for (const { at, text: line } of removed) gone.set(at, [...(gone.get(at) ?? []), line]);
  const runs: { kind: LineRun['kind']; lines: string[] }[] = [];
  const push = (kind: LineRun['kind'], line: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  };
  for (let number = 1; number <= lines.length + 1; number += 1) {
    for (const line of gone.get(number) ?? []) push('removed', line);
    const line = lines[number - 1];
    if (line !== undefined) push(isNew.has(number) ? 'added' : 'same', line);
  }
  return runs.map(({ kind, lines: each }) => ({ kind, text: `${each.join('\n')}\n`, count: each.length }));
}

/** The same with only a few unchanged lines around the others. */
export function toDifferenceRuns(runs: readonly LineRun[], around = 3): readonly LineRun[] {
  return runs.map((run, index) => {
    if (run.kind !== 'same') return run;
    const lines = run.text.replace(/\n$/, '').split('\n');
    const head = index === 0 ? 0 : around;
    const tail = index === runs.length - 1 ? 0 : around;
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
