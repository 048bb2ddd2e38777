import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChandleryServer, openChandlery } from './chandlery-server.ts';
import { type ControlPlane, openControlPlane } from './control-plane.ts';
import { describeJudge } from './describe-judge.ts';
import { ownAddons } from './own-addon.ts';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Programs that the pages name. */
const known = /^(?:vela|helm|kubectl|chandlery) /;

describeJudge('Every line that a page offers to copy', ['etcd', 'cluster', 'helm-3'], (folders) => {
  const folder = mkdtempSync(join(tmpdir(), 'chandlery-lines-'));
  const programs = join(folder, 'bin');
  const path = `${programs}:${process.env['PATH'] ?? ''}`;
  let server: ChandleryServer;
  let plane: ControlPlane;

  beforeAll(async () => {
    mkdirSync(programs);
    symlinkSync(join(folders.cluster, 'cli'), join(programs, 'vela'));
    symlinkSync(join(folders.cluster, 'kubectl'), join(programs, 'kubectl'));
    symlinkSync(join(folders['helm-3'], 'helm'), join(programs, 'helm'));
    const start = `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`;
    writeFileSync(join(programs, 'chandlery'), start, { mode: 0o755 });
    server = await openChandlery({ chandlery: { type: 'local', path: ownAddons } });
    await server.waitUntilEvaluated('chandlery');
    plane = await openControlPlane({ etcd: folders.etcd, cluster: folders.cluster, helm: folders['helm-3'] });
    // What cannot be reached from here would make the client fail whatever the line says.
    await runLine('vela addon registry delete KubeVela');
  }, 300_000);

  afterAll(async () => {
    await plane?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a line in a shell, as who copied it does. */
  async function runLine(line: string): Promise<string> {
    const result = await plane.run('sh', ['-c', `cd '${folder}' && ${line}`], { PATH: path, HOME: folder });
    expect(result, line).toMatchObject({ code: 0 });
    return result.stdout;
  }

  /** The lines of a page in its order, each once. */
  async function listLines(page: string): Promise<readonly string[]> {
    const response = await fetch(`${server.url}${page}`);
    expect([page, response.status]).toEqual([page, 200]);
    const copied = (await response.text()).matchAll(/\sdata-copy="([^"]*)"/g);
    return [...new Set([...copied].map(([, line = '']) => unescapeText(line)))];
  }

  async function forgetRegistries(): Promise<void> {
    await plane.run('sh', ['-c', 'vela addon registry delete chandlery; helm repo remove chandlery'], {
      PATH: path,
      HOME: folder,
    });
  }

  it('of the home page leads to a first addon', async () => {
    await forgetRegistries();
    const lines = (await listLines('/')).filter((line) => known.test(line));
    expect(lines.length).toBe(3);
    for (const line of lines) await runLine(line);
  });

  it.each(['kubewatch', 'helm-release'])(
    'of the page of %s works, and the archive is the stated one',
    async (addon) => {
      await forgetRegistries();
      const { versions } = await server.getAddon('chandlery', addon);
      const [newest] = versions;
      const lines = await listLines(`/addons/chandlery/${addon}`);
      // Bundles and what the client enables are not to be mixed on one cluster.
      const commands = lines.filter((line) => known.test(line) && !line.startsWith('kubectl'));
      expect(commands.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(
        expect.arrayContaining(['vela addon', 'helm repo', 'helm pull']),
      );
      for (const line of commands) await runLine(line);
      const address = lines.find((line) => line.endsWith('.tgz')) ?? '';
      const bytes = Buffer.from(await (await fetch(address)).arrayBuffer());
      expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}`).toBe(newest?.digest);
    },
  );

  it('of an older version enables exactly that', async () => {
    const { versions } = await server.getAddon('chandlery', 'kubewatch');
    const version = versions.at(-1)?.version ?? '';
    const lines = await listLines(`/addons/chandlery/kubewatch/v/${version}`);
    const enable = lines.find((line) => line.startsWith('vela addon enable'));
    expect(enable).toContain(`--version ${version}`);
    await runLine(enable ?? '');
    expect(await runLine('vela addon status kubewatch')).toContain(version);
  });

  it('for kubectl is accepted by the API server', async () => {
    const lines = (await listLines('/addons/chandlery/ocm-placement')).filter((line) => line.startsWith('kubectl'));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) await runLine(line);
  });

  it('of a definition applies and shows it', async () => {
    const lines = (await listLines('/definitions/trait/owned-by')).filter((line) => known.test(line));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) await runLine(line);
  });

  it('of a lock makes it the only registry, enables what it holds and goes back', async () => {
    await forgetRegistries();
    const lock = await server.findLock({ want: [{ name: 'kubewatch' }], vela: '1.10.9' });
    const page = `/locks/${lock?.id.replace('sha256:', '')}`;
    const lines = (await listLines(page)).filter((line) => known.test(line));
    // Who checks a lock has downloaded it from the page.
    const html = await (await fetch(`${server.url}${page}`)).text();
    const file = /\shref="([^"]*chandlery\.lock)"/.exec(html)?.[1] ?? '';
    writeFileSync(join(folder, 'chandlery.lock'), await (await fetch(new URL(file, server.url))).text());
    expect(lines.some((line) => line.includes('/lock/'))).toBe(true);
    for (const line of lines) await runLine(line);
  });
});

function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
