// One engine in a process of its own. Reads questions as frames from standard input and writes outcomes as frames to standard output: plain,
// blocking, one after the other. The first frame tells whether the engine could be loaded; an outcome follows a byte that is 1 when it was the last.
import { readFrame, writeFrame } from './frames.ts';
import { type HostedEngine, hostEngine, maxMemoryPages } from './host-engine.ts';
import { loadModule } from './load-module.ts';
import { watchParent } from './watch-parent.ts';

const [path = '', sha256 = '', parent = ''] = process.argv.slice(2);
const input = 0;
const output = 1;

// Whoever stops the whole program stops the parent too, which then decides about its children.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
watchParent(Number(parent));
const engine = load();
while (engine !== undefined) {
  const question = readFrame(input);
  if (question === undefined) break;
  const { outcome, isSpent } = engine.ask(question);
  writeFrame(output, Buffer.concat([Buffer.of(isSpent ? 1 : 0), outcome]));
  if (isSpent) break;
}
// Nothing is left to do in order, and the watching thread would keep the process.
process.kill(process.pid, 'SIGKILL');

function load(): HostedEngine | undefined {
  try {
    const hosted = hostEngine(loadModule({ path, sha256, maxMemoryPages }));
    writeFrame(output, Buffer.from(JSON.stringify({ kind: 'ready' })));
    return hosted;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    writeFrame(output, Buffer.from(JSON.stringify({ kind: 'unusable', message })));
    return undefined;
  }
}
