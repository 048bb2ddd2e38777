import type { VNode } from 'preact';
import type { DefinitionKind } from '../../schemas/definition.ts';
import type { DefinitionSummary } from '../../schemas/definition-catalogue.ts';
import { toKindWord } from '../context/kind-word.ts';
import type { DefinitionListState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';

/** A kind of definition, how many there are, and the first of them. */
export interface KindBranch {
  readonly kind: DefinitionKind;
  readonly count: number;
  readonly items: readonly Pick<DefinitionSummary, 'name' | 'owners'>[];
}

interface KindTreeProps {
  readonly context: PageContext;
  /** What the list is now, without the place in it. */
  readonly state: DefinitionListState;
  readonly tree: readonly KindBranch[];
}

/** Kinds of definitions that unfold into names; the number beside a name says how many addons bring it. */
export function KindTree({ context, state, tree }: KindTreeProps): VNode | null {
  const { strings, links, formats } = context;
  const text = strings.lists;
  if (tree.length === 0) return null;
  return (
    <div class="kind-tree">
      <h2 class="facet-title">{strings.definitions.kind}</h2>
      <ul>
        {tree.map(({ kind, count, items }) => {
          const chosen = state.kind === kind;
          return (
            <li key={kind}>
              <a
                class="kind-link"
                href={links.definitions({ ...state, kind: chosen ? '' : kind })}
                aria-current={chosen ? 'true' : undefined}
              >
                <span class="facet-value">{toKindWord(strings, kind)}</span>{' '}
                <span class="facet-count">{formats.number(count)}</span>
              </a>
              <details open={chosen}>
                <summary>
                  {text.names} <span class="visually-hidden">({toKindWord(strings, kind)})</span>
                </summary>
                <ul>
                  {items.map(({ name, owners }) => (
                    <li key={name}>
                      <a href={links.definition(kind, name)}>
                        <span class="facet-value">{name}</span>{' '}
                        {owners.length > 1 && <span class="facet-count">{strings.counts.addons(owners.length)}</span>}
                      </a>
                    </li>
                  ))}
                  {items.length < count && (
                    <li>
                      <a href={links.definitions({ ...state, kind })}>
                        <span class="facet-value">{text.moreNames(count - items.length)}</span>
                      </a>
                    </li>
                  )}
                </ul>
              </details>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
