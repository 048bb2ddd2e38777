import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Digest, digestHex, digestOf } from '../digest.ts';
import { RegistryError } from '../errors.ts';
import type { EngineName } from './types.ts';

/** A built engine on disk. */
export interface EngineArtefact {
  readonly engine: EngineName;
  /** Absolute. */
  readonly path: string;
  readonly digest: Digest;
}

const sumsFile = 'SHA256SUMS';

/**
 * Finds the artefact of an engine in its folder and checks it against SHA256SUMS, when the folder has that file.
 * Throws ENGINE_UNAVAILABLE when it is missing or is not the one that was released.
 */
export async function getEngineArtefact(folder: string, engine: EngineName): Promise<EngineArtefact> {
  const name = `cue-${engine}.wasm.br`;
  const path = join(folder, name);
  const [bytes, sums] = await Promise.all([readIfThere(path), readIfThere(join(folder, sumsFile))]);
  if (bytes === undefined) {
    throw engineUnavailable(
      engine,
      `${path} is missing. Install the program anew, or build it with "node scripts/build-engines.mjs"`,
    );
  }
  const digest = digestOf(bytes);
  if (sums !== undefined && findSum(sums.toString('utf8'), name) !== digestHex(digest)) {
    throw engineUnavailable(
      engine,
      `${path} is not the file that ${sumsFile} beside it names: its sha256 is ${digestHex(digest)}. Install the program anew`,
    );
  }
  return { engine, path, digest };
}

/** An engine cannot be started; `why` says where and what helps. */
export function engineUnavailable(engine: EngineName, why: string): RegistryError {
  return new RegistryError('ENGINE_UNAVAILABLE', `the engine of CUE ${engine} cannot be started: ${why}`, {
    details: { engine },
  });
}

/** Lines are `<sha256>  <name>`, as sha256sum prints them. */
function findSum(sums: string, name: string): string | undefined {
  for (const line of sums.split('\n')) {
    const [sum, file] = line.trim().split(/\s+\*?/);
    if (file === name) return sum;
  }
  return undefined;
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
