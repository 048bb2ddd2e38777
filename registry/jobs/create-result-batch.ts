import type { LineEvaluationRecord, LineEvaluationStore } from '../storage/types.ts';

export interface ResultBatchOptions {
  readonly store: Pick<LineEvaluationStore, 'saveLineEvaluations'>;
  /** Results wait at most so long. */
  readonly batchMs: number;
  readonly onSaved: () => void;
  readonly onBug: (error: unknown) => void;
}

/** Gathers results, so that a catalog is rebuilt for many of them at once. */
export interface ResultBatch {
  add(record: LineEvaluationRecord): void;
  /** Saves what waits. Throws what the store throws; what could not be saved is judged again. */
  flush(): Promise<void>;
  /** Saves what waits, if that can be done, and takes no more. */
  close(): Promise<void>;
}

const maxWaiting = 60;

/** Makes an empty batch. */
export function createResultBatch({ store, batchMs, onSaved, onBug }: ResultBatchOptions): ResultBatch {
  let records: LineEvaluationRecord[] = [];
  let timer: NodeJS.Timeout | undefined;
  let saving: Promise<void> = Promise.resolve();

  async function save(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (records.length === 0) return;
    const ready = records;
    records = [];
    await store.saveLineEvaluations(ready);
    onSaved();
  }

  /** One after the other, so that `flush` ends when everything before it is saved. */
  function enqueue(): Promise<void> {
    const next = saving.then(save);
    saving = next.catch(() => undefined);
    return next;
  }

  return {
    add(record) {
      records.push(record);
      if (records.length >= maxWaiting) enqueue().catch(onBug);
      else timer ??= setTimeout(() => enqueue().catch(onBug), batchMs);
    },
    flush: enqueue,
    async close() {
      await enqueue().catch(onBug);
      clearTimeout(timer);
    },
  };
}
