import type { ComponentChildren, VNode } from 'preact';
import type { FormContext } from '../context/form/form-context.ts';
import type { FormControl, FormField } from '../context/form/form-model.ts';
import { toFieldId } from '../context/form/pointer.ts';
import { toTypeText } from '../context/parameter-words.ts';
import { FieldHelp, FieldMessages, type FieldNotes, listMessages } from './form-field-parts.tsx';
import { FormLeaf } from './form-leaf.tsx';

interface FormFieldProps {
  readonly context: FormContext;
  readonly field: FormField;
  readonly notes: FieldNotes;
  /** Stands beside the label of an item or entry. */
  readonly extra?: ComponentChildren;
}

/** One field of the form, with the fields that it holds. */
export function FormFieldView({ context, field, notes, extra }: FormFieldProps): VNode {
  const { control } = field;
  const messages = listMessages(context, field, notes);
  if (!('raw' in control)) {
    return <FormBranch context={context} field={field} notes={notes} messages={messages} extra={extra} />;
  }
  return <FormLeaf context={context} field={field} control={control} messages={messages} extra={extra} />;
}

/** A field that holds other fields: a struct, a list, a map, or a choice between forms. */
function FormBranch({
  context,
  field,
  notes,
  messages,
  extra,
}: FormFieldProps & { messages: readonly string[] }): VNode {
  const text = context.text.form;
  const { at, control, label, given, required } = field;
  const id = toFieldId(at);
  const isOpen = given || context.opened.has(at) || messages.length > 0 || hasNotes(field, notes);
  return (
    <details class={messages.length > 0 ? 'field-fold field-wrong' : 'field-fold'} open={isOpen} data-at={at}>
      <summary id={id}>
        <span class="field-name">{label || text.value}</span>
        {required && <span class="field-required">{text.required}</span>}{' '}
        <span class="field-count">
          {given
            ? text.given
            : control.kind === 'group'
              ? text.fold(control.fields.length)
              : toTypeText(toPlainShape(field))}
        </span>
      </summary>
      <div class="field-inside">
        {extra}
        <FieldHelp context={context} field={field} id={`${id}-h`} />
        <FieldMessages id={`${id}-e`} messages={messages} />
        <BranchControl context={context} field={field} control={control} notes={notes} />
      </div>
    </details>
  );
}

/** The words for a type need its kind and what it is made of, and no more. */
function toPlainShape({ shape }: FormField): Parameters<typeof toTypeText>[0] {
  return toPlain(shape);
}

function toPlain({ type, element, oneOf }: FormField['shape']): Parameters<typeof toTypeText>[0] {
  return {
    type,
    ...(element === undefined ? {} : { element: toPlain(element) }),
    ...(oneOf === undefined ? {} : { oneOf: oneOf.map(toPlain) }),
  };
}

/** Whether something is said of a field inside, which must then be seen. */
function hasNotes({ control }: FormField, notes: FieldNotes): boolean {
  const below =
    control.kind === 'group'
      ? control.fields
      : control.kind === 'list' || control.kind === 'map'
        ? control.items
        : control.kind === 'union' && control.field !== undefined
          ? [control.field]
          : [];
  return below.some(
    (field) =>
      notes.messages.has(field.at) ||
      notes.missing.has(field.at) ||
      field.fault !== undefined ||
      hasNotes(field, notes),
  );
}

interface BranchControlProps {
  readonly context: FormContext;
  readonly field: FormField;
  readonly control: FormControl;
  readonly notes: FieldNotes;
}

function BranchControl({ context, field, control, notes }: BranchControlProps): VNode | null {
  const text = context.text.form;
  switch (control.kind) {
    case 'group':
      return (
        <>
          {control.fields.map((each) => (
            <FormFieldView key={each.at} context={context} field={each} notes={notes} />
          ))}
          {control.cut > 0 && <p class="field-help">{text.cut(control.cut)}</p>}
          {control.empty !== undefined && <EmptyCheck context={context} at={field.at} checked={control.empty} />}
        </>
      );
    case 'list':
    case 'map':
      return <ItemList context={context} field={field} control={control} notes={notes} />;
    case 'union':
      return <Alternatives context={context} field={field} control={control} notes={notes} />;
    default:
      return null;
  }
}

