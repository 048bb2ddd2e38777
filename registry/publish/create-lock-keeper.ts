import type { LockContent } from '../../schemas/lock.ts';
import { toLock } from '../catalog/to-lock.ts';
import type { Planner, PublicAddress } from '../catalog/types.ts';
import { type InputFault, RegistryError } from '../errors.ts';
import { toCanonicalLock, toLockId } from '../resolve/lock/canonical-lock.ts';
import { findLockFaults } from '../resolve/lock/find-lock-faults.ts';
import { toLockContent } from '../resolve/lock/to-lock-content.ts';
import type { LockEntry, LockRecord, LockStore, StateStore } from '../storage/types.ts';
import type { RateLimit } from './create-rate-limit.ts';
import { examineLockMember, type MemberExaminer } from './examine-lock-member.ts';
import type { KeptLock, LockKeeper } from './lock-types.ts';

export interface LockKeeperOptions extends MemberExaminer {
  readonly store: LockStore & Pick<StateStore, 'listStateEvents'>;
  readonly planner: Planner;
  readonly address: PublicAddress;
  /** How many new ones are taken. */
  readonly limit: RateLimit;
}

/** Keeps locks. Nobody is believed: every member is compared with what is stored before anything is written. */
export function createLockKeeper(options: LockKeeperOptions): LockKeeper {
  const { store, planner, address, limit } = options;

  async function keepLock(given: LockContent): Promise<KeptLock> {
    const faults = findLockFaults(given).map(({ path, message }) => ({ pointer: toPointer(path), message }));
    if (faults.length > 0) throw lockRefused(faults);
    const content = toCanonicalLock(given);
    const id = toLockId(content);
    const known = await store.findLock(id);
    if (known !== undefined) return { lock: toLock(known, address), created: false };
    limit.admit();
    const record: LockRecord = { id, created: options.now(), content, entries: await examine(given, content) };
    const created = await store.saveLock(record);
    return { lock: toLock(created ? record : ((await store.findLock(id)) ?? record), address), created };
  }

  /** Faults are told by the place in what was given, entries come in the order of what is stored. */
  async function examine(given: LockContent, content: LockContent): Promise<readonly LockEntry[]> {
    const entries = new Map<string, LockEntry>();
    const faults: InputFault[] = [];
    for (const [index, member] of given.members.entries()) {
      const examination = await examineLockMember(options, member);
      if (examination.ok) entries.set(member.name, examination.entry);
      else faults.push({ pointer: `/members/${index}/${examination.field}`, message: examination.message });
    }
    if (faults.length > 0) throw lockRefused(faults);
    return content.members.flatMap(({ name }) => entries.get(name) ?? []);
  }

  return {
    keepLock,
    async writeLock(request, { lang }) {
      const content = toLockContent(await planner.resolve(request, { lang }));
      if (content.members.length > 0) return keepLock(content);
      throw new RegistryError('INPUT_INVALID', 'nothing of this set is in a catalog, so there is nothing to pin');
    },
  };
}

function toPointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${step}`).join('');
}

function lockRefused(faults: readonly InputFault[]): RegistryError {
  const [first] = faults;
  const more = faults.length === 1 ? '' : `, and ${faults.length - 1} more: see errors`;
  return new RegistryError('INPUT_INVALID', `the lock cannot be kept: ${first?.message ?? ''}${more}`, { faults });
}
