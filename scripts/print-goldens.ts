import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { writeGzip } from '../registry/addon/archive/gzip-writer.ts';
import { writeTar } from '../registry/addon/archive/tar-writer.ts';

/**
 * Asks KubeVela's own code about our addons and about the fixtures of the package format, and keeps the answers under test/fixtures/golden.
 * Usage: `tsx scripts/print-goldens.ts 1.10=PROGRAM 1.9=PROGRAM [--check]`; the README there says where the programs come from.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
const golden = join(root, 'test/fixtures/golden');
const scratch = mkdtempSync(join(tmpdir(), 'chandlery-goldens-'));
const checkOnly = process.argv.includes('--check');

interface Judge {
  readonly line: string;
  readonly program: string;
}

/** What is asked of one fixture: why it exists, with which parameters, and which answers depend on the order of a Go map. */
interface Case {
  readonly question: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly unstable?: readonly string[];
}

try {
  const judges = process.argv.flatMap((argument): Judge[] => {
    const match = /^(\d+\.\d+)=(.+)$/.exec(argument);
    return match?.[1] === undefined || match[2] === undefined ? [] : [{ line: match[1], program: match[2] }];
  });
  if (judges.length === 0) throw new Error('name at least one program, such as 1.10=./oracle-1.10');
  for (const judge of judges) printAddons(judge);
  await printCases(judges);
} finally {
  rmSync(scratch, { recursive: true });
}

function printAddons({ line, program }: Judge): void {
  for (const name of readdirSync(join(root, 'addons'))) {
    const folder = join(root, 'addons', name);
    const parameters = join(golden, 'addons/parameters', `${name}.json`);
    keep(`addons/${line}/${name}.json`, execFileSync(program, ['addon', folder], { encoding: 'utf8' }));
    const all = execFileSync(program, ['addon', folder, '-params', parameters], { encoding: 'utf8' });
    keep(`addons/${line}/${name}.all.json`, all);
  }
}

async function printCases(judges: readonly Judge[]): Promise<void> {
  const fixtures = join(root, 'test/fixtures/addons');
  const cases: Record<string, Case> = JSON.parse(readFileSync(join(fixtures, 'cases.json'), 'utf8'));
  for (const [name, { question, parameters, unstable = [] }] of Object.entries(cases)) {
    const folder = join(fixtures, name);
    const archive = join(scratch, `${name}.tgz`);
    writeFileSync(archive, packFolder(folder, name));
    const answers = judges.map(({ line, program }) => {
      const answer = { archive: ask(program, ['tgz', archive, name]), directory: ask(program, addonArguments()) };
      for (const path of unstable) forget(answer, path.split('.'));
      return { line, answer };
    });
    const [first] = answers;
    const lines = answers.map(({ line, answer }) => {
      const same = line !== first?.line && isDeepStrictEqual(answer, first?.answer);
      return [line, same ? { sameAs: first?.line } : answer];
    });
    const text = { question, ...(parameters && { parameters }), unstable, ...Object.fromEntries(lines) };
    keep(`package/${name}.json`, `${JSON.stringify(text, null, 1)}\n`);

    function addonArguments(): string[] {
      if (parameters === undefined) return ['addon', folder];
      const file = join(scratch, 'parameters.json');
      writeFileSync(file, JSON.stringify(parameters));
      return ['addon', folder, '-params', file];
    }
  }
}

// The answer without the line, which is the key it is kept under.
function ask(program: string, programArguments: readonly string[]): Record<string, unknown> {
  const { line: _, ...answer } = JSON.parse(execFileSync(program, programArguments, { encoding: 'utf8' }));
  return answer;
}

function forget(value: unknown, [key, ...rest]: readonly string[]): void {
  if (typeof value !== 'object' || value === null || key === undefined) return;
  if (rest.length === 0) Reflect.deleteProperty(value, key);
  else forget(Reflect.get(value, key), rest);
}

function packFolder(folder: string, name: string): Uint8Array {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return writeGzip(
    writeTar(paths.map((path) => ({ path: `${name}/${path}`, mode: '0644', bytes: readFileSync(join(folder, path)) }))),
  );
}

function keep(path: string, text: string): void {
  if (text.includes(root)) throw new Error(`${path} names a folder of this machine`);
  const file = join(golden, path);
  if (!checkOnly) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`test/fixtures/golden/${path} is not what the program says`);
    process.exitCode = 1;
  }
}
