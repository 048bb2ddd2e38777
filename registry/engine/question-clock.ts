import { findProcessorMs } from './processor-time.ts';

export interface QuestionClockOptions {
  readonly pid: number;
  readonly limitMs: number;
  onLimit(): void;
}

/** A program that had less of the limit than this share on the processor did not hang: the machine was busy with others. */
const fairShare = 0.25;
/** How many limits such a program gets in all. */
const patience = 4;

/** Calls back when the time of a question is over; gives it more on a machine that is too busy to run it. Returns what stops the clock. */
export function startQuestionClock({ pid, limitMs, onLimit }: QuestionClockOptions): () => void {
  const startedWithMs = findProcessorMs(pid);
  let timer = setTimeout(() => {
    const hadMs = startedWithMs === undefined ? undefined : (findProcessorMs(pid) ?? 0) - startedWithMs;
    if (hadMs === undefined || hadMs >= limitMs * fairShare) return onLimit();
    timer = setTimeout(onLimit, limitMs * (patience - 1));
  }, limitMs);
  return () => clearTimeout(timer);
}
