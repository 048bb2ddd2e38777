import type { VNode } from 'preact';
import type { PlanMember, Requirer } from '../../schemas/resolution.ts';
import type { PageContext } from '../context/page-context.ts';

interface PlanReasonsProps {
  readonly context: PageContext;
  readonly member: Pick<PlanMember, 'want' | 'requiredBy'>;
}

/** Who asked for a member of a plan or lock, and who needs it. */
export function PlanReasons({ context, member }: PlanReasonsProps): VNode {
  const text = context.strings.plan;
  const { want, requiredBy } = member;
  return (
    <ul class="plain">
      {want !== undefined && <li>{want.range === undefined ? text.asked : text.askedRange(want.range)}</li>}
      {requiredBy.map((requirer) => (
        <li key={requirer.name}>
          <Reason context={context} requirer={requirer} />
        </li>
      ))}
    </ul>
  );
}

function Reason({ context, requirer }: { context: PageContext; requirer: Requirer }): VNode {
  const { strings, links } = context;
  const { name, range, suspected, uses = [] } = requirer;
  return (
    <>
      {strings.plan.neededBy} {name}
      {range !== undefined && range !== '' && (
        <>
          {' '}
          <code>{range}</code>
        </>
      )}
      {suspected && (
        <span class="plan-suspected">
          {' '}
          ({strings.plan.suspected}{' '}
          {uses.map((use, index) => (
            <>
              {index > 0 && ', '}
              <a href={links.definition(use.kind, use.name)}>{use.name}</a>
            </>
          ))}
          )
        </span>
      )}
    </>
  );
}
