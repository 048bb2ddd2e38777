import type { InstalledAddon, Want } from '../../../schemas/resolution.ts';
import { compareText } from '../../findings.ts';
import { normalizeVersion } from '../../version/normalize-version.ts';
import type { PackageNumber } from '../solver/types.ts';
import type { AddonRelease, Candidate, Fact, ResolutionProblem } from '../types.ts';
import type { MemberEdges } from './order-members.ts';

type NeedFact = Extract<Fact, { readonly kind: 'need' }>;

/** An addon of a solution with everything that a plan says of it. */
export interface ChosenAddon extends MemberEdges {
  readonly name: string;
  readonly target: PackageNumber;
  readonly state: number;
  readonly candidate: Candidate;
  readonly release: AddonRelease | undefined;
  /** What the cluster has, and under which state. */
  readonly installed: InstalledAddon | undefined;
  readonly wants: readonly Want[];
  /** What it needs without declaring it. */
  readonly suspicions: readonly NeedFact[];
}

/** The addons of a solution that a plan is about: those that are wanted, whatever these lead to, and installed ones that move; by name. */
export function listChosen(
  problem: ResolutionProblem,
  chosen: ReadonlyMap<PackageNumber, number>,
): ReadonlyMap<string, ChosenAddon> {
  const { wants, installed } = readRootFacts(problem);
  const all = new Map<string, ChosenAddon>();
  for (const [target, state] of chosen) {
    const { name, system } = problem.getPackage(target);
    const candidate = system ? undefined : problem.listCandidates(target)[state - 1];
    if (candidate === undefined) continue;
    const facts = problem.solver.listClauses(target, state).map(({ fact }) => fact);
    const suspicions = facts.filter((fact) => fact.kind === 'need').filter(({ uses }) => uses.length > 0);
    all.set(name, {
      name,
      target,
      state,
      candidate,
      release: candidate.release,
      installed: installed.get(name),
      wants: wants.get(name) ?? [],
      suspicions,
      declared: new Set((candidate.release?.dependencies ?? []).map((dependency) => dependency.name)),
      suspected: new Set(suspicions.map(({ on }) => on)),
    });
  }

  const names = new Set(
    [...all.values()].filter((each) => each.wants.length > 0 || isMoved(each)).map(({ name }) => name),
  );
  for (const name of names) {
    const { declared = [], suspected = [] } = all.get(name) ?? {};
    for (const next of [...declared, ...suspected]) if (all.has(next)) names.add(next);
  }
  return new Map([...all].filter(([name]) => names.has(name)).sort(([left], [right]) => compareText(left, right)));
}

function isMoved({ installed, candidate }: ChosenAddon): boolean {
  if (installed === undefined) return false;
  return normalizeVersion(installed.version) !== normalizeVersion(candidate.version);
}

function readRootFacts({ solver }: ResolutionProblem) {
  const wants = new Map<string, Want[]>();
  const installed = new Map<string, InstalledAddon>();
  for (const { fact } of solver.listRootClauses()) {
    if (fact.kind === 'want') wants.set(fact.want.name, [...(wants.get(fact.want.name) ?? []), fact.want]);
    if (fact.kind === 'installed') installed.set(fact.installed.name, fact.installed);
  }
  return { wants, installed };
}
