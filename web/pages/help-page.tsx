import type { VNode } from 'preact';
import { DocumentFrame } from '../components/document-frame.tsx';
import { KeyList } from '../components/key-list.tsx';
import { SearchTips } from '../components/search-tips.tsx';
import type { PageContext } from '../context/page-context.ts';

/** How to find things here, with words and with keys. */
export function HelpPage({ context }: { context: PageContext }): VNode {
  const { help, keys } = context.strings;
  return (
    <DocumentFrame
      context={context}
      head={{ title: help.title, description: help.description, trail: [{ label: help.title }] }}
    >
      <h1>{help.title}</h1>
      <SearchTips context={context} />
      <section class="step" aria-labelledby="keys">
        <h2 id="keys">{keys.title}</h2>
        <p class="measure">{keys.intro}</p>
        <KeyList context={context} />
        <p class="hint">{keys.off}</p>
      </section>
    </DocumentFrame>
  );
}
