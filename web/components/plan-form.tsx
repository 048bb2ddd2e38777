import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';
import type { PlanFault } from '../context/plan-fields.ts';
import { type PlanState, toInstalledText, toWantText } from '../context/plan-state.ts';
import { CommandLine } from './command-line.tsx';
import { FieldFaults, toFieldState } from './field-faults.tsx';
import { toInstalledLine } from './install-lines.ts';

interface PlanFormProps {
  readonly context: PageContext;
  readonly state: PlanState;
  /** Lines about what is installed that could not be read; they stay where they were written. */
  readonly unread: readonly string[];
  /** What is wrong with the fields. */
  readonly faults: readonly PlanFault[];
  /** Newest release of each line, newest first. */
  readonly releases: readonly string[];
}

/** Asks what is wanted and what for; a plain form whose answer is the address. */
export function PlanForm({ context, state, unread, faults, releases }: PlanFormProps): VNode {
  const { strings, links } = context;
  const text = strings.plan;
  const want = state.want.map(toWantText);
  return (
    <form class="plan-form" action={links.plan()} method="get">
      <div class="plan-field plan-field-wide">
        <label for="plan-want">{text.want}</label>
        <textarea
          id="plan-want"
          name="want"
          rows={Math.min(Math.max(want.length + 1, 3), 12)}
          required
          spellcheck={false}
          {...toFieldState('want', faults)}
        >
          {want.join('\n')}
        </textarea>
        <FieldFaults field="want" faults={faults} />
        <p id="plan-want-hint" class="hint">
          {text.wantHint}
        </p>
      </div>
      <div class="plan-field">
        <label for="plan-vela">{text.vela}</label>
        <VelaInput id="plan-vela" value={state.vela} releases={releases} state={toFieldState('vela', faults)} />
        <FieldFaults field="vela" faults={faults} />
        <p id="plan-vela-hint" class="hint">
          {text.velaHint}
        </p>
      </div>
      <div class="plan-field">
        <label for="plan-kubernetes">{text.kubernetes}</label>
        <KubernetesInput id="plan-kubernetes" value={state.kubernetes} state={toFieldState('kubernetes', faults)} />
        <FieldFaults field="kubernetes" faults={faults} />
        <p id="plan-kubernetes-hint" class="hint">
          {text.kubernetesHint}
        </p>
      </div>
      <ClusterFields context={context} state={state} unread={unread} faults={faults} />
      <button type="submit">{text.submit}</button>
    </form>
  );
}

interface VersionInputProps {
  readonly id: string;
  readonly value: string | undefined;
  /** What ties it to its hint and its faults. */
  readonly state?: ReturnType<typeof toFieldState>;
}

/** Takes a version of KubeVela and offers the newest of each line. */
export function VelaInput({ releases = [], ...props }: VersionInputProps & { releases?: readonly string[] }): VNode {
  const { id } = props;
  if (releases.length === 0) return <VersionInput {...props} name="vela" />;
  return (
    <>
      <VersionInput {...props} name="vela" list={`${id}-releases`} />
      <datalist id={`${id}-releases`}>
        {releases.map((release) => (
          <option key={release} value={release} />
        ))}
      </datalist>
    </>
  );
}

/** Takes a version of Kubernetes. */
export function KubernetesInput(props: VersionInputProps): VNode {
  return <VersionInput {...props} name="kubernetes" />;
}

function VersionInput({ id, value, state, name, list }: VersionInputProps & { name: string; list?: string }): VNode {
  return (
    <input
      id={id}
      type="text"
      name={name}
      value={value ?? ''}
      list={list}
      maxLength={64}
      autocomplete="off"
      {...state}
    />
  );
}

/** What the cluster has, and what of it may move. */
function ClusterFields({ context, state, unread, faults }: Omit<PlanFormProps, 'releases'>): VNode {
  const { strings, links } = context;
  const text = strings.plan;
  const { installed = [], upgrade = [], prereleases, ...rest } = state;
  const kept = { ...rest, ...(installed.length === 0 ? {} : { installed }), ...(prereleases ? { prereleases } : {}) };
  const lines = [...installed.map(toInstalledText), ...unread];
  return (
    <details class="plan-field-wide" open={lines.length > 0 || upgrade.length > 0 || prereleases === true}>
      <summary>{text.cluster}</summary>
      <div class="plan-field">
        <label for="plan-installed">{text.installed}</label>
        <textarea
          id="plan-installed"
          name="installed"
          rows={Math.min(Math.max(lines.length + 1, 3), 12)}
          spellcheck={false}
          {...toFieldState('installed', faults)}
        >
          {lines.join('\n')}
        </textarea>
        <FieldFaults field="installed" faults={faults} />
        <p id="plan-installed-hint" class="hint">
          {text.installedKept} {text.installedHint}
        </p>
        <CommandLine context={context} line={toInstalledLine()} />
        {upgrade.length > 0 && (
          <p>
            <input type="hidden" name="upgrade" value={upgrade.join('\n')} />
            {upgrade.includes('*') ? text.upgradeAll : text.upgrade(upgrade.join(', '))}{' '}
            <a href={links.plan(kept)}>{text.keepAll}</a>
          </p>
        )}
      </div>
      <label class="plan-check">
        <input id="plan-prereleases" type="checkbox" name="prereleases" value="true" checked={prereleases === true} />{' '}
        {text.prereleases}
      </label>
    </details>
  );
}
