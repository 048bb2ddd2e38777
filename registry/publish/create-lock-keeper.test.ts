import { describe, expect, test } from 'vitest';
import type { LockContent, LockMember } from '../../schemas/lock.ts';
import type { Plan } from '../../schemas/resolution.ts';
import { openLockHouse } from '../../test/support/lock-house.ts';
import { catchRegistryError } from '../../test/support/refusals.ts';
import { toLockId } from '../resolve/lock/canonical-lock.ts';

const lockOf = (...members: LockMember[]): LockContent => ({ format: 1, members });

async function openGrafana(options: Parameters<typeof openLockHouse>[0] = {}) {
  const house = await openLockHouse(options);
  const dex = await house.put({ name: 'dex', version: 'v0.6.5' });
  const dependencies = [{ name: 'dex', version: '>=0.6' }];
  const grafana = await house.put({ name: 'grafana', version: '1.10', dependencies, system: { vela: '>=1.9' } });
  const content = lockOf(grafana, { ...dex, requiredBy: [{ name: 'grafana', range: '>=0.6' }] });
  return { house, dex, grafana, content };
}

async function quarantine(house: Awaited<ReturnType<typeof openLockHouse>>, member: LockMember): Promise<void> {
  const { catalog, name, version } = member;
  const said = { action: 'quarantine', reason: 'leaks', author: 'ana', at: '2026-01-01T00:00:00.000Z' } as const;
  await house.store.appendStateEvent({ catalog, name, version, ...said });
  await house.views.refresh(catalog);
}

describe('a content that somebody has', () => {
  test('is kept under its id, once, whatever its order', async () => {
    const { house, content } = await openGrafana();
    const first = await house.keeper.keepLock(content);
    expect(first).toMatchObject({
      created: true,
      lock: {
        id: toLockId(content),
        url: `http://addons.example.com/lock/${toLockId(content)}`,
        created: '2026-01-02T03:04:05.000Z',
        order: ['dex', 'grafana'],
      },
    });
    const again = await house.keeper.keepLock({ ...content, members: [...content.members].reverse() });
    expect(again).toEqual({ lock: first.lock, created: false });
  });

  test('is one lock when many send it at once', async () => {
    const { house, content } = await openGrafana();
    const kept = await Promise.all(Array.from({ length: 12 }, () => house.keeper.keepLock(content)));
    expect(new Set(kept.map(({ lock }) => JSON.stringify(lock))).size).toBe(1);
    expect(kept.filter(({ created }) => created)).toHaveLength(1);
  });

  test.each<[string, (members: { dex: LockMember; grafana: LockMember }) => Partial<LockMember>, string]>([
    ['another digest', ({ dex }) => ({ digest: dex.treeDigest }), '/members/1/digest'],
    ['another tree digest', ({ dex }) => ({ treeDigest: dex.digest }), '/members/1/treeDigest'],
    ['the bytes of another', ({ grafana }) => ({ digest: grafana.digest }), '/members/1/digest'],
    ['a version that is not there', () => ({ version: '9.9.9' }), '/members/1/version'],
    ['a version as its author did not write it', () => ({ version: '0.6.5' }), '/members/1/version'],
    ['an addon that is not there', () => ({ name: 'nobody' }), '/members/1/name'],
    ['a catalog that is not there', () => ({ catalog: 'nobody' }), '/members/1/catalog'],
    ['a union for a catalog', () => ({ catalog: 'all' }), '/members/1/catalog'],
    ['requirements of its own', () => ({ requirements: { vela: '>=1.0' } }), '/members/1/requirements'],
    ['dependencies of its own', () => ({ dependencies: [{ name: 'grafana' }] }), '/members/1/dependencies'],
  ])('with %s is refused, and nothing is kept', async (_name, change, pointer) => {
    const { house, dex, grafana } = await openGrafana();
    const content = lockOf({ ...grafana, requiredBy: [] }, { ...dex, ...change({ dex, grafana }) });
    const { code, faults } = await catchRegistryError(house.keeper.keepLock(content));
    expect([code, faults.map((fault) => fault.pointer)]).toEqual(['INPUT_INVALID', [pointer]]);
    expect(await house.store.findLock(toLockId(content))).toBeUndefined();
  });

  test('that contradicts itself is refused with every place', async () => {
    const { house, dex, content } = await openGrafana();
    const { faults } = await catchRegistryError(
      house.keeper.keepLock({
        ...content,
        members: [...content.members, { ...dex, requiredBy: [{ name: 'nobody' }] }],
      }),
    );
    expect(faults).toEqual([
      { pointer: '/members/2/name', message: 'dex stands here twice; a lock has one version of an addon' },
      { pointer: '/members/2/requiredBy/0', message: 'dex is said to be needed by nobody, which is not in this lock' },
    ]);
  });

  test('may name what a mutable source has replaced or removed since, as long as the bytes are there', async () => {
    const house = await openLockHouse();
    const before = await house.put({ catalog: 'local', name: 'web', version: '1.0.0', description: 'old' });
    await house.put({ catalog: 'local', name: 'web', version: '1.0.0', description: 'new' });
    const { lock } = await house.keeper.keepLock(lockOf(before));
    const entries = (await house.store.findLock(lock.id))?.entries;
    expect(entries).toEqual([expect.objectContaining({ name: 'web', description: 'old' })]);
    const gone = await house.put({ catalog: 'local', name: 'gone', version: '2.0.0' });
    await house.remove(gone);
    expect((await house.keeper.keepLock(lockOf(gone))).created).toBe(true);
    house.lost.add(gone.digest);
    const { faults } = await catchRegistryError(house.keeper.keepLock({ ...lockOf(gone), vela: '1.10.9' }));
    expect(faults.map(({ message }) => message)).toEqual(['catalog "local" has no addon called "gone"']);
  });

  test('cannot name bytes of another addon for what a mutable source had', async () => {
    const house = await openLockHouse();
    const web = await house.put({ catalog: 'local', name: 'web', version: '1.0.0' });
    const other = await house.put({ name: 'other', version: '1.0.0' });
    const { faults } = await catchRegistryError(house.keeper.keepLock(lockOf({ ...web, digest: other.digest })));
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/members/0/digest']);
  });

  test.each(['active', 'quarantined'])(
    'cannot name %s bytes of another catalog for what a mutable source had',
    async (state) => {
      const house = await openLockHouse();
      const web = await house.put({ name: 'web', version: '1.0.0' });
      if (state === 'quarantined') await quarantine(house, web);
      const stolen = lockOf({ ...web, catalog: 'local' });
      const { faults } = await catchRegistryError(house.keeper.keepLock(stolen));
      expect(faults.map(({ pointer }) => pointer)).toEqual(['/members/0/name']);
      expect(await house.store.findLock(toLockId(stolen))).toBeUndefined();
    },
  );

  test('cannot name bytes of a quarantined version that a mutable source has replaced since', async () => {
    const house = await openLockHouse();
    const web = await house.put({ catalog: 'local', name: 'web', version: '1.0.0', description: 'old' });
    await quarantine(house, web);
    await house.put({ catalog: 'local', name: 'web', version: '1.0.0', description: 'new' });
    const { faults } = await catchRegistryError(house.keeper.keepLock(lockOf(web)));
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/members/0/digest']);
  });

  test('with a quarantined version is refused; a yanked one is kept', async () => {
    const { house, dex, content } = await openGrafana();
    const say = (action: 'yank' | 'quarantine') =>
      house.store.appendStateEvent({
        catalog: 'official',
        name: 'dex',
        version: dex.version,
        action,
        reason: 'leaks',
        author: 'ana',
        at: '2026-01-01T00:00:00.000Z',
      });
    await say('yank');
    await house.views.refresh('official');
    expect((await house.keeper.keepLock(content)).created).toBe(true);
    await say('quarantine');
    await house.views.refresh('official');
    const { faults } = await catchRegistryError(house.keeper.keepLock({ ...content, vela: '1.10.9' }));
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/members/1/version']);
  });
});

