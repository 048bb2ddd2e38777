import type { ParameterChange } from '../../engine/types.ts';
import type { DefinitionChange } from './types.ts';

/** A change of a parameter with its verdict in words. `closed`: the new parameters refuse what they do not name. */
export function judgeParameterChange(
  change: ParameterChange,
  { closed }: { readonly closed: boolean },
): DefinitionChange {
  const subject = change.path.length === 0 ? 'The parameters' : `\`${toPathText(change.path)}\``;
  const message = `${subject} ${sayWhat(change, closed)}.`;
  const refused = change.kind === 'removed' ? { refused: closed } : {};
  return { ...change, subject: 'parameter', bump: toBump(change), message, ...refused };
}

/** Writes a path as people do: `git.branch`, `ports[].name`, `labels.*`. */
export function toPathText(path: readonly string[]): string {
  return path.join('.').replaceAll('.[]', '[]');
}

function toBump({ kind, breaking }: ParameterChange): DefinitionChange['bump'] {
  if (breaking) return 'major';
  // A field with a default that is listed as required asks nothing new of anybody.
  return kind === 'required' ? 'patch' : 'minor';
}

function sayWhat({ kind, breaking, before, after }: ParameterChange, closed: boolean): string {
  const isPlural = before === undefined && after === undefined;
  switch (kind) {
    case 'added':
      return breaking ? 'is new and must be given' : 'is new and may be left out';
    case 'removed':
      return `is gone; a value that is still given for it is ${closed ? 'refused' : 'accepted and ignored'}`;
    case 'retyped':
      return breaking ? 'holds something else than before' : 'is written as another type that takes the same values';
    case 'tightened':
      return breaking ? 'takes fewer values than before' : 'is written more strictly, and takes the values it took';
    case 'widened':
      return 'takes more values than before';
    case 'default-added':
      return 'has a default now';
    case 'default-changed':
      return 'has another default; who leaves it out gets another value';
    case 'default-removed':
      return breaking ? 'has no default any more and must be given' : 'has no default any more; left out, it is absent';
    case 'required':
      return breaking ? 'must be given now' : 'is not optional any more, but has a default: old values fit as they are';
    case 'optional':
      return 'may be left out now';
    case 'closed':
      return `${isPlural ? 'refuse' : 'refuses'} fields that are not named`;
    case 'opened':
      return `${isPlural ? 'take' : 'takes'} fields that are not named`;
    case 'immutable':
      return 'cannot be changed any more once it is set';
    case 'mutable':
      return 'may be changed after it was set';
  }
}
