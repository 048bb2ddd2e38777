import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './run-program.ts';

/** A program that judges: the folder that holds its binaries, or the reason why it is not to be had. */
export type Tool = { readonly folder: string } | { readonly missing: string };

interface GoBuild {
  /** Folder of the Go module under `go/`. */
  readonly module: string;
  readonly flags: readonly string[];
  readonly packages: readonly string[];
}

const versionPackage = 'k8s.io/component-base/version';
const velaVersion = (version: string): string => `-X github.com/oam-dev/kubevela/version.VelaVersion=v${version}`;
const stripped = '-ldflags=-s -w';

// In the order of their cost: later ones find much of what earlier ones compiled in Go's build cache.
const builds = {
  'reader-1.10': { module: 'reader', flags: [stripped], packages: ['.'] },
  cluster: {
    module: 'cluster',
    flags: [
      `${stripped} -X ${versionPackage}.gitVersion=v1.31.9 -X ${versionPackage}.gitMajor=1 -X ${versionPackage}.gitMinor=31 ${velaVersion('1.10.9')}`,
    ],
    packages: [
      'k8s.io/kubernetes/cmd/kube-apiserver',
      'k8s.io/kubernetes/cmd/kubectl',
      './controllers',
      'github.com/oam-dev/kubevela/cmd/core',
      'github.com/oam-dev/kubevela/references/cmd/cli',
    ],
  },
  'reader-1.9': { module: 'reader', flags: ['-modfile=go-1.9.mod', stripped], packages: ['.'] },
  'vela-1.9': {
    module: 'vela-1.9',
    flags: [`${stripped} ${velaVersion('1.9.13')}`],
    packages: ['github.com/oam-dev/kubevela/references/cmd/cli'],
  },
  'helm-3': { module: 'helm3', flags: [stripped], packages: ['helm.sh/helm/v3/cmd/helm'] },
  'helm-4': { module: 'helm4', flags: [stripped], packages: ['helm.sh/helm/v4/cmd/helm'] },
} satisfies Record<string, GoBuild>;

/** The judges that Go builds. */
export type GoToolName = keyof typeof builds;

/** Every tool by name; what vitest hands to the judges. */
export type Tools = Readonly<Record<GoToolName | 'etcd' | 'schemathesis', Tool>>;

const goFolder = fileURLToPath(new URL('./go/', import.meta.url));

/** What all Go commands here run with: the installed toolchain, the committed sums, no C compiler. */
export const goEnvironment = { GOTOOLCHAIN: 'local', GOSUMDB: 'off', GOFLAGS: '-mod=readonly', CGO_ENABLED: '0' };

/** Where built judges are kept: `$XDG_CACHE_HOME/chandlery-judges`, or `.cache` beside this file. */
export function toolCache(): string {
  const shared = process.env['XDG_CACHE_HOME'];
  return shared === undefined || shared === ''
    ? fileURLToPath(new URL('./.cache', import.meta.url))
    : join(shared, 'chandlery-judges');
}

/** Builds what is not built yet and gives all tools; `report` hears of each one. Never throws for a tool that cannot be had. */
export async function prepareTools(report: (line: string) => void): Promise<Tools> {
  const go = await runProgram('go', ['version'], { env: goEnvironment });
  const prepared: Partial<Record<GoToolName | 'etcd', Tool>> = {};
  const etcd = await findEtcd();
  report(toLine('etcd', etcd, 0));
  const startedAt = Date.now();
  const schemathesis = await prepareSchemathesis();
  report(toLine('schemathesis', schemathesis, Date.now() - startedAt));
  for (const name of goToolNames()) {
    const startedAt = Date.now();
    const tool = go.code === 0 ? await buildTool(name, go.stdout) : { missing: 'needs Go, which is not installed' };
    report(toLine(name, tool, Date.now() - startedAt));
    prepared[name] = tool;
  }
  const unknown: Tool = { missing: 'was not built' };
  return {
    etcd,
    schemathesis,
    cluster: prepared.cluster ?? unknown,
    'reader-1.9': prepared['reader-1.9'] ?? unknown,
    'reader-1.10': prepared['reader-1.10'] ?? unknown,
    'vela-1.9': prepared['vela-1.9'] ?? unknown,
    'helm-3': prepared['helm-3'] ?? unknown,
    'helm-4': prepared['helm-4'] ?? unknown,
  };
}

