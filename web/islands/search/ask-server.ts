import type { SearchResults } from '../../../schemas/search.ts';

interface AskerOptions {
  /** Address of the answer to a question. */
  readonly toUrl: (q: string) => string;
  /** Told of the answer to the last question, and of no other; undefined when the server refuses it. */
  readonly onAnswer: (results: SearchResults | undefined) => void;
}

/** Asks one question at a time; a new one takes the place of the last. */
export interface Asker {
  ask(q: string): void;
  /** Forgets the question that runs. */
  stop(): void;
}

const typingMs = 120;
const timeoutMs = 8000;
const maxRemembered = 60;
// A server that restarts is away for seconds; nobody who types wants to hear of it.
const retriesMs = [250, 500, 1000, 2000, 3000, 5000, 8000, 10_000, 15_000, 15_000];

/** Makes an asker that waits for a pause in typing, remembers answers, and tries again for a while when the server is away. */
export function createAsker({ toUrl, onAnswer }: AskerOptions): Asker {
  const remembered = new Map<string, SearchResults>();
  let running: AbortController | undefined;

  function stop(): void {
    running?.abort();
    running = undefined;
  }

  function remember(url: string, results: SearchResults): void {
    const [oldest] = remembered.keys();
    if (remembered.size >= maxRemembered && oldest !== undefined) remembered.delete(oldest);
    remembered.set(url, results);
  }

  async function fetchUntilAnswered(url: string, signal: AbortSignal): Promise<SearchResults | undefined> {
    await pause(typingMs, signal);
    for (const waitMs of retriesMs) {
      const answer = await fetchAnswer(url, signal);
      if (answer.kind === 'results') remember(url, answer.results);
      if (answer.kind !== 'away') return answer.kind === 'results' ? answer.results : undefined;
      await pause(waitMs, signal);
    }
    return undefined;
  }

  return {
    ask(q) {
      stop();
      const url = toUrl(q);
      const known = remembered.get(url);
      if (known !== undefined) {
        onAnswer(known);
        return;
      }
      const own = new AbortController();
      running = own;
      fetchUntilAnswered(url, own.signal).then(
        (results) => {
          if (!own.signal.aborted) onAnswer(results);
        },
        // Only what was stopped ends here.
        () => {},
      );
    },
    stop,
  };
}

type Answer = { readonly kind: 'results'; readonly results: SearchResults } | { readonly kind: 'refused' | 'away' };

async function fetchAnswer(url: string, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) });
    if (response.ok) return { kind: 'results', results: await response.json() };
    return { kind: response.status >= 500 || response.status === 429 ? 'away' : 'refused' };
  } catch {
    signal.throwIfAborted();
    return { kind: 'away' };
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
