import type { VNode } from 'preact';
import { listFields } from '../context/form/find-field-faults.ts';
import type { FormContext } from '../context/form/form-context.ts';
import type { FormModel } from '../context/form/form-model.ts';
import { toFieldId } from '../context/form/pointer.ts';
import { FormFieldView } from './form-field.tsx';
import { type FieldNotes, listMessages } from './form-field-parts.tsx';

/** YAML of a form that cannot be read. */
export interface YamlFault {
  readonly pointer: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

interface ParameterFormProps {
  readonly context: FormContext;
  readonly model: FormModel;
  readonly notes: FieldNotes;
  /** The YAML beside the fields, as it stands. */
  readonly yaml: string;
  readonly yamlFaults: readonly YamlFault[];
}

/** The form for the parameters of a version. Every button of it works without scripts. */
export function ParameterForm({ context, model, notes, yaml, yamlFaults }: ParameterFormProps): VNode {
  const text = context.text.form;
  const wrong = [...listFields(model.fields)].filter((field) => listMessages(context, field, notes).length > 0);
  const ownFaults = yamlFaults.filter(({ pointer }) => pointer === '');
  return (
    <form method="post" action={`${context.action}#manifest`} class="parameter-form" novalidate data-parameters>
      {/* What Enter does, wherever the focus is. */}
      <button type="submit" name="op" value="show" class="visually-hidden" tabIndex={-1} aria-hidden="true">
        {text.show}
      </button>
      {wrong.length > 0 && (
        <div class="form-summary">
          <p>{text.summary(wrong.length)}</p>
          <ul>
            {wrong.slice(0, 12).map((field) => (
              <li key={field.at}>
                <a href={`#${toFieldId(field.at)}`}>{toPathText(field.pointer)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {model.fields.length === 0 && <p class="empty">{text.noParameters}</p>}
      {model.fields.map((field) => (
        <FormFieldView key={field.at} context={context} field={field} notes={notes} />
      ))}
      {model.cut > 0 && <p class="field-help">{text.cut(model.cut)}</p>}
      <details class="field-fold" open={yaml !== '' || context.opened.has('y')} data-at="y">
        <summary>
          <span class="field-name">{text.moreHeading}</span>
        </summary>
        <div class="field-inside">
          <div class={ownFaults.length > 0 ? 'field field-wrong' : 'field'}>
            <p class="field-help" id="fy-h">
              {text.more}
            </p>
            <textarea
              id="fy"
              name="y"
              rows={Math.min(Math.max(yaml.split('\n').length, 5), 20)}
              aria-label={text.moreHeading}
              aria-describedby="fy-h"
              aria-invalid={ownFaults.length > 0 ? 'true' : undefined}
              autocomplete="off"
              spellcheck={false}
              value={yaml}
            />
            {ownFaults.map(({ message, line, column }) => (
              <p key={message} class="field-fault">
                {text.yamlFault(line, column, message)}
              </p>
            ))}
          </div>
          <p>
            <button type="submit" name="op" value="take" formAction={`${context.action}#content`}>
              {text.take}
            </button>
          </p>
        </div>
      </details>
      <p class="form-buttons">
        <button type="submit" class="button-main" name="op" value="show">
          {text.show}
        </button>
        <a href={context.action}>{text.reset}</a>
        <span class="field-help">{text.emptyText}</span>
      </p>
    </form>
  );
}

function toPathText(pointer: string): string {
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}
