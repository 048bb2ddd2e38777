import type { VNode } from 'preact';
import type { Language, PageContext, Theme } from '../context/page-context.ts';
import { catalogues } from '../strings/catalogues.ts';
import { Mark } from './mark.tsx';
import { SearchForm } from './search-form.tsx';

const nextTheme: Readonly<Record<Theme, Theme>> = { auto: 'dark', dark: 'light', light: 'auto' };
const languages: readonly Language[] = ['en', 'zh'];

interface SiteHeaderProps {
  readonly context: PageContext;
  /** Undefined where the page itself has the search. */
  readonly search: true | undefined;
}

/** Mark and name, search with the catalog switch, the main pages, language and theme. */
export function SiteHeader({ context, search }: SiteHeaderProps): VNode {
  const { links, strings, path } = context;
  const { frame } = strings;
  const entries = [
    { label: frame.addons, href: links.addons(), path: '/addons' },
    { label: frame.definitions, href: links.definitions(), path: '/definitions' },
    { label: strings.plan.nav, href: links.plan(), path: '/plan' },
    { label: frame.use, href: links.use(), path: '/use' },
  ];
  return (
    <header class="site-header">
      <div class="site-header-inner">
        <a class="brand" href={links.home()} aria-label={frame.homeLabel}>
          <Mark />
          <span class="brand-name">{frame.product}</span>
        </a>
        {search && <SearchForm context={context} />}
        <nav class="site-nav" aria-label={frame.navigation}>
          <details class="site-menu" data-menu>
            <summary>{strings.menu}</summary>
            <ul>
              {entries.map((entry) => (
                <li key={entry.path}>
                  <a href={entry.href} aria-current={path === entry.path ? 'page' : undefined}>
                    {entry.label}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        </nav>
        <div class="site-choices">
          <LanguageSwitch context={context} />
          <ThemeSwitch context={context} />
        </div>
      </div>
    </header>
  );
}

function LanguageSwitch({ context }: { context: PageContext }): VNode {
  const others = languages.filter((language) => language !== context.language);
  return (
    <>
      {others.map((language) => {
        const { locale, name } = catalogues[language];
        const href = context.links.page(context.path, { ...context.query, lang: language });
        return (
          <a key={language} class="choice" href={href} lang={locale} hreflang={locale} rel="alternate nofollow">
            {name}
          </a>
        );
      })}
    </>
  );
}

function ThemeSwitch({ context }: { context: PageContext }): VNode {
  const { frame } = context.strings;
  const href = context.links.page(context.path, { ...context.query, theme: nextTheme[context.theme] });
  return (
    <a
      class="choice theme-switch"
      href={href}
      rel="nofollow"
      title={frame.theme[context.theme]}
      data-theme-switch
      data-cookie-path={context.links.home()}
      data-label-auto={frame.theme.auto}
      data-label-light={frame.theme.light}
      data-label-dark={frame.theme.dark}
    >
      <span class="visually-hidden">{frame.theme[context.theme]}</span>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
        <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" stroke-width="2" />
        <path class="theme-half" d="M12 3.5a8.5 8.5 0 0 1 0 17Z" fill="currentColor" />
        <circle class="theme-sun" cx="12" cy="12" r="3" fill="currentColor" />
        <circle class="theme-moon" cx="12" cy="12" r="8.5" fill="currentColor" />
      </svg>
    </a>
  );
}
