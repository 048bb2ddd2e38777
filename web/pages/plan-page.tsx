import type { VNode } from 'preact';
import type { Conflict, Plan } from '../../schemas/resolution.ts';
import { DocumentFrame } from '../components/document-frame.tsx';
import { PlanConflict } from '../components/plan-conflict.tsx';
import { PlanForm } from '../components/plan-form.tsx';
import { PlanResult } from '../components/plan-result.tsx';
import type { PageContext } from '../context/page-context.ts';
import { type PlanFault, toFieldId } from '../context/plan-fields.ts';
import type { PlanState } from '../context/plan-state.ts';

/** What became of a request. */
export type PlanOutcome =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'gave-up'; readonly reason: string }
  | { readonly kind: 'invalid'; readonly faults: readonly PlanFault[] };

export interface PlanPageData {
  readonly context: PageContext;
  readonly state: PlanState;
  /** Lines about what is installed that could not be read. */
  readonly unread: readonly string[];
  /** Newest release of each line, newest first. */
  readonly releases: readonly string[];
  /** Whether everybody may keep a lock here. */
  readonly openLocks: boolean;
  /** Undefined: nothing was asked for yet. */
  readonly outcome: PlanOutcome | undefined;
}

/** Decides a set of addons together, and says why so. */
export function PlanPage(data: PlanPageData): VNode {
  const { context, state, unread, releases, outcome } = data;
  const text = context.strings.plan;
  return (
    <DocumentFrame
      context={context}
      head={{
        title: text.title,
        description: text.description,
        trail: [{ label: text.title }],
        ...(outcome === undefined ? {} : { noIndex: true }),
      }}
      islands={['copy']}
    >
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <PlanForm
        context={context}
        state={state}
        unread={unread}
        faults={outcome?.kind === 'invalid' ? outcome.faults : []}
        releases={releases}
      />
      {outcome !== undefined && <Outcome {...data} outcome={outcome} />}
    </DocumentFrame>
  );
}

function Outcome({ context, state, openLocks, outcome }: PlanPageData & { readonly outcome: PlanOutcome }): VNode {
  const text = context.strings.plan;
  switch (outcome.kind) {
    case 'plan':
      return <PlanResult context={context} state={state} plan={outcome.plan} openLocks={openLocks} />;
    case 'conflict':
      return <PlanConflict context={context} state={state} conflict={outcome.conflict} />;
    case 'gave-up':
      return (
        <section class="plan-result" aria-labelledby="plan">
          <h2 id="plan">{text.gaveUp}</h2>
          <p class="notice notice-warn">{outcome.reason}</p>
        </section>
      );
    case 'invalid':
      return (
        <section class="plan-result" aria-labelledby="plan">
          <h2 id="plan">{text.notUnderstood}</h2>
          <ul class="notice notice-bad">
            {outcome.faults.map(({ field, message }) => (
              <li key={message}>{field === undefined ? message : <a href={`#${toFieldId(field)}`}>{message}</a>}</li>
            ))}
          </ul>
        </section>
      );
  }
}
