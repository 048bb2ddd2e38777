import { toLockCommands } from '../../registry/resolve/lock/to-lock-commands.ts';
import { LockPage } from '../../web/pages/lock-page.tsx';
import { LocksPage } from '../../web/pages/locks-page.tsx';
import { findFirstAddon } from './find-first-addon.ts';
import { getParam, type PageLoader } from './page-loader.ts';

/** What locks are. */
export const loadLocks: PageLoader = async (site) => {
  const example = await findFirstAddon(site);
  return (context) => LocksPage({ context, openLocks: site.openLocks, example: example?.name ?? 'fluxcd' });
};

/** A lock, with what is said of its versions today. Throws LOCK_NOT_FOUND. */
export const loadLock: PageLoader = async ({ locks }, request) => {
  const lock = await locks.getLock(getParam(request, 'id'));
  const byName = new Map(lock.members.map((member) => [member.name, member]));
  const ordered = lock.order.flatMap((name) => byName.get(name) ?? []);
  const members = await Promise.all(
    ordered.map(async (member) => ({ member, state: (await locks.findMemberState(member)).state })),
  );
  return (context) => LockPage({ context, lock, members, lines: toLockCommands(lock) });
};
