import type { VNode } from 'preact';
import type { Parameter } from '../../schemas/parameter.ts';
import type { PageContext } from '../context/page-context.ts';
import { toTypeText } from '../context/parameter-words.ts';

const maxShownValues = 6;
const maxShownCharacters = 60;

/** The type of a parameter with the values and conditions that narrow it. */
export function ParameterTypeCell({ context, parameter }: { context: PageContext; parameter: Parameter }): VNode {
  const text = context.strings.parameters;
  const { constraints = [] } = parameter;
  const values = parameter.const === undefined ? (parameter.enum ?? []) : [parameter.const];
  return (
    <div>
      <code>{toTypeText(parameter)}</code>
      {values.length > 0 && <AllowedValues context={context} values={values} />}
      {constraints.length > 0 && (
        <span class="cell-note parameter-constraints">
          {constraints.map((constraint) => (
            <code key={constraint}>{constraint}</code>
          ))}
        </span>
      )}
      {parameter.closed === false && parameter.type === 'struct' && <span class="cell-note quiet">{text.open}</span>}
    </div>
  );
}

function AllowedValues({ context, values }: { context: PageContext; values: readonly unknown[] }): VNode {
  const text = context.strings.parameters;
  const list = (
    <span class="parameter-values">
      {values.map((value) => (
        <code key={JSON.stringify(value)}>{JSON.stringify(value)}</code>
      ))}
    </span>
  );
  if (values.length <= maxShownValues) return list;
  return (
    <details>
      <summary>{text.oneOf(values.length)}</summary>
      {list}
    </details>
  );
}

/** A default as JSON; long ones fold. */
export function ParameterDefault({ context, value }: { context: PageContext; value: unknown }): VNode {
  if (value === undefined) return <span class="quiet">–</span>;
  const line = JSON.stringify(value);
  if (line.length <= maxShownCharacters) return <code>{line}</code>;
  return (
    <details>
      <summary>{context.strings.parameters.showDefault}</summary>
      <pre class="parameter-long">{JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}
