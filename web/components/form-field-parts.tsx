import type { VNode } from 'preact';
import type { FormContext } from '../context/form/form-context.ts';
import type { FormField } from '../context/form/form-model.ts';

/** What is said of fields, by their place. */
export interface FieldNotes {
  readonly messages: ReadonlyMap<string, readonly string[]>;
  readonly missing: ReadonlySet<string>;
}

/** A default as the field would show it; undefined when there is none. */
export function toDefaultText(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value === '' ? '""' : value;
  return JSON.stringify(value);
}

/** Whether anything stands below the field besides faults. */
export function hasHelp({ usage, shape, secret, immutable }: FormField): boolean {
  return usage !== '' || shape.constraints.length > 0 || secret || immutable;
}

/** What a field means and what limits it. */
export function FieldHelp({
  context,
  field,
  id,
}: {
  context: FormContext;
  field: FormField;
  id: string;
}): VNode | null {
  const text = context.text.form;
  const { usage, shape, secret, immutable } = field;
  if (!hasHelp(field)) return null;
  return (
    <p class="field-help" id={id}>
      {usage}
      {shape.constraints.map((constraint) => (
        <code key={constraint}> {constraint}</code>
      ))}
      {immutable && <span class="field-note"> {text.immutable}</span>}
      {secret && <span class="field-note"> {text.secret}</span>}
    </p>
  );
}

/** Everything that is wrong with a field, in words. */
export function listMessages(context: FormContext, { at, fault }: FormField, notes: FieldNotes): readonly string[] {
  const text = context.text.form;
  return [
    ...(fault === undefined ? [] : [text.faults[fault]]),
    ...(notes.missing.has(at) ? [text.missing] : []),
    ...(notes.messages.get(at) ?? []),
  ];
}

/** The words below a field that is wrong. */
export function FieldMessages({ id, messages }: { id: string; messages: readonly string[] }): VNode | null {
  if (messages.length === 0) return null;
  return (
    <p class="field-fault" id={id}>
      {messages.map((message) => (
        <span key={message}>{message}</span>
      ))}
    </p>
  );
}
