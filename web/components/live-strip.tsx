import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';
import { isAtWork, LiveLine } from './live-line.tsx';

const maxLines = 3;

/** While sources are read or judged: how far that has come, above a page that fills meanwhile. Nothing when all is at rest. */
export function LiveStrip({ context }: { context: PageContext }): VNode | null {
  const { strings, sources, evaluating, links } = context;
  const text = strings.operate;
  const atWork = sources.filter((source) => isAtWork(source, evaluating));
  if (atWork.length === 0) return null;
  return (
    <section class="live-strip" aria-label={text.progress} data-live={links.api('/events')}>
      {atWork.slice(0, maxLines).map((source) => (
        <LiveLine key={source.id} context={context} source={source} named />
      ))}
      <p class="live-more">
        {atWork.length > maxLines && <a href={links.sources()}>{text.more(atWork.length - maxLines)}</a>}{' '}
        <span class="live-news" data-live-news>
          {text.news} <a href={links.page(context.path, context.query)}>{text.reload}</a>
        </span>
      </p>
    </section>
  );
}

/** Loads the page anew while something is under way, for browsers without scripts. */
export function LiveRefresh({ context }: { context: PageContext }): VNode | null {
  const { sources, evaluating } = context;
  if (!sources.some((source) => isAtWork(source, evaluating))) return null;
  return (
    <noscript>
      <meta http-equiv="refresh" content="5" />
    </noscript>
  );
}
