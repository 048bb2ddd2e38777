import type { DependencyGraph, Dependent, GraphEdge } from '../../schemas/dependency-graph.ts';
import type { Language } from '../../schemas/language.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { Conflict, Plan } from '../../schemas/resolution.ts';
import { RegistryError } from '../errors.ts';
import { isInRange } from '../resolve/graph/choose-release.ts';
import { createDependencyGraph } from '../resolve/graph/create-dependency-graph.ts';
import { createSuspectedDependents } from '../resolve/graph/create-suspected-dependents.ts';
import { type WalkedNode, walkGraph } from '../resolve/graph/walk-graph.ts';
import { findVelaLine } from './choose-line.ts';
import type { DependentsIndex } from './create-dependents-index.ts';
import type { Universes } from './create-universes.ts';
import { createViewLocator } from './create-version-locator.ts';
import type { DependencyReader, DependencyReference } from './dependency-types.ts';
import { findStanding } from './listed.ts';
import type { CatalogViews, Planner } from './types.ts';

export interface DependencyReaderOptions {
  readonly views: CatalogViews;
  readonly universes: Universes;
  readonly dependents: DependentsIndex;
  readonly planner: Planner;
  /** The release lines that are judged, oldest first. */
  readonly lines: readonly ReleaseLine[];
}

/** What became of planning one version alone. */
type Decision =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'gave-up'; readonly reason: string };

/** Reads dependencies and dependents over the views of now; which versions are meant is what the planner chooses. */
export function createDependencyReader(options: DependencyReaderOptions): DependencyReader {
  const { views, universes, dependents: declared, planner, lines } = options;
  const { getVersionView } = createViewLocator(options);
  const listSuspected = createSuspectedDependents();

  /** What a person named, under the catalog whose rows it stands for. */
  function locate({ catalog, addon, version }: DependencyReference) {
    const view = getVersionView(catalog, addon, version);
    return { catalog: view.catalog, name: addon, version: view.version };
  }

  async function decide(reference: DependencyReference, lang: Language): Promise<Decision> {
    const { catalog, name, version } = locate(reference);
    const { vela, kubernetes } = reference;
    const cluster = { ...(vela === undefined ? {} : { vela }), ...(kubernetes === undefined ? {} : { kubernetes }) };
    try {
      const want = [{ catalog, name, range: version }];
      return { kind: 'plan', plan: await planner.resolve({ want, ...cluster }, { lang }) };
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      if (error.code === 'NOT_SOLVABLE' && error.conflict !== undefined) {
        return { kind: 'conflict', conflict: error.conflict };
      }
      if (error.code === 'GAVE_UP') return { kind: 'gave-up', reason: error.message };
      throw error;
    }
  }

  async function listDependentsOf(
    asked: { readonly catalog: string; readonly name: string; readonly version: string },
    vela: string | undefined,
  ): Promise<readonly Dependent[]> {
    const { catalog, name, version } = asked;
    const admits = (range: string) => isInRange(version, range);
    const dependents = new Map<string, Dependent>();
    for (const { needs, ...who } of declared.listDeclared(catalog, name)) {
      const byRange = new Map<string, string[]>();
      for (const need of needs) byRange.set(need.range, [...(byRange.get(need.range) ?? []), need.version.version]);
      dependents.set(toId(who), {
        ...who,
        ...toLatest(who),
        needs: [...byRange].map(([range, versions]) => ({ range, versions, admits: admits(range) })),
      });
    }
    const universe = await universes.get(findVelaLine(lines, vela));
    for (const { release, uses } of listSuspected(universe, asked)) {
      const who = { catalog: release.catalog, name: release.name };
      // Whoever declares it in another version has been told of.
      if (dependents.has(toId(who))) continue;
      const needs = [{ range: '', versions: [release.version], admits: true, uses: [...uses] }];
      dependents.set(toId(who), { ...who, ...toLatest(who), needs });
    }
    const order = views.listViews().map((view) => view.catalog);
    return [...dependents.values()].sort(
      (left, right) => order.indexOf(left.catalog) - order.indexOf(right.catalog) || (left.name < right.name ? -1 : 1),
    );
  }

  function toLatest({ catalog, name }: { readonly catalog: string; readonly name: string }): { latest?: string } {
    const addon = views.findView(catalog)?.byName.get(name);
    const standing = addon === undefined ? undefined : findStanding(addon);
    return standing === undefined ? {} : { latest: standing.version };
  }

  async function walkDependents(reference: DependencyReference, depth: number | undefined) {
    const asked = locate(reference);
    const start: WalkedNode = { id: toId(asked), kind: 'addon', ...asked, state: 'asked' };
    const level = new Map<string, readonly Dependent[]>();
    // The walk itself waits for nothing: what each node is asked for is read before it is walked.
    const queue: WalkedNode[] = [start];
    for (const node of queue) {
      const { catalog, name, version } = node;
      if (level.has(node.id) || level.size >= maxRead || catalog === undefined || version === undefined) continue;
      const dependents = await listDependentsOf({ catalog, name, version }, reference.vela);
      level.set(node.id, dependents);
      queue.push(...dependents.map(toNode));
    }
    return walkGraph({
      start,
      depth,
      listSteps: (node) =>
        (level.get(node.id) ?? []).map((dependent) => ({ node: toNode(dependent), edge: toEdge(dependent, node.id) })),
    });
  }

  return {
    async getDependencyGraph({ direction = 'dependencies', depth, ...reference }, { lang }) {
      const asked = locate(reference);
      const { vela, kubernetes } = reference;
      const head = {
        ...asked,
        catalog: reference.catalog,
        direction,
        ...(vela === undefined ? {} : { vela }),
        ...(kubernetes === undefined ? {} : { kubernetes }),
      };
      if (direction === 'dependents') return { ...head, ...(await walkDependents(reference, depth)), notices: [] };
      const [universe, decision] = await Promise.all([
        universes.get(findVelaLine(lines, vela)),
        decide(reference, lang),
      ]);
      const graph = createDependencyGraph({
        universe,
        asked,
        depth,
        vela,
        kubernetes,
        ...(decision.kind === 'plan' ? { chosen: decision.plan.members } : {}),
        ...(decision.kind === 'conflict' ? { conflict: decision.conflict } : {}),
      });
      return { ...head, ...graph, ...toRemarks(decision) };
    },

    listDependents: async (reference) => listDependentsOf(locate(reference), reference.vela),
  };
}

