import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';

/** What a search understands, with examples that are links, and how its order comes about. */
export function SearchTips({ context }: { context: PageContext }): VNode {
  const { links, strings } = context;
  const text = strings.searchTips;
  return (
    <>
      <section class="step" aria-labelledby="words">
        <h2 id="words">{text.words}</h2>
        <ul class="points measure">
          {text.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <section class="step" aria-labelledby="filters">
        <h2 id="filters">{text.filters}</h2>
        <p class="measure">{text.filtersText}</p>
        <dl class="tips">
          {text.examples.map(([q, meaning]) => (
            <div key={q}>
              <dt>
                <a href={links.search({ q })}>
                  <code>{q}</code>
                </a>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section class="step" aria-labelledby="order">
        <h2 id="order">{text.order}</h2>
        <ol class="points points-ordered measure">
          {text.ranks.map((rank) => (
            <li key={rank}>{rank}</li>
          ))}
        </ol>
        <p class="hint">{text.stable}</p>
      </section>
    </>
  );
}
