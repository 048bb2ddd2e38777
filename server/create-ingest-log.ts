import type { Logger } from 'pino';
import type { IngestObserver, IngestReport } from '../registry/ingest/types.ts';
import type { Metrics } from './http/metrics.ts';

export interface IngestLogOptions {
  readonly log: Logger;
  readonly print: (line: string) => void;
  readonly metrics: Metrics;
}

/** Tells people, the log and the metrics how runs of sources go. */
export interface IngestLog extends Pick<IngestObserver, 'onProgress' | 'onTrouble'> {
  onReport(report: IngestReport, durationMs: number): void;
}

const progressPauseMs = 1_000;

/** Progress is told at most once a second for each source, and a run without news not at all. */
export function createIngestLog({ log, print, metrics }: IngestLogOptions): IngestLog {
  const printedAt = new Map<string, number>();
  return {
    onProgress({ source, done, total }) {
      const now = performance.now();
      if (!printedAt.has(source)) printedAt.set(source, now);
      if (done === total || now - (printedAt.get(source) ?? now) < progressPauseMs) return;
      printedAt.set(source, now);
      print(`${source}: ${done} of ${total} versions`);
    },
    onTrouble({ source, addon, version, error }) {
      log.error(
        { 'source.id': source, 'addon.name': addon, 'addon.version': version, err: error },
        'version not stored',
      );
    },
    onReport(report, durationMs) {
      printedAt.delete(report.source);
      metrics.countIngest({ source: report.source, condition: report.condition, durationMs });
      const fields = { 'source.id': report.source, duration_ms: Math.round(durationMs), saved: report.saved };
      if (report.condition !== 'ok') {
        log.warn({ ...fields, reason: report.message }, 'source not read');
        print(`${report.source}: ${report.condition}, will retry: ${report.message ?? ''}`);
        return;
      }
      if (!report.changed) return;
      log.info({ ...fields, revision: report.revision, failed: report.failed }, 'source read');
      const versions = report.saved === 1 ? '1 version' : `${report.saved} versions`;
      print(`${report.source}: ${versions} indexed in ${(durationMs / 1000).toFixed(1)} s`);
    },
  };
}
