import type { VNode } from 'preact';
import type { LockMember } from '../../schemas/lock.ts';
import type { VersionState } from '../../schemas/version-state.ts';
import type { PageContext } from '../context/page-context.ts';
import { PlanReasons } from './plan-reasons.tsx';
import { StateMark } from './state-mark.tsx';

/** A member of a lock, and what is said of its version today. */
export interface LockPageMember {
  readonly member: LockMember;
  readonly state: VersionState;
}

interface LockMembersProps {
  readonly context: PageContext;
  /** In install order. */
  readonly members: readonly LockPageMember[];
}

/** The addons of a lock in install order. */
export function LockMembers({ context, members }: LockMembersProps): VNode {
  const text = context.strings.locks;
  return (
    <table class="rows plan-members">
      <caption class="visually-hidden">{text.members}</caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            {text.order}
          </th>
          <th scope="col">{text.addon}</th>
          <th scope="col">{text.version}</th>
          <th scope="col">{text.digest}</th>
          <th scope="col">{text.why}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((each, index) => (
          <MemberRow key={each.member.name} context={context} each={each} place={index + 1} />
        ))}
      </tbody>
    </table>
  );
}

interface MemberRowProps {
  readonly context: PageContext;
  readonly each: LockPageMember;
  readonly place: number;
}

function MemberRow({ context, each: { member, state }, place }: MemberRowProps): VNode {
  const { strings, links, formats } = context;
  const text = strings.locks;
  const { catalog, name, version, digest } = member;
  return (
    <tr>
      <td class="number" data-label={text.order}>
        {formats.number(place)}
      </td>
      <th scope="row">
        <a href={links.addon(catalog, name)}>{name}</a> <span class="quiet cell-note">{catalog}</span>
      </th>
      <td data-label={text.version}>
        <div>
          <a href={links.version({ catalog, name, version })}>{version}</a>{' '}
          <StateMark context={context} state={state} />
        </div>
      </td>
      <td data-label={text.digest}>
        <code class="plan-digest">{digest}</code>
      </td>
      <td data-label={text.why}>
        <PlanReasons context={context} member={member} />
      </td>
    </tr>
  );
}