describe('too many new locks in a minute', () => {
  test('are refused with the seconds to wait; what is kept already costs nothing', async () => {
    const { house, content } = await openGrafana({ mostInMinute: 2 });
    const keep = (vela: string) => house.keeper.keepLock({ ...content, vela });
    await keep('1.10.1');
    house.clock.ms = 20_000;
    await keep('1.10.2');
    await keep('1.10.2');
    const { code, details } = await catchRegistryError(keep('1.10.3'));
    expect([code, details['retryAfterSeconds']]).toEqual(['LOCK_RATE_EXCEEDED', 40]);
    house.clock.ms = 60_000;
    expect((await keep('1.10.3')).created).toBe(true);
    expect((await catchRegistryError(keep('1.10.4'))).details['retryAfterSeconds']).toBe(20);
  });
});

describe('a set that is decided here', () => {
  const empty: Plan = {
    members: [],
    cycles: [],
    notices: [],
    commands: { registry: [], registries: {}, enable: [] },
  };

  test('is pinned as the planner answers', async () => {
    const { house, content } = await openGrafana();
    const rest = { action: 'install', state: 'active', suspected: [], passedOver: [] } as const;
    const members = content.members.map((member) => ({ ...member, ...rest, suspected: [], passedOver: [] }));
    house.plan({ ...empty, members });
    const { lock } = await house.keeper.writeLock({ want: [{ name: 'grafana' }] }, { lang: 'en' });
    expect(lock.id).toBe(toLockId(content));
  });

  test('of nothing that a catalog has is refused', async () => {
    const house = await openLockHouse();
    house.plan(empty);
    const { code } = await catchRegistryError(house.keeper.writeLock({ want: [{ name: 'x' }] }, { lang: 'en' }));
    expect(code).toBe('INPUT_INVALID');
  });
});
