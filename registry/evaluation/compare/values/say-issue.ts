import type { ValueIssue } from '../../../../schemas/values-check.ts';

/** One sentence about an issue. Values that somebody gave are not in it: they may be secrets. */
export function sayIssue({
  path,
  kind,
  effect,
  expected = '',
  before,
  after,
  nearest,
}: Omit<ValueIssue, 'message'>): string {
  const name = `\`${path.join('.')}\``;
  const tail = effect === 'accepted' ? '; it is taken all the same' : '';
  const meant = nearest === undefined ? '' : `; did you mean \`${nearest}\`?`;
  switch (kind) {
    case 'missing':
      return `${name} must be given: ${expected}${tail}.`;
    case 'retyped':
      return `${name} holds something else than before: ${expected}${tail}.`;
    case 'wrong-type':
      return `${name} does not hold what is declared: ${expected}${tail}.`;
    case 'out-of-enum':
      return `${name} is none of the values that are allowed: ${expected}${tail}${meant}`;
    case 'constraint':
      return `${name} does not meet ${expected}${tail}.`;
    case 'removed':
      return `${name} is gone and ${sayUnused(effect)}${meant}`;
    case 'unknown':
      return `${name} is not known and ${sayUnused(effect)}${meant}`;
    case 'default-changed':
      return after === undefined
        ? `${name} is left out, and its default ${before} is gone.`
        : `${name} is left out, and its default is ${after} and not ${before}.`;
  }
}

function sayUnused(effect: ValueIssue['effect']): string {
  return effect === 'refused' ? 'is refused' : 'is taken and not used';
}
