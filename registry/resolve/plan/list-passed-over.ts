import type { PassedOver } from '../../../schemas/resolution.ts';
import { checkSemVer } from '../../version/check-sem-ver.ts';
import { normalizeVersion } from '../../version/normalize-version.ts';
import { compareVersionsDescending } from '../../version/order-versions.ts';
import { hasState } from '../solver/state-set.ts';
import type { Clause } from '../solver/types.ts';
import type { AddonRelease, Fact, ResolutionProblem } from '../types.ts';
import type { Counterfactual } from './create-counterfactual.ts';
import type { ChosenAddon } from './list-chosen.ts';
import type { PlanWords } from './plan-words.ts';

/** More newer versions than this are more than anybody reads. */
export const maxPassedOver = 50;

export interface PassedOverOptions {
  readonly problem: ResolutionProblem;
  readonly words: PlanWords;
  /** The clauses of the solution that speak of the addon: those that hold from the start and those of what is chosen. */
  readonly clauses: readonly Clause<Fact>[];
  readonly versionOf: (name: string) => string;
  /** What would be if this version were taken. */
  readonly imagine: (addon: ChosenAddon, state: number) => Counterfactual;
}

type Reason = Pick<PassedOver, 'reason' | 'text'>;

/** Newer versions of a chosen addon, newest first, and why each was not taken. */
export function listPassedOver(options: PassedOverOptions, addon: ChosenAddon): readonly PassedOver[] {
  const { problem } = options;
  const candidates = problem.listCandidates(addon.target);
  const catalog = addon.release?.catalog ?? addon.wants[0]?.catalog ?? candidates[0]?.release?.catalog;
  const passed: PassedOver[] = [];
  for (const [index, { version, release }] of candidates.entries()) {
    const state = index + 1;
    if (release === undefined || release.catalog !== catalog) continue;
    // Versions of one catalog stand newest first; an installed one of nowhere stands beside them.
    if (state === addon.state || passed.length === maxPassedOver) break;
    if (addon.release === undefined && compareVersionsDescending(version, addon.candidate.version) >= 0) break;
    passed.push({ version, ...findReason(options, addon, { state, release }) });
  }
  return passed;
}

interface Newer {
  readonly state: number;
  readonly release: AddonRelease;
}

function findReason(options: PassedOverOptions, addon: ChosenAddon, newer: Newer): Reason {
  const words = options.words.passedOver;
  const { state, stateReason } = newer.release;
  if (state === 'yanked') return { reason: 'yanked', text: words.yanked(stateReason?.reason) };
  if (state === 'quarantined') return { reason: 'quarantined', text: words.quarantined(stateReason?.reason) };
  return findExclusion(options, addon, newer) ?? findSoftReason(options, addon) ?? findConflict(options, addon, newer);
}

/** What alone shuts the version out: the person, the system, or somebody who is chosen. */
function findExclusion(options: PassedOverOptions, addon: ChosenAddon, { state, release }: Newer): Reason | undefined {
  const { problem, clauses } = options;
  const words = options.words.passedOver;
  const { target } = addon;
  const against = clauses.filter(({ terms }) =>
    terms.some((term) => term.package === target && hasState(term.states, state)),
  );
  const facts = against.map(({ fact }) => fact);
  const asked = facts.filter((fact) => isAsking(fact, addon.name));
  const strict = asked.filter((fact) => {
    const range = rangeOf(fact);
    return !isInRange(release.version, range) || (fact.kind === 'want' && isExact(options, addon, range));
  });
  const unwanted = strict.find((fact) => fact.kind === 'want');
  if (unwanted !== undefined) return { reason: 'unwanted', text: words.unwanted(rangeOf(unwanted)) };
  if (release.prerelease && asked.length > strict.length) return { reason: 'prerelease', text: words.prerelease };
  for (const { fact } of problem.solver.listClauses(target, state)) {
    if (fact.kind !== 'requirement') continue;
    const actual = (fact.system === 'kubevela' ? problem.request.vela : problem.request.kubernetes) ?? '';
    return { reason: 'requirements', text: words.requirements(fact.system, fact.range, actual) };
  }
  const fixed = facts.find((fact) => fact.kind === 'installed');
  if (fixed !== undefined) return { reason: 'installed', text: words.installed(fixed.installed.version) };
  const dependency = strict.find((fact) => fact.kind !== 'want');
  if (dependency === undefined) return undefined;
  const name = dependency.kind === 'still-needs' ? dependency.installed.name : dependency.addon;
  const text = words.dependency(name, options.versionOf(name), `${dependency.on} ${dependency.range}`);
  return { reason: 'dependency', text };
}

type AskingFact = Extract<Fact, { readonly kind: 'want' | 'need' | 'still-needs' }>;

function isAsking(fact: Fact, name: string): fact is AskingFact {
  return fact.kind === 'want' || ((fact.kind === 'need' || fact.kind === 'still-needs') && fact.on === name);
}

function rangeOf(fact: AskingFact): string {
  return (fact.kind === 'want' ? fact.want.range : fact.range) ?? '';
}

/** The exact text of a version means that version, even where a range of that text would admit more. */
function isExact({ problem }: PassedOverOptions, { target }: ChosenAddon, range: string): boolean {
  const key = normalizeVersion(range);
  return range !== '' && problem.listCandidates(target).some(({ version }) => normalizeVersion(version) === key);
}

function isInRange(version: string, range: string): boolean {
  const met = checkSemVer(version, range);
  return met.ok && met.value;
}

/** What was chosen was to be kept where it fits. */
function findSoftReason({ problem, words }: PassedOverOptions, addon: ChosenAddon): Reason | undefined {
  const { version } = addon.candidate;
  const key = normalizeVersion(version);
  const isPreferred = (problem.request.prefer ?? []).some(
    (each) => each.name === addon.name && normalizeVersion(each.version) === key,
  );
  if (isPreferred) return { reason: 'preferred', text: words.passedOver.preferred(version) };
  const isKept = addon.installed !== undefined && normalizeVersion(addon.installed.version) === key;
  return isKept && addon.wants.length === 0 ? { reason: 'installed', text: words.passedOver.kept(version) } : undefined;
}

function findConflict({ words, imagine }: PassedOverOptions, addon: ChosenAddon, { state }: Newer): Reason {
  const outcome = imagine(addon, state);
  switch (outcome.kind) {
    case 'shifts':
      return { reason: 'conflict', text: words.passedOver.shifts(outcome.shifts) };
    case 'need':
      return { reason: 'conflict', text: words.passedOver.conflictingNeed(outcome.on, outcome.range) };
    case 'unknown':
      return { reason: 'conflict', text: words.passedOver.conflict };
    default:
      return outcome satisfies never;
  }
}
