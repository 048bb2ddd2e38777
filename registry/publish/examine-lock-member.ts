import { isSameJson } from '../../schemas/json.ts';
import type { LockMember } from '../../schemas/lock.ts';
import { readAddon } from '../addon/read-addon.ts';
import { findCurrentState } from '../catalog/find-current-state.ts';
import { findWebAddress } from '../catalog/find-web-address.ts';
import { readStoredTree } from '../catalog/read-stored-tree.ts';
import type { CatalogViews, VersionView } from '../catalog/types.ts';
import { isDigest } from '../digest.ts';
import type { BlobStore, LockEntry, StateStore } from '../storage/types.ts';
import { normalizeVersion } from '../version/normalize-version.ts';

export interface MemberExaminer {
  readonly views: Pick<CatalogViews, 'findView' | 'listViews'>;
  readonly store: Pick<StateStore, 'listStateEvents'>;
  readonly blobs: Pick<BlobStore, 'hasBlob' | 'readBlob'>;
  /** Whether versions of this catalog may be replaced, so that their bytes may outlast their rows. */
  readonly isMutableCatalog: (catalog: string) => boolean;
  readonly now: () => string;
}

/** What is known of a member besides its lock, or what is not so; `field` names the part of the member that is wrong. */
export type MemberExamination =
  | { readonly ok: true; readonly entry: LockEntry }
  | { readonly ok: false; readonly field: keyof LockMember; readonly message: string };

/** Compares a member with what is stored: its version's row, or the bytes themselves where a mutable source has replaced that row. */
export async function examineLockMember(examiner: MemberExaminer, member: LockMember): Promise<MemberExamination> {
  const { catalog, name, version } = member;
  const view = examiner.views.findView(catalog);
  if (view === undefined) return wrong('catalog', `there is no catalog called "${catalog}"`);
  const addon = view.byName.get(name);
  const row = addon?.versions.find((each) => each.key === normalizeVersion(version));
  if (row !== undefined && row.catalog !== catalog) {
    return wrong('catalog', `"${catalog}" is a union, and ${name} of it is of the catalog "${row.catalog}": name that`);
  }
  if (row?.digest === member.digest) return examineRow(row, member);
  const kept = await examineBytes(examiner, member);
  if (kept !== undefined) return kept;
  if (row !== undefined) {
    return wrong('digest', `${name} ${version} of ${catalog} has the digest ${row.digest}, and the lock names another`);
  }
  return addon === undefined
    ? wrong('name', `catalog "${catalog}" has no addon called "${name}"`)
    : wrong('version', `${name} of ${catalog} has no version ${version}`);
}

function examineRow(row: VersionView, member: LockMember): MemberExamination {
  if (row.state === 'quarantined') {
    return wrong('version', `${member.name} ${member.version} is quarantined: nothing of it is served`);
  }
  const difference = findDifference(row, member);
  if (difference !== undefined) return difference;
  return { ok: true, entry: toEntry({ ...row, name: member.name }) };
}

/** Undefined when bytes cannot speak for the member. Only of a mutable source: elsewhere a row says what a version is, and other bytes are somebody else's. */
async function examineBytes(examiner: MemberExaminer, member: LockMember): Promise<MemberExamination | undefined> {
  const { digest } = member;
  if (!examiner.isMutableCatalog(member.catalog) || !isDigest(digest) || !(await examiner.blobs.hasBlob(digest))) {
    return undefined;
  }
  if (await areOfAnother(examiner, member)) return undefined;
  const { metadata, treeDigest } = readAddon(await readStoredTree(examiner.blobs, digest));
  if (metadata === undefined || metadata.name !== member.name) return undefined;
  const { dependencies, system: requirements = {}, version } = metadata;
  const difference = findDifference({ version, treeDigest, dependencies, requirements }, member);
  if (difference !== undefined) return difference;
  const { byteLength: sizeBytes } = await examiner.blobs.readBlob(digest);
  const addresses = { icon: findWebAddress(metadata.icon), url: findWebAddress(metadata.url) };
  return { ok: true, entry: toEntry({ ...metadata, ...addresses, sizeBytes, published: examiner.now() }) };
}

/** Blobs are shared by all catalogs: what a row has, or may have had before it was quarantined, cannot be had by another name of it. */
async function areOfAnother({ views, store }: MemberExaminer, member: LockMember): Promise<boolean> {
  const { name, version, digest } = member;
  for (const { catalog, byName } of views.listViews()) {
    if (byName.get(name)?.versions.some((row) => row.digest === digest) === true) return true;
    const { state } = await findCurrentState(store, { catalog, name, version });
    if (state === 'quarantined') return true;
  }
  return false;
}

function toEntry({
  name,
  description,
  icon,
  url,
  tags,
  sizeBytes,
  published,
}: Pick<VersionView, 'description' | 'icon' | 'url' | 'tags' | 'sizeBytes' | 'published'> & {
  readonly name: string;
}): LockEntry {
  return {
    name,
    description,
    ...(icon === undefined ? {} : { icon }),
    ...(url === undefined ? {} : { url }),
    tags,
    sizeBytes,
    published,
  };
}

function findDifference(
  known: Pick<VersionView, 'version' | 'treeDigest' | 'dependencies' | 'requirements'>,
  member: LockMember,
): MemberExamination | undefined {
  const { name, version } = member;
  if (known.version !== version)
    return wrong('version', `${name} writes its version ${known.version}, and the lock ${version}`);
  if (known.treeDigest !== member.treeDigest) {
    return wrong(
      'treeDigest',
      `${name} ${version} has the tree digest ${known.treeDigest}, and the lock names another`,
    );
  }
  if (!isSameJson(withoutEmpty(known.dependencies), withoutEmpty(member.dependencies))) {
    return wrong('dependencies', `${name} ${version} declares other dependencies than the lock says`);
  }
  const [requires, said] = withoutEmpty([known.requirements, member.requirements]);
  if (isSameJson(requires, said)) return undefined;
  return wrong('requirements', `${name} ${version} has other requirements than the lock says`);
}

/** A lock leaves out what is empty. */
function withoutEmpty(parts: readonly Readonly<Record<string, string>>[]): Record<string, string>[] {
  return parts.map((part) => Object.fromEntries(Object.entries(part).filter(([, text]) => text !== '')));
}

function wrong(field: keyof LockMember, message: string): MemberExamination {
  return { ok: false, field, message };
}
