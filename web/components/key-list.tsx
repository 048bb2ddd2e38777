import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';

/** What each key does, wherever nothing is being typed. */
export function KeyList({ context }: { context: PageContext }): VNode {
  const text = context.strings.keys;
  const entries: readonly (readonly [keys: readonly string[], meaning: string])[] = [
    [['/'], text.search],
    [['↓', '↑'], text.choose],
    [['Esc'], text.close],
    [['j', 'k'], text.move],
    [['Enter'], text.open],
    [['c'], text.copy],
    [['?'], text.help],
  ];
  return (
    <dl class="keys">
      {entries.map(([keys, meaning]) => (
        <div key={meaning}>
          <dt>{keys.flatMap((key, index) => [index === 0 ? '' : ' ', <kbd key={key}>{key}</kbd>])}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
