import { type Command, Option } from 'commander';
import { convertDefinition } from '../../registry/definition/convert-definition.ts';
import { toDefinitionDocs } from '../../registry/definition/definition-docs.ts';
import { readDefinition } from '../../registry/definition/read-definition.ts';
import { toCue } from '../../registry/definition/to-cue.ts';
import type { OpenEngines } from '../../registry/engine/types.ts';
import { toGoYaml } from '../../registry/render/go-yaml/to-go-yaml.ts';
import type { DefinitionDocument } from '../../schemas/definition.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { ExitCode } from '../exit-code.ts';
import { createLineOption } from '../release-line-option.ts';
import { toFindingLines } from '../terminal/finding-lines.ts';
import { type DefinitionContext, type DefinitionFile, withEngines } from './definition-files.ts';

interface LineOptions {
  readonly for: ReleaseLine;
  readonly json?: boolean;
}

interface FormatOptions<Format extends string> extends LineOptions {
  readonly format: Format;
}

/** `render`, `schema` and `docs`: what a release line makes of definitions. */
export function addShowDefinitionCommands(definition: Command, context: DefinitionContext): void {
  addCommand(definition, 'render', 'print the objects that KubeVela stores')
    .addOption(new Option('--format <format>', 'how to print').choices(['yaml', 'json', 'cue']).default('yaml'))
    .option('--json', 'the same as --format json')
    .action((paths: string[], options: FormatOptions<'yaml' | 'json' | 'cue'>) =>
      context.run(() => render(context, paths, options)),
    );
  addCommand(definition, 'schema', 'print the schema of the parameters')
    .addOption(
      new Option('--format <format>', "KubeVela's own, or JSON Schema")
        .choices(['openapi', 'json-schema'])
        .default('openapi'),
    )
    .option('--json', 'print JSON, which it always does')
    .action((paths: string[], options: FormatOptions<'openapi' | 'json-schema'>) =>
      context.run(() => printSchemas(context, paths, options)),
    );
  addCommand(definition, 'docs', 'print what people need of a definition, as Markdown')
    .option('--json', 'print JSON')
    .action((paths: string[], options: LineOptions) => context.run(() => printDocs(context, paths, options)));
}

function addCommand(definition: Command, name: string, description: string): Command {
  return definition
    .command(name)
    .description(description)
    .argument('<files...>', 'definition files, folders of them, or - for what is piped in')
    .addOption(createLineOption());
}

/** Goes through files in order; what could not be read is noted, and the command then says no. */
async function forEachFile(
  context: DefinitionContext,
  paths: readonly string[],
  work: (engines: OpenEngines, file: DefinitionFile) => Promise<readonly Finding[]>,
): Promise<ExitCode> {
  const files = await context.readDefinitions(paths);
  return withEngines(context, async (engines) => {
    let failed = false;
    for (const file of files) {
      context.terminal.progress(`reading ${file.file}`);
      const findings = await work(engines, file);
      for (const line of toFindingLines(findings, (name) => name)) context.terminal.note(line);
      failed ||= findings.some(({ severity }) => severity === 'error');
    }
    context.terminal.progress('');
    return failed ? 1 : 0;
  });
}

async function render(
  context: DefinitionContext,
  paths: readonly string[],
  options: FormatOptions<'yaml' | 'json' | 'cue'>,
): Promise<ExitCode> {
  const objects: JsonObject[] = [];
  const exitCode = await forEachFile(context, paths, async (engines, file) => {
    const conversion = await convertDefinition({ engines }, { ...file, line: options.for });
    if (conversion.kind === 'converted') objects.push(conversion.object);
    return conversion.findings;
  });
  const { terminal } = context;
  const format = options.json === true ? 'json' : options.format;
  const [only, ...others] = objects;
  if (format === 'json' && only !== undefined) terminal.printJson(others.length === 0 ? only : objects);
  if (format === 'yaml') terminal.printDocument(objects.map(toGoYaml).join('---\n'));
  if (format === 'cue') terminal.printDocument(objects.map(toCue).join('\n'));
  return exitCode;
}

async function printSchemas(
  context: DefinitionContext,
  paths: readonly string[],
  options: FormatOptions<'openapi' | 'json-schema'>,
): Promise<ExitCode> {
  let missing = false;
  const exitCode = await forEachDocument(context, { paths, line: options.for }, (document) => {
    const schema = options.format === 'openapi' ? document.openApi : document.jsonSchema;
    if (schema !== undefined) context.terminal.printJson(schema);
    else missing = true;
    if (document.module !== undefined) {
      const { source } = document.module;
      context.terminal.note(`${document.file}: its parameters are the variables of the Terraform module ${source}`);
    }
  });
  return missing ? 1 : exitCode;
}

async function printDocs(
  context: DefinitionContext,
  paths: readonly string[],
  options: LineOptions,
): Promise<ExitCode> {
  return forEachDocument(context, { paths, line: options.for }, (document) => {
    if (options.json === true) context.terminal.printJson(document);
    else context.terminal.printDocument(toDefinitionDocs(document));
  });
}

function forEachDocument(
  context: DefinitionContext,
  { paths, line }: { readonly paths: readonly string[]; readonly line: ReleaseLine },
  print: (document: DefinitionDocument) => void,
): Promise<ExitCode> {
  return forEachFile(context, paths, async (engines, file) => {
    const { conversion, document, findings } = await readDefinition({ engines }, { ...file, line });
    if (document !== undefined) print(document);
    return [...conversion.findings, ...findings];
  });
}
