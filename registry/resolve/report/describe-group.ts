import type { ConflictFact } from '../../../schemas/resolution.ts';
import type { Clause } from '../solver/types.ts';
import type { Fact, ResolutionProblem } from '../types.ts';
import { type DescribedAsk, describeAsk, findUnreadable } from './describe-ask.ts';
import { describeVersions, listVersionTexts } from './describe-versions.ts';
import type { FactGroup } from './group-facts.ts';
import type { VersionsPhrase } from './phrases.ts';
import { shortenRange } from './shorten-range.ts';
import type { Words } from './words.ts';

/** A fact before it has a number. */
type Told = Omit<ConflictFact, 'id'>;

type FactOf<Kind extends Fact['kind']> = Fact & { readonly kind: Kind };

/** Ranges in one sentence, at most; the rest is counted. */
const maxParts = 4;

/** Versions in one list of the data, at most. */
const maxListed = 100;

/** Tells a group of facts in one breath: what each version asks for, newest first. */
export function describeGroup(problem: ResolutionProblem, { clauses }: FactGroup, words: Words): Told {
  const sorted = clauses.toSorted((left, right) => toFirstCandidate(left.fact) - toFirstCandidate(right.fact));
  const [first] = sorted;
  if (first === undefined) throw new Error('a group of facts has at least one');
  const { fact } = first;
  switch (fact.kind) {
    case 'want': {
      const asked = describeWant(problem, first, fact);
      return { kind: 'want', text: words.want(asked.ask), ...toData(asked, fact.want.range ?? '') };
    }
    case 'need':
      return describeNeeds(problem, sorted.flatMap(toPair('need')), words);
    case 'requirement':
      return describeRequirements(problem, sorted.flatMap(toPair('requirement')), words);
    case 'system': {
      const { system, version } = fact;
      return { kind: 'system', text: words.system(system, version), on: system, listed: [version] };
    }
    case 'installed': {
      const { installed, movable = false } = fact;
      const text = movable ? words.movable(installed) : words.installed(installed);
      return { kind: 'installed', text, addon: installed.name, versions: [installed.version] };
    }
    case 'still-needs': {
      const { installed, on, range } = fact;
      const catalogs = problem.universe.catalogs.map(({ name }) => name);
      const asked = describeAsk(problem, { clause: first, name: on, range, catalogs });
      const text = words.stillNeeds(installed, asked.ask);
      return {
        kind: 'still-needs',
        text,
        addon: installed.name,
        versions: [installed.version],
        ...toData(asked, range),
      };
    }
    default:
      return fact satisfies never;
  }
}

/** A clause and its fact, when that is of this kind. */
interface Pair<Kind extends Fact['kind']> {
  readonly clause: Clause<Fact>;
  readonly fact: FactOf<Kind>;
}

function toPair<Kind extends Fact['kind']>(kind: Kind): (clause: Clause<Fact>) => readonly Pair<Kind>[] {
  const isOfKind = (fact: Fact): fact is FactOf<Kind> => fact.kind === kind;
  return (clause) => (isOfKind(clause.fact) ? [{ clause, fact: clause.fact }] : []);
}

function describeWant(problem: ResolutionProblem, clause: Clause<Fact>, { want }: FactOf<'want'>): DescribedAsk {
  const { name, range = '', catalog } = want;
  const first = problem.universe.catalogs.find((each) => problem.universe.listReleases(each.name, name).length > 0);
  const place = catalog ?? first?.name;
  return describeAsk(problem, { clause, name, range, catalogs: place === undefined ? [] : [place] });
}

function describeNeeds(problem: ResolutionProblem, pairs: readonly Pair<'need'>[], words: Words): Told {
  const parts = pairs.map(({ clause, fact }) => {
    const { addon, candidates, on, range, catalogs } = fact;
    const from = listCandidatesOf(problem, addon)[(candidates[0] ?? 0) - 1]?.release?.catalog;
    const asked = describeAsk(problem, { clause, name: on, range, catalogs, ...(from === undefined ? {} : { from }) });
    return { ...toSubject(problem, addon, candidates), asked, ask: asked.ask };
  });
  const [first] = parts;
  const fact = pairs[0]?.fact;
  if (first === undefined || fact === undefined) throw new Error('a group of needs has at least one');
  const about = { kind: 'need', addon: fact.addon, versions: toTexts(parts) } as const;
  if (fact.on === '') return { ...about, text: words.nameless(first.versions) };
  if (fact.uses.length > 0) {
    return {
      ...about,
      text: words.suspected(first.versions, fact.uses, first.ask),
      ...toData(first.asked, fact.range),
      suspected: true,
    };
  }
  const shown = parts.slice(0, parts.length > maxParts ? maxParts - 1 : maxParts);
  const fits = new Set(parts.map(({ ask }) => JSON.stringify(ask.fit)));
  const isSame = first.ask.fit.kind === 'none' && fits.size === 1;
  const text = words.need({ parts: shown, more: countVersions(parts.slice(shown.length)), isSame });
  const { on, listed, ...data } = toData(first.asked, fact.range);
  // Where ranges differ there is none to give for all.
  return { ...about, text, on, listed, ...(parts.length === 1 ? data : {}) };
}

function describeRequirements(problem: ResolutionProblem, pairs: readonly Pair<'requirement'>[], words: Words): Told {
  const parts = pairs.map(({ fact: { addon, candidates, range } }) => ({
    ...toSubject(problem, addon, candidates),
    range: shortenRange(range),
    unreadable: findUnreadable(range),
  }));
  const fact = pairs[0]?.fact;
  if (fact === undefined) throw new Error('a group of requirements has at least one');
  const { addon, system, range } = fact;
  const shown = parts.slice(0, parts.length > maxParts ? maxParts - 1 : maxParts);
  return {
    kind: 'requirement',
    text: words.requirement(system, { parts: shown, more: countVersions(parts.slice(shown.length)) }),
    addon,
    versions: toTexts(parts),
    on: system,
    ...(parts.length === 1 ? { range } : {}),
  };
}

function toTexts(parts: readonly { readonly texts: readonly string[] }[]): string[] {
  return parts.flatMap(({ texts }) => texts).slice(0, maxListed);
}

function countVersions(parts: readonly { readonly versions: VersionsPhrase }[]): number {
  return parts.reduce((sum, { versions }) => sum + versions.count, 0);
}

function toData(
  { ask, listed, allowed }: DescribedAsk,
  range: string,
): {
  on: string;
  range?: string;
  listed: string[];
  allowed: string[];
} {
  return {
    on: ask.name,
    ...(range === '' ? {} : { range }),
    listed: listed.slice(0, maxListed),
    allowed: allowed.slice(0, maxListed),
  };
}

function toSubject(problem: ResolutionProblem, addon: string, states: readonly number[]) {
  const candidates = listCandidatesOf(problem, addon);
  return { versions: describeVersions(addon, candidates, states), texts: listVersionTexts(candidates, states) };
}

function listCandidatesOf(problem: ResolutionProblem, addon: string) {
  const target = problem.findPackage(addon);
  return target === undefined ? [] : problem.listCandidates(target);
}

/** Candidates stand in the order of their numbers, so the first is the newest. */
function toFirstCandidate(fact: Fact): number {
  return 'candidates' in fact ? (fact.candidates[0] ?? 0) : 0;
}
