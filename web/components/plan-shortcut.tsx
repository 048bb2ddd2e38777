import type { VNode } from 'preact';
import type { VersionDetail } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';
import { toWantText } from '../context/plan-state.ts';
import { KubernetesInput, VelaInput } from './plan-form.tsx';

interface PlanShortcutProps {
  readonly context: PageContext;
  readonly version: VersionDetail;
  /** Whoever looks at the newest version is served as well by an older one that fits; another version was chosen. */
  readonly isLatest: boolean;
}

/** Leads from a version to its plan on a cluster of one's own. */
export function PlanShortcut({ context, version, isLatest }: PlanShortcutProps): VNode {
  const { strings, links, query } = context;
  const text = strings.plan;
  const { catalog, name } = version;
  const want = { catalog, name, ...(isLatest ? {} : { range: version.version }) };
  return (
    <section class="plan-shortcut" aria-labelledby="plan-shortcut">
      <h2 id="plan-shortcut">{text.forMyCluster}</h2>
      <p class="hint">{isLatest ? text.forMyClusterLatest : text.forMyClusterText}</p>
      <form action={links.plan()} method="get">
        <input type="hidden" name="want" value={toWantText(want)} />
        <label for="my-vela">{text.vela}</label>
        <VelaInput id="my-vela" value={query['vela']} />
        <label for="my-kubernetes">{text.kubernetes}</label>
        <KubernetesInput id="my-kubernetes" value={query['kubernetes']} />
        <button type="submit">{text.forMyClusterSubmit}</button>
      </form>
    </section>
  );
}
