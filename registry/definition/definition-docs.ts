import type { DefinitionDocument } from '../../schemas/definition.ts';
import type { Parameter, ParameterShape } from '../../schemas/parameter.ts';

const kindTitles = {
  component: 'Component',
  trait: 'Trait',
  policy: 'Policy',
  'workflow-step': 'Workflow step',
  workload: 'Workload',
} as const;

/** A table of parameters with what stands above it. */
interface Section {
  readonly title: string;
  readonly fields: readonly Parameter[];
}

/** Writes what people need of a definition as Markdown: what it is for, where it applies, and a table for each struct of its parameters. */
export function toDefinitionDocs(document: DefinitionDocument): string {
  const { name, kind, description, deprecated, module } = document;
  const parts = [
    `# ${escapeText(document.alias ?? name)}`,
    [
      `${kindTitles[kind]} \`${name}\`${document.version === undefined ? '' : `, version ${document.version}`}.`,
      ...(description === '' ? [] : [escapeText(description)]),
      ...(deprecated ? ['**Deprecated.**'] : []),
    ].join(' '),
    ...toFacts(document),
    '## Parameters',
    ...(module === undefined ? toTables(document.parameters) : [toModuleText(module)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function toFacts({ appliesTo, conflictsWith, workload, imports, kind }: DefinitionDocument): readonly string[] {
  const facts = [
    ...(workload === undefined ? [] : [`- Brings: \`${workload}\``]),
    ...(appliesTo.length > 0
      ? [`- Applies to: ${toCodeList(appliesTo)}`]
      : kind === 'trait'
        ? ['- Applies to: every component']
        : []),
    ...(conflictsWith.length === 0 ? [] : [`- Conflicts with: ${toCodeList(conflictsWith)}`]),
    ...(imports.length === 0 ? [] : [`- Imports: ${toCodeList(imports)}`]),
  ];
  return facts.length === 0 ? [] : [facts.join('\n')];
}

function toModuleText({ source, ref, path }: NonNullable<DefinitionDocument['module']>): string {
  const where = [
    `\`${source}\``,
    ...(path === undefined ? [] : [`folder \`${path}\``]),
    ref === undefined ? 'no ref' : `ref \`${ref}\``,
  ];
  return `The parameters are the variables of a Terraform module that is fetched when the definition is used: ${where.join(', ')}.`;
}

function toTables(parameters: readonly Parameter[]): readonly string[] {
  const shown = parameters.filter(({ ignore }) => ignore !== true);
  if (shown.length === 0) return ['None.'];
  const sections: Section[] = [{ title: '', fields: shown }];
  const written: string[] = [];
  for (let section = sections.shift(); section !== undefined; section = sections.shift()) {
    if (section.title !== '') written.push(`### ${escapeText(section.title)}`);
    written.push(toTable(section.fields));
    for (const field of section.fields) {
      const path = section.title === '' ? field.name : `${section.title}.${field.name}`;
      sections.push(...listSections(path, field));
    }
  }
  return written;
}

/** The structs that a parameter holds, each with a table of its own. */
function listSections(title: string, shape: ParameterShape): readonly Section[] {
  const fields = shape.fields?.filter(({ ignore }) => ignore !== true) ?? [];
  const own = fields.length === 0 ? [] : [{ title, fields }];
  const step = shape.type === 'map' ? '.*' : '[]';
  return [
    ...own,
    ...(shape.element === undefined ? [] : listSections(`${title}${step}`, shape.element)),
    ...(shape.oneOf ?? []).flatMap((each, index) => listSections(`${title} (form ${index + 1})`, each)),
  ];
}

function toTable(fields: readonly Parameter[]): string {
  const rows = fields.map((field) => {
    const notes = [
      ...(field.usage === undefined ? [] : [field.usage]),
      ...(field.short === undefined ? [] : [`Short: ${field.short}.`]),
      ...(field.immutable === true ? ['Cannot be changed later.'] : []),
      ...(field.constraints ?? []).map((text) => `Condition: ${text}.`),
    ];
    const fallback = field.default === undefined ? '' : toCode(JSON.stringify(field.default));
    const title = field.alias === undefined ? '' : ` (${escapeCell(field.alias)})`;
    return `| ${toCode(field.name)}${title} | ${escapeCell(notes.join(' '))} | ${toCode(toTypeText(field))} | ${field.required ? 'yes' : 'no'} | ${fallback} |`;
  });
  return ['| Name | Description | Type | Required | Default |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/** A type in one line: `string`, `[]int`, `map[string]string`, `"a" or "b"`. */
function toTypeText(shape: ParameterShape): string {
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum !== undefined) return shape.enum.map((value) => JSON.stringify(value)).join(' or ');
  const element = shape.element === undefined ? 'any' : toTypeText(shape.element);
  switch (shape.type) {
    case 'list':
      return `[]${element}`;
    case 'map':
      return `map[string]${element}`;
    case 'union':
      return shape.oneOf?.map(toTypeText).join(' or ') ?? 'any';
    default:
      return shape.type;
  }
}

function toCodeList(texts: readonly string[]): string {
  return texts.map((text) => `\`${text}\``).join(', ');
}

function toCode(text: string): string {
  // A cell ends at a bar even inside code.
  const safe = text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  return safe.includes('`') ? `\`\` ${safe} \`\`` : `\`${safe}\``;
}

function escapeCell(text: string): string {
  return escapeText(text)
    .replace(/\s*\n\s*/g, '<br>')
    .replaceAll('|', '\\|');
}

/** Descriptions are text, whatever they hold. */
function escapeText(text: string): string {
  return text.trim().replace(/[\\`*_[\]<>#]/g, '\\$&');
}
