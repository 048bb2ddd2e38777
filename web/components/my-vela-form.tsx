import type { VNode } from 'preact';
import type { AddonListState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';

interface MyVelaFormProps {
  readonly context: PageContext;
  /** What the list is narrowed by besides. */
  readonly state: AddonListState;
}

/** Asks for an exact version of KubeVela and Kubernetes; a plain form whose answer is the address. */
export function MyVelaForm({ context, state }: MyVelaFormProps): VNode {
  const { strings, links } = context;
  const text = strings.myVela;
  const { vela = '', kubernetes = '', ...others } = state;
  return (
    <form class="my-vela" action={links.addons()} method="get">
      {Object.entries(others).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label for="my-vela">{text.version}</label>
      <input
        id="my-vela"
        type="text"
        name="vela"
        value={vela}
        maxLength={40}
        autocomplete="off"
        aria-describedby="my-vela-hint"
      />
      <p id="my-vela-hint" class="hint">
        {text.hint}
      </p>
      <label for="my-kubernetes">{text.kubernetes}</label>
      <input
        id="my-kubernetes"
        type="text"
        name="kubernetes"
        value={kubernetes}
        maxLength={40}
        autocomplete="off"
        placeholder={text.kubernetesHint}
      />
      <button type="submit">{text.apply}</button>
    </form>
  );
}
