import type { VNode } from 'preact';
import { type PlanFault, type PlanField, toFieldId } from '../context/plan-fields.ts';

interface FieldFaultsProps {
  readonly field: PlanField;
  readonly faults: readonly PlanFault[];
}

/** What is wrong with one field, below it. */
export function FieldFaults({ field, faults }: FieldFaultsProps): VNode | null {
  const own = listOwn(field, faults);
  if (own.length === 0) return null;
  return (
    <ul id={toFaultId(field)} class="notice notice-bad">
      {own.map(({ message }) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}

/** The attributes that tie a field to its hint and to what is wrong with it. */
export function toFieldState(
  field: PlanField,
  faults: readonly PlanFault[],
): { readonly 'aria-describedby': string; readonly 'aria-invalid'?: 'true' } {
  const hint = `${toFieldId(field)}-hint`;
  if (listOwn(field, faults).length === 0) return { 'aria-describedby': hint };
  return { 'aria-describedby': `${toFaultId(field)} ${hint}`, 'aria-invalid': 'true' };
}

function listOwn(field: PlanField, faults: readonly PlanFault[]): readonly PlanFault[] {
  return faults.filter((fault) => fault.field === field);
}

function toFaultId(field: PlanField): string {
  return `${toFieldId(field)}-fault`;
}
