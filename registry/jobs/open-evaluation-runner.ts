import { setMaxListeners } from 'node:events';
import PQueue from 'p-queue';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { readStoredTree } from '../catalog/read-stored-tree.ts';
import type { Digest } from '../digest.ts';
import { RegistryError } from '../errors.ts';
import type { BlobStore, EvaluationQuestion, LineEvaluationStore, VersionReader } from '../storage/types.ts';
import { createResultBatch } from './create-result-batch.ts';
import { type ContentJudge, createContentJudge } from './judge-content.ts';
import type { AddonEvaluator, EvaluationObserver } from './types.ts';

export interface EvaluationRunnerOptions {
  readonly store: Pick<VersionReader, 'findVersion'> &
    Pick<LineEvaluationStore, 'listQuestions' | 'saveLineEvaluations' | 'pruneLineEvaluations'>;
  readonly blobs: Pick<BlobStore, 'readBlob'>;
  readonly evaluator: AddonEvaluator;
  readonly observer: EvaluationObserver;
  readonly onBug: (error: unknown) => void;
  /** A line whose engine cannot be started is tried again after so long; default 30 s. */
  readonly retryMs?: number;
  /** Results are saved together, at the latest after so long; default 2 s. */
  readonly batchMs?: number;
}

/** Judges every stored content on every line in the background, newest first, each content once for the rules of now. */
export interface EvaluationRunner {
  /** Looks for contents that are to be judged, now or as soon as those under way are; never waits. */
  wake(): void;
  /** Whether something is being judged, or looked for to be judged. */
  isRunning(): boolean;
  /** Ends when nothing is left that could be judged now. */
  settled(): Promise<void>;
  /** Stops what is under way, which the next start judges anew; what was judged is saved. */
  close(): Promise<void>;
}

/** Contents at work at once: while one line takes long over one, the others go on to the next. */
const maxConcurrentContents = 3;
/** What comes while others are at work is sorted in after so long, the newest first. */
const relistMs = 3_000;

