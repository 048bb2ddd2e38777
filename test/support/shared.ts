import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const beside = fileURLToPath(new URL('../../../shared', import.meta.url));

/** Finds the folder of shared judging material (`CHANDLERY_SHARED`, or `shared` beside the repository); undefined when there is none. */
export function findShared(): string | undefined {
  const candidates = [process.env['CHANDLERY_SHARED'], beside].filter((path) => path !== undefined);
  return candidates.find((path) => existsSync(`${path}/golden`));
}
