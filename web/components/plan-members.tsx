import type { VNode } from 'preact';
import type { PlanMember } from '../../schemas/resolution.ts';
import type { PageContext } from '../context/page-context.ts';
import { MemberTable } from './member-table.tsx';
import { PlanReasons } from './plan-reasons.tsx';

interface PlanMembersProps {
  readonly context: PageContext;
  readonly members: readonly PlanMember[];
}

interface MemberProps {
  readonly context: PageContext;
  readonly member: PlanMember;
}

/** The addons of a plan in install order. */
export function PlanMembers({ context, members }: PlanMembersProps): VNode {
  const text = context.strings.plan;
  const rows = members.map((member) => ({
    name: member.name,
    catalog: member.catalog,
    linked: member.digest !== undefined,
    cells: [
      { heading: text.version, content: <PlannedVersion context={context} member={member} /> },
      { heading: text.why, content: <PlanReasons context={context} member={member} /> },
      { heading: text.passedOver, content: <PassedOver context={context} member={member} /> },
    ],
  }));
  return <MemberTable context={context} caption={text.planned} headings={text} rows={rows} />;
}

function PlannedVersion({ context, member }: MemberProps): VNode {
  const { strings, links } = context;
  const text = strings.plan;
  const { catalog, name, version, digest, installed } = member;
  return (
    <div>
      {digest === undefined ? version : <a href={links.version({ catalog, name, version })}>{version}</a>}{' '}
      <span class="label">{text.actions[member.action]}</span>
      {installed !== undefined && installed !== version && <span class="quiet"> {text.from(installed)}</span>}
      {digest !== undefined && <code class="plan-digest">{digest}</code>}
    </div>
  );
}

/** The newest of them say it all; the rest fold away. */
const shownFirst = 2;

function PassedOver({ context, member }: MemberProps): VNode {
  const { strings } = context;
  const { passedOver } = member;
  if (passedOver.length === 0) return <span class="quiet">{strings.plan.none}</span>;
  const toItem = ({ version, text }: PlanMember['passedOver'][number]) => (
    <li key={version}>
      <strong>{version}</strong> {text}
    </li>
  );
  const others = passedOver.slice(shownFirst);
  return (
    <div>
      <ul class="plain">{passedOver.slice(0, shownFirst).map(toItem)}</ul>
      {others.length > 0 && (
        <details>
          <summary>{strings.counts.versions(others.length)}</summary>
          <ul class="plain">{others.map(toItem)}</ul>
        </details>
      )}
    </div>
  );
}
