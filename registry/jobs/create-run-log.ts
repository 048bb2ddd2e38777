import type { SourceRun, SourceStep } from '../../schemas/source-run.ts';

/** What the last runs of one source did; bounded, and gone with the process. */
export interface RunLog {
  begin(): void;
  add(step: Omit<SourceStep, 'at'>): void;
  end(outcome: 'unchanged' | 'changed' | 'failed'): void;
  /** Newest first. */
  listRuns(): readonly SourceRun[];
}

const maxRuns = 10;
const maxSteps = 100;

interface Run {
  readonly started: string;
  ended: string | undefined;
  outcome: SourceRun['outcome'];
  readonly steps: SourceStep[];
  dropped: number;
}

/** Makes an empty log. Of runs without news in a row only the last is kept, so that what happened is not pushed out by what did not. */
export function createRunLog(now: () => string): RunLog {
  const runs: Run[] = [];
  return {
    begin() {
      if (runs[0]?.outcome === 'unchanged' && runs[1]?.outcome === 'unchanged') runs.shift();
      runs.unshift({ started: now(), ended: undefined, outcome: 'running', steps: [], dropped: 0 });
      runs.splice(maxRuns);
      this.add({ step: 'started' });
    },
    add(step) {
      const run = runs[0];
      if (run === undefined) return;
      // The end of a run is told in any case.
      if (run.steps.length < maxSteps || step.step === 'finished' || step.step === 'failed') {
        run.steps.push({ at: now(), ...step });
      } else run.dropped += 1;
    },
    end(outcome) {
      const run = runs[0];
      if (run === undefined) return;
      run.outcome = outcome;
      run.ended = now();
    },
    listRuns: () =>
      runs.map(({ ended, steps, ...run }) => ({
        ...run,
        steps: [...steps],
        ...(ended === undefined ? {} : { ended }),
      })),
  };
}
