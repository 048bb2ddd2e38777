import type { Plan, PlanMember } from '../../schemas/resolution.ts';
import { type Cell, toTable } from '../terminal/table.ts';
import type { Line } from '../terminal/terminal.ts';
import { count, toShort } from '../terminal/words.ts';

/** Reasons that are told of one addon, and versions that are named for one reason. */
const maxReasons = 4;
const maxNamed = 3;

/** A plan for people: the members in install order, what was passed over, what to know, and the lines to copy. */
export function toPlanLines(plan: Plan): readonly Line[] {
  const { members, notices, commands } = plan;
  return [
    ...toTable(members.map((member, index) => toRow(member, index + 1))),
    ...toSection('newer versions that were not taken', members.flatMap(toPassedOverLines)),
    ...toSection(
      'to know',
      notices.map(({ code, text }): Line => [{ text: code, style: code === 'cycle' ? 'red' : 'yellow' }, `: ${text}`]),
    ),
    ...toSection('add the registry once', commands.enable.length === 0 ? [] : commands.registry),
    ...toSection('then, one after the other', commands.enable),
  ];
}

function toRow(member: PlanMember, number: number): readonly Cell[] {
  return [
    { text: String(number), style: 'dim' },
    { text: member.name, style: 'bold' },
    member.version,
    { text: member.digest === undefined ? '-' : toShort(member.digest), style: 'dim' },
    member.catalog === '' ? '-' : member.catalog,
    toActionText(member),
    toReasonText(member),
  ];
}

function toActionText({ action, installed = '' }: PlanMember): string {
  switch (action) {
    case 'install':
      return 'install';
    case 'keep':
      return 'keep';
    case 'upgrade':
    case 'downgrade':
      return `${action} from ${installed}`;
    default:
      return action satisfies never;
  }
}

function toReasonText({ want, requiredBy }: PlanMember): string {
  const wanted = want === undefined ? [] : [want.range === undefined ? 'wanted' : `wanted ${want.range}`];
  const needed = requiredBy.map(
    ({ name, range, suspected }) =>
      `${suspected === true ? 'seems needed' : 'needed'} by ${name}${range === undefined ? '' : ` (${range})`}`,
  );
  const reasons = [...wanted, ...needed];
  return reasons.length === 0 ? 'moves with the others' : reasons.join(', ');
}

/** Versions that stand beside one another and were passed over for the same reason share a line. */
function toPassedOverLines({ name, passedOver }: PlanMember): readonly Line[] {
  const groups: { readonly text: string; readonly versions: string[] }[] = [];
  for (const { version, text } of passedOver) {
    const last = groups.at(-1);
    if (last?.text === text) last.versions.push(version);
    else groups.push({ text, versions: [version] });
  }
  const more = groups.slice(maxReasons).flatMap(({ versions }) => versions).length;
  return [
    ...groups
      .slice(0, maxReasons)
      .map(({ versions, text }): Line => [`${name} ${toVersionsText(versions)}: `, { text, style: 'dim' }]),
    ...(more > 0 ? [`${name}: ${count(more, 'more newer version')}`] : []),
  ];
}

function toVersionsText(versions: readonly string[]): string {
  if (versions.length <= maxNamed) return versions.join(', ');
  return `${versions[0]} to ${versions.at(-1)} (${count(versions.length, 'version')})`;
}

function toSection(title: string, lines: readonly Line[]): readonly Line[] {
  if (lines.length === 0) return [];
  return [
    '',
    [{ text: title, style: 'cyan' }],
    ...lines.map((line) => ['  ', ...(typeof line === 'string' ? [line] : line)]),
  ];
}
