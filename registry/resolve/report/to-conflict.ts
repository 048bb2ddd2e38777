import type { Conflict, ConflictFact, ConflictStep } from '../../../schemas/resolution.ts';
import { compareText } from '../../findings.ts';
import { findNearestWord } from '../../nearest-word.ts';
import { listStates } from '../solver/state-set.ts';
import type { Derivation, Term } from '../solver/types.ts';
import type { Fact, ResolutionProblem } from '../types.ts';
import { describeGroup } from './describe-group.ts';
import { describeVersions } from './describe-versions.ts';
import { findConclusion } from './find-conclusion.ts';
import { type FactGroup, groupFacts } from './group-facts.ts';
import { listLeafClauses } from './list-leaf-clauses.ts';
import { type Line, listLines } from './list-lines.ts';
import { orderGroups } from './order-groups.ts';
import type { Conclusion, Consequence, Headline, Remedy, VersionsPhrase } from './phrases.ts';
import { shortenRange } from './shorten-range.ts';
import type { Suggested } from './suggest.ts';
import type { Words } from './words.ts';

/** What was found out about a refuted request. */
export interface Findings {
  readonly problem: ResolutionProblem;
  readonly derivation: Derivation<Fact>;
  readonly suggestions: readonly Suggested[];
  /** Whether another conflict stays when the suggestions have settled this one. */
  readonly another: boolean;
}

/** How many suggestions stand in the first sentence. */
const maxLead = 2;

/** Facts that are told in the text; all of them stand in the data. */
const maxFacts = 20;

/** Steps that are told in the text; where there are more, only where they end is. */
const maxStepLines = 6;

/** Steps in the data, at most; where there are more, the last one rests on all facts at once. */
const maxSteps = 100;

/** Puts a refutation into numbered facts, the steps that follow from them and a text that says it all. */
export function toConflict({ problem, derivation, suggestions, another }: Findings, words: Words): Conflict {
  const groups = orderGroups(groupFacts(listLeafClauses(derivation)));
  const facts = groups.map(
    (group, index): ConflictFact => ({ id: index + 1, ...describeGroup(problem, group, words) }),
  );
  const lines = listReadableLines(derivation);
  const conclusion = findConclusion(groups);
  const lead = suggestions.slice(0, maxLead).map(({ phrase }) => phrase);
  const remedy = findRemedy(problem, facts);
  const steps = lines.map((line, index): ConflictStep => {
    const isLast = index === lines.length - 1;
    const text = isLast ? words.conclusion(conclusion) : words.consequence(toConsequence(problem, line.terms));
    return { id: index + 1, text, because: listReasons(line, groups) };
  });

  const text = [
    words.headline(toHeadline(groups)),
    lead.length > 0 ? words.lead(lead) : remedy === undefined ? words.hopeless : words.remedy(remedy),
    '',
    words.why,
    ...facts.slice(0, maxFacts).map((fact) => `${fact.id}. ${fact.text}`),
    ...(facts.length > maxFacts ? [words.moreFacts(facts.length - maxFacts)] : []),
    ...toStepLines(steps, { facts, conclusion }, words),
    ...(suggestions.length <= maxLead
      ? []
      : ['', words.also, ...suggestions.slice(maxLead).map((each) => `- ${each.text}`)]),
    ...(another ? ['', suggestions.length === 0 ? words.anotherToo : words.another] : []),
  ].join('\n');
  return { text, facts, steps, suggestions: suggestions.map(({ phrase: _, ...suggestion }) => suggestion) };
}

/** Steps count on from the facts, so that each number in the text means one line. What the facts say already is not said again. */
function toStepLines(
  steps: readonly ConflictStep[],
  { facts, conclusion }: { readonly facts: readonly ConflictFact[]; readonly conclusion: Conclusion },
  words: Words,
): string[] {
  const [only] = steps;
  if (only === undefined) return [];
  if (steps.length > maxStepLines) return [words.hence(words.conclusion(conclusion))];
  if (steps.length === 1) {
    const isPlain = conclusion.by.length + Number(conclusion.wanted) < 2 && conclusion.kind !== 'branch';
    // A fact that says that nothing fits needs no conclusion, unless several do, each for other versions.
    const closed = facts.filter(
      ({ kind, on, allowed }) => allowed?.length === 0 || (kind === 'need' && on === undefined),
    );
    const isSaid = closed.length > 0 && (conclusion.kind !== 'branch' || facts.length === 2);
    return isPlain || isSaid ? [] : [words.hence(only.text)];
  }
  return [
    words.so,
    ...steps.map(({ id, text, because }) => {
      const numbers = because.map(({ fact, step }) => fact ?? facts.length + (step ?? 0));
      return `${facts.length + id}. ${text}${words.because(numbers)}`;
    }),
  ];
}

