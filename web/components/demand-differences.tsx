import type { VNode } from 'preact';
import type { DependencyDifference, VersionDiff } from '../../schemas/version-diff.ts';
import type { PageContext } from '../context/page-context.ts';
import { ChangeMark } from './change-marks.tsx';

/** What is needed besides the addon: other addons, and versions of KubeVela and Kubernetes. */
export function DemandDifferences({ context, diff }: { context: PageContext; diff: VersionDiff }): VNode {
  const text = context.strings.compare;
  const rows = [
    ...diff.requirements.map((each) => ({ ...each, title: text.systems[each.system] })),
    ...diff.dependencies.map((each) => ({ ...each, title: text.dependency(each.name) })),
  ];
  return (
    <table class="rows change-rows">
      <caption class="visually-hidden">{text.demands}</caption>
      <thead>
        <tr>
          <th scope="col">{text.demands}</th>
          <th scope="col">{text.change}</th>
          <th scope="col">{text.before}</th>
          <th scope="col">{text.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ title, change, before, after }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td data-label={text.change}>
              {change === 'widened' ? (
                <span class="change">{text.rangeWidened}</span>
              ) : (
                <ChangeMark context={context} change={change} />
              )}
            </td>
            <Range context={context} label={text.before} range={before} />
            <Range context={context} label={text.after} range={after} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RangeProps {
  readonly context: PageContext;
  readonly label: string;
  readonly range: DependencyDifference['before'];
}

function Range({ context, label, range }: RangeProps): VNode {
  return (
    <td data-label={label} class={range === undefined ? 'cell-empty' : undefined}>
      {range === '' && <span class="quiet">{context.strings.version.anyVersion}</span>}
      {range !== undefined && range !== '' && <code>{range}</code>}
    </td>
  );
}
