import type { SettingFlags } from '../server/config/load-settings.ts';
import { findPackageRoot, readPackageVersion } from '../server/config/package-root.ts';
import { addBundleCommand } from './bundle/bundle-command.ts';
import type { CatalogOptions } from './catalog-access.ts';
import { addCheckCommand } from './check/check-command.ts';
import { addConfigCommand } from './config/config-command.ts';
import { addDefinitionCommand } from './definition/definition-command.ts';
import { addDiffCommand } from './diff/diff-command.ts';
import type { ExitCode } from './exit-code.ts';
import { findUserName } from './find-user-name.ts';
import { addHistoryCommand } from './history/history-command.ts';
import { addLockCommand } from './lock/lock-command.ts';
import { addPackCommand } from './pack/pack-command.ts';
import { addPlanCommand } from './plan/plan-command.ts';
import { runProgram } from './program.ts';
import { readTextFile } from './read-text-file.ts';
import { addSearchCommand } from './search/search-command.ts';
import { addServeCommand } from './serve/serve-command.ts';
import { addShowCommand } from './show/show-command.ts';
import { addSourceCommand } from './source/source-command.ts';
import { addStateCommands } from './state/state-commands.ts';
import { createTerminal, type TerminalOptions } from './terminal/terminal.ts';
import { addVersionsCommand } from './versions/versions-command.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** The process that a command line runs in. */
export interface CommandLineProcess extends Omit<TerminalOptions, 'now'> {
  /** Without the names of Node and of the program. */
  readonly args: readonly string[];
  readonly workingFolder: string;
  /** Opens what is piped in; absent when nothing can be. */
  readonly openStdin?: () => AsyncIterable<Uint8Array>;
  /** Calls back for each SIGTERM and SIGINT. */
  onStopSignal(listener: () => void): void;
  /** Ends the process at once. */
  exit(): void;
}

/** Runs a command line: every command meets what it needs here. What only some commands need is loaded when they run. */
export function runCommandLine(host: CommandLineProcess): Promise<ExitCode> {
  const { environment, workingFolder } = host;
  const terminal = createTerminal({ ...host, now: () => performance.now() });
  const version = readPackageVersion();
  async function load(flags: SettingFlags) {
    const { loadSettings } = await import('../server/config/load-settings.ts');
    const interactive = host.stderr.isTTY === true;
    return loadSettings({ flags, environment, workingFolder, packageRoot: findPackageRoot(), interactive });
  }
  async function* readPackages(path: string) {
    const { readLocalPackages } = await import('./read-local-packages.ts');
    yield* readLocalPackages(workingFolder, path);
  }
  async function readDefinitions(paths: readonly string[]) {
    const { readDefinitionFiles } = await import('./definition/read-definition-files.ts');
    return readDefinitionFiles({ workingFolder, stdin: host.openStdin?.() ?? noInput() }, paths);
  }
  async function openEngines() {
    const { openEngines: open } = await import('../registry/engine/open-engines.ts');
    return open({ root: findPackageRoot() });
  }
  async function openCatalog(options: CatalogOptions) {
    const { openCatalog: open } = await import('./open-catalog.ts');
    return open({ environment, loadSettings: load }, options);
  }
  async function startServer(flags: SettingFlags) {
    const { settings } = await load(flags);
    const [{ startServer: start }, { preferSmallMemory }] = await Promise.all([
      import('../server/start-server.ts'),
      import('../server/prefer-small-memory.ts'),
    ]);
    preferSmallMemory();
    return start({ settings, print: (line) => terminal.print(line) });
  }

  return runProgram(host.args, {
    terminal,
    version,
    addCommands(program, base) {
      const { onStopSignal, exit } = host;
      addServeCommand(program, { ...base, startServer, onStopSignal, exit });
      addCheckCommand(program, { ...base, version, readPackages, listRules, openEvaluator });
      addPackCommand(program, {
        ...base,
        readPackages,
        listRules: listPackageRules,
        writeFile: (path, bytes) => writeWholeFile({ workingFolder, path }, bytes),
      });
      addDefinitionCommand(program, { ...base, version, readDefinitions, openEngines, listRules });
      addShowCommand(program, { ...base, openCatalog, readPackages });
      addBundleCommand(program, {
        ...base,
        openCatalog,
        readPackages,
        readText: (path) => readTextFile({ workingFolder, path }),
        writeFile: (path, bytes) => writeWholeFile({ workingFolder, path }, bytes),
        openEngines,
      });
      addDiffCommand(program, {
        ...base,
        openCatalog,
        readPackages,
        openEngines,
        readText: (path) => readTextFile({ workingFolder, path }),
      });
      addPlanCommand(program, {
        ...base,
        openCatalog,
        readText: (path) => readTextFile({ workingFolder, path }),
      });
      addLockCommand(program, {
        ...base,
        openCatalog,
        readText: (path) => readTextFile({ workingFolder, path }),
        writeFile: (path, bytes) => writeWholeFile({ workingFolder, path }, bytes),
      });
      addVersionsCommand(program, { ...base, openCatalog });
      addSearchCommand(program, { ...base, openCatalog });
      addStateCommands(program, { ...base, openCatalog, findUserName: () => findUserName(environment) });
      addHistoryCommand(program, { ...base, openCatalog });
      addSourceCommand(program, { ...base, openCatalog });
      addConfigCommand(program, { ...base, listSettings: async (flags) => (await load(flags)).effective });
    },
  });
}

async function* noInput(): AsyncGenerator<Uint8Array> {}

/** Every rule that reading or linting a package can name. */
async function listPackageRules() {
  const [{ lintRules }, { readingRules }] = await Promise.all([
    import('../registry/addon/lint/rules.ts'),
    import('../registry/addon/reading-rule.ts'),
  ]);
  return [...lintRules, ...readingRules];
}

/** Every rule that a finding can name. */
async function listRules() {
  return (await import('../server/list-rules.ts')).listRules();
}

async function openEvaluator() {
  return (await import('./open-evaluator.ts')).openEvaluator();
}
