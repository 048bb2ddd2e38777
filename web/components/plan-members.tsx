import type { VNode } from 'preact';
import type { PlanMember } from '../../schemas/resolution.ts';
import type { PageContext } from '../context/page-context.ts';
import { PlanReasons } from './plan-reasons.tsx';

interface PlanMembersProps {
  readonly context: PageContext;
  readonly members: readonly PlanMember[];
}

/** The addons of a plan in install order. */
export function PlanMembers({ context, members }: PlanMembersProps): VNode {
  const text = context.strings.plan;
  return (
    <table class="rows plan-members">
      <caption class="visually-hidden">{text.planned}</caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            {text.order}
          </th>
          <th scope="col">{text.addon}</th>
          <th scope="col">{text.version}</th>
          <th scope="col">{text.why}</th>
          <th scope="col">{text.passedOver}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member, index) => (
          <MemberRow key={member.name} context={context} member={member} place={index + 1} />
        ))}
      </tbody>
    </table>
  );
}

interface MemberProps {
  readonly context: PageContext;
  readonly member: PlanMember;
}

function MemberRow({ context, member, place }: MemberProps & { place: number }): VNode {
  const { strings, links, formats } = context;
  const text = strings.plan;
  const { catalog, name, version, digest, installed } = member;
  return (
    <tr>
      <td class="number" data-label={text.order}>
        {formats.number(place)}
      </td>
      <th scope="row">
        {digest === undefined ? name : <a href={links.addon(catalog, name)}>{name}</a>}{' '}
        <span class="quiet cell-note">{catalog}</span>
      </th>
      <td data-label={text.version}>
        <div>
          {digest === undefined ? version : <a href={links.version({ catalog, name, version })}>{version}</a>}{' '}
          <span class="label">{text.actions[member.action]}</span>
          {installed !== undefined && installed !== version && <span class="quiet"> {text.from(installed)}</span>}
          {digest !== undefined && <code class="plan-digest">{digest}</code>}
        </div>
      </td>
      <td data-label={text.why}>
        <PlanReasons context={context} member={member} />
      </td>
      <td data-label={text.passedOver}>
        <PassedOver context={context} member={member} />
      </td>
    </tr>
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
