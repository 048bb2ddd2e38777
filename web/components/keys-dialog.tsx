import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';
import { KeyList } from './key-list.tsx';

/** The keys of a page, for the script that opens it; the page about searching says the same. */
export function KeysDialog({ context }: { context: PageContext }): VNode {
  const text = context.strings.keys;
  return (
    <dialog class="keys-dialog" aria-labelledby="keys-title" data-keys>
      <h2 id="keys-title">{text.title}</h2>
      <KeyList context={context} />
      <p>
        <label>
          <input type="checkbox" checked data-keys-choice /> {text.on}
        </label>
      </p>
      <form method="dialog">
        <button type="submit">{text.done}</button>
      </form>
    </dialog>
  );
}
