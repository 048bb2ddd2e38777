import { readFileSync } from 'node:fs';

const msPerTick = 10;
/** Of the fields behind the name of the program, which may hold anything (proc_pid_stat(5): 14 and 15). */
const userTicksAt = 11;
const systemTicksAt = 12;

/** Reads how long a process has had the processor, in milliseconds; undefined where the system does not tell, or the process is gone. */
export function findProcessorMs(pid: number): number | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[userTicksAt]) + Number(fields[systemTicksAt])) * msPerTick;
  } catch {
    return undefined;
  }
}
