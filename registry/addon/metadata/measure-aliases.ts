import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';

/** Why aliases may not be followed: the client refuses such a document, or it nests deeper than a limit. */
export type AliasFault = 'excessive' | 'recursive' | 'unknown' | 'too-deep';

export interface AliasTrouble {
  readonly fault: AliasFault;
  readonly node: Node;
  readonly name: string;
}

/** From this many steps on, the share of them that aliases may cause falls from 99% to 10% (goyaml.v2 `decode.go`). */
const ratioLow = 400_000;
const ratioHigh = 4_000_000;

/**
 * Follows every alias as the client's decoder does and counts its steps; returns what the client stumbles over.
 * Nothing is built, so an alias bomb costs a bounded number of steps and no memory.
 */
export function findAliasTrouble(root: Node | null, maxDepth: number): AliasTrouble | undefined {
  const anchors = new Map<string, Node>();
  const open = new Set<Node>();
  // The document itself is the client's first step.
  let steps = 1;
  let aliasSteps = 0;
  let aliasDepth = 0;
  let depth = 0;

  function walk(node: unknown): AliasTrouble | undefined {
    steps += 1;
    if (aliasDepth > 0) aliasSteps += 1;
    if (!isAlias(node) && !isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
    if (aliasSteps > 100 && steps > 1_000 && aliasSteps / steps > allowedRatio(steps)) {
      return { fault: 'excessive', node, name: '' };
    }
    if (isAlias(node)) return walkAlias(node, node.source);
    if (node.anchor !== undefined && aliasDepth === 0) anchors.set(node.anchor, node);
    if (isScalar(node)) return undefined;
    depth += 1;
    if (depth > maxDepth) return { fault: 'too-deep', node, name: '' };
    open.add(node);
    const children = isMap(node) ? node.items.flatMap((pair) => [pair.key, pair.value]) : node.items;
    for (const child of children) {
      const trouble = walk(child);
      if (trouble !== undefined) return trouble;
    }
    open.delete(node);
    depth -= 1;
    return undefined;
  }

  function walkAlias(node: Node, name: string): AliasTrouble | undefined {
    const target = anchors.get(name);
    if (target === undefined) return aliasDepth > 0 ? undefined : { fault: 'unknown', node, name };
    if (open.has(target)) return { fault: 'recursive', node, name };
    aliasDepth += 1;
    const trouble = walk(target);
    aliasDepth -= 1;
    return trouble;
  }

  return walk(root);
}

function allowedRatio(steps: number): number {
  if (steps <= ratioLow) return 0.99;
  if (steps >= ratioHigh) return 0.1;
  return 0.99 - 0.89 * ((steps - ratioLow) / (ratioHigh - ratioLow));
}
