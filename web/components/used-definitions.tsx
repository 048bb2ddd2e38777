import type { VNode } from 'preact';
import type { GraphEdge } from '../../schemas/dependency-graph.ts';
import type { PageContext } from '../context/page-context.ts';

interface UsedDefinitionsProps {
  readonly context: PageContext;
  readonly uses: NonNullable<GraphEdge['uses']>;
}

/** That a need is not declared, and the definitions that tell it. */
export function UsedDefinitions({ context, uses }: UsedDefinitionsProps): VNode {
  const { strings, links } = context;
  return (
    <span class="plan-suspected">
      {' '}
      ({strings.plan.suspected}{' '}
      {uses.map(({ kind, name }, index) => (
        <>
          {index > 0 && ', '}
          <a key={`${kind}/${name}`} href={links.definition(kind, name)}>
            {name}
          </a>
        </>
      ))}
      )
    </span>
  );
}
