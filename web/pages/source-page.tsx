import type { VNode } from 'preact';
import type { SourceState } from '../../schemas/rest.ts';
import type { SourceRun } from '../../schemas/source-run.ts';
import { CommandLine } from '../components/command-line.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { FindingList } from '../components/finding-list.tsx';
import { LiveLine } from '../components/live-line.tsx';
import { MarkedText } from '../components/marked-text.tsx';
import { RunList } from '../components/run-list.tsx';
import { SourceFacts } from '../components/source-facts.tsx';
import { SourceStateMark } from '../components/source-state-mark.tsx';
import type { PageContext } from '../context/page-context.ts';
import { toShellWord } from '../context/shell-word.ts';

/** One source as its operator sees it. */
export interface SourcePageData {
  readonly context: PageContext;
  readonly source: SourceState;
  /** Newest first. */
  readonly runs: readonly SourceRun[];
  /** RFC 3339. */
  readonly now: string;
  /** Whether an administrator token can be given here. */
  readonly takesToken: boolean;
  /** Whether the token that was given just now is none. */
  readonly refused: boolean;
}

/** How a source fares, how to read it again, and what its last runs did. */
export function SourcePage(data: SourcePageData): VNode {
  const { context, source, runs, now } = data;
  const { strings, links } = context;
  const text = strings.operate;
  return (
    <DocumentFrame
      context={context}
      head={{
        title: text.title(source.id),
        description: text.description(source.id),
        trail: [{ label: strings.sources.title, href: links.sources() }, { label: source.id }],
        json: links.api(`/sources/${source.id.split('/').map(encodeURIComponent).join('/')}`),
      }}
      islands={['copy']}
      live="page"
    >
      <div class="source-page" data-live={links.api('/events')}>
        <h1>{source.id}</h1>
        <p>
          <SourceStateMark context={context} source={source} />
        </p>
        {source.message !== undefined && (
          <p class={source.state === 'ok' ? 'notice' : 'notice notice-warn'}>
            <MarkedText text={source.message} />
          </p>
        )}
        <LiveLine context={context} source={source} />
        <SourceFacts context={context} source={source} now={now} />
        <section id="again" aria-labelledby="again-title">
          <h2 id="again-title">{text.again}</h2>
          <SyncForm {...data} />
        </section>
        <section aria-labelledby="source-findings">
          <h2 id="source-findings">{text.findings}</h2>
          {source.findings.length === 0 && <p class="quiet">{text.noFindings}</p>}
          <FindingList context={context} findings={source.findings} idPrefix="source" />
        </section>
        <section aria-labelledby="runs">
          <h2 id="runs">{text.log}</h2>
          <RunList context={context} runs={runs} />
        </section>
      </div>
    </DocumentFrame>
  );
}

function SyncForm({ context, source, takesToken, refused }: SourcePageData): VNode {
  const { strings, links } = context;
  const text = strings.operate;
  const line = `chandlery source sync ${toShellWord(source.id)}`;
  const address = context.toAbsolute(links.home()).replace(/\/$/, '');
  return (
    <>
      {takesToken && (
        <form class="sync-form" method="post" action={links.syncSource(source.id)}>
          <label for="token">{text.token}</label>
          <input
            id="token"
            name="token"
            type="password"
            required
            maxLength={1000}
            autocomplete="current-password"
            aria-describedby={refused ? 'token-fault token-hint' : 'token-hint'}
            aria-invalid={refused ? 'true' : undefined}
          />
          <button type="submit" class="button">
            {text.submit}
          </button>
          {refused && (
            <p id="token-fault" class="notice notice-bad">
              {text.refused}
            </p>
          )}
          <p id="token-hint" class="hint">
            {text.tokenHint}
          </p>
        </form>
      )}
      {!takesToken && <p class="hint">{text.noToken}</p>}
      <p class="hint">{text.cli}</p>
      <CommandLine context={context} line={line} />
      {takesToken && (
        <>
          <p class="hint">{text.remote}</p>
          <CommandLine context={context} line={`${line} --server ${toShellWord(address)}`} />
        </>
      )}
    </>
  );
}
