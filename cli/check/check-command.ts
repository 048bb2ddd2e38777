import { type Command, InvalidArgumentError, Option } from 'commander';
import { RegistryError } from '../../registry/errors.ts';
import { findLinkFindings } from '../../registry/evaluation/links/find-link-findings.ts';
import { compareFindings } from '../../registry/findings.ts';
import type { AddonEvaluator } from '../../registry/jobs/types.ts';
import type { Finding } from '../../schemas/finding.ts';
import { type ReleaseLine, releaseLineSchema } from '../../schemas/release-line.ts';
import type { Verdict } from '../../schemas/verdict.ts';
import type { CommandContext } from '../command-context.ts';
import { examinePackage, type LocalPackage } from '../examine-package.ts';
import type { ExitCode } from '../exit-code.ts';
import { toFindingLines } from '../terminal/finding-lines.ts';
import { count, toFindingText, toVerdictText } from '../terminal/words.ts';
import { type EvaluatedPackage, evaluatePackage } from './evaluate-package.ts';
import { fetchStatus } from './fetch-status.ts';
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
  /** Opens the engines that evaluate. */
  openEvaluator(): Promise<AddonEvaluator & { close(): Promise<void> }>;
}

interface CheckOptions {
  readonly json?: boolean;
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly for: readonly ReleaseLine[];
  readonly online?: boolean;
}

const releaseLines = releaseLineSchema.enum;

/** `chandlery check PATH…`: every finding of addon folders and archives. */
export function addCheckCommand(program: Command, context: CheckContext): void {
  program
    .command('check')
    .description('lint addon folders, archives, or folders of addons')
    .argument('<paths...>', 'addon folders, archives, or folders that hold addon folders')
    .option(
      '--for <lines>',
      'evaluate with the engines of these release lines; "none" reads the text alone',
      parseLines,
      releaseLines,
    )
    .option('--online', 'ask the hosts of charts, images and pictures whether they still answer')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['text', 'json', 'sarif', 'github']).default('text'),
    )
    .option('--json', 'the same as --format json')
    .action((paths: string[], options: CheckOptions) => context.run(() => check(context, paths, options)));
}

async function check(context: CheckContext, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const lines = options.for;
  if (options.online === true && lines.length === 0) {
    throw new RegistryError(
      'INPUT_INVALID',
      'addresses are found by evaluation: --online needs a release line in --for',
    );
  }
  const evaluator = lines.length === 0 ? undefined : await context.openEvaluator();
  const examined: EvaluatedPackage[] = [];
  try {
    for (const path of paths) {
      for await (const found of context.readPackages(path)) {
        context.terminal.progress(`checking ${found.path}`);
        const read = examinePackage(found);
        const judged =
          evaluator === undefined
            ? { ...read, verdicts: [], links: [] }
            : await evaluatePackage(evaluator, read, lines);
        const answers = options.online === true ? await findLinkFindings({ fetchStatus }, judged.links) : [];
        const concerned = judged.findings.filter((finding) => concerns(finding, lines));
        examined.push({ ...judged, findings: [...concerned, ...answers].sort(compareFindings) });
      }
    }
  } finally {
    context.terminal.progress('');
    await evaluator?.close();
  }
  await print(context, examined, options.json === true ? 'json' : options.format);
  return examined.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

async function print(
  { terminal, version, listRules }: CheckContext,
  examined: readonly EvaluatedPackage[],
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
      for (const { path, verdicts } of examined)
        if (hasMore(verdicts)) terminal.note(`${path}: ${toVerdictText(verdicts)}`);
      terminal.note(toSummary(examined));
      break;
    default:
      format satisfies never;
  }
}

function toJson({ path, addon, findings, verdicts }: EvaluatedPackage): object {
  const { metadata, treeDigest } = addon ?? {};
  return { path, name: metadata?.name, version: metadata?.version, treeDigest, verdicts, findings };
}

/** Whether something is to be told that is in no finding. */
function hasMore(verdicts: readonly Verdict[]): boolean {
  return verdicts.some(({ render, admitted }) => !admitted || render !== 'works');
}

function toSummary(examined: readonly EvaluatedPackage[]): string {
  const counts = countFindings(examined);
  return `${count(examined.length, 'addon')} checked, findings: ${toFindingText(counts)}`;
}

function concerns(finding: Finding, lines: readonly string[]): boolean {
  return lines.length === 0 || finding.for === undefined || finding.for.some((line) => lines.includes(line));
}

function parseLines(text: string): readonly ReleaseLine[] {
  if (text === 'none') return [];
  return text.split(',').map((part) => {
    const line = releaseLines.find((each) => each === part.trim());
    if (line !== undefined) return line;
    throw new InvalidArgumentError(`"${part.trim()}" is no release line; known are ${releaseLines.join(', ')}.`);
  });
}
