import type { LocatedEntry, LocatedObject, LocatedScalar, LocatedValue } from './located-value.ts';

/** What an object stands in: the objects around it and the keys it stands under, the nearest first. */
export interface Surroundings {
  readonly objects: readonly LocatedObject[];
  readonly keys: readonly string[];
}

/** Keys below which there is prose, data or a schema, and nothing that a cluster acts on. */
const opaqueKeys = new Set(['openAPIV3Schema', 'annotations', 'labels', 'stringData', 'binaryData']);

/** Shows every object of a value, outer before inner. */
export function walkObjects(root: LocatedValue, visit: (object: LocatedObject, around: Surroundings) => void): void {
  const walk = (value: LocatedValue, around: Surroundings) => {
    if (value.kind === 'list') {
      for (const item of value.items) walk(item, around);
      return;
    }
    if (value.kind !== 'object') return;
    visit(value, around);
    const objects = [value, ...around.objects];
    for (const { key, value: child } of value.entries) {
      if (!opaqueKeys.has(key)) walk(child, { objects, keys: [key, ...around.keys] });
    }
  };
  walk(root, { objects: [], keys: [] });
}

/** Shows every scalar of the fields of every object, those in lists too, with the field. */
export function walkScalars(root: LocatedValue, visit: (entry: LocatedEntry, scalar: LocatedScalar) => void): void {
  walkObjects(root, (object) => {
    for (const entry of object.entries) {
      if (opaqueKeys.has(entry.key)) continue;
      for (const scalar of listScalars(entry.value)) visit(entry, scalar);
    }
  });
}

function listScalars(value: LocatedValue): readonly LocatedScalar[] {
  if (value.kind === 'scalar') return [value];
  return value.kind === 'list' ? value.items.flatMap(listScalars) : [];
}