function EmptyCheck({ context, at, checked }: { context: FormContext; at: string; checked: boolean }): VNode {
  return (
    <label class="field-empty">
      <input type="checkbox" name={`i${at}`} value="on" checked={checked} /> {context.text.form.giveEmpty}
    </label>
  );
}

interface ItemListProps extends Omit<BranchControlProps, 'control'> {
  readonly control: Extract<FormControl, { kind: 'list' | 'map' }>;
}

function ItemList({ context, field, control, notes }: ItemListProps): VNode {
  const text = context.text.form;
  const { at, label } = field;
  const { items, kind } = control;
  const addId = `${toFieldId(at)}-add`;
  const next = `${at}/${items.length}`;
  const target = kind === 'map' ? `${toFieldId(next)}-k` : toFieldId(next);
  return (
    <>
      <input type="hidden" name={`n${at}`} value={items.length} />
      {items.length > 0 && (
        <ol class="field-items">
          {items.map((item, index) => {
            const name = `${label || text.value} ${index + 1}`;
            const remove = (
              <button
                type="submit"
                class="field-remove"
                name="op"
                value={`remove:${item.at}`}
                formAction={`${context.action}#${addId}`}
                aria-label={text.remove(name)}
              >
                {text.removeShort}
              </button>
            );
            return (
              <li key={item.at}>
                {kind === 'map' && <EntryKey context={context} item={item} />}
                <FormFieldView
                  context={context}
                  field={item.label === '' ? { ...item, label: kind === 'map' ? text.value : name } : item}
                  notes={notes}
                  extra={remove}
                />
              </li>
            );
          })}
        </ol>
      )}
      {control.full ? (
        <p class="field-help" id={addId}>
          {text.full}
        </p>
      ) : (
        <button
          type="submit"
          class="field-add"
          id={addId}
          name="op"
          value={`add:${at}`}
          formAction={`${context.action}#${target}`}
        >
          {kind === 'map' ? text.addEntry(label) : text.add(label)}
        </button>
      )}
      {items.length === 0 && <EmptyCheck context={context} at={at} checked={control.empty} />}
    </>
  );
}

function EntryKey({ context, item }: { context: FormContext; item: FormField }): VNode {
  const id = `${toFieldId(item.at)}-k`;
  return (
    <div class="field">
      <p class="field-head">
        <label for={id}>{context.text.form.key}</label>
      </p>
      <input id={id} type="text" name={`k${item.at}`} value={item.key ?? ''} autocomplete="off" spellcheck={false} />
    </div>
  );
}

interface AlternativesProps extends Omit<BranchControlProps, 'control'> {
  readonly control: Extract<FormControl, { kind: 'union' }>;
}

function Alternatives({ context, field, control, notes }: AlternativesProps): VNode {
  const text = context.text.form;
  const id = `${toFieldId(field.at)}-u`;
  const fallback =
    field.shape.default === undefined ? text.leaveOut : text.leaveDefault(JSON.stringify(field.shape.default));
  return (
    <>
      <div class="field">
        <p class="field-head">
          <label for={id}>{text.choose}</label>
        </p>
        <p class="field-choice">
          <select id={id} name={`u${field.at}`} data-structure>
            <option value="" selected={control.chosen === undefined}>
              {fallback}
            </option>
            {control.alternatives.map((shape, index) => (
              <option key={index} value={String(index)} selected={index === control.chosen}>
                {text.alternative(index + 1)} {toAlternativeText(shape)}
              </option>
            ))}
          </select>{' '}
          {!context.live && (
            <button type="submit" name="op" value={`choose:${field.at}`} formAction={`${context.action}#${id}`}>
              {text.chooseShow}
            </button>
          )}
        </p>
      </div>
      {control.field !== undefined && (
        <FormFieldView
          context={context}
          field={control.field.label === '' ? { ...control.field, label: field.label } : control.field}
          notes={notes}
        />
      )}
    </>
  );
}

/** What tells an alternative from the others: the value that it stands for, else its members, else its type. */
function toAlternativeText(shape: FormField['shape']): string {
  const [only] = shape.values ?? [];
  if (shape.values?.length === 1) return JSON.stringify(only);
  if (shape.fields !== undefined)
    return `{ ${shape.fields
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 60)} }`;
  return toTypeText(toPlain(shape));
}
