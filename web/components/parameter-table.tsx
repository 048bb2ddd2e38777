import type { VNode } from 'preact';
import type { Parameter } from '../../schemas/parameter.ts';
import type { PageContext } from '../context/page-context.ts';
import { countParameters, listParameterGroups, type ParameterGroup } from '../context/parameter-words.ts';
import { BreakableName } from './breakable-name.tsx';
import { MarkedText } from './marked-text.tsx';
import { ParameterDefault, ParameterTypeCell } from './parameter-cells.tsx';

interface ParameterTableProps {
  readonly context: PageContext;
  readonly parameters: readonly Parameter[];
  readonly caption: string;
  /** Path of what the parameters belong to; empty at the top. */
  readonly path?: string;
  /** By path: the version with which a parameter came. */
  readonly since?: ReadonlyMap<string, string>;
}

const noVersions: ReadonlyMap<string, string> = new Map();

/** Named parameters with type, default, whether they must be given, and what they mean; nested ones fold below their parent. Each row has an anchor of its own. */
export function ParameterTable({
  context,
  parameters,
  caption,
  path = '',
  since = noVersions,
}: ParameterTableProps): VNode {
  const text = context.strings.parameters;
  return (
    <table class="rows parameter-rows">
      <caption class="visually-hidden">{caption}</caption>
      <colgroup>
        <col class="parameter-path" />
        <col class="parameter-type" />
        <col class="parameter-default" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{text.path}</th>
          <th scope="col">{text.type}</th>
          <th scope="col">{text.default}</th>
          <th scope="col">{text.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {parameters
          .filter((parameter) => parameter.ignore !== true)
          .map((parameter) => (
            <ParameterRows key={parameter.name} context={context} parameter={parameter} path={path} since={since} />
          ))}
      </tbody>
    </table>
  );
}

interface ParameterRowsProps {
  readonly context: PageContext;
  readonly parameter: Parameter;
  readonly path: string;
  readonly since: ReadonlyMap<string, string>;
}

function ParameterRows({ context, parameter, path, since }: ParameterRowsProps): VNode {
  const text = context.strings.parameters;
  const own = path === '' ? parameter.name : `${path}.${parameter.name}`;
  const anchor = toAnchor(own);
  const origin = since.get(own);
  const groups = listParameterGroups(own, parameter);
  return (
    <>
      <tr id={anchor}>
        <th scope="row">
          <a class="parameter-name" href={`#${anchor}`} title={own}>
            <BreakableName name={parameter.name} />
          </a>
          {parameter.required && <span class="parameter-required">{text.required}</span>}
          {origin !== undefined && <span class="quiet cell-note">{text.since(origin)}</span>}
        </th>
        <td data-label={text.type}>
          <ParameterTypeCell context={context} parameter={parameter} />
        </td>
        <td data-label={text.default} class={parameter.default === undefined ? 'cell-empty' : undefined}>
          <ParameterDefault context={context} value={parameter.default} />
        </td>
        <td data-label={text.meaning} class={hasMeaning(parameter) ? undefined : 'cell-empty'}>
          <Meaning context={context} parameter={parameter} />
        </td>
      </tr>
      {groups.map((group) => (
        <tr key={`${group.path} ${group.alternative ?? 0}`} class="parameter-nested">
          <td colSpan={4}>
            <NestedParameters context={context} group={group} since={since} />
          </td>
        </tr>
      ))}
    </>
  );
}

interface NestedParametersProps {
  readonly context: PageContext;
  readonly group: ParameterGroup;
  readonly since: ReadonlyMap<string, string>;
}

function NestedParameters({ context, group, since }: NestedParametersProps): VNode {
  const text = context.strings.parameters;
  const { path, parameters, alternative } = group;
  // Alternatives of one parameter may share names: each gets a path of its own for its anchors.
  const own = alternative === undefined ? path : `${path}~${alternative}`;
  return (
    <details>
      <summary>
        <code>{path}</code>{' '}
        <span class="quiet">
          {alternative !== undefined && `${text.alternative(alternative)}, `}
          {context.strings.counts.parameters(countParameters(parameters))}
        </span>
      </summary>
      <ParameterTable context={context} parameters={parameters} caption={text.below(own)} path={own} since={since} />
    </details>
  );
}

function Meaning({ context, parameter }: { context: PageContext; parameter: Parameter }): VNode | null {
  const text = context.strings.parameters;
  if (!hasMeaning(parameter)) return <span class="quiet">–</span>;
  const { usage = '', alias, immutable } = parameter;
  return (
    <span>
      {usage !== '' && <MarkedText text={usage} />}
      {immutable === true && <span class="label">{text.immutable}</span>}
      {alias !== undefined && (
        <span class="quiet cell-note">
          {text.alias} {alias}
        </span>
      )}
    </span>
  );
}

function hasMeaning({ usage = '', alias, immutable }: Parameter): boolean {
  return usage !== '' || alias !== undefined || immutable === true;
}

/** Id of the row of a parameter: its path without the marks of lists and maps, which an address would have to encode. */
export function toAnchor(path: string): string {
  return `p-${path.replace(/\[\]|\.\*/g, '').replace(/\s/g, '_')}`;
}
