import type { VNode } from 'preact';
import type { SearchNotice, SearchType } from '../../schemas/search.ts';
import type { PageContext } from '../context/page-context.ts';

interface SearchWordsProps {
  readonly context: PageContext;
  readonly didYouMean: string | undefined;
  readonly notices: readonly SearchNotice[] | undefined;
  /** The same page for other words. */
  readonly toHref: (q: string) => string;
}

/** How the words of a search were understood: another spelling, and what of them was no filter. */
export function SearchWords({ context, didYouMean, notices = [], toHref }: SearchWordsProps): VNode {
  const text = context.strings.search;
  return (
    <>
      {didYouMean !== undefined && (
        <p class="did-you-mean">
          {text.didYouMean} <a href={toHref(didYouMean)}>{didYouMean}</a>
        </p>
      )}
      {notices.length > 0 && (
        <ul class="notice search-notices">
          {notices.map(({ code, part = '', suggestion }) => (
            <li key={`${code} ${part}`}>
              {text.notices[code](part)} {suggestion !== undefined && text.write(suggestion)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** How much the same words find of another type. */
export interface FoundElsewhere {
  readonly type: SearchType;
  readonly total: number;
}

interface ElsewhereProps {
  readonly context: PageContext;
  readonly q: string | undefined;
  readonly catalog: string | undefined;
  readonly found: readonly FoundElsewhere[];
}

/** Leads to what the same words find of other types, and says how the order comes about. */
export function Elsewhere({ context, q, catalog, found }: ElsewhereProps): VNode | null {
  if (q === undefined) return null;
  const { strings, links } = context;
  const text = strings.search;
  const state = { q, ...(catalog === undefined ? {} : { catalog }) };
  return (
    <p class="elsewhere">
      {found.length > 0 && <span>{text.also} </span>}
      {found.map(({ type, total }) => (
        <span key={type}>
          <a href={type === 'parameter' ? links.search({ ...state, type }) : toListHref(context, { ...state, type })}>
            {text.count[type](total)}
          </a>{' '}
        </span>
      ))}
      <a href={links.search(state)}>{text.everything}</a> <a href={links.help('order')}>{text.order}</a>
    </p>
  );
}

/** The list of a type, narrowed by the words of a search. */
export function toListHref(
  { links }: PageContext,
  { type, ...state }: { readonly q: string; readonly catalog?: string; readonly type: SearchType },
): string {
  switch (type) {
    case 'addon':
      return links.addons(state);
    case 'definition':
      return links.definitions(state);
    case 'parameter':
      return links.search({ ...state, type });
  }
}
