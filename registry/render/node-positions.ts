import type { TextPosition, YamlNode } from '../addon/metadata/yaml-node.ts';
import type { EnginePosition } from '../engine/types.ts';
import { locatedFields } from './located-fields.ts';

/** A place with the path of what stands there. */
export type PlacedPath = EnginePosition & { readonly path: readonly string[] };

/** Where the value at a path stands; the place of what surrounds it when the path leads nowhere. */
export function findNodePosition(root: YamlNode | undefined, path: readonly string[]): TextPosition {
  let node = root;
  for (const step of path) {
    const next =
      node?.kind === 'list' ? node.items[Number(step)] : node?.kind === 'mapping' ? node.values.get(step) : undefined;
    if (next === undefined) break;
    node = next;
  }
  return { line: node?.line ?? 1, column: node?.column ?? 1 };
}

/** Lists the places of the fields that are looked at, as an engine does for CUE; nothing below `openAPIV3Schema`. */
export function listNodePositions(root: YamlNode | undefined, file: string): readonly PlacedPath[] {
  const found: PlacedPath[] = [];
  const onTheWay = new Set<YamlNode>();
  const visit = (node: YamlNode, path: readonly string[]): void => {
    if (node.kind === 'scalar' || onTheWay.has(node)) return;
    onTheWay.add(node);
    if (node.kind === 'list') for (const [index, item] of node.items.entries()) visit(item, [...path, `${index}`]);
    else {
      for (const { key, position, value, overridden } of node.entries) {
        if (overridden || key === 'openAPIV3Schema') continue;
        const here = [...path, key];
        if (locatedFields.includes(key)) found.push({ file, line: position.line, column: position.column, path: here });
        visit(value, here);
      }
    }
    onTheWay.delete(node);
  };
  if (root !== undefined) visit(root, []);
  return found;
}

/** Moves places below a path. */
export function placeBelow(positions: readonly PlacedPath[], below: readonly string[]): readonly PlacedPath[] {
  return positions.map((position) => ({ ...position, path: [...below, ...position.path] }));
}
