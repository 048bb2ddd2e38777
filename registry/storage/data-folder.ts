import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolderUnusable, toStorageError } from './storage-error.ts';

/** What a running server leaves in its data folder, so that the command line on this machine finds it and is admitted. */
export interface ServerNote {
  readonly pid: number;
  /** Where the server answers on this machine. */
  readonly url: string;
  /** Random for each start; admits whoever can read the folder to the write routes. */
  readonly token: string;
}

const noteName = 'server.json';

/** Creates the folder when it is missing and proves that it can be written. Throws DATA_FOLDER_UNUSABLE. */
export async function prepareDataFolder(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeDurably(probe, 'probe');
    await rm(probe);
  } catch (error) {
    await rm(probe, { force: true }).catch(() => undefined);
    throw toStorageError(error, folder) ?? dataFolderUnusable(folder, 'it cannot be written', error);
  }
}

/** Leaves the note of this server, readable by its owner only. */
export async function writeServerNote(folder: string, note: ServerNote): Promise<void> {
  const path = join(folder, noteName);
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeDurably(temporary, `${JSON.stringify(note)}\n`);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw toStorageError(error, folder) ?? error;
  }
}

/** Reads the note; undefined when there is none, or none that makes sense. The server it names may be long gone. */
export async function readServerNote(folder: string): Promise<ServerNote | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, noteName), 'utf8');
  } catch {
    return undefined;
  }
  return parseServerNote(text);
}

/** Takes the note away; one that is already gone is fine. */
export async function removeServerNote(folder: string): Promise<void> {
  await rm(join(folder, noteName), { force: true });
}

function parseServerNote(text: string): ServerNote | undefined {
  let note: unknown;
  try {
    note = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof note !== 'object' || note === null) return undefined;
  if (!('pid' in note && 'url' in note && 'token' in note)) return undefined;
  const { pid, url, token } = note;
  if (typeof pid !== 'number' || typeof url !== 'string' || typeof token !== 'string') return undefined;
  return { pid, url, token };
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
