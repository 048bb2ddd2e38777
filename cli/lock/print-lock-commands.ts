import { toLockCommands } from '../../registry/resolve/lock/to-lock-commands.ts';
import type { Lock } from '../../schemas/lock.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Prints where a kept lock is served, and the lines that install from it. */
export function printLockCommands(terminal: Terminal, lock: Lock): void {
  const { keep, remove, add, enable, back, check } = toLockCommands(lock);
  terminal.print([{ text: lock.id, style: 'bold' }]);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['note which registries there are, and keep them', keep],
    ['delete each of them: vela takes the newest version of all registries', remove],
    ['make the lock the only registry', add],
    ['enable, one after the other', enable],
    ['to go back', back],
    ['to see whether it still holds', check],
  ];
  for (const [title, lines] of sections) {
    terminal.print('');
    terminal.print([{ text: title, style: 'cyan' }]);
    for (const line of lines) terminal.print(['  ', line]);
  }
}
