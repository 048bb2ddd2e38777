import type { ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted; scraped at /metrics in the Prometheus text format. */
export interface Metrics {
  readonly registry: Registry;
  countRequest(request: { readonly surface: string; readonly status: number; readonly durationMs: number }): void;
  /** Counts an answer of the Helm surface once it has ended; next to free, because nothing is measured and nothing allocated. */
  countWhenEnded(response: ServerResponse): void;
  countIngest(run: { readonly source: string; readonly condition: string; readonly durationMs: number }): void;
  /** Contents that a release line has yet to judge. */
  setEvaluationPending(line: string, contents: number): void;
  /** How many follow the server live, asked at each scrape. */
  setLiveClients(count: () => number): void;
  /** Whether the data folder takes writes, and how many bytes are free there, asked at each scrape. */
  setStoreHealth(read: () => { readonly writable: boolean; readonly freeBytes: number | undefined }): void;
  setCatalog(catalog: { readonly catalog: string; readonly addons: number; readonly versions: number }): void;
}

/** Makes a registry of its own, so that two servers in one process do not share counts. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'chandlery_' });
  const helmAnswers = new Map<number, number>();
  const requests = new Counter({
    name: 'chandlery_http_requests_total',
    help: 'Requests answered, by surface and status.',
    labelNames: ['surface', 'status'],
    registers: [registry],
    collect() {
      for (const [status, answers] of helmAnswers) this.inc({ surface: 'helm', status }, answers);
      helmAnswers.clear();
    },
  });
  function countHelmAnswer(this: ServerResponse): void {
    helmAnswers.set(this.statusCode, (helmAnswers.get(this.statusCode) ?? 0) + 1);
  }
  const durations = new Histogram({
    name: 'chandlery_http_request_duration_seconds',
    help: 'Time to answer, by surface; not measured on the Helm surface.',
    labelNames: ['surface'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  const runs = new Histogram({
    name: 'chandlery_source_run_duration_seconds',
    help: 'Runs of sources, by outcome.',
    labelNames: ['source', 'condition'],
    buckets: [0.05, 0.2, 1, 5, 20, 60, 300],
    registers: [registry],
  });
  const evaluationPending = new Gauge({
    name: 'chandlery_evaluation_pending',
    help: 'Contents that a release line has yet to judge by the rules of now.',
    labelNames: ['line'],
    registers: [registry],
  });
  const addons = new Gauge({
    name: 'chandlery_addons',
    help: 'Addons listed.',
    labelNames: ['catalog'],
    registers: [registry],
  });
  const versions = new Gauge({
    name: 'chandlery_addon_versions',
    help: 'Versions listed.',
    labelNames: ['catalog'],
    registers: [registry],
  });
  return {
    registry,
    countRequest({ surface, status, durationMs }) {
      requests.inc({ surface, status });
      durations.observe({ surface }, durationMs / 1000);
    },
    countWhenEnded(response) {
      response.on('close', countHelmAnswer);
    },
    countIngest({ source, condition, durationMs }) {
      runs.observe({ source, condition }, durationMs / 1000);
    },
    setEvaluationPending(line, contents) {
      evaluationPending.set({ line }, contents);
    },
    setLiveClients(count) {
      new Gauge({
        name: 'chandlery_live_clients',
        help: 'Readers of the live stream.',
        registers: [registry],
        collect() {
          this.set(count());
        },
      });
    },
    setStoreHealth(read) {
      new Gauge({
        name: 'chandlery_store_writable',
        help: '1 when the data folder takes writes, else 0.',
        registers: [registry],
        collect() {
          this.set(read().writable ? 1 : 0);
        },
      });
      new Gauge({
        name: 'chandlery_store_free_bytes',
        help: 'Bytes that are free where the data folder is.',
        registers: [registry],
        collect() {
          const { freeBytes } = read();
          if (freeBytes !== undefined) this.set(freeBytes);
        },
      });
    },
    setCatalog(catalog) {
      addons.set({ catalog: catalog.catalog }, catalog.addons);
      versions.set({ catalog: catalog.catalog }, catalog.versions);
    },
  };
}
