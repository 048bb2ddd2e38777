import type { LiveCatalog, LiveSource } from '../../schemas/live.ts';

const numbers = new Intl.NumberFormat(document.documentElement.lang);
const times = new Intl.DateTimeFormat(document.documentElement.lang, {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});
const address = document.querySelector<HTMLElement>('[data-live]')?.dataset['live'];

interface Shown {
  /** Name of the data attribute that holds the words. */
  readonly words: string;
  readonly done: number;
  readonly total: number;
}

function toShown({ running, progress, evaluation, state }: LiveSource): Shown {
  if (running && progress !== undefined) return { words: 'reading', ...progress };
  if (running) return { words: 'begins', done: 0, total: 1 };
  if (evaluation !== undefined && evaluation.done < evaluation.total) return { words: 'judging', ...evaluation };
  return state === 'ok' ? { words: 'upToDate', done: 1, total: 1 } : { words: state, done: 0, total: 1 };
}

function showSource(source: LiveSource): void {
  const shown = toShown(source);
  for (const line of document.querySelectorAll<HTMLElement>('[data-live-source]')) {
    if (line.dataset['liveSource'] !== source.id) continue;
    const text = line.querySelector('[data-live-text]');
    const words = (line.dataset[shown.words] ?? '')
      .replace('{done}', numbers.format(shown.done))
      .replace('{total}', numbers.format(shown.total));
    if (text !== null && text.textContent !== words) text.textContent = words;
    const bar = line.querySelector('progress');
    if (bar === null) continue;
    bar.max = Math.max(shown.total, 1);
    bar.value = shown.done;
  }
  for (const element of document.querySelectorAll<HTMLTimeElement>('[data-live-time]')) {
    const [id, field] = (element.dataset['liveTime'] ?? '').split(' ');
    if (id !== source.id) continue;
    const time = field === 'lastRun' ? source.lastRun : field === 'nextRun' ? source.nextRun : source.lastSuccess;
    if (time === undefined || element.dateTime === time) continue;
    element.dateTime = time;
    element.textContent = `${times.format(new Date(time))} UTC`;
  }
}

const generations = new Map<string, number>();

function showCatalog({ name, generation, addons, versions }: LiveCatalog): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-live-catalog]')) {
    if (element.dataset['liveCatalog'] !== name) continue;
    element.textContent = numbers.format(element.dataset['liveCount'] === 'addons' ? addons : versions);
  }
  const known = generations.get(name);
  generations.set(name, generation);
  if (known === undefined || known === generation) return;
  for (const news of document.querySelectorAll('[data-live-news]')) news.classList.add('live-news-shown');
}

let stream: EventSource | undefined;

// Browsers allow a server six connections: a page that nobody sees holds none.
function follow(): void {
  if (address === undefined) return;
  if (document.hidden) {
    stream?.close();
    stream = undefined;
    return;
  }
  if (stream !== undefined) return;
  stream = new EventSource(address);
  // What comes is written by this page's own server.
  stream.addEventListener('source', ({ data }) => showSource(JSON.parse(data) as LiveSource));
  stream.addEventListener('catalog', ({ data }) => showCatalog(JSON.parse(data) as LiveCatalog));
}

document.addEventListener('visibilitychange', follow);
addEventListener('pagehide', () => stream?.close());
follow();
