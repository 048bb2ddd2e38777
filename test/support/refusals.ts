import { execFileSync } from 'node:child_process';
import { RegistryError } from '../../registry/errors.ts';

/** Runs a call that must be refused with a RegistryError, and returns that. */
export async function catchRegistryError(call: Promise<unknown>): Promise<RegistryError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RegistryError)) throw new Error(`not refused with a RegistryError: ${String(error)}`);
  return error;
}

/** Lists processes of this machine whose command line holds a text. */
export function listProcesses(text: string): string[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.includes(text) && !line.includes('ps -eo'));
}
