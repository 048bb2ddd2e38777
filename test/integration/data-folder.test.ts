import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { digestOf } from '../../registry/digest.ts';
import { loadSqliteDriver } from '../../registry/sqlite/sqlite-driver.ts';
import { readServerNote, removeServerNote, writeServerNote } from '../../registry/storage/data-folder.ts';
import { openEmbeddedStore } from '../../registry/storage/open-embedded-store.ts';
import { mountSmallDisk } from '../support/small-disk.ts';
import { findMissingSqlite } from '../support/sqlite-choices.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { anEntry } from '../support/version-entry.ts';

const writer = new URL('../support/store-writer.ts', import.meta.url).pathname;
const note = { pid: 4242, url: 'http://127.0.0.1:7770', token: 'secret' };

describe('a data folder', () => {
  test('is created when missing and keeps what was saved', async () => {
    const folder = join(temporaryFolder(), 'deep', 'data');
    const first = await openEmbeddedStore({ folder });
    const digest = await first.blobs.saveBlob(Buffer.from('archive'));
    const entry = anEntry({ digest });
    await first.store.saveVersion(entry);
    await first.close();

    const second = await openEmbeddedStore({ folder });
    onTestFinished(() => second.close());
    expect(await second.store.findVersion(entry.record)).toStrictEqual(entry.record);
    expect(Buffer.from(await second.blobs.readBlob(digest)).toString()).toBe('archive');
    expect(await second.store.readGeneration('official')).toBe(1);
  });

  test('may change between the two builds of SQLite', async ({ skip }) => {
    const missing = (await findMissingSqlite('node')) ?? (await findMissingSqlite('better-sqlite3'));
    if (missing !== undefined) return skip(missing);
    const folder = temporaryFolder();
    for (const [index, sqlite] of (['node', 'better-sqlite3', 'node'] as const).entries()) {
      const { store, close } = await openEmbeddedStore({ folder, sqlite });
      await store.saveVersion(anEntry({ key: `${index}.0.0` }));
      expect(await store.listVersions({ catalog: 'official' })).toHaveLength(index + 1);
      await close();
    }
  });

  test('belongs to one opening at a time, also within a process', async () => {
    const folder = temporaryFolder();
    const first = await openEmbeddedStore({ folder });
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({
      code: 'DATA_FOLDER_IN_USE',
      message: `the data folder ${folder} belongs to another chandlery process, and only one process may use it. Stop that one, or name another folder with --data or CHANDLERY_DATA`,
    });
    await first.close();
    // A log that stands there already must be opened for one process alone as well.
    const again = await openEmbeddedStore({ folder });
    expect(readdirSync(folder).sort()).toEqual(['blobs', 'chandlery.db', 'chandlery.db-wal']);
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
    const child = spawnWriter(folder);
    expect(await once(child, 'exit')).toEqual([1, null]);
    await again.close();
  });

  test('names the owner that left its note', async () => {
    const folder = temporaryFolder();
    const first = await openEmbeddedStore({ folder });
    onTestFinished(() => first.close());
    await writeServerNote(folder, note);
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({
      code: 'DATA_FOLDER_IN_USE',
      details: { folder, pid: 4242, url: 'http://127.0.0.1:7770' },
      message: expect.stringContaining('belongs to chandlery with pid 4242 at http://127.0.0.1:7770'),
    });
  });

  test('is whole and free again after its owner was killed in the middle of its work', async () => {
    for (const saves of [3, 8, 21]) {
      const folder = temporaryFolder();
      const child = spawnWriter(folder);
      const printed = await readKeys(child, saves);
      await writeServerNote(folder, { ...note, pid: child.pid ?? 0 });
      await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
      child.kill('SIGKILL');
      await once(child, 'exit');
      writeFileSync(join(folder, 'blobs', 'tmp', 'left-over'), 'half');

      const { store, blobs, close } = await openEmbeddedStore({ folder });
      expect(await readServerNote(folder)).toBeUndefined();
      expect(readdirSync(join(folder, 'blobs', 'tmp'))).toEqual([]);
      const versions = await store.listVersions({ catalog: 'official' });
      expect(versions.map((version) => version.key)).toEqual(expect.arrayContaining(printed));
      expect(await store.readGeneration('official')).toBe(versions.length);
      for (const version of versions) {
        expect(await store.findObservation(version)).toBeDefined();
        expect(await store.findEvaluation(version.treeDigest, 'rules-1')).toBeDefined();
        expect(await blobs.readBlob(version.digest)).toHaveLength(200_000);
      }
      await close();
    }
  });

  test('cannot stand below a file', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const folder = join(file, 'data');
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
      message: `the data folder ${folder} cannot be used: a part of the path is a file and no folder. Mend that, or name another folder with --data or CHANDLERY_DATA`,
    });
    await expect(openEmbeddedStore({ folder: file })).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
      details: { reason: 'it is a file and no folder' },
    });
  });

  test('that holds another file under the name of the database is refused and left as it is', async () => {
    const folder = temporaryFolder();
    const text = 'this is a diary and no database, and it is long enough to have a header'.repeat(20);
    writeFileSync(join(folder, 'chandlery.db'), text);
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
      details: { reason: 'its file chandlery.db is no SQLite database' },
    });
    expect(readFileSync(join(folder, 'chandlery.db'), 'utf8')).toBe(text);
  });

  test('keeps the history of states, whoever has the file in his hands', async () => {
    const folder = temporaryFolder();
    const { store, close } = await openEmbeddedStore({ folder });
    const event = { catalog: 'official', name: 'fluxcd', version: '1.0.0', reason: 'broken', author: 'ann' };
    await store.appendStateEvent({ ...event, action: 'yank', at: '2026-11-21T18:00:00.000Z' });
    await close();
    const driver = await loadSqliteDriver('auto');
    const database = driver.open(join(folder, 'chandlery.db'), 0);
    onTestFinished(() => database.close());
    expect(() => database.exec("update state_event set author = 'bob'")).toThrow('the history is only added to');
    expect(() => database.exec('delete from state_event')).toThrow('the history is only added to');
    expect(() =>
      database.exec(
        "insert into state_event (catalog, addon, action, reason, author, at) values ('official', 'dex', 'yank', 'r', 'a', 'now')",
      ),
    ).toThrow('CHECK constraint failed');
  });

  test('of a newer release is refused', async () => {
    const folder = temporaryFolder();
    await (await openEmbeddedStore({ folder })).close();
    const driver = await loadSqliteDriver('auto');
    const database = driver.open(join(folder, 'chandlery.db'), 0);
    database.exec("insert into kysely_migration values ('0099-tomorrow', '2030-01-01')");
    database.close();
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
      message: `the data folder ${folder} was written by a newer release of chandlery (it has 0099-tomorrow). Run that release, or name another folder with --data or CHANDLERY_DATA`,
    });
  });

  test('on a small disk says when that is full, and keeps what it had', async ({ skip }) => {
    const folder = mountSmallDisk('8m');
    if (folder === undefined) return skip('mounting a tmpfs is not permitted here');
    const { store, blobs, close } = await openEmbeddedStore({ folder });
    await store.saveVersion(anEntry());
    const filling = async () => {
      for (let index = 0; index < 64; index += 1) await blobs.saveBlob(Buffer.alloc(1_000_000, index));
    };
    await expect(filling()).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
      message: expect.stringContaining(`the data folder ${folder} cannot be used: the disk is full`),
    });
    expect(readdirSync(join(folder, 'blobs', 'tmp'))).toEqual([]);
    const description = 'x'.repeat(6_000_000);
    const big = anEntry({ key: '2.0.0', metadata: { ...anEntry().record.metadata, description } });
    await expect(store.saveVersion(big)).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
      details: { reason: 'the disk is full' },
    });
    expect(await store.listVersions({ catalog: 'official' })).toHaveLength(1);
    await close();
    rmSync(join(folder, 'blobs'), { recursive: true });
    const again = await openEmbeddedStore({ folder });
    expect(await again.store.listVersions({ catalog: 'official' })).toHaveLength(1);
    await again.close();
  });

  test('on a read-only disk is refused', async ({ skip }) => {
    const folder = mountSmallDisk('8m');
    if (folder === undefined) return skip('mounting a tmpfs is not permitted here');
    await (await openEmbeddedStore({ folder })).close();
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
      message: expect.stringMatching(/cannot be used: the file system is read-only/),
    });
  });
});

