import type { VNode } from 'preact';

const tints = 6;

/** A tile with the initials of an addon; the tint depends on the name alone. */
export function LetterTile({ name }: { name: string }): VNode {
  return (
    <span class={`tile tile-${toTint(name)}`} aria-hidden="true">
      {toInitials(name)}
    </span>
  );
}

function toTint(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % tints;
}

function toInitials(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => word !== '');
  const [first = '?', second] = words;
  const initials =
    second === undefined ? [...first].slice(0, 2) : [...first].slice(0, 1).concat([...second].slice(0, 1));
  return initials.join('').toUpperCase();
}