/** Addons whose dependents are looked for; as many as a graph counts. */
const maxRead = 2_000;

function toRemarks(decision: Decision): Pick<DependencyGraph, 'conflict' | 'notices'> {
  switch (decision.kind) {
    case 'plan':
      return { notices: decision.plan.notices.map(({ text }) => text) };
    case 'conflict':
      return { conflict: decision.conflict, notices: [] };
    case 'gave-up':
      return { notices: [decision.reason] };
  }
}

function toId({ catalog, name }: { readonly catalog: string; readonly name: string }): string {
  return `${catalog}/${name}`;
}

/** A dependent as its newest version that needs the other one. */
function toNode(dependent: Dependent): WalkedNode {
  const { catalog, name } = dependent;
  const version = getNeed(dependent).versions[0];
  return {
    id: toId(dependent),
    kind: 'addon',
    name,
    catalog,
    ...(version === undefined ? {} : { version }),
    state: 'chosen',
  };
}

function toEdge(dependent: Dependent, to: string): GraphEdge {
  const { range, admits, uses } = getNeed(dependent);
  return {
    from: toId(dependent),
    to,
    ...(range === '' ? {} : { range }),
    state: admits ? 'met' : 'conflict',
    ...(uses === undefined ? {} : { uses }),
  };
}

function getNeed({ needs }: Dependent): Dependent['needs'][number] {
  const [need] = needs;
  if (need === undefined) throw new Error('a dependent without a need');
  return need;
}
