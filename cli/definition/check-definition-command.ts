import { type Command, Option } from 'commander';
import { checkDefinition } from '../../registry/definition/check-definition.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { countFindings } from '../check/findings-report.ts';
import { toGithubLines } from '../check/format-github.ts';
import { toSarif } from '../check/format-sarif.ts';
import type { ExaminedPackage } from '../examine-package.ts';
import type { ExitCode } from '../exit-code.ts';
import { createLinesOption } from '../release-line-option.ts';
import { toFindingLines } from '../terminal/finding-lines.ts';
import { count, toFindingText } from '../terminal/words.ts';
import { type DefinitionContext, mergeFindings, withEngines } from './definition-files.ts';

interface CheckOptions {
  readonly for: readonly ReleaseLine[];
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly json?: boolean;
}

/** `chandlery definition check FILE…`: every finding of definitions, on all release lines that are asked for. */
export function addCheckDefinitionCommand(definition: Command, context: DefinitionContext): void {
  definition
    .command('check')
    .description('say everything that is wrong or noteworthy with definitions')
    .argument('<files...>', 'definition files, folders of them, or - for what is piped in')
    .addOption(createLinesOption())
    .addOption(
      new Option('--format <format>', 'how to print').choices(['text', 'json', 'sarif', 'github']).default('text'),
    )
    .option('--json', 'the same as --format json')
    .action((paths: string[], options: CheckOptions) => context.run(() => check(context, paths, options)));
}

async function check(context: DefinitionContext, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const files = await context.readDefinitions(paths);
  const findings = await withEngines(context, async (engines) => {
    const found: Finding[] = [];
    for (const file of files) {
      context.terminal.progress(`checking ${file.file}`);
      const perLine = options.for.map(async (line) => ({
        line,
        findings: await checkDefinition({ engines }, { ...file, line }),
      }));
      found.push(...mergeFindings(await Promise.all(perLine)));
    }
    return found;
  });
  context.terminal.progress('');
  await print(context, { findings, files: files.length, format: options.json === true ? 'json' : options.format });
  return findings.length > 0 ? 1 : 0;
}

async function print(
  { terminal, version, listRules }: DefinitionContext,
  { findings, files, format }: { findings: readonly Finding[]; files: number; format: CheckOptions['format'] },
): Promise<void> {
  const examined: readonly ExaminedPackage[] = [{ path: '.', tree: { files: [] }, addon: undefined, findings }];
  const counts = countFindings(examined);
  const summary = `${count(files, 'definition')} checked, findings: ${toFindingText(counts)}`;
  switch (format) {
    case 'json':
      terminal.printJson({ findings, counts });
      break;
    case 'sarif':
      terminal.printJson(toSarif({ examined, rules: await listRules(), version }));
      break;
    case 'github':
      for (const line of toGithubLines(examined)) terminal.print(line);
      terminal.note(summary);
      break;
    case 'text':
      for (const line of toFindingLines(findings, (file) => file)) terminal.print(line);
      terminal.note(summary);
      break;
    default:
      format satisfies never;
  }
}