describe('blobs in files', () => {
  test('stand under their digest, without a left-over', async () => {
    const folder = temporaryFolder();
    const { blobs, close } = await openEmbeddedStore({ folder });
    const digest = await blobs.saveBlob(Buffer.from('archive'));
    await close();
    const hex = digest.slice('sha256:'.length);
    expect(readFileSync(join(folder, 'blobs', 'sha256', hex.slice(0, 2), hex), 'utf8')).toBe('archive');
    expect(readdirSync(join(folder, 'blobs', 'tmp'))).toEqual([]);
  });

  test('that changed on disk are noticed, and healed by saving them again', async () => {
    const folder = temporaryFolder();
    const { blobs, close } = await openEmbeddedStore({ folder });
    onTestFinished(close);
    const digest = await blobs.saveBlob(Buffer.from('archive'));
    const hex = digest.slice('sha256:'.length);
    for (const damage of ['archivE', '', 'archive and more']) {
      writeFileSync(join(folder, 'blobs', 'sha256', hex.slice(0, 2), hex), damage);
      await expect(blobs.readBlob(digest)).rejects.toMatchObject({ code: 'BLOB_CORRUPT', details: { digest } });
      await blobs.saveBlob(Buffer.from('archive'));
      expect(Buffer.from(await blobs.readBlob(digest)).toString()).toBe('archive');
    }
  });

  test('are never looked for outside their folder', async () => {
    const { blobs, close } = await openEmbeddedStore({ folder: temporaryFolder() });
    onTestFinished(close);
    await expect(blobs.readBlob('sha256:../../chandlery.db')).rejects.toThrow('is no digest');
    await expect(blobs.hasBlob(`${digestOf('x')}/../..` as const)).rejects.toThrow('is no digest');
  });
});

describe('the note of a running server', () => {
  test('comes back, is private, and goes', async () => {
    const folder = temporaryFolder();
    expect(await readServerNote(folder)).toBeUndefined();
    await writeServerNote(folder, { ...note, pid: 1 });
    await writeServerNote(folder, note);
    expect(await readServerNote(folder)).toStrictEqual(note);
    expect(statSync(join(folder, 'server.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['server.json']);
    await removeServerNote(folder);
    await removeServerNote(folder);
    expect(existsSync(join(folder, 'server.json'))).toBe(false);
  });

  test.each([
    ['', 'empty'],
    ['{', 'half'],
    ['[]', 'a list'],
    ['{"pid":"1","url":"u","token":"t"}', 'wrong types'],
  ])('that says %j is no note', async (text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'server.json'), text);
    expect(await readServerNote(folder)).toBeUndefined();
  });
});

function spawnWriter(folder: string): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Reads the keys that the child prints, until there are as many as wanted. */
async function readKeys(child: ChildProcess, wanted: number): Promise<string[]> {
  const keys: string[] = [];
  if (child.stdout === null) return keys;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== 'open') keys.push(line);
    if (keys.length >= wanted) break;
  }
  return keys;
}
