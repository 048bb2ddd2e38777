import type { Preview } from '../../../schemas/preview.ts';

/** What is to be rendered. */
export interface PreviewQuestion {
  readonly parameters: object;
  readonly texts: readonly { readonly pointer: string; readonly text: string }[];
  readonly for: string;
}

/** How the manifest fares: the last one that came, and whether it is the one of now. */
export interface PreviewNews {
  readonly status: 'fresh' | 'busy' | 'offline' | 'tooLarge' | 'failed';
  readonly preview: Preview | undefined;
  readonly retrySeconds?: number;
}

export interface PreviewLoopOptions {
  readonly url: string;
  readonly onNews: (news: PreviewNews) => void;
}

/** Asks for one preview after the other. */
export interface PreviewLoop {
  /** Renders what is asked last as soon as the answer before has come; `then` is told of that answer alone. */
  ask(question: PreviewQuestion, then?: (news: PreviewNews) => void): void;
}

interface Asked {
  readonly question: PreviewQuestion;
  readonly then: ((news: PreviewNews) => void) | undefined;
}

/** Keys that follow one another faster than this are asked for together. */
const gatherMs = 12;
/** An answer that takes longer is given up for a newer question. */
const staleMs = 400;
const firstRetryMs = 500;
const longestRetryMs = 8_000;

/** Makes a loop that has one request on its way at most, forgets questions that newer ones replace, and tries again quietly when the server does not answer. */
export function createPreviewLoop({ url, onNews }: PreviewLoopOptions): PreviewLoop {
  let waiting: Asked | undefined;
  let running: { readonly startedAt: number; readonly abort: AbortController } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;
  let last: Preview | undefined;

  function schedule(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void next(), delayMs);
  }

  async function next(): Promise<void> {
    if (waiting === undefined || running !== undefined) return;
    const asked = waiting;
    waiting = undefined;
    const abort = new AbortController();
    running = { startedAt: performance.now(), abort };
    const news = await fetchNews(asked.question, abort.signal);
    running = undefined;
    if (abort.signal.aborted) return schedule(0);
    last = news.preview ?? last;
    const isLater = waiting !== undefined;
    const mayRetry = news.status === 'busy' || news.status === 'offline';
    if (mayRetry && !isLater) waiting = asked;
    if (mayRetry) {
      schedule(news.retrySeconds === undefined ? retryMs : news.retrySeconds * 1000);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    } else {
      retryMs = firstRetryMs;
      if (isLater) schedule(0);
    }
    onNews({ ...news, preview: last });
    if (!mayRetry) asked.then?.(news);
  }

  async function fetchNews(question: PreviewQuestion, signal: AbortSignal): Promise<PreviewNews> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        signal,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(question),
      });
      if (response.ok) return { status: 'fresh', preview: await response.json() };
      return toTrouble(response);
    } catch {
      return { status: 'offline', preview: undefined };
    }
  }

  return {
    ask(question, then) {
      waiting = { question, then };
      if (running === undefined) return schedule(gatherMs);
      if (performance.now() - running.startedAt > staleMs) running.abort.abort();
    },
  };
}

function toTrouble({ status, headers }: Response): PreviewNews {
  const seconds = Number(headers.get('retry-after'));
  if (status === 429) return { status: 'busy', preview: undefined, retrySeconds: seconds > 0 ? seconds : 1 };
  if (status === 502 || status === 503 || status === 504) return { status: 'busy', preview: undefined };
  return { status: status === 413 || status === 400 ? 'tooLarge' : 'failed', preview: undefined };
}
