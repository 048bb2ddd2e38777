import type { VNode } from 'preact';
import type { Conflict, ConflictFact, ConflictStep, Suggestion } from '../../schemas/resolution.ts';
import type { PageContext } from '../context/page-context.ts';
import { listUnnamedFields, toFieldId } from '../context/plan-fields.ts';
import { applySuggestion, type PlanState } from '../context/plan-state.ts';

interface PlanConflictProps {
  readonly context: PageContext;
  readonly state: PlanState;
  readonly conflict: Conflict;
}

/** Why nothing fits, in the order in which a tired person needs it: the conclusion, what to change, what it rests on. */
export function PlanConflict({ context, state, conflict }: PlanConflictProps): VNode {
  const text = context.strings.plan;
  const { facts, steps, suggestions } = conflict;
  const { headline, advice, remark } = readConflictText(conflict.text);
  return (
    <section class="plan-result" aria-labelledby="plan">
      <h2 id="plan">{text.conflict}</h2>
      <p class="notice notice-bad">{headline}</p>
      <h3>{text.suggestions}</h3>
      {suggestions.length === 0 ? (
        <p>{advice}</p>
      ) : (
        <ul class="plan-suggestions">
          {suggestions.map((suggestion) => (
            <SuggestionItem key={suggestion.text} context={context} state={state} suggestion={suggestion} />
          ))}
        </ul>
      )}
      {remark !== undefined && <p>{remark}</p>}
      <h3>{text.facts}</h3>
      <ol class="plan-facts">
        {facts.map((fact) => (
          <FactItem key={fact.id} context={context} fact={fact} />
        ))}
      </ol>
      {steps.length > 0 && (
        <>
          <h3>{text.steps}</h3>
          <ol class="plan-steps">
            {steps.map((step) => (
              <StepItem key={step.id} context={context} step={step} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

interface ConflictText {
  /** Who cannot be installed. */
  readonly headline: string;
  /** What to do, also where no change of the request helps. */
  readonly advice: string;
  /** That something else conflicts too. */
  readonly remark?: string;
}

/** The lines of an explanation that stand in none of its lists: its first two, and the last when it stands alone. */
function readConflictText(text: string): ConflictText {
  const [lead = '', ...others] = text.split('\n\n');
  const [headline = '', advice = ''] = lead.split('\n');
  const last = others.at(-1);
  return { headline, advice, ...(last === undefined || last.includes('\n') ? {} : { remark: last }) };
}

interface SuggestionItemProps {
  readonly context: PageContext;
  readonly state: PlanState;
  readonly suggestion: Suggestion;
}

function SuggestionItem({ context, state, suggestion }: SuggestionItemProps): VNode {
  const text = context.strings.plan;
  const changed = applySuggestion(state, suggestion);
  const fields = listUnnamedFields(suggestion);
  return (
    <li>
      {changed === undefined ? suggestion.text : <a href={context.links.plan(changed)}>{suggestion.text}</a>}
      {fields.length > 0 && (
        <p class="hint">
          {text.field}{' '}
          {fields.map((field, index) => (
            <>
              {index > 0 && ', '}
              <a href={`#${toFieldId(field)}`}>{text[field]}</a>
            </>
          ))}
        </p>
      )}
    </li>
  );
}

/** No more versions than a person compares. */
const shownVersions = 8;

function FactItem({ context, fact }: { context: PageContext; fact: ConflictFact }): VNode {
  const text = context.strings.plan;
  const { id, listed = [], allowed } = fact;
  return (
    <li id={`fact-${id}`}>
      {fact.text}
      {allowed !== undefined && allowed.length < listed.length && (
        <p class="hint">
          {text.listed} {listVersions(listed)}
          {text.allowed} {allowed.length === 0 ? text.noneFits : listVersions(allowed)}
        </p>
      )}
    </li>
  );
}

function listVersions(versions: readonly string[]): string {
  const shown = versions.slice(0, shownVersions).join(', ');
  return versions.length > shownVersions ? `${shown}, …` : shown;
}

function StepItem({ context, step }: { context: PageContext; step: ConflictStep }): VNode {
  const text = context.strings.plan;
  return (
    <li id={`step-${step.id}`}>
      {step.text}{' '}
      <span class="hint">
        {step.because.map(({ fact, step: before }, index) => (
          <>
            {index > 0 && ', '}
            {fact !== undefined && <a href={`#fact-${fact}`}>{text.fact(fact)}</a>}
            {before !== undefined && <a href={`#step-${before}`}>{text.step(before)}</a>}
          </>
        ))}
      </span>
    </li>
  );
}
