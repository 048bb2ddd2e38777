import { open, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { RegistryError } from '../../registry/errors.ts';
import { compareText } from '../../registry/findings.ts';
import type { DefinitionFile } from './definition-files.ts';

// One byte more than a definition may have lets the reader say that it is too large, however large it is.
const maxBytes = 1.5 * 1024 * 1024 + 1;
const maxFiles = 10_000;
const extensions = /\.(?:cue|ya?ml)$/;

export interface ReadDefinitionFilesOptions {
  readonly workingFolder: string;
  readonly stdin: AsyncIterable<Uint8Array>;
}

/** Reads definitions from files, from folders (every `.cue`, `.yaml` and `.yml` below them, in order) and from `-`, which is CUE unless it looks like an object. Throws INPUT_INVALID. */
export async function readDefinitionFiles(
  options: ReadDefinitionFilesOptions,
  paths: readonly string[],
): Promise<readonly DefinitionFile[]> {
  const files: DefinitionFile[] = [];
  for (const path of paths) {
    if (path === '-') files.push(await readPiped(options.stdin));
    else for (const file of await listFiles(options.workingFolder, path)) files.push(await readFile(options, file));
  }
  return files;
}

async function readPiped(stdin: AsyncIterable<Uint8Array>): Promise<DefinitionFile> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    sizeBytes += chunk.byteLength;
    if (sizeBytes >= maxBytes) break;
  }
  const content = Buffer.concat(chunks);
  const isObject = /^\s*(?:\{|---|apiVersion:|kind:|metadata:|spec:)/m.test(
    content.toString('utf8', 0, 4096).replace(/^\s*#.*\n/gm, ''),
  );
  return { file: isObject ? 'stdin.yaml' : 'stdin.cue', content };
}

async function listFiles(workingFolder: string, path: string): Promise<readonly string[]> {
  const stats = await attempt(path, () => stat(resolve(workingFolder, path)));
  if (stats.isFile()) return [path];
  if (!stats.isDirectory()) throw new RegistryError('INPUT_INVALID', `${path} is neither a file nor a folder`);
  const names = await attempt(path, () => readdir(resolve(workingFolder, path), { recursive: true }));
  const files = names.filter((name) => extensions.test(name)).sort(compareText);
  if (files.length === 0) throw new RegistryError('INPUT_INVALID', `${path} holds no definition (.cue, .yaml)`);
  if (files.length > maxFiles) throw new RegistryError('INPUT_INVALID', `${path} holds more than ${maxFiles} files`);
  return files.map((name) => join(path, name));
}

async function readFile({ workingFolder }: ReadDefinitionFilesOptions, file: string): Promise<DefinitionFile> {
  const handle = await attempt(file, () => open(resolve(workingFolder, file), 'r'));
  try {
    const { buffer, bytesRead } = await attempt(file, () => handle.read(new Uint8Array(maxBytes), 0, maxBytes, 0));
    return { file, content: buffer.subarray(0, bytesRead) };
  } finally {
    await handle.close();
  }
}

async function attempt<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    const reason = { ENOENT: 'does not exist', EACCES: 'may not be read', ENOTDIR: 'does not exist' }[code];
    throw new RegistryError('INPUT_INVALID', `${path} ${reason ?? `cannot be read (${code})`}`, { cause });
  }
}
