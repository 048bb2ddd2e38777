import type { DefinitionKind } from '../../../schemas/definition.ts';
import { listCueDefinitions } from '../../addon/lint/cue-definitions.ts';
import type { CueField } from '../../addon/lint/cue-file.ts';
import { readCueOutline } from '../../addon/lint/cue-outline.ts';
import { createLocator } from '../../addon/lint/source-text.ts';
import type { LintSubject } from '../../addon/lint/types.ts';
import { findEntry, findText, type YamlFile } from '../../addon/lint/yaml-file.ts';
import type { YamlScalar } from '../../addon/metadata/yaml-node.ts';
import type { EngineFile, EnginePosition } from '../../engine/types.ts';
import { type Locate, locatorOf } from './locate-cue.ts';
import { readText } from './read-text.ts';

/** The CUE of a definition, in a file of its own or inside YAML. */
export interface DefinitionText {
  readonly kind: DefinitionKind;
  readonly name: string;
  /** The text with the path of its file. */
  readonly text: EngineFile;
  /** What the template declares, as its text shows it. */
  readonly fields: readonly CueField[];
  /** Places of offsets of the text, in the file. */
  readonly locate: Locate;
  /** Places of the text, in the file. */
  readonly toPlace: (position: EnginePosition) => EnginePosition;
}

/** Kinds of definitions by the Kubernetes kind of their objects. */
const kindsOfObjects: ReadonlyMap<string, DefinitionKind> = new Map([
  ['ComponentDefinition', 'component'],
  ['TraitDefinition', 'trait'],
  ['PolicyDefinition', 'policy'],
  ['WorkflowStepDefinition', 'workflow-step'],
  ['WorkloadDefinition', 'workload'],
]);

/** Lists the CUE texts of an addon's definitions whose kind and name the text shows. */
export function listDefinitionTexts(subject: LintSubject): readonly DefinitionText[] {
  return [...listOfCue(subject), ...listOfYaml(subject)];
}

/** What a definition in YAML says it is: `component/netlify`; undefined when it is none. */
export function findDefinitionName({
  root,
}: YamlFile): { readonly kind: DefinitionKind; readonly name: string } | undefined {
  const kind = kindsOfObjects.get(findText(root, 'kind') ?? '');
  const name = findText(root, 'metadata', 'name');
  return kind === undefined || name === undefined ? undefined : { kind, name };
}

function listOfCue(subject: LintSubject): readonly DefinitionText[] {
  return listCueDefinitions(subject).flatMap(({ file, head, kind: objectKind, template }) => {
    const kind = kindsOfObjects.get(objectKind ?? '');
    if (template === undefined || head === undefined || kind === undefined) return [];
    const text = { name: file.file, text: readText(subject, file.file) };
    return [{ kind, name: head.label, text, fields: template.fields, locate: locatorOf(file), toPlace: identity }];
  });
}

function listOfYaml(subject: LintSubject): readonly DefinitionText[] {
  return subject.documents.listYaml('definition').flatMap((file) => {
    const named = findDefinitionName(file);
    const template = findEntry(file.root, 'spec', 'schematic', 'cue', 'template')?.value;
    if (named === undefined || template?.kind !== 'scalar' || typeof template.value !== 'string') return [];
    const text = template.value;
    const toPlace = placeBlock(template, readText(subject, file.file));
    const positionOf = createLocator(text);
    const locate = (offset: number) => toPlace({ file: file.file, ...positionOf(offset) });
    const { fields } = readCueOutline(file.file, text);
    return [{ ...named, text: { name: file.file, text }, fields, locate, toPlace }];
  });
}

/** Places of a text that stands in a YAML file as a literal block; of any other form only its beginning is known. */
function placeBlock(scalar: YamlScalar, outerText: string): DefinitionText['toPlace'] {
  const inner = String(scalar.value).split('\n');
  const lines = outerText.split(/\r?\n/);
  const first = inner.findIndex((line) => line.trim() !== '');
  const outer = lines[scalar.line + first] ?? '';
  const indent = outer.length - (inner[first] ?? '').length;
  const isBlock = first !== -1 && indent >= 0 && outer.slice(indent) === inner[first];
  if (!isBlock) return ({ file }) => ({ file, line: scalar.line, column: scalar.column });
  return ({ file, line, column }) => ({ file, line: scalar.line + line, column: column + indent });
}

function identity(position: EnginePosition): EnginePosition {
  return position;
}
