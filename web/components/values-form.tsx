import type { VNode } from 'preact';
import type { VersionDiff } from '../../schemas/version-diff.ts';
import type { AddonReference, ComparisonState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';
import type { ValuesState } from '../context/values-state.ts';
import { ValuesResult } from './values-result.tsx';

interface ValuesFormProps {
  readonly context: PageContext;
  readonly addon: AddonReference;
  readonly state: ComparisonState;
  readonly diff: VersionDiff;
  /** Undefined: nothing was asked yet. */
  readonly values: ValuesState | undefined;
}

const maxLength = 200_000;

/** Asks for the values that somebody has, and answers whether they are still valid; a plain form that is sent and never kept. */
export function ValuesForm({ context, addon, state, diff, values }: ValuesFormProps): VNode {
  const { strings, links } = context;
  const text = strings.values;
  const fault = values?.outcome.kind === 'unread' ? values.outcome : undefined;
  const action = `${links.compare(addon, { ...state, from: diff.from.version, to: diff.to.version, for: diff.for })}#values`;
  return (
    <section class="compare-part values" aria-labelledby="values">
      <h2 id="values">{text.heading}</h2>
      {values?.outcome.kind === 'check' && <ValuesResult context={context} diff={diff} check={values.outcome.check} />}
      <details open={values !== undefined}>
        <summary>{values === undefined ? text.open(diff.to.version) : text.again}</summary>
        <form class="values-form" action={action} method="post">
          <label for="values-text">{text.label(diff.from.version)}</label>
          <textarea
            id="values-text"
            name="values"
            rows={10}
            maxLength={maxLength}
            spellcheck={false}
            autocomplete="off"
            aria-describedby={fault === undefined ? 'values-hint' : 'values-fault values-hint'}
            aria-invalid={fault === undefined ? undefined : 'true'}
          >
            {/* A line break right after the start of a text field is dropped by browsers. */}
            {values === undefined ? '' : `\n${values.text}`}
          </textarea>
          {fault !== undefined && (
            <p id="values-fault" class="notice notice-bad">
              {text.unread(fault.line, fault.column)} {fault.message}
            </p>
          )}
          <p id="values-hint" class="hint">
            {text.hint} <code>{`kubectl get secret -n vela-system addon-secret-${addon.name} -o yaml`}</code>
          </p>
          <button type="submit">{text.submit}</button>
        </form>
      </details>
    </section>
  );
}
