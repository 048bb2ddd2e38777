import type { ComponentChildren, VNode } from 'preact';
import type { FormContext } from '../context/form/form-context.ts';
import type { FormControl, FormField } from '../context/form/form-model.ts';
import { toFieldId } from '../context/form/pointer.ts';
import { FieldHelp, FieldMessages, hasHelp, toDefaultText } from './form-field-parts.tsx';

/** How a value without parts is entered. */
export type LeafControl = Extract<FormControl, { raw: string }>;

interface FormLeafProps {
  readonly context: FormContext;
  readonly field: FormField;
  readonly control: LeafControl;
  readonly messages: readonly string[];
  /** Stands beside the label of an item or entry. */
  readonly extra?: ComponentChildren;
}

/** A field for one value with its label, what it means and what is wrong with it. */
export function FormLeaf({ context, field, control, messages, extra }: FormLeafProps): VNode {
  const text = context.text.form;
  const id = toFieldId(field.at);
  const described = [...(hasHelp(field) ? [`${id}-h`] : []), ...(messages.length > 0 ? [`${id}-e`] : [])].join(' ');
  return (
    <div class={messages.length > 0 ? 'field field-wrong' : 'field'}>
      <p class="field-head">
        <label for={id}>{field.label || text.value}</label>
        {field.required && <span class="field-required">{text.required}</span>}
        {extra}
      </p>
      <Control
        context={context}
        field={field}
        control={control}
        id={id}
        described={described}
        wrong={messages.length > 0}
      />
      <FieldHelp context={context} field={field} id={`${id}-h`} />
      <FieldMessages id={`${id}-e`} messages={messages} />
    </div>
  );
}

interface ControlProps {
  readonly context: FormContext;
  readonly field: FormField;
  readonly control: LeafControl;
  readonly id: string;
  readonly described: string;
  readonly wrong: boolean;
}

function Control({ context, field, control, id, described, wrong }: ControlProps): VNode {
  const text = context.text.form;
  const shared = {
    id,
    name: `v${field.at}`,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': wrong ? ('true' as const) : undefined,
    'aria-required': field.required ? ('true' as const) : undefined,
  };
  const placeholder = toDefaultText(field.shape.default);
  const plain = { autocomplete: 'off', spellcheck: false, autocapitalize: 'none' } as const;
  const input = { ...shared, ...plain, value: control.raw, placeholder };
  switch (control.kind) {
    case 'choice':
      return (
        <select {...shared}>
          <option value="" selected={control.raw === ''}>
            {placeholder !== undefined
              ? text.leaveDefault(placeholder)
              : field.required
                ? context.text.manifest.select
                : text.leaveOut}
          </option>
          {control.options.map(({ raw, label }) => (
            <option key={raw} value={raw} selected={raw === control.raw}>
              {label}
            </option>
          ))}
        </select>
      );
    case 'yaml':
      return (
        <textarea
          {...shared}
          {...plain}
          rows={toRows(control.raw, 2)}
          placeholder={placeholder ?? text.yaml}
          value={control.raw}
        />
      );
    case 'number':
      return (
        <input
          {...shared}
          {...plain}
          type="text"
          inputMode={control.whole ? 'numeric' : 'decimal'}
          value={control.raw}
          placeholder={placeholder}
        />
      );
    case 'text':
      return control.long ? (
        <textarea {...shared} {...plain} rows={toRows(control.raw, 3)} placeholder={placeholder} value={control.raw} />
      ) : field.secret ? (
        <input {...input} type="password" autocomplete="new-password" />
      ) : (
        <input {...input} type="text" />
      );
  }
}

function toRows(raw: string, least: number): number {
  return Math.min(Math.max(raw.split('\n').length, least), 16);
}
