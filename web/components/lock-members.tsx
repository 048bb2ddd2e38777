import type { VNode } from 'preact';
import type { LockMember } from '../../schemas/lock.ts';
import type { VersionState } from '../../schemas/version-state.ts';
import type { PageContext } from '../context/page-context.ts';
import { MemberTable } from './member-table.tsx';
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
  const { strings, links } = context;
  const text = strings.locks;
  const rows = members.map(({ member, state }) => {
    const { catalog, name, version, digest } = member;
    const numbered = (
      <div>
        <a href={links.version({ catalog, name, version })}>{version}</a> <StateMark context={context} state={state} />
      </div>
    );
    return {
      name,
      catalog,
      linked: true,
      cells: [
        { heading: text.version, content: numbered },
        { heading: text.digest, content: <code class="plan-digest">{digest}</code> },
        { heading: text.why, content: <PlanReasons context={context} member={member} /> },
      ],
    };
  });
  return <MemberTable context={context} caption={text.members} headings={text} rows={rows} />;
}
