import type { EnginePosition } from '../engine/types.ts';
import {
  findEntryOf,
  findTextOf,
  type LocatedDocument,
  type LocatedObject,
  type LocatedValue,
  listItemsOf,
} from './located/located-value.ts';

/** A component of the rendered application. */
export interface RenderedComponent {
  readonly name: string;
  readonly place: EnginePosition;
  readonly object: LocatedObject;
}

/** Lists the components of the rendered application in their order; none when it was not rendered. */
export function listComponents(documents: readonly LocatedDocument[]): readonly RenderedComponent[] {
  const components = findEntryOf(findApplication(documents), 'spec', 'components')?.value;
  return listItemsOf(components).flatMap((object) => {
    const entry = findEntryOf(object, 'name');
    const name = findTextOf(entry?.value);
    if (object.kind !== 'object' || entry === undefined || name === undefined) return [];
    return [{ name, place: entry.place, object }];
  });
}

/** The rendered application; undefined when it was not rendered. */
export function findApplication(documents: readonly LocatedDocument[]): LocatedValue | undefined {
  return documents.find(({ origin, root }) => origin === 'rendered' && findTextOf(root, 'kind') === 'Application')
    ?.root;
}
