import type { Command } from 'commander';
import { addCheckLockCommand } from './check-lock-command.ts';
import type { LockContext } from './lock-file.ts';
import { addPushLockCommand } from './push-lock-command.ts';
import { addUpgradeLockCommand } from './upgrade-lock-command.ts';
import { addWriteLockCommand } from './write-lock-command.ts';

/** `chandlery lock write|check|upgrade|push`: exact versions that hold. */
export function addLockCommand(program: Command, context: LockContext): void {
  const lock = program.command('lock').description('exact versions of addons, in a file that everybody installs from');
  addWriteLockCommand(lock, context);
  addCheckLockCommand(lock, context);
  addUpgradeLockCommand(lock, context);
  addPushLockCommand(lock, context);
}
