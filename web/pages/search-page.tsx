import type { VNode } from 'preact';
import type { SearchGroup, SearchItem, SearchResults, SearchType } from '../../schemas/search.ts';
import { AddonIcon } from '../components/addon-icon.tsx';
import { BreakableName } from '../components/breakable-name.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { FoundBecause } from '../components/found-because.tsx';
import { SearchTips } from '../components/search-tips.tsx';
import { SearchWords, toListHref } from '../components/search-words.tsx';
import { toKindWord } from '../context/kind-word.ts';
import type { SearchState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';

export type { FoundElsewhere } from '../components/search-words.tsx';

export interface SearchPageData {
  readonly context: PageContext;
  readonly state: SearchState;
  /** Undefined: nothing was asked for yet. */
  readonly results: SearchResults | undefined;
}

/** What words find everywhere, grouped by what it is. */
export function SearchPage({ context, state, results }: SearchPageData): VNode {
  const { strings, links } = context;
  const text = strings.search;
  const { q } = state;
  const title = q === undefined ? text.title : text.titleFor(q);
  return (
    <DocumentFrame
      context={context}
      head={{
        title,
        description: text.description,
        trail: [{ label: text.title }],
        ...(q === undefined ? {} : { noIndex: true, json: links.page('/api/v1/search', { ...state }) }),
      }}
    >
      <h1>{title}</h1>
      {results === undefined ? (
        <SearchTips context={context} />
      ) : (
        <Results context={context} state={state} results={results} />
      )}
    </DocumentFrame>
  );
}

interface ResultsProps {
  readonly context: PageContext;
  readonly state: SearchState;
  readonly results: SearchResults;
}

function Results({ context, state, results }: ResultsProps): VNode {
  const { strings, links } = context;
  const text = strings.search;
  const groups = results.groups.filter(({ total }) => total > 0);
  return (
    <>
      <p class="list-count">
        {results.groups.map(({ type, total }) => text.count[type](total)).join(' · ')}{' '}
        <a href={links.help('order')}>{text.order}</a>
      </p>
      {state.type !== undefined && (
        <p>
          <a href={links.search({ ...state, type: '' })}>{text.allTypes}</a>
        </p>
      )}
      <SearchWords
        context={context}
        didYouMean={results.didYouMean}
        notices={results.notices}
        toHref={(q) => links.search({ ...state, q })}
      />
      {groups.map((group) => (
        <Group key={group.type} context={context} state={state} group={group} />
      ))}
      {groups.length === 0 && (
        <div class="empty">
          <h2>{text.nothingTitle}</h2>
          <p>{text.nothingText}</p>
          {state.catalog !== undefined && (
            <p>
              <a href={links.search({ ...state, catalog: '' })}>{text.allCatalogs}</a>
            </p>
          )}
          <p>
            <a href={links.addons()}>{strings.list.everything}</a> ·{' '}
            <a href={links.definitions()}>{strings.definitions.everything}</a>
          </p>
        </div>
      )}
    </>
  );
}

function Group({ context, state, group }: Omit<ResultsProps, 'results'> & { readonly group: SearchGroup }): VNode {
  const text = context.strings.search;
  const { type, total, items } = group;
  const { q = '', catalog } = state;
  const more = total > items.length && !(type === 'parameter' && state.type === 'parameter');
  return (
    <section class="found" aria-labelledby={`found-${type}`}>
      <h2 id={`found-${type}`}>
        {text.groups[type]} <span class="tab-count">{context.formats.number(total)}</span>
      </h2>
      <ol class="found-list">
        {items.map((item) => (
          <Item key={item.path} context={context} item={item} />
        ))}
      </ol>
      {more && (
        <p>
          <a href={toListHref(context, { q, type, ...(catalog === undefined ? {} : { catalog }) })}>
            {text.all[type](total)}
          </a>
        </p>
      )}
      {total > items.length && !more && <p class="hint">{text.narrowParameters}</p>}
    </section>
  );
}

function Item({ context, item }: { context: PageContext; item: SearchItem }): VNode {
  return (
    <li>
      <p class={item.type === 'addon' ? 'found-name found-addon' : 'found-name'}>
        {item.type === 'addon' && <AddonIcon context={context} addon={{ ...item, name: item.addon }} />}
        <a href={`${context.links.page('')}${item.path}`} data-item>
          <bdi>
            <BreakableName name={item.name} />
          </bdi>
        </a>{' '}
        <span class="quiet">{toPlace(context, item)}</span>
      </p>
      {item.description !== '' && <p class="addon-description">{item.description}</p>}
      <FoundBecause context={context} reasons={item.reasons} />
    </li>
  );
}

/** Where something that was found stands. */
function toPlace({ strings }: PageContext, item: SearchItem): string {
  const place = `${item.catalog}/${item.addon} ${item.version}`;
  const { definition } = item;
  const kind = definition === undefined ? '' : toKindWord(strings, definition.kind);
  const words: Readonly<Record<SearchType, string>> = {
    addon: `${item.catalog} ${item.version}`,
    definition: `${kind} · ${place}`,
    parameter: definition === undefined ? place : `${definition.name} (${kind}) · ${place}`,
  };
  return words[item.type];
}
