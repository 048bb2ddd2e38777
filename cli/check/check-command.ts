import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Finding } from '../../schemas/finding.ts';
import type { CommandContext } from '../command-context.ts';
import { type ExaminedPackage, examinePackage, type LocalPackage } from '../examine-package.ts';
import type { ExitCode } from '../exit-code.ts';
import { toFindingLines } from '../terminal/finding-lines.ts';
import { count, toFindingText } from '../terminal/words.ts';
import { countFindings, joinPath } from './findings-report.ts';
import { toGithubLines } from './format-github.ts';
import { type RuleSummary, toSarif } from './format-sarif.ts';

export interface CheckContext extends CommandContext {
  /** Every rule that a finding can name. */
  listRules(): Promise<readonly RuleSummary[]>;
  /** The version of this program. */
  readonly version: string;
  /** Reads what stands at a path: a folder or archive of one addon, or a folder of addon folders. Throws INPUT_INVALID. */
  readPackages(path: string): AsyncIterable<LocalPackage>;
}

interface CheckOptions {
  readonly json?: boolean;
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly for?: readonly string[];
}

const releaseLines = ['1.9', '1.10', '1.11'];

/** `chandlery check PATH…`: every finding of addon folders and archives. */
export function addCheckCommand(program: Command, context: CheckContext): void {
  program
    .command('check')
    .description('lint addon folders, archives, or folders of addons')
    .argument('<paths...>', 'addon folders, archives, or folders that hold addon folders')
    .option('--for <lines>', `only what concerns these release lines, such as ${releaseLines.join(',')}`, parseLines)
    .addOption(
      new Option('--format <format>', 'how to print').choices(['text', 'json', 'sarif', 'github']).default('text'),
    )
    .option('--json', 'the same as --format json')
    .action((paths: string[], options: CheckOptions) => context.run(() => check(context, paths, options)));
}

async function check(context: CheckContext, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const examined: ExaminedPackage[] = [];
  for (const path of paths) {
    for await (const found of context.readPackages(path)) {
      context.terminal.progress(`checking ${found.path}`);
      const { findings, ...rest } = examinePackage(found);
      examined.push({ ...rest, findings: findings.filter((finding) => concerns(finding, options.for)) });
    }
  }
  context.terminal.progress('');
  await print(context, examined, options.json === true ? 'json' : options.format);
  return examined.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

async function print(
  { terminal, version, listRules }: CheckContext,
  examined: readonly ExaminedPackage[],
  format: CheckOptions['format'],
): Promise<void> {
  switch (format) {
    case 'json':
      terminal.printJson({ addons: examined.map(toJson), counts: countFindings(examined) });
      break;
    case 'sarif':
      terminal.printJson(toSarif({ examined, rules: await listRules(), version }));
      break;
    case 'github':
      for (const line of toGithubLines(examined)) terminal.print(line);
      terminal.note(toSummary(examined));
      break;
    case 'text':
      for (const { path, findings } of examined) {
        for (const line of toFindingLines(findings, (file) => joinPath(path, file))) terminal.print(line);
      }
      terminal.note(toSummary(examined));
      break;
    default:
      format satisfies never;
  }
}

function toJson({ path, addon, findings }: ExaminedPackage): object {
  const { metadata, treeDigest } = addon ?? {};
  return { path, name: metadata?.name, version: metadata?.version, treeDigest, findings };
}

function toSummary(examined: readonly ExaminedPackage[]): string {
  const counts = countFindings(examined);
  return `${count(examined.length, 'addon')} checked, findings: ${toFindingText(counts)}`;
}

function concerns(finding: Finding, lines: readonly string[] | undefined): boolean {
  return lines === undefined || finding.for === undefined || finding.for.some((line) => lines.includes(line));
}

function parseLines(text: string): readonly string[] {
  const lines = text.split(',').map((line) => line.trim());
  const unknown = lines.find((line) => !releaseLines.includes(line));
  if (unknown === undefined) return lines;
  throw new InvalidArgumentError(`"${unknown}" is no release line; known are ${releaseLines.join(', ')}.`);
}
