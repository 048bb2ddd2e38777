import type { VNode } from 'preact';
import type { ObjectDifference } from '../../schemas/version-diff.ts';
import type { PageContext } from '../context/page-context.ts';
import { BreakableName } from './breakable-name.tsx';
import { ChangeMark } from './change-marks.tsx';
import { VisibleText } from './visible-text.tsx';

interface ObjectDifferencesProps {
  readonly context: PageContext;
  readonly objects: readonly ObjectDifference[];
}

const maxObjects = 60;

/** Rendered objects that came, went or changed, and the fields in which they differ. */
export function ObjectDifferences({ context, objects }: ObjectDifferencesProps): VNode {
  const text = context.strings.compare;
  return (
    <>
      {objects.slice(0, maxObjects).map((object, index) => (
        <section key={index} class="difference">
          <h3>
            {object.kind}{' '}
            <code>
              <BreakableName
                name={object.namespace === undefined ? object.name : `${object.namespace}/${object.name}`}
              />
            </code>{' '}
            <ChangeMark context={context} change={object.change} />
          </h3>
          {object.fields.length > 0 && <FieldTable context={context} object={object} />}
          {object.moreFields !== undefined && <p class="quiet">{text.moreFields(object.moreFields)}</p>}
        </section>
      ))}
      {objects.length > maxObjects && <p class="quiet">{text.more(objects.length - maxObjects)}</p>}
    </>
  );
}

function FieldTable({ context, object }: { context: PageContext; object: ObjectDifference }): VNode {
  const text = context.strings.compare;
  return (
    <table class="rows change-rows">
      <caption class="visually-hidden">{`${object.kind} ${object.name}`}</caption>
      <thead>
        <tr>
          <th scope="col">{text.field}</th>
          <th scope="col">{text.before}</th>
          <th scope="col">{text.after}</th>
        </tr>
      </thead>
      <tbody>
        {object.fields.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row">
              <code>
                <BreakableName name={path} />
              </code>
            </th>
            <Value label={text.before} value={before} />
            <Value label={text.after} value={after} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ label, value }: { label: string; value: string | undefined }): VNode {
  return (
    <td data-label={label} class={value === undefined ? 'cell-empty' : undefined}>
      {value !== undefined && (
        <code class="change-text">
          <VisibleText text={value} />
        </code>
      )}
    </td>
  );
}
