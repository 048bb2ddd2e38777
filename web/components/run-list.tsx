import type { VNode } from 'preact';
import type { SourceRun, SourceStep } from '../../schemas/source-run.ts';
import type { PageContext } from '../context/page-context.ts';
import { MarkedText } from './marked-text.tsx';

/** What the last runs of a source did, step by step, the newest open. */
export function RunList({ context, runs }: { context: PageContext; runs: readonly SourceRun[] }): VNode {
  const { strings, formats } = context;
  const text = strings.operate;
  if (runs.length === 0) return <p class="quiet">{text.noRuns}</p>;
  return (
    <div class="runs">
      {runs.map((run, index) => (
        <details key={run.started} class={`run run-${run.outcome}`} open={index === 0}>
          <summary>
            <time dateTime={run.started}>{formats.dateTime(run.started)}</time>{' '}
            <span class="run-outcome">{text.outcome[run.outcome]}</span>{' '}
            {run.ended !== undefined && <span class="quiet">{text.took(toSeconds(run.started, run.ended))}</span>}
          </summary>
          <ol class="run-steps">
            {run.steps.map((step) => (
              <li key={`${step.at} ${step.step} ${step.addon ?? ''}`}>
                <time class="quiet" dateTime={step.at}>
                  {step.at.slice(11, 19)}
                </time>{' '}
                <span>
                  {toWords(context, step)}
                  {step.message !== undefined && (
                    <>
                      {': '}
                      <MarkedText text={step.message} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ol>
          {run.dropped > 0 && <p class="quiet">{text.dropped(run.dropped)}</p>}
        </details>
      ))}
    </div>
  );
}

function toSeconds(from: string, to: string): string {
  return ((Date.parse(to) - Date.parse(from)) / 1000).toFixed(1);
}

function toWords({ strings, formats }: PageContext, step: SourceStep): string {
  const text = strings.operate.step;
  const number = (value: number | undefined) => formats.number(value ?? 0);
  switch (step.step) {
    case 'started':
      return text.started;
    case 'revision':
      return text.revision(step.revision ?? '');
    case 'listed':
      return text.listed(number(step.versions), number(step.changed));
    case 'trouble':
      return text.trouble(step.addon ?? '', step.version ?? '');
    case 'finished':
      return text.finished(number(step.saved), number(step.failed));
    case 'failed':
      return text.failed;
  }
}