/** Readies the runner; nothing runs before the first `wake`. */
export function openEvaluationRunner(options: EvaluationRunnerOptions): EvaluationRunner {
  const { store, blobs, evaluator, observer, onBug, retryMs = 30_000, batchMs = 2_000 } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  // Each engine has one job at a time, so that people who wait for it are never far behind.
  const queues = new Map(evaluator.lines.map(({ line }) => [line, new PQueue({ concurrency: 1 })]));
  const ruleSets = new Map(evaluator.lines.map(({ line, ruleSet }) => [line, ruleSet]));
  const pausedLines = new Set<ReleaseLine>();
  /** What cannot be judged although its line can; the next start tries again. */
  const givenUp = new Set<string>();
  const pending = new Map<ReleaseLine, number>();
  const batch = createResultBatch({ store, batchMs, onSaved: () => observer.onChange(), onBug });
  let results = 0;
  let running: Promise<void> | undefined;
  let woken = false;
  let retry: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    while (woken && !signal.aborted) {
      woken = false;
      const questions = await listOpenQuestions();
      if (questions.length > 0) await judgeAll(questions);
      await batch.flush();
    }
    if (signal.aborted) return;
    await store.pruneLineEvaluations(evaluator.lines.map(({ line }) => line));
    if (results > 0) observer.onDone(results);
    results = 0;
  }

  async function listOpenQuestions(): Promise<readonly EvaluationQuestion[]> {
    const questions = await store.listQuestions(evaluator.lines);
    for (const { line } of evaluator.lines) {
      pending.set(line, questions.filter(({ lines }) => lines.includes(line)).length);
    }
    observer.onPending(pending);
    return questions
      .map((question) => ({ ...question, lines: question.lines.filter((line) => isOpen(question.treeDigest, line)) }))
      .filter(({ lines }) => lines.length > 0);
  }

  function isOpen(treeDigest: Digest, line: ReleaseLine): boolean {
    return !pausedLines.has(line) && !givenUp.has(questionKey(treeDigest, line));
  }

  async function judgeAll(questions: readonly EvaluationQuestion[]): Promise<void> {
    const waiting = questions.values();
    const startedAt = performance.now();
    async function work(): Promise<void> {
      for (const question of waiting) {
        await judge(question);
        if (signal.aborted || (woken && performance.now() - startedAt > relistMs)) return;
      }
    }
    await Promise.all(Array.from({ length: maxConcurrentContents }, work));
    // Whoever stopped early to sort in what is new has more to do.
    if (waiting.next().done !== true) woken = true;
  }

  async function judge(question: EvaluationQuestion): Promise<void> {
    const { treeDigest, lines } = question;
    try {
      const record = await store.findVersion(question);
      // Removed or replaced meanwhile: its content is no longer asked for, or is a question of its own.
      if (record?.treeDigest !== treeDigest) return;
      const askLine = createContentJudge(evaluator, await readStoredTree(blobs, record.digest));
      await Promise.all(
        lines.map((line) =>
          queues.get(line)?.add(async () => {
            if (signal.aborted || pausedLines.has(line)) return;
            await judgeLine(question, line, askLine);
          }),
        ),
      );
    } catch (error) {
      if (!signal.aborted) for (const line of lines) giveUp(question, line, error);
    }
  }

  async function judgeLine(question: EvaluationQuestion, line: ReleaseLine, askLine: ContentJudge): Promise<void> {
    const { treeDigest } = question;
    try {
      const evaluation = await unlessAborted(signal, (own) => askLine(line, own));
      batch.add({ treeDigest, ruleSet: ruleSets.get(line) ?? '', evaluation });
      results += 1;
      pending.set(line, Math.max(0, (pending.get(line) ?? 0) - 1));
      observer.onPending(pending);
    } catch (error) {
      if (signal.aborted) return;
      if (isEngineTrouble(error)) pauseLine(line, error);
      else giveUp(question, line, error);
    }
  }

  function giveUp({ catalog, addon, key, treeDigest }: EvaluationQuestion, line: ReleaseLine, error: unknown): void {
    givenUp.add(questionKey(treeDigest, line));
    observer.onTrouble({ catalog, addon, version: key, line, error });
  }

  function pauseLine(line: ReleaseLine, error: unknown): void {
    if (pausedLines.has(line)) return;
    pausedLines.add(line);
    observer.onLineTrouble(line, error);
    retry ??= setTimeout(() => {
      retry = undefined;
      pausedLines.clear();
      wake();
    }, retryMs).unref();
  }

  function wake(): void {
    if (signal.aborted) return;
    woken = true;
    running ??= run()
      .catch((error: unknown) => {
        // A store that fails is tried again with the next news, or else after a while.
        if (signal.aborted) return;
        onBug(error);
        setTimeout(wake, retryMs).unref();
        woken = false;
      })
      .finally(() => {
        running = undefined;
        if (woken) wake();
        else observer.onRest?.();
      });
  }

  return {
    wake,
    isRunning: () => running !== undefined,
    async settled() {
      while (running !== undefined) await running;
    },
    async close() {
      stopping.abort(new Error('the server is stopping'));
      clearTimeout(retry);
      await running;
      await batch.close();
    },
  };
}

function questionKey(treeDigest: Digest, line: ReleaseLine): string {
  return `${line} ${treeDigest}`;
}

function isEngineTrouble(error: unknown): boolean {
  return error instanceof RegistryError && (error.code === 'ENGINE_UNAVAILABLE' || error.code === 'ENGINE_BUSY');
}

/** Gives work a signal of its own, which goes with it, and does not wait for work that is slow to notice that it should stop. */
async function unlessAborted<Value>(signal: AbortSignal, work: (own: AbortSignal) => Promise<Value>): Promise<Value> {
  signal.throwIfAborted();
  const own = new AbortController();
  // One evaluation asks many questions at once, and each listens.
  setMaxListeners(0, own.signal);
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => {
      own.abort(signal.reason);
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work(own.signal), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
