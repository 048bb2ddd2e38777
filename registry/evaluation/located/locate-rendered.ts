import type { JsonValue } from '../../../schemas/json.ts';
import type { EnginePosition } from '../../engine/types.ts';
import type { RenderedObject } from '../../render/types.ts';
import type { LocatedValue } from './located-value.ts';

/** Turns a rendered object into a located value. What has no place of its own takes that of what is around it. */
export function locateRendered({ object, from, positions }: RenderedObject): LocatedValue {
  const places = new Map(
    positions.map(({ path, file, line, column }) => [toKey(path), { file, line, column } as const]),
  );
  const whole = { file: from === 'application' ? 'template.cue' : from, line: 1, column: 1 };
  return locate(object, { places, path: [], around: places.get(toKey([])) ?? whole });
}

interface Scope {
  readonly places: ReadonlyMap<string, EnginePosition>;
  readonly path: readonly string[];
  readonly around: EnginePosition;
}

function locate(value: JsonValue, { places, path, around }: Scope): LocatedValue {
  const place = places.get(toKey(path)) ?? around;
  const below = (key: string): Scope => ({ places, path: [...path, key], around: place });
  if (isList(value)) {
    return { kind: 'list', place, items: value.map((item, index) => locate(item, below(String(index)))) };
  }
  if (value === null || typeof value !== 'object') return { kind: 'scalar', place, value };
  const entries = Object.entries(value).map(([key, child]) => {
    const scope = below(key);
    return { key, place: places.get(toKey(scope.path)) ?? place, value: locate(child, scope) };
  });
  return { kind: 'object', place, entries };
}

// Array.isArray does not narrow readonly arrays.
function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function toKey(path: readonly string[]): string {
  return JSON.stringify(path);
}
