import { setFlagsFromString } from 'node:v8';

/**
 * Lets the garbage collector keep this process small rather than collect seldom: evaluating a whole catalog leaves much garbage and little that
 * stays, and without this the heap grows to several times of what is in use. For a process that is a server and nothing else.
 */
export function preferSmallMemory(): void {
  setFlagsFromString('--optimize-for-size');
}
