import type { Logger } from 'pino';
import type { EvaluationObserver } from '../registry/jobs/types.ts';
import type { Metrics } from './http/metrics.ts';

export interface EvaluationLogOptions {
  readonly log: Logger;
  readonly print: (line: string) => void;
  readonly metrics: Pick<Metrics, 'setEvaluationPending'>;
}

const progressPauseMs = 5_000;

/** Tells people, the log and the metrics how evaluation goes: in words every few seconds, and once when it is done. */
export function createEvaluationLog({
  log,
  print,
  metrics,
}: EvaluationLogOptions): Omit<EvaluationObserver, 'onChange'> {
  let startedAt: number | undefined;
  let printedAt = 0;
  return {
    onPending(pending) {
      for (const [line, contents] of pending) metrics.setEvaluationPending(line, contents);
      const now = performance.now();
      if ([...pending.values()].every((contents) => contents === 0)) return;
      if (startedAt === undefined) {
        startedAt = now;
        printedAt = now;
      }
      if (now - printedAt < progressPauseMs) return;
      printedAt = now;
      print(`evaluation: to do ${[...pending].map(([line, contents]) => `${contents} on ${line}`).join(', ')}`);
    },
    onDone(results) {
      const durationMs = performance.now() - (startedAt ?? performance.now());
      startedAt = undefined;
      log.info({ results, duration_ms: Math.round(durationMs) }, 'evaluated');
      print(`evaluation: ${results} results in ${(durationMs / 1000).toFixed(1)} s`);
    },
    onTrouble({ catalog, addon, version, line, error }) {
      log.error(
        { 'catalog.name': catalog, 'addon.name': addon, 'addon.version': version, 'release.line': line, err: error },
        'version not evaluated',
      );
    },
    onLineTrouble(line, error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ 'release.line': line, reason }, 'line not evaluated');
      print(`evaluation on ${line} waits, will retry: ${reason}`);
    },
  };
}