function goToolNames(): GoToolName[] {
  // Object.keys forgets the literal type of a constant table.
  return Object.keys(builds) as GoToolName[];
}

function toLine(name: string, tool: Tool, tookMs: number): string {
  return 'missing' in tool ? `${name}: ${tool.missing}` : `${name}: ready (${(tookMs / 1000).toFixed(0)} s)`;
}

async function buildTool(name: GoToolName, goVersion: string): Promise<Tool> {
  const build: GoBuild = builds[name];
  const source = join(goFolder, build.module);
  const cache = toolCache();
  const folder = join(cache, `${name}-${keyOf(source, build, goVersion)}`);
  if (existsSync(folder)) return { folder };
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const result = await runProgram('go', ['build', ...build.flags, '-o', `${fresh}/`, ...build.packages], {
    cwd: source,
    env: goEnvironment,
    timeoutMs: 45 * 60_000,
  });
  if (result.code !== 0) {
    rmSync(fresh, { recursive: true });
    return { missing: `could not be built: ${result.stderr.trim().split('\n').slice(-3).join(' | ')}` };
  }
  for (const old of readdirSync(cache)) {
    if (old.startsWith(`${name}-`) && !fresh.endsWith(old)) rmSync(join(cache, old), { recursive: true });
  }
  renameSync(fresh, folder);
  return { folder };
}

// A tool is built anew when its sources, its module files, its flags or the toolchain change.
function keyOf(source: string, build: GoBuild, goVersion: string): string {
  const hash = createHash('sha256').update(JSON.stringify(build)).update(goVersion);
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true }).sort(byPath)) {
    if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  }
  return hash.digest('hex').slice(0, 12);
}

function byPath(a: { parentPath: string; name: string }, b: { parentPath: string; name: string }): number {
  return join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1;
}

// Debian's package is unpacked, not installed: no service starts, nothing of the machine changes.
async function findEtcd(): Promise<Tool> {
  const installed = await runProgram('sh', ['-c', 'command -v etcd']);
  if (installed.code === 0) return { folder: join(installed.stdout.trim(), '..') };
  const folder = join(toolCache(), 'etcd');
  if (existsSync(join(folder, 'usr/bin/etcd'))) return { folder: join(folder, 'usr/bin') };
  mkdirSync(folder, { recursive: true });
  const script = 'apt-get download -q etcd-server || { apt-get update -q && apt-get download -q etcd-server; }';
  const result = await runProgram('sh', ['-c', `{ ${script}; } && dpkg-deb -x etcd-server_*.deb .`], { cwd: folder });
  if (result.code === 0) return { folder: join(folder, 'usr/bin') };
  rmSync(folder, { recursive: true });
  return { missing: "needs etcd: it is not installed and Debian's etcd-server package could not be fetched" };
}

const schemathesisVersion = '4.32.5';

// Python packages live in an environment of their own.
async function prepareSchemathesis(): Promise<Tool> {
  const folder = join(toolCache(), `schemathesis-${schemathesisVersion}`);
  const programs = join(folder, 'bin');
  if (existsSync(join(programs, 'schemathesis'))) return { folder: programs };
  const steps: readonly (readonly [string, readonly string[]])[] = [
    ['python3', ['-m', 'venv', folder]],
    [join(programs, 'pip'), ['install', '--quiet', '--no-input', `schemathesis==${schemathesisVersion}`]],
  ];
  for (const [program, args] of steps) {
    const result = await runProgram(program, args, { timeoutMs: 10 * 60_000 });
    if (result.code === 0) continue;
    rmSync(folder, { recursive: true, force: true });
    const said = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-2).join(' | ');
    return { missing: `needs Python 3 with venv, and the package index: ${said}` };
  }
  return { folder: programs };
}
