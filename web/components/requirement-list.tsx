import type { VNode } from 'preact';
import type { Requirements } from '../../schemas/addon.ts';
import type { PageContext } from '../context/page-context.ts';

/** What a version demands of the cluster, in one line; a dash when it demands nothing. */
export function RequirementList({
  context,
  requirements,
}: {
  context: PageContext;
  requirements: Requirements;
}): VNode {
  const { version } = context.strings;
  const parts = [
    { name: version.vela, range: requirements.vela },
    { name: version.kubernetes, range: requirements.kubernetes },
  ].filter((part) => part.range !== undefined && part.range !== '');
  if (parts.length === 0) return <span class="quiet">–</span>;
  return (
    <span class="requirements">
      {parts.map((part) => (
        <span key={part.name} class="requirement">
          {part.name} <code>{part.range}</code>
        </span>
      ))}
    </span>
  );
}

/** Whether a version demands anything of the cluster. */
export function hasRequirements({ vela = '', kubernetes = '' }: Requirements): boolean {
  return vela !== '' || kubernetes !== '';
}
