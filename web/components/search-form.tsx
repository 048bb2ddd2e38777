import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';
import type { SearchFieldWords } from '../context/search-field.ts';

/** The search over everything: a plain form, which a script makes show what is found as one types. */
export function SearchForm({ context }: { context: PageContext }): VNode {
  const { links, strings, query, catalogs } = context;
  const { frame, search } = strings;
  const chosen = query['catalog'] ?? '';
  return (
    <search class="site-search">
      <form
        action={links.search()}
        method="get"
        data-words={JSON.stringify(toWords(context))}
        data-base={links.page('')}
      >
        {catalogs.length > 1 && (
          <>
            <label class="visually-hidden" for="site-search-catalog">
              {frame.catalogLabel}
            </label>
            <select id="site-search-catalog" name="catalog">
              <option value="">{frame.allCatalogs}</option>
              {catalogs.map((catalog) => (
                <option key={catalog.name} value={catalog.name} selected={catalog.name === chosen}>
                  {catalog.name}
                </option>
              ))}
            </select>
          </>
        )}
        <label class="visually-hidden" for="site-search-text">
          {search.field}
        </label>
        <input
          id="site-search-text"
          type="search"
          name="q"
          value={query['q'] ?? ''}
          placeholder={search.hint}
          maxLength={200}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          aria-keyshortcuts="/"
          data-search
        />
        <button type="submit">{frame.searchSubmit}</button>
      </form>
    </search>
  );
}

function toWords({ strings }: PageContext): SearchFieldWords {
  const { results, groups, didYouMean, allFor, none, status } = strings.search;
  return { results, groups, kinds: strings.definitions.kinds, didYouMean, allFor, none, status: status('#') };
}
