import type { Effect, EffectKind, EffectPhrase } from '../../../schemas/effects.ts';
import type { EnginePosition } from '../../engine/types.ts';
import { findTextOf, type LocatedObject } from '../located/located-value.ts';

/** An effect as a detector sees it. */
export interface FoundEffect {
  readonly kind: EffectKind;
  readonly severity: Effect['severity'];
  readonly value: string;
  /** What the value says in words; absent where it is a name. */
  readonly phrase?: EffectPhrase;
  readonly place: EnginePosition;
  /** The label that rendering knows the place of, where the text knows better. */
  readonly label?: EnginePosition;
}

/** Looks at one object of a document; what stands below it is shown to the detector on its own. */
export type EffectDetector = (object: LocatedObject) => Iterable<FoundEffect>;

/** The Kubernetes kind of an object; undefined when it is none, or its text does not show it. */
export function findKind(object: LocatedObject): string | undefined {
  return findTextOf(object, 'apiVersion') === undefined ? undefined : findTextOf(object, 'kind');
}

/** The type of a component or trait; undefined for anything else. */
export function findComponentType(object: LocatedObject): string | undefined {
  const hasProperties = object.entries.some(({ key }) => key === 'properties');
  return hasProperties ? findTextOf(object, 'type') : undefined;
}

/** What people call the object that something happens in: `ClusterRole/flux`, `helm/ingress`; undefined when it has no name of its own. */
export function findSubject(object: LocatedObject): string | undefined {
  const kind = findKind(object);
  if (kind !== undefined) return join(kind, findTextOf(object, 'metadata', 'name'));
  const type = findComponentType(object);
  if (type === undefined) return undefined;
  return join(type, findTextOf(object, 'name') ?? findTextOf(object, 'properties', 'name'));
}

function join(kind: string, name: string | undefined): string {
  return name === undefined ? kind : `${kind}/${name}`;
}
