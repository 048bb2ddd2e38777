import type { VNode } from 'preact';
import { CommandLine } from '../components/command-line.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { toLockWriteLine } from '../components/install-lines.ts';
import type { PageContext } from '../context/page-context.ts';

export interface LocksPageData {
  readonly context: PageContext;
  /** Whether everybody may keep a lock here. */
  readonly openLocks: boolean;
  /** Name of an addon to show the line with. */
  readonly example: string;
}

/** What locks are, how to make one, and the way to one whose id is known. */
export function LocksPage({ context, openLocks, example }: LocksPageData): VNode {
  const { strings, links } = context;
  const text = strings.locksIntro;
  return (
    <DocumentFrame
      context={context}
      head={{ title: text.title, description: text.description, trail: [{ label: text.title }] }}
      islands={['copy']}
    >
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <section aria-labelledby="what">
        <h2 id="what">{text.what}</h2>
        <ul class="points measure">
          {text.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <section class="step" aria-labelledby="how">
        <h2 id="how">{text.how}</h2>
        {openLocks && (
          <p class="measure">
            {text.howText} <a href={links.plan()}>{text.plan}</a>
          </p>
        )}
        <p class="measure">{openLocks ? text.command : text.closed}</p>
        <CommandLine context={context} line={toLockWriteLine(example, context.toAbsolute(links.home()))} />
        {!openLocks && (
          <p>
            <a href={links.plan()}>{text.plan}</a>
          </p>
        )}
      </section>
      <section class="step" aria-labelledby="open">
        <h2 id="open">{text.open}</h2>
        <p class="measure">{text.openText}</p>
        <form class="open-lock" action={links.locks()} method="get">
          <label for="lock-id">{text.id}</label>
          <input id="lock-id" type="text" name="id" maxLength={80} autocomplete="off" spellcheck={false} required />
          <button type="submit">{text.submit}</button>
        </form>
      </section>
    </DocumentFrame>
  );
}
