import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { TreeReader } from '../catalog/create-tree-reader.ts';
import { isListed } from '../catalog/listed.ts';
import type { CatalogViews, VersionView } from '../catalog/types.ts';
import { readIcon } from '../icons/read-icon.ts';
import { toIconKey } from '../icons/to-icon-key.ts';
import type { FetchIcon, Icon, IconReading, IconStore } from '../icons/types.ts';
import type { VersionReader } from '../storage/types.ts';
import { findOwnIcon } from './find-own-icon.ts';

export interface IconRunnerOptions {
  readonly views: Pick<CatalogViews, 'listViews'>;
  readonly store: Pick<VersionReader, 'findVersion'>;
  readonly trees: TreeReader;
  readonly icons: IconStore;
  /** Absent: nothing is fetched from elsewhere. */
  readonly fetchIcon?: FetchIcon;
  readonly now: () => number;
  readonly onBug: (error: unknown) => void;
  /** Told of each icon that could not be had. */
  readonly onRefused?: (key: string, refusal: string) => void;
}

/** Fetches in the background the icons that the catalogs name, each once, and again when it may have changed. */
export interface IconRunner {
  /** Looks for icons that are missing, now or as soon as those under way are here; never waits. */
  wake(): void;
  /** Ends when nothing is left that may be fetched now. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface WantedIcon {
  readonly key: string;
  readonly addon: string;
  readonly version: VersionView;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const refreshMs = 30 * dayMs;
const longestBackOffMs = 7 * dayMs;
const maxIcons = 5_000;
const maxConcurrent = 4;
const flushAfter = 25;
const lookEveryMs = hourMs;

/** Readies the runner; nothing is fetched before the first `wake`. */
export function openIconRunner(options: IconRunnerOptions): IconRunner {
  const { icons, fetchIcon, now } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  let running: Promise<void> | undefined;
  let woken = false;
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    while (woken && !signal.aborted) {
      woken = false;
      const wanted = listWanted(options.views.listViews());
      const keys = new Set(wanted.map(({ key }) => key));
      const due = wanted.filter(({ key }) => isDue(key));
      const queue = new PQueue({ concurrency: maxConcurrent });
      let done = 0;
      await queue.addAll(
        due.map((icon) => async () => {
          if (signal.aborted) return;
          await obtain(icon);
          done += 1;
          if (done % flushAfter === 0) await icons.flush(keys);
        }),
      );
      if (due.length > 0 && !signal.aborted) await icons.flush(keys);
    }
  }

  function isDue(key: string): boolean {
    if (fetchIcon === undefined && key.startsWith('url:')) return false;
    const entry = icons.findEntry(key);
    return entry === undefined || (entry.next !== undefined && Date.parse(entry.next) <= now());
  }

  async function obtain(wanted: WantedIcon): Promise<void> {
    const { key } = wanted;
    const reading = await read(wanted);
    const failures = (icons.findEntry(key)?.failures ?? 0) + 1;
    if (reading.ok) return icons.saveEntry({ key, failures: 0, ...toNext(key, refreshMs) }, reading.value);
    options.onRefused?.(key, reading.refusal);
    const delayMs = reading.again
      ? Math.min(hourMs * 4 ** Math.min(failures - 1, 8), longestBackOffMs)
      : longestBackOffMs;
    return icons.saveEntry({ key, refusal: reading.refusal, failures, ...toNext(key, delayMs) });
  }

  /** What a version brings itself stays what it is. */
  function toNext(key: string, delayMs: number): { readonly next?: string } {
    return key.startsWith('tree:') ? {} : { next: new Date(now() + delayMs).toISOString() };
  }

  async function read({ addon, version }: WantedIcon): Promise<IconReading<Icon>> {
    if (version.icon === undefined || fetchIcon === undefined) return findOwnIcon(options, { addon, version });
    const fetched = await fetchIcon(version.icon, signal);
    return fetched.ok ? readIcon(fetched.value) : fetched;
  }

  function start(): void {
    running ??= run()
      .catch((error: unknown) => {
        if (!signal.aborted) options.onBug(error);
      })
      .finally(() => {
        running = undefined;
        if (woken && !signal.aborted) start();
      });
  }

  function wake(): void {
    woken = true;
    timer ??= setInterval(wake, lookEveryMs).unref();
    if (!signal.aborted) start();
  }

  return {
    wake,
    async settled() {
      while (running !== undefined) await running;
    },
    async close() {
      stopping.abort();
      clearInterval(timer);
      while (running !== undefined) {
        await running;
        await sleep(0);
      }
    },
  };
}

/** Every icon once, those of the versions that stand for their addons first. */
function listWanted(views: ReturnType<CatalogViews['listViews']>): readonly WantedIcon[] {
  const wanted = new Map<string, WantedIcon>();
  const addons = views.flatMap(({ addons }) => addons);
  const add = (addon: string, version: VersionView | undefined) => {
    const key = version && toIconKey(version);
    if (version !== undefined && key !== undefined && !wanted.has(key)) wanted.set(key, { key, addon, version });
  };
  for (const { name, latest, versions } of addons) add(name, latest ?? versions[0]);
  for (const { name, versions } of addons) for (const version of versions) if (isListed(version)) add(name, version);
  return [...wanted.values()].slice(0, maxIcons);
}
