import type { VNode } from 'preact';

/** A name that may break where a new word begins in it, before it breaks anywhere else. */
export function BreakableName({ name }: { name: string }): VNode {
  const words = name.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[._/-])(?=[^._/-])/);
  return <>{words.flatMap((word, index) => (index === 0 ? [word] : [<wbr key={index} />, word]))}</>;
}