function listReadableLines(derivation: Derivation<Fact>): Line<Fact>[] {
  const lines = listLines(derivation);
  return lines.length <= maxSteps ? lines : [{ terms: [], facts: listLeafClauses(derivation), lines: [] }];
}

/** What can be done outside of the request about what addons ask for and nobody has. */
function findRemedy({ universe }: ResolutionProblem, facts: readonly ConflictFact[]): Remedy | undefined {
  const isMetNowhere = ({ kind, on, allowed = [] }: ConflictFact) => {
    // A requirement that stands without the system that breaks it cannot be met by any.
    if (kind === 'requirement') return !facts.some((fact) => fact.kind === 'system' && fact.on === on);
    return kind === 'need' && (on === undefined || allowed.length === 0);
  };
  const hopeless = facts.filter(isMetNowhere);
  const known = universe.catalogs.flatMap(({ name }) => universe.listNames(name));
  const exists = (addon: string) => universe.catalogs.some(({ name }) => universe.listReleases(name, addon).length > 0);
  const missing = hopeless.flatMap(({ kind, on }) =>
    kind === 'need' && on !== undefined && !exists(on) && findNearestWord(on, known) === undefined ? [on] : [],
  );
  const askers = [...new Set(hopeless.flatMap(({ addon }) => addon ?? []))];
  return askers.length === 0 ? undefined : { askers, missing: [...new Set(missing)] };
}

function listReasons({ facts, lines }: Line<Fact>, groups: readonly FactGroup[]): ConflictStep['because'] {
  const used = groups.flatMap(({ clauses }, index) =>
    clauses.some((clause) => facts.includes(clause)) ? [index + 1] : [],
  );
  return [...used.map((fact) => ({ fact })), ...lines.map((line) => ({ step: line + 1 }))];
}

/** Terms that do not hold together, as what is given and what it then takes. A term that speaks of "not chosen" takes the other states. */
function toConsequence(problem: ResolutionProblem, terms: readonly Term[]): Consequence {
  const given: VersionsPhrase[] = [];
  const then: VersionsPhrase[] = [];
  for (const { package: target, states } of terms) {
    const listed = listStates(states);
    if (listed.includes(0)) {
      const all = problem.listCandidates(target).map((_, index) => index + 1);
      then.push(
        toPhrase(
          problem,
          target,
          all.filter((state) => !listed.includes(state)),
        ),
      );
    } else {
      given.push(toPhrase(problem, target, listed));
    }
  }
  // First what is narrow: "a 1.0.0 and any version of b".
  const rank = ({ extent }: VersionsPhrase) => (extent === 'every' ? 1 : 0);
  given.sort((left, right) => rank(left) - rank(right) || compareText(left.name, right.name));
  return { given, then };
}

function toPhrase(problem: ResolutionProblem, target: number, states: readonly number[]): VersionsPhrase {
  const { name, system } = problem.getPackage(target);
  if (!system) return describeVersions(name, problem.listCandidates(target), states);
  const version = (name === 'kubevela' ? problem.request.vela : problem.request.kubernetes) ?? '';
  const runs = [{ newest: version, oldest: version, count: 1 }];
  return { name: name === 'kubevela' ? 'KubeVela' : 'Kubernetes', extent: 'some', count: 1, runs, more: 0 };
}

function toHeadline(groups: readonly FactGroup[]): Headline {
  const facts = groups.flatMap(({ clauses }) => clauses.map(({ fact }) => fact));
  const wants = facts.flatMap((fact) => (fact.kind === 'want' ? [fact.want] : []));
  const named = wants.map(({ name, range = '' }) => (range === '' ? name : `${name} ${shortenRange(range)}`));
  return {
    wants: [...new Set(named)],
    systems: facts
      .flatMap((fact) => (fact.kind === 'system' ? [fact] : []))
      .sort((left, right) => compareText(right.system, left.system)),
    installed: facts.flatMap((fact) => (fact.kind === 'installed' && fact.movable !== true ? [fact.installed] : [])),
  };
}
