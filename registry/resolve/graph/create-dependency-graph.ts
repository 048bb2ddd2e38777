import type { Conflict, ConflictFact } from '../../../schemas/resolution.ts';
import { createScopes } from '../create-scopes.ts';
import { createSuspicion } from '../create-suspicion.ts';
import type { AddonRelease, AddonUniverse } from '../types.ts';
import { chooseRelease, isInRange } from './choose-release.ts';
import { type WalkedGraph, type WalkedNode, type WalkedStep, walkGraph } from './walk-graph.ts';

export interface DependencyGraphOptions {
  readonly universe: AddonUniverse;
  /** The version whose needs are told. */
  readonly asked: { readonly catalog: string; readonly name: string; readonly version: string };
  /** The versions that were chosen together; absent where nothing fits together. */
  readonly chosen?: readonly { readonly catalog: string; readonly name: string; readonly version: string }[];
  /** Why nothing fits together. */
  readonly conflict?: Conflict;
  readonly vela?: string | undefined;
  readonly kubernetes?: string | undefined;
  readonly depth?: number | undefined;
}

/**
 * Draws what a version needs, declared or only used. With a plan every node has the version that the plan chose; without one each has the newest
 * that fits whoever asks first, and what the conflict rests on is marked.
 */
export function createDependencyGraph(options: DependencyGraphOptions): WalkedGraph {
  const { universe, asked, chosen, conflict, depth } = options;
  const { listScope, findPlace } = createScopes(universe);
  const planned = chosen === undefined ? undefined : new Map(chosen.map((each) => [each.name, each]));
  const listSuspected = createSuspicion({
    universe,
    rankOwner: (name) => (planned?.has(name) === true ? 0 : 1),
    listScope,
    findPlace,
  });
  const facts = conflict?.facts ?? [];
  const releases = new Map<string, AddonRelease>();
  const nodes = new Map<string, WalkedNode>();

  function place({ catalog }: AddonRelease, on: string, range: string): WalkedNode {
    const known = nodes.get(on);
    if (known !== undefined) return known;
    const node = toNode(planned?.get(on)?.catalog ?? findPlace(catalog, on), on, range);
    nodes.set(on, node);
    return node;
  }

  function toNode(catalog: string | undefined, name: string, range: string): WalkedNode {
    if (catalog === undefined) return { id: name, kind: 'addon', name, state: 'missing' };
    const listed = universe.listReleases(catalog, name);
    const version = planned?.get(name)?.version;
    const release =
      version === undefined ? chooseRelease(listed, range) : listed.find((each) => each.version === version);
    if (release !== undefined) releases.set(name, release);
    const shown = version ?? release?.version;
    return {
      id: name,
      kind: 'addon',
      name,
      catalog,
      ...(shown === undefined ? {} : { version: shown }),
      state: shown === undefined ? 'unfit' : 'chosen',
    };
  }

  function toStep(release: AddonRelease, need: Need): WalkedStep {
    const { on, range, uses } = need;
    const node = place(release, on, range);
    const fact = facts.find((each) => isAbout(each, release, on));
    const met = planned !== undefined || (node.version !== undefined && isInRange(node.version, range));
    const state = node.state === 'missing' ? 'missing' : fact !== undefined || !met ? 'conflict' : 'met';
    return {
      node,
      edge: {
        from: release.name,
        to: on,
        ...(range === '' ? {} : { range }),
        state,
        ...(fact === undefined ? {} : { text: fact.text }),
        ...(uses === undefined ? {} : { uses }),
      },
    };
  }

  function listSystemSteps(release: AddonRelease): readonly WalkedStep[] {
    return facts
      .filter((fact) => fact.kind === 'requirement' && fact.on !== undefined && isAbout(fact, release, fact.on))
      .map((fact) => {
        const system = fact.on === 'kubernetes' ? 'kubernetes' : 'kubevela';
        const version = system === 'kubernetes' ? options.kubernetes : options.vela;
        return {
          node: {
            // No addon stands under a name with a colon.
            id: `system:${system}`,
            kind: system,
            name: system === 'kubernetes' ? 'Kubernetes' : 'KubeVela',
            ...(version === undefined ? {} : { version }),
            state: 'unfit',
          },
          edge: {
            from: release.name,
            to: `system:${system}`,
            ...(fact.range === undefined ? {} : { range: fact.range }),
            state: 'conflict',
            text: fact.text,
          },
        };
      });
  }

  const release = universe.listReleases(asked.catalog, asked.name).find(({ version }) => version === asked.version);
  if (release !== undefined) releases.set(asked.name, release);
  const start: WalkedNode = { id: asked.name, kind: 'addon', ...asked, state: 'asked' };
  nodes.set(asked.name, start);
  return walkGraph({
    start,
    depth,
    listSteps({ id }) {
      const from = releases.get(id);
      if (from === undefined) return [];
      const suspected = listSuspected(from).map(({ on, uses }) => ({ on, range: '', uses: [...uses] }));
      return [...[...listDeclared(from), ...suspected].map((need) => toStep(from, need)), ...listSystemSteps(from)];
    },
  });
}

interface Need {
  readonly on: string;
  readonly range: string;
  readonly uses?: AddonRelease['uses'][number][];
}

/** A dependency on itself says nothing, and of two on the same addon with the same range one is enough. */
function listDeclared({ name, dependencies }: AddonRelease): readonly Need[] {
  const needs = dependencies
    .filter((each) => each.name !== name)
    .map((each) => ({ on: each.name, range: each.version ?? '' }));
  return [...new Map(needs.map((need) => [`${need.on}\n${need.range}`, need])).values()];
}

function isAbout(fact: ConflictFact, { name, version }: AddonRelease, on: string): boolean {
  if (fact.kind !== 'need' && fact.kind !== 'requirement') return false;
  return fact.addon === name && fact.on === on && (fact.versions === undefined || fact.versions.includes(version));
}
