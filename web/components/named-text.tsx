import type { VNode } from 'preact';

const maxLength = 160;
// Characters that stand in no text: what is between two of them is the place of a name.
const edge = '\u{FFFFE}';

interface NamedTextProps {
  /** A sentence about names, as a language writes it. */
  readonly sentence: (...names: readonly string[]) => string;
  readonly names: readonly string[];
}

/** A sentence with names that somebody else chose: each keeps its own direction of writing, and a very long one is cut. */
export function NamedText({ sentence, names }: NamedTextProps): VNode {
  const parts = sentence(...names.map((_, index) => `${edge}${index}${edge}`)).split(edge);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? part : <bdi key={index}>{toShort(names[Number(part)] ?? '')}</bdi>,
      )}
    </>
  );
}

/** A name short enough for a sentence. */
export function toShort(name: string): string {
  const characters = [...name];
  return characters.length <= maxLength ? name : `${characters.slice(0, maxLength - 1).join('')}…`;
}
