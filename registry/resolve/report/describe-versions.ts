import type { Candidate } from '../types.ts';
import { isOpen } from './is-open.ts';
import type { VersionList, VersionRun, VersionsPhrase } from './phrases.ts';

const maxRuns = 3;
const maxShown = 3;

/**
 * Tells versions of an addon as people would: every one, a few, or from here to there. Neighbours are those between
 * which nothing can be chosen. States count from 1; those that cannot be chosen are told only where nothing else is.
 */
export function describeVersions(
  name: string,
  candidates: readonly Candidate[],
  states: readonly number[],
): VersionsPhrase {
  const told = new Set(states);
  const isOnlyClosed = states.every((state) => !isChoosable(candidates[state - 1]));
  const open = candidates.flatMap((candidate, index) =>
    isChoosable(candidate) || (isOnlyClosed && told.has(index + 1)) ? [{ candidate, state: index + 1 }] : [],
  );
  const chosen = open.filter(({ state }) => told.has(state));
  const catalogs = new Set(chosen.map(({ candidate }) => candidate.release?.catalog));
  const [catalog] = catalogs;
  const isSpread = listCatalogs(candidates).length > 1;
  const peers = catalogs.size === 1 ? open.filter(({ candidate }) => candidate.release?.catalog === catalog) : open;

  const runs: VersionRun[] = [];
  let last = -1;
  for (const [index, { candidate, state }] of open.entries()) {
    if (!told.has(state)) continue;
    const run = runs.at(-1);
    const before = open[last]?.candidate;
    if (run !== undefined && last === index - 1 && before?.release?.catalog === candidate.release?.catalog) {
      runs[runs.length - 1] = { ...run, oldest: candidate.version, count: run.count + 1 };
    } else {
      const place = catalogs.size > 1 ? candidate.release?.catalog : undefined;
      const { version } = candidate;
      runs.push({ newest: version, oldest: version, count: 1, ...(place === undefined ? {} : { catalog: place }) });
    }
    last = index;
  }

  const shown = runs.flatMap(toReadableRuns).slice(0, maxRuns);
  return {
    name,
    ...(isSpread && catalogs.size === 1 && catalog !== undefined ? { catalog } : {}),
    extent: chosen.length === 0 ? 'none' : chosen.length === peers.length ? 'every' : 'some',
    count: chosen.length,
    runs: shown,
    more: chosen.length - shown.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Version texts of these states in their order, each once, without those that cannot be chosen. */
export function listVersionTexts(candidates: readonly Candidate[], states: readonly number[]): string[] {
  const open = states.map((state) => candidates[state - 1]).filter((candidate) => isChoosable(candidate));
  return [...new Set(open.flatMap((candidate) => (candidate === undefined ? [] : [candidate.version])))];
}

/** Cuts a list after its newest, unless there are few. */
export function toVersionList(texts: readonly string[]): VersionList {
  return texts.length <= maxShown + 1
    ? { shown: texts, more: 0 }
    : { shown: texts.slice(0, maxShown), more: texts.length - maxShown };
}

/** Catalogs that these candidates are of. */
export function listCatalogs(candidates: readonly Candidate[]): string[] {
  return [...new Set(candidates.flatMap(({ release }) => (release === undefined ? [] : [release.catalog])))];
}

/** What is installed is there, whatever became of it. */
function isChoosable(candidate: Candidate | undefined): boolean {
  return candidate !== undefined && (candidate.release === undefined || isOpen(candidate.release));
}

/** Two neighbours are two versions and no range. */
function toReadableRuns(run: VersionRun): readonly VersionRun[] {
  if (run.count !== 2) return [run];
  return [
    { ...run, oldest: run.newest, count: 1 },
    { ...run, newest: run.oldest, count: 1 },
  ];
}
