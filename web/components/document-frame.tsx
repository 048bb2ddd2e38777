import type { ComponentChildren, VNode } from 'preact';
import type { VersionReference } from '../context/links.ts';
import type { Island, PageContext, PageHead } from '../context/page-context.ts';
import { catalogues } from '../strings/catalogues.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { isAtWork } from './live-line.tsx';
import { LiveRefresh, LiveStrip } from './live-strip.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import { StateBanners } from './state-banners.tsx';
import { StructuredData, StructuredTrail } from './structured-data.tsx';

interface DocumentFrameProps {
  readonly context: PageContext;
  readonly head: PageHead;
  /** Scripts of this page; keys, search and theme come with every page. */
  readonly islands?: readonly Island[];
  /** Shows progress: above the page (`strip`), or in lines of its own (`page`). Browsers without scripts load it anew while something is under way. */
  readonly live?: 'strip' | 'page';
  /** The page itself has the search. */
  readonly ownSearch?: true;
  readonly children: ComponentChildren;
}

/** The whole HTML document around the main part of a page. */
export function DocumentFrame({ context, head, islands = [], live, ownSearch, children }: DocumentFrameProps): VNode {
  const { strings } = context;
  return (
    <html lang={strings.locale} data-theme={context.theme === 'auto' ? undefined : context.theme}>
      <DocumentHead
        context={context}
        head={head}
        islands={['keys', 'search', 'theme', ...islands, ...toLiveIslands(context, live)]}
        refreshes={live !== undefined}
      />
      <body>
        <a class="skip-link" href="#content">
          {strings.frame.skip}
        </a>
        <SiteHeader context={context} search={ownSearch ? undefined : true} />
        <StateBanners context={context} />
        <Breadcrumbs context={context} trail={head.trail} />
        <main id="content" tabIndex={-1}>
          {live === 'strip' && <LiveStrip context={context} />}
          {children}
        </main>
        <SiteFooter context={context} />
        <KeysDialog context={context} />
      </body>
    </html>
  );
}

/** A page at rest has nothing to follow, unless it is about the sources themselves. */
function toLiveIslands({ sources, evaluating }: PageContext, live: DocumentFrameProps['live']): readonly Island[] {
  if (live === undefined) return [];
  return live === 'page' || sources.some((source) => isAtWork(source, evaluating)) ? ['progress'] : [];
}

interface DocumentHeadProps {
  readonly context: PageContext;
  readonly head: PageHead;
  readonly islands: readonly Island[];
  readonly refreshes: boolean;
}

function DocumentHead({ context, head, islands, refreshes }: DocumentHeadProps): VNode {
  const { strings, assets, links } = context;
  const title =
    head.trail.length === 0 ? `${head.title} · ${strings.frame.product}` : `${head.title} – ${strings.frame.product}`;
  const canonical = context.toAbsolute(head.canonical ?? links.page(context.path, context.query));
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={head.description} />
      <meta name="color-scheme" content="light dark" />
      {refreshes && <LiveRefresh context={context} />}
      {head.noIndex && <meta name="robots" content="noindex" />}
      <link rel="stylesheet" href={links.asset(assets.stylesheet)} />
      <link rel="icon" type="image/svg+xml" href={links.asset(assets.icon)} />
      {!head.noIndex && <Alternates context={context} canonical={canonical} head={head} />}
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={strings.frame.product} />
      <meta property="og:title" content={head.title} />
      <meta property="og:description" content={head.description} />
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={strings.openGraph} />
      <CardReferences context={context} head={head} />
      {islands.map((island) => {
        const fileName = assets.islands[island];
        return fileName && <script key={island} type="module" src={links.asset(fileName)} />;
      })}
      {!head.noIndex && <StructuredTrail context={context} trail={head.trail} />}
      {!head.noIndex && head.structured !== undefined && <StructuredData data={head.structured} />}
    </head>
  );
}

interface AlternatesProps {
  readonly context: PageContext;
  readonly canonical: string;
  readonly head: PageHead;
}

function Alternates({ context, canonical, head }: AlternatesProps): VNode {
  const { links, path, query, strings } = context;
  const { json, version } = head;
  return (
    <>
      <link rel="canonical" href={canonical} />
      {(['en', 'zh'] as const).map((language) => (
        <link
          key={language}
          rel="alternate"
          hreflang={catalogues[language].locale}
          href={context.toAbsolute(links.page(path, { ...query, lang: language }))}
        />
      ))}
      <link rel="alternate" type="application/atom+xml" title={strings.operate.feed} href={links.feed()} />
      {version !== undefined && <OwnFeeds context={context} version={version} />}
      {json !== undefined && <link rel="alternate" type="application/json" href={json} />}
    </>
  );
}

/** Feeds of the catalog and of the addon that a page is about. */
function OwnFeeds({ context, version }: { context: PageContext; version: VersionReference }): VNode {
  const { links, strings } = context;
  const { catalog, name } = version;
  const title = strings.operate.feed;
  const type = 'application/atom+xml';
  return (
    <>
      <link rel="alternate" type={type} title={`${title}: ${catalog}`} href={links.feed({ catalog })} />
      <link
        rel="alternate"
        type={type}
        title={`${title}: ${catalog}/${name}`}
        href={links.feed({ catalog, addon: name })}
      />
    </>
  );
}

/** The picture that other sites show with a link to the page. */
function CardReferences({ context, head }: { context: PageContext; head: PageHead }): VNode {
  const image = context.toAbsolute(
    context.links.card(head.version, context.language === 'en' ? undefined : context.language),
  );
  return (
    <>
      <meta property="og:image" content={image} />
      <meta property="og:image:type" content="image/svg+xml" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={`${head.title}. ${head.description}`} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:image" content={image} />
      <meta name="twitter:image:alt" content={`${head.title}. ${head.description}`} />
    </>
  );
}
