import { expect, test } from 'vitest';
import type { LockContent } from '../../schemas/lock.ts';
import type { NewStateEvent } from '../../schemas/version-state.ts';
import { openLockHouse } from '../../test/support/lock-house.ts';
import { catchRegistryError } from '../../test/support/refusals.ts';

async function openHouse() {
  const house = await openLockHouse();
  const dex = await house.put({ catalog: 'local', name: 'dex', version: 'v0.6.5' });
  const grafana = await house.put({
    name: 'grafana',
    version: '1.10',
    dependencies: [{ name: 'dex', version: '>=0.6' }, { name: 'vegeta' }],
    system: { vela: '>=1.9', kubernetes: '>=1.19' },
  });
  const content: LockContent = {
    format: 1,
    vela: '1.10.9',
    members: [grafana, { ...dex, requiredBy: [{ name: 'grafana', range: '>=0.6' }] }],
    outside: [{ name: 'vegeta', version: '3.0.0' }],
  };
  const say = async (event: Pick<NewStateEvent, 'action' | 'name'> & Partial<NewStateEvent>) => {
    const at = '2026-01-01T00:00:00.000Z';
    await house.store.appendStateEvent({
      catalog: 'official',
      version: '1.10',
      reason: 'it leaks',
      author: 'ana',
      at,
      ...event,
    });
    await house.views.refresh('official');
    await house.views.refresh('local');
  };
  const check = async (change: Partial<LockContent> = {}, asked = {}) => {
    const { holds, members } = await house.reader.checkLock({ ...content, ...change }, asked);
    return { holds, said: members.flatMap(({ problems }) => problems.map(({ code, text }) => `${code}: ${text}`)) };
  };
  return { house, dex, grafana, content, say, check };
}

test('what is as it was holds', async () => {
  const { check } = await openHouse();
  expect(await check()).toEqual({ holds: true, said: [] });
});

test('what an administrator says of a version is told, and a deprecation breaks nothing', async () => {
  const { say, check } = await openHouse();
  await say({ name: 'grafana', action: 'deprecate', replacement: 'grafana@2' });
  expect(await check()).toEqual({
    holds: true,
    said: ['deprecated: grafana 1.10 is deprecated: it leaks; use grafana@2 instead'],
  });
  await say({ name: 'grafana', action: 'yank' });
  expect(await check()).toEqual({ holds: false, said: ['yanked: grafana 1.10 was yanked: it leaks'] });
  await say({ name: 'grafana', action: 'quarantine' });
  expect((await check()).said).toEqual([
    'quarantined: grafana 1.10 is quarantined, and its bytes are blocked: it leaks',
  ]);
});

test('a version that was replaced, then removed, then lost, is told so, and what was said of it still counts', async () => {
  const { house, dex, say, check } = await openHouse();
  const next = await house.put({ catalog: 'local', name: 'dex', version: 'v0.6.5', description: 'edited' });
  const short = (digest: string) => digest.slice(0, 19);
  expect(await check()).toEqual({
    holds: false,
    said: [
      `digest: dex v0.6.5 of local has other bytes now: ${short(next.digest)}, and the lock has ${short(dex.digest)}`,
    ],
  });
  await house.remove(dex);
  house.lost.add(dex.digest);
  await say({ catalog: 'local', name: 'dex', version: '0.6.5', action: 'yank' });
  expect((await check()).said).toEqual([
    'missing: catalog local has no dex v0.6.5 any more',
    'yanked: dex v0.6.5 was yanked: it leaks',
    `bytes: the bytes of dex v0.6.5 (${short(dex.digest)}) are not on this server`,
  ]);
});

test('it is checked for the asked system, and else for the one it was made for', async () => {
  const { check } = await openHouse();
  expect((await check({}, { vela: '1.8.0', kubernetes: '1.18.2' })).said).toEqual([
    'vela: grafana 1.10 needs KubeVela >=1.9, and this is checked for 1.8.0',
    'kubernetes: grafana 1.10 needs Kubernetes >=1.19, and this is checked for 1.18.2',
  ]);
  expect((await check({ vela: '1.8.0' })).said).toHaveLength(1);
  expect((await check({ vela: '1.8.0' }, { vela: '1.9.0' })).said).toEqual([]);
});

test('a dependency that the lock lacks or has in another version is told', async () => {
  const { grafana, dex, check } = await openHouse();
  expect((await check({ members: [grafana], outside: [] })).said).toEqual([
    'dependency: grafana 1.10 needs dex >=0.6, which is not in the lock',
    'dependency: grafana 1.10 needs vegeta, which is not in the lock',
  ]);
  const { said } = await check({ members: [grafana, { ...dex, version: '0.5.0' }] });
  expect(said).toContain('dependency: grafana 1.10 needs dex >=0.6, and the lock has 0.5.0');
});

test('a lock is found by its id, with and without the name of the algorithm', async () => {
  const { house, content } = await openHouse();
  const { lock } = await house.keeper.keepLock(content);
  expect(await house.reader.getLock(`sha256:${lock.id}`)).toEqual(lock);
  expect((await house.reader.checkStoredLock(lock.id, {})).holds).toBe(true);
  for (const id of ['', 'nothing', 'f'.repeat(64), `${lock.id}0`]) {
    expect((await catchRegistryError(house.reader.getLock(id))).code).toBe('LOCK_NOT_FOUND');
  }
});
