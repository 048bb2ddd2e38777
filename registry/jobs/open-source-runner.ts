import PQueue from 'p-queue';
import type { SourceState } from '../../schemas/rest.ts';
import type { SourceRuns, SourceStates } from '../catalog/types.ts';
import { RegistryError, sourceNotFound } from '../errors.ts';
import { ingestSource } from '../ingest/ingest-source.ts';
import type { IngestDependencies, IngestReport } from '../ingest/types.ts';
import type { Source } from '../sources/types.ts';
import type { SourceCondition, SourceRecord } from '../storage/types.ts';
import { createRunLog, type RunLog } from './create-run-log.ts';
import { nextDelayMs } from './next-delay.ts';

/** A source with its schedule. */
export interface ScheduledSource {
  readonly source: Source;
  readonly catalog: string;
  /** Where it is: sources of one place wait for each other, so that a host that hangs keeps nobody else waiting. */
  readonly place: string;
  readonly everyMs: number;
  readonly adopted: string | undefined;
}

export interface SourceRunnerOptions {
  readonly dependencies: IngestDependencies;
  readonly sources: readonly ScheduledSource[];
  /** How long one run may take. */
  readonly timeoutMs: number;
  /** Is waited for before the run counts as done, so that who asked for it sees what it brought. */
  readonly onReport: (report: IngestReport, durationMs: number) => Promise<void>;
  readonly onBug: (error: unknown) => void;
  /** The state of a source may have changed. */
  readonly onState?: (source: string) => void;
}

/** Reads every source at its pace, one run of a source at a time. */
export interface SourceRunner extends SourceStates, SourceRuns {
  /** Starts the schedule; the promise ends when every source was tried once. */
  start(): Promise<void>;
  /** Runs a source now; joins the run that is under way. Throws SOURCE_NOT_FOUND, or SOURCE_UNAVAILABLE when the runner closes meanwhile. */
  sync(source: string): Promise<IngestReport>;
  /** Ends the schedule and waits for the runs under way to stop. */
  close(): Promise<void>;
}

const maxConcurrentRuns = 16;
const maxConcurrentRunsOfPlace = 2;

