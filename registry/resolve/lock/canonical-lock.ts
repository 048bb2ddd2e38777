import type { LockContent, LockMember } from '../../../schemas/lock.ts';
import type { Requirer } from '../../../schemas/resolution.ts';
import { toCanonicalJson } from '../../canonical-json.ts';
import { digestHex, digestOf } from '../../digest.ts';
import { compareText } from '../../findings.ts';

/** The one form of a content: members by name, reasons in order, nothing that says nothing. Dependencies keep the order of their author. */
export function toCanonicalLock(content: LockContent): LockContent {
  const outside = [...(content.outside ?? [])].sort((left, right) => compareText(left.name, right.name));
  return {
    format: content.format,
    ...given('vela', content.vela),
    ...given('kubernetes', content.kubernetes),
    members: content.members.map(toCanonicalMember).sort((left, right) => compareText(left.name, right.name)),
    ...(outside.length === 0 ? {} : { outside: outside.map(({ name, version }) => ({ name, version })) }),
  };
}

/** The id of a content: sha256 of its canonical JSON, 64 hexadecimal digits. Whatever the order of its lists, equal contents share it. */
export function toLockId(content: LockContent): string {
  return digestHex(digestOf(toCanonicalJson(toCanonicalLock(content))));
}

function toCanonicalMember(member: LockMember): LockMember {
  const { requirements, want } = member;
  return {
    catalog: member.catalog,
    name: member.name,
    version: member.version,
    digest: member.digest,
    treeDigest: member.treeDigest,
    ...(want === undefined ? {} : { want: given('range', want.range) }),
    requiredBy: member.requiredBy.map(toCanonicalRequirer).sort(compareRequirers),
    dependencies: member.dependencies.map(({ name, version }) => ({ name, ...given('version', version) })),
    requirements: { ...given('vela', requirements.vela), ...given('kubernetes', requirements.kubernetes) },
  };
}

function toCanonicalRequirer({ name, range, suspected, uses = [] }: Requirer): Requirer {
  const sorted = [...uses].sort(
    (left, right) => compareText(left.kind, right.kind) || compareText(left.name, right.name),
  );
  return {
    name,
    ...given('range', range),
    ...(suspected === undefined ? {} : { suspected }),
    ...(sorted.length === 0 ? {} : { uses: sorted.map((use) => ({ kind: use.kind, name: use.name })) }),
  };
}

function compareRequirers(left: Requirer, right: Requirer): number {
  return compareText(left.name, right.name) || compareText(toCanonicalJson(left), toCanonicalJson(right));
}

/** A range or version that is empty says as much as none. */
function given<Key extends string>(key: Key, text: string | undefined): { readonly [Each in Key]?: string } {
  // The computed key is `Key` and nothing else, which the compiler widens to any string.
  return text === undefined || text === '' ? {} : ({ [key]: text } as { [Each in Key]: string });
}
