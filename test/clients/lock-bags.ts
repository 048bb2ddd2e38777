import type { Lock, LockMember } from '../../schemas/lock.ts';
import type { AddonDetail } from '../../schemas/rest.ts';
import type { ChandleryServer } from './chandlery-server.ts';

/** A lock, and the addon for whose sake each was written. */
export interface LockBag {
  readonly lock: Lock;
  readonly members: ReadonlyMap<string, LockMember>;
}

/**
 * Pins every addon of a catalog at the oldest version of it that can be had, with what that needs, in as few locks as possible:
 * what the default index would give is another version wherever there are several. Returns what cannot be had at all, too.
 */
export async function lockOldest(
  server: ChandleryServer,
  catalog: string,
): Promise<{ readonly bags: readonly LockBag[]; readonly impossible: readonly string[] }> {
  const closures: (readonly LockMember[])[] = [];
  const impossible: string[] = [];
  for (const name of (await server.listAddonNames(catalog)).sort()) {
    const closure = await lockOldestOf(server, await server.getAddon(catalog, name));
    if (closure === undefined) impossible.push(name);
    else closures.push(closure);
  }
  const bags: LockBag[] = [];
  for (const pins of packClosures(closures)) {
    const want = [...pins.values()].map(({ name, version }) => ({ catalog, name, range: version }));
    const lock = await server.findLock({ want });
    if (lock === undefined) throw new Error(`what fits apart does not fit together: ${[...pins.keys()].join(', ')}`);
    bags.push({ lock, members: new Map(lock.members.map((member) => [member.name, member])) });
  }
  return { bags, impossible };
}

async function lockOldestOf(
  server: ChandleryServer,
  { catalog, name, versions }: AddonDetail,
): Promise<readonly LockMember[] | undefined> {
  for (const { version } of versions.toReversed()) {
    const lock = await server.findLock({ want: [{ catalog, name, range: version }] });
    if (lock !== undefined) return lock.members;
  }
  return undefined;
}

/** Puts closures together as long as they agree about every name that they share. */
function packClosures(closures: readonly (readonly LockMember[])[]): readonly ReadonlyMap<string, LockMember>[] {
  const bags: Map<string, LockMember>[] = [];
  for (const closure of closures) {
    const agrees = (bag: ReadonlyMap<string, LockMember>) =>
      closure.every(({ name, digest }) => (bag.get(name)?.digest ?? digest) === digest);
    const bag = bags.find(agrees) ?? new Map<string, LockMember>();
    if (!bags.includes(bag)) bags.push(bag);
    for (const member of closure) bag.set(member.name, member);
  }
  return bags;
}
