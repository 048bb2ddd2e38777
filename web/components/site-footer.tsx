import type { VNode } from 'preact';
import type { SourceState } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';
import { SourceStateMark } from './source-state-mark.tsx';

/** Server version, freshness of each source, and where to go from here. */
export function SiteFooter({ context }: { context: PageContext }): VNode {
  const { links, strings, sources } = context;
  const { frame } = strings;
  return (
    <footer class="site-footer">
      <div class="site-footer-inner">
        <section aria-labelledby="freshness">
          <h2 id="freshness" class="footer-title">
            {frame.freshness}
          </h2>
          <ul class="freshness">
            {sources.map((source) => (
              <li key={source.id}>
                <span class="freshness-name">{source.id}</span> <SourceStateMark context={context} source={source} />{' '}
                <Freshness context={context} source={source} />
                <Evaluation context={context} source={source} />
              </li>
            ))}
          </ul>
        </section>
        <ul class="footer-links">
          <li>
            <a href={links.plan()}>{strings.plan.nav}</a>
          </li>
          <li>
            <a href={links.locks()}>{strings.locksIntro.title}</a>
          </li>
          <li>
            <a href={links.sources()}>{frame.sources}</a>
          </li>
          <li>
            <a href={links.publish()}>{strings.publish.nav}</a>
          </li>
          <li>
            <a href={links.rules()}>{frame.rules}</a>
          </li>
          <li>
            <a href={links.help()}>{strings.help.nav}</a>
          </li>
          <li>
            <a href={links.api('/openapi.json')}>{frame.api}</a>
          </li>
          <li>
            <a href={links.feed()}>{strings.operate.feed}</a>
          </li>
          <li>{frame.server(context.serverVersion)}</li>
          <li>{frame.licence}</li>
        </ul>
      </div>
    </footer>
  );
}

function Freshness({ context, source }: { context: PageContext; source: SourceState }): VNode {
  const { frame } = context.strings;
  if (source.lastSuccess === undefined) return <span class="quiet">{frame.neverRead}</span>;
  return (
    <time class="quiet" dateTime={source.lastSuccess}>
      {frame.readAt(context.formats.dateTime(source.lastSuccess))}
    </time>
  );
}

/** How many versions of a source still wait for the evaluators. */
function Evaluation({ context, source }: { context: PageContext; source: SourceState }): VNode | null {
  const { strings, formats } = context;
  const { evaluation } = source;
  if (evaluation === undefined || evaluation.done >= evaluation.total) return null;
  return <span>{strings.verdict.evaluating(formats.number(evaluation.done), formats.number(evaluation.total))}</span>;
}