interface Slot extends ScheduledSource {
  readonly log: RunLog;
  record: SourceRecord | undefined;
  adoption: string | undefined;
  failures: number;
  /** What the last run came to when the store could not take it down. */
  trouble: { readonly condition: SourceCondition; readonly message: string } | undefined;
  running: Promise<IngestReport> | undefined;
  progress: { done: number; total: number } | undefined;
  nextRun: string | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** Loads the last known states and readies the schedule; nothing runs before `start`. */
export async function openSourceRunner(options: SourceRunnerOptions): Promise<SourceRunner> {
  const { store, observer } = options.dependencies;
  const queue = new PQueue({ concurrency: maxConcurrentRuns });
  const places = new Map<string, PQueue>();
  const stopping = new AbortController();
  const slots = new Map<string, Slot>();
  for (const scheduled of options.sources) {
    const { id } = scheduled.source;
    if (!places.has(scheduled.place)) {
      places.set(scheduled.place, new PQueue({ concurrency: maxConcurrentRunsOfPlace }));
    }
    slots.set(id, {
      ...scheduled,
      log: createRunLog(options.dependencies.now),
      record: await store.findSource(id),
      adoption: (await store.findAdoption(id))?.revision,
      failures: 0,
      trouble: undefined,
      running: undefined,
      progress: undefined,
      nextRun: undefined,
      timer: undefined,
    });
  }
  const dependencies: IngestDependencies = {
    ...options.dependencies,
    observer: {
      ...observer,
      onStep: ({ source, ...step }) => {
        slots.get(source)?.log.add(step);
        observer.onStep?.({ source, ...step });
      },
      onTrouble: (trouble) => {
        const { addon, version, error } = trouble;
        const message = error instanceof RegistryError ? error.message : 'the server failed; its log says more';
        slots.get(trouble.source)?.log.add({ step: 'trouble', addon, version, message });
        observer.onTrouble(trouble);
      },
      onProgress: (progress) => {
        const slot = slots.get(progress.source);
        if (slot !== undefined) slot.progress = { done: progress.done, total: progress.total };
        observer.onProgress(progress);
        tellState(progress.source);
      },
    },
  };

  function tellState(source: string): void {
    options.onState?.(source);
  }

  function run(slot: Slot): Promise<IngestReport> {
    if (slot.running !== undefined) return slot.running;
    clearTimeout(slot.timer);
    slot.nextRun = undefined;
    const place = places.get(slot.place) ?? queue;
    const running = place
      .add(() => queue.add(() => runOnce(slot)))
      .finally(() => {
        slot.running = undefined;
        slot.progress = undefined;
        schedule(slot);
        tellState(slot.source.id);
      });
    slot.running = running;
    tellState(slot.source.id);
    return running;
  }

  async function runOnce(slot: Slot): Promise<IngestReport> {
    const { source, catalog, adopted } = slot;
    const startedAt = performance.now();
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(options.timeoutMs)]);
    try {
      signal.throwIfAborted();
      slot.log.begin();
      const report = await ingestSource(dependencies, { source, catalog, adopted, signal });
      slot.failures = report.condition === 'ok' ? 0 : slot.failures + 1;
      slot.record = await store.findSource(source.id);
      slot.adoption = (await store.findAdoption(source.id))?.revision;
      slot.trouble = toTrouble(report);
      await options.onReport(report, performance.now() - startedAt);
      logEnd(slot.log, report);
      return report;
    } catch (error) {
      if (stopping.signal.aborted) throw stopped(source.id, error);
      slot.failures += 1;
      const condition = slot.record?.lastSuccess === undefined ? 'unreachable' : 'stale';
      const message = 'the server failed while it read this source; its log says more';
      slot.trouble = { condition, message };
      slot.log.add({ step: 'failed', message });
      slot.log.end('failed');
      throw error;
    }
  }

  function schedule(slot: Slot): void {
    if (stopping.signal.aborted) return;
    const delayMs = nextDelayMs({ everyMs: slot.everyMs, failures: slot.failures });
    slot.nextRun = new Date(Date.now() + delayMs).toISOString();
    slot.timer = setTimeout(() => runInBackground(slot), delayMs);
    slot.timer.unref();
  }

  async function runInBackground(slot: Slot): Promise<void> {
    try {
      await run(slot);
    } catch (error) {
      if (!stopping.signal.aborted) options.onBug(error);
    }
  }

  return {
    async start() {
      await Promise.all([...slots.values()].map(runInBackground));
    },
    async sync(id) {
      const slot = slots.get(id);
      if (slot === undefined) throw sourceNotFound(id);
      return run(slot);
    },
    listRuns(id) {
      const slot = slots.get(id);
      if (slot === undefined) throw sourceNotFound(id);
      return slot.log.listRuns();
    },
    listSourceStates: () => [...slots.values()].map(toState),
    async close() {
      stopping.abort(new Error('the server is stopping'));
      for (const slot of slots.values()) clearTimeout(slot.timer);
      await Promise.allSettled([...slots.values()].map(({ running }) => running));
      await queue.onIdle();
    },
  };
}

function logEnd(log: RunLog, { condition, changed, saved, failed, message }: IngestReport): void {
  if (condition === 'ok') log.add({ step: 'finished', saved, failed });
  else log.add({ step: 'failed', ...(message === undefined ? {} : { message }) });
  log.end(condition !== 'ok' ? 'failed' : changed ? 'changed' : 'unchanged');
}

function toTrouble({ condition, message }: IngestReport): Slot['trouble'] {
  return message === undefined ? undefined : { condition, message };
}

function stopped(source: string, cause: unknown): RegistryError {
  return new RegistryError(
    'SOURCE_UNAVAILABLE',
    `the server is stopping, and source "${source}" was not read to its end; the next start goes on with it`,
    { details: { source }, cause },
  );
}

function toState({ source, catalog, record, adoption, trouble, running, progress, nextRun }: Slot): SourceState {
  const message = trouble?.message ?? record?.message;
  return {
    id: source.id,
    catalog,
    type: source.type,
    url: source.location,
    state: trouble?.condition ?? record?.condition ?? 'pending',
    running: running !== undefined,
    ...(progress === undefined ? {} : { progress }),
    ...(record?.revision === undefined ? {} : { revision: record.revision }),
    ...(adoption === undefined ? {} : { adopted: adoption }),
    ...(record?.lastRun === undefined ? {} : { lastRun: record.lastRun }),
    ...(record?.lastSuccess === undefined ? {} : { lastSuccess: record.lastSuccess }),
    ...(nextRun === undefined ? {} : { nextRun }),
    ...(message === undefined ? {} : { message }),
    findings: [...(record?.findings ?? [])],
  };
}
