import { execFileSync } from 'node:child_process';

/** A process that holds an engine. */
export interface EngineProcess {
  readonly pid: number;
  /** What it has in memory. */
  readonly residentBytes: number;
}

/** Lists the processes that hold the engines of a process. */
export function listEngineProcesses(parentId: number = process.pid): readonly EngineProcess[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [pid, parent, residentKib, ...args] = line.trim().split(/\s+/);
    const isEngine = Number(parent) === parentId && args.some((each) => each.endsWith('.wasm.br'));
    return isEngine ? [{ pid: Number(pid), residentBytes: Number(residentKib) * 1024 }] : [];
  });
}
