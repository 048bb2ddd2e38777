import type { DefinitionKind } from '../../../schemas/definition.ts';
import { listCueDefinitions } from '../../addon/lint/cue-definitions.ts';
import type { CueField } from '../../addon/lint/cue-file.ts';
import { readCueOutline } from '../../addon/lint/cue-outline.ts';
import { createLocator } from '../../addon/lint/source-text.ts';
import type { LintSubject } from '../../addon/lint/types.ts';
import { findEntry, findText, type YamlFile } from '../../addon/lint/yaml-file.ts';
import type { YamlScalar } from '../../addon/metadata/yaml-node.ts';
import { type Locate, locateCueFields, locatorOf } from './locate-cue.ts';
import { locateYaml } from './locate-yaml.ts';
import type { LocatedDocument } from './located-value.ts';

/** Kinds of definitions by the Kubernetes kind of their objects. */
export const kindsOfObjects: ReadonlyMap<string, DefinitionKind> = new Map([
  ['ComponentDefinition', 'component'],
  ['TraitDefinition', 'trait'],
  ['PolicyDefinition', 'policy'],
  ['WorkflowStepDefinition', 'workflow-step'],
  ['WorkloadDefinition', 'workload'],
]);

/** What an addon writes out as text, whatever its conditions: templates, resources, and the templates of definitions. Parameters are left out. */
export function listTextDocuments(subject: LintSubject): readonly LocatedDocument[] {
  const { documents } = subject;
  const yaml = documents
    .listYaml('template', 'resource')
    .flatMap(({ file, root }) => (root === undefined ? [] : [written(locateYaml(file, root))]));
  const cue = documents
    .listCue('template', 'resource')
    .map((file) => toDocument({ fields: file.fields, locate: locatorOf(file) }));
  return [...yaml, ...cue, ...listCueTemplates(subject), ...listYamlTemplates(subject)];
}

function written(root: LocatedDocument['root']): LocatedDocument {
  return { root, origin: 'text' };
}

interface CueText {
  readonly fields: readonly CueField[];
  readonly locate: Locate;
}

function toDocument({ fields, locate }: CueText, definition?: string): LocatedDocument {
  const used = fields.filter(({ label }) => label !== 'parameter' && !label.startsWith('#'));
  const root = { kind: 'object', place: locate(0), entries: locateCueFields(used, locate) } as const;
  return definition === undefined ? written(root) : { ...written(root), definition };
}

function listCueTemplates(subject: LintSubject): readonly LocatedDocument[] {
  return listCueDefinitions(subject).flatMap(({ file, head, kind, template }) => {
    const ours = kind === undefined ? undefined : kindsOfObjects.get(kind);
    if (template === undefined || head === undefined || ours === undefined) return [];
    return [toDocument({ fields: template.fields, locate: locatorOf(file) }, `${ours}/${head.label}`)];
  });
}

function listYamlTemplates({ documents }: LintSubject): readonly LocatedDocument[] {
  return documents.listYaml('definition').flatMap((file) => {
    const kind = kindsOfObjects.get(findText(file.root, 'kind') ?? '');
    const name = findText(file.root, 'metadata', 'name');
    if (file.root === undefined || kind === undefined || name === undefined) return [];
    const definition = `${kind}/${name}`;
    const whole = { ...written(locateYaml(file.file, file.root)), definition };
    const template = findEntry(file.root, 'spec', 'schematic', 'cue', 'template')?.value;
    if (template?.kind !== 'scalar' || typeof template.value !== 'string') return [whole];
    const bytes = documents.files.find(({ path }) => path === file.file)?.bytes;
    const { fields } = readCueOutline(file.file, template.value);
    return [whole, toDocument({ fields, locate: locateBlock(file, template, bytes) }, definition)];
  });
}

/** Places of a text that stands in a YAML file as a literal block; of any other form only its beginning is known. */
function locateBlock({ file }: YamlFile, scalar: YamlScalar, bytes: Uint8Array | undefined): Locate {
  const start = { file, line: scalar.line, column: scalar.column };
  const text = String(scalar.value);
  const inner = text.split('\n');
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  const first = inner.findIndex((line) => line.trim() !== '');
  const outer = lines[scalar.line + first] ?? '';
  const indent = outer.length - (inner[first] ?? '').length;
  if (first === -1 || indent < 0 || outer.slice(indent) !== inner[first]) return () => start;
  const locate = createLocator(text);
  return (offset) => {
    const { line, column } = locate(offset);
    return { file, line: scalar.line + line, column: column + indent };
  };
}
