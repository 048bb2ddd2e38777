import type { Language } from '../../../schemas/language.ts';
import type { Plan, PlanMember, Requirer } from '../../../schemas/resolution.ts';
import { normalizeVersion } from '../../version/normalize-version.ts';
import { compareVersionsDescending } from '../../version/order-versions.ts';
import type { Clause, PackageNumber, SolverOutcome, SolverProblem } from '../solver/types.ts';
import type { Fact, ResolutionProblem } from '../types.ts';
import { createCounterfactual } from './create-counterfactual.ts';
import { toInstallCommands } from './install-commands.ts';
import { type ChosenAddon, listChosen } from './list-chosen.ts';
import { listNotices } from './list-notices.ts';
import { listPassedOver } from './list-passed-over.ts';
import { orderMembers } from './order-members.ts';
import { planWords } from './plan-words.ts';

export interface PlanOptions {
  readonly problem: ResolutionProblem;
  /** What the solver chose. */
  readonly chosen: ReadonlyMap<PackageNumber, number>;
  readonly lang: Language;
  /** The endpoint at which a catalog is served to `vela`. */
  readonly catalogUrl: (catalog: string) => string;
  /** Solves a neighbouring problem, within some bound, to tell why a newer version does not fit. */
  readonly solve: (problem: SolverProblem<Fact>) => SolverOutcome<Fact>;
}

/** Newer versions that are looked into by solving once more. */
const maxProbes = 6;

/** Makes a plan for people and clients of a solution: members in install order, why each is there, what was passed over, and the lines to run. */
export function createPlan({ problem, chosen, lang, catalogUrl, solve }: PlanOptions): Plan {
  const words = planWords[lang];
  const { vela, kubernetes } = problem.request;
  const byName = listChosen(problem, chosen);
  const { names, cycles } = orderMembers(byName);
  const members = names.map((name) => byName.get(name)).filter((member) => member !== undefined);
  const clauses = groupClauses([
    ...problem.solver.listRootClauses(),
    ...[...chosen].flatMap(([target, state]) => problem.solver.listClauses(target, state)),
  ]);
  const versionOf = (name: string) => byName.get(name)?.candidate.version ?? findVersion(problem, chosen, name);
  const imagine = createCounterfactual({ problem, chosen, solve, maxProbes });
  const requirers = groupRequirers(byName);
  const planned = members.map((member): PlanMember => {
    const about = clauses.get(member.target) ?? [];
    const passedOver = [...listPassedOver({ problem, words, clauses: about, versionOf, imagine }, member)];
    return { ...toMember(member), requiredBy: requirers.get(member.name) ?? [], passedOver };
  });
  const used = planned.filter(({ digest }) => digest !== undefined);
  return {
    ...(vela === undefined ? {} : { vela }),
    ...(kubernetes === undefined ? {} : { kubernetes }),
    members: planned,
    cycles: cycles.map((path) => [...path]),
    notices: [...listNotices({ problem, words, members, cycles })],
    commands: toInstallCommands({
      catalogs: used.map(({ catalog }) => catalog),
      enabled: used.filter(({ action }) => action !== 'keep'),
      catalogUrl,
      isListed: (catalog, name) => problem.universe.listReleases(catalog, name).length > 0,
    }),
  };
}

function toMember(member: ChosenAddon): Omit<PlanMember, 'requiredBy' | 'passedOver'> {
  const { name, candidate, release, installed, wants, suspected } = member;
  const ranges = wants.map(({ range = '' }) => range).filter((range) => range !== '');
  return {
    catalog: release?.catalog ?? installed?.catalog ?? '',
    name,
    version: candidate.version,
    ...(release === undefined ? {} : { digest: release.digest, treeDigest: release.treeDigest }),
    action: toAction(member),
    ...(installed === undefined ? {} : { installed: installed.version }),
    state: release?.state ?? 'active',
    ...(wants.length === 0 ? {} : { want: ranges.length === 0 ? {} : { range: ranges.join(', ') } }),
    dependencies: (release?.dependencies ?? []).map((dependency) => ({ ...dependency })),
    suspected: [...suspected],
    requirements: { ...release?.requirements },
  };
}

function toAction({ installed, candidate }: ChosenAddon): PlanMember['action'] {
  if (installed === undefined) return 'install';
  if (normalizeVersion(installed.version) === normalizeVersion(candidate.version)) return 'keep';
  return compareVersionsDescending(candidate.version, installed.version) < 0 ? 'upgrade' : 'downgrade';
}

/** Clauses by each package that they speak of. */
function groupClauses(clauses: readonly Clause<Fact>[]): ReadonlyMap<PackageNumber, readonly Clause<Fact>[]> {
  const groups = new Map<PackageNumber, Clause<Fact>[]>();
  for (const clause of clauses) {
    for (const term of clause.terms) {
      const group = groups.get(term.package);
      if (group === undefined) groups.set(term.package, [clause]);
      else group.push(clause);
    }
  }
  return groups;
}

/** Who needs each member, by name. */
function groupRequirers(members: ReadonlyMap<string, ChosenAddon>): ReadonlyMap<string, Requirer[]> {
  const requirers = new Map<string, Requirer[]>();
  const add = (name: string, requirer: Requirer) => {
    const known = requirers.get(name);
    if (known === undefined) requirers.set(name, [requirer]);
    else known.push(requirer);
  };
  for (const { name, release, suspicions } of members.values()) {
    for (const dependency of release?.dependencies ?? []) {
      const range = dependency.version ?? '';
      add(dependency.name, { name, ...(range === '' ? {} : { range }) });
    }
    for (const { on, uses } of suspicions) add(on, { name, suspected: true, uses: uses.map((use) => ({ ...use })) });
  }
  return requirers;
}

/** Of an addon that is chosen and not told of, such as an installed one that nothing wanted leads to. */
function findVersion(
  { findPackage, listCandidates }: ResolutionProblem,
  chosen: ReadonlyMap<PackageNumber, number>,
  name: string,
): string {
  const target = findPackage(name);
  const state = target === undefined ? undefined : chosen.get(target);
  if (target === undefined || state === undefined) return '';
  return listCandidates(target)[state - 1]?.version ?? '';
}
