import type { DefinitionFacts, Schematic } from '../../schemas/definition.ts';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import type { Digest } from '../digest.ts';
import { findDefinitionKind } from './definition-kinds.ts';
import { splitImports } from './template/split-imports.ts';

/** Finds the value at a path of keys. */
export function findValue(value: JsonValue | undefined, ...path: readonly string[]): JsonValue | undefined {
  let found = value;
  for (const key of path) found = isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

/** Finds the text at a path of keys; undefined for anything else. */
export function findText(value: JsonValue | undefined, ...path: readonly string[]): string | undefined {
  const found = findValue(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** Paths of the template of an object: where it stands today, and where v1alpha2 had it. */
export const templatePaths = [
  ['spec', 'schematic', 'cue', 'template'],
  ['spec', 'extension', 'template'],
] as const;

/** The CUE template of a definition's object; undefined when it is written in something else. */
export function findTemplate(object: JsonObject): string | undefined {
  for (const path of templatePaths) {
    const text = findText(object, ...path);
    if (text !== undefined) return text;
  }
  return undefined;
}

export interface DefinitionSource {
  readonly file: string;
  /** Of the author's text. */
  readonly digest: Digest;
}

/** What a list shows of a definition's object; undefined when it is no definition. */
export function findDefinitionFacts(
  object: JsonObject,
  { file, digest }: DefinitionSource,
): DefinitionFacts | undefined {
  const kind = findDefinitionKind(object['kind']);
  if (kind === undefined) return undefined;
  const annotations = findValue(object, 'metadata', 'annotations');
  const alias = findText(annotations, 'definition.oam.dev/alias');
  const version = findText(object, 'spec', 'version');
  const apiVersion = findText(object, 'apiVersion') ?? '';
  return {
    kind,
    name: findText(object, 'metadata', 'name') ?? '',
    file,
    form: file.endsWith('.cue') ? 'cue' : 'yaml',
    apiVersion,
    schematic: findSchematic(object),
    ...(alias === undefined || alias === '' ? {} : { alias }),
    description: findText(annotations, 'definition.oam.dev/description') ?? '',
    // A workload definition and a v1alpha2 object are relics whatever they say of themselves.
    deprecated: isMarkedDeprecated(object) || kind === 'workload' || apiVersion.endsWith('/v1alpha2'),
    ...(version === undefined ? {} : { version }),
    appliesTo: listTexts(findValue(object, 'spec', 'appliesToWorkloads')),
    conflictsWith: listTexts(findValue(object, 'spec', 'conflictsWith')),
    imports: [...new Set(splitImports(findTemplate(object) ?? '').paths)],
    digest,
  };
}

/** What a component brings (its own type, or the kind that it names), or what another definition refers to. */
export function findWorkload(object: JsonObject): string | undefined {
  const type = findText(object, 'spec', 'workload', 'type');
  if (type !== undefined && type !== '') return type;
  const kind = findText(object, 'spec', 'workload', 'definition', 'kind');
  if (kind === undefined) return findText(object, 'spec', 'definitionRef', 'name');
  return `${findText(object, 'spec', 'workload', 'definition', 'apiVersion') ?? ''} ${kind}`.trim();
}

function findSchematic(object: JsonObject): Schematic {
  const schematic = findValue(object, 'spec', 'schematic');
  for (const name of ['cue', 'terraform', 'helm', 'kube'] as const) {
    if (findValue(schematic, name) !== undefined) return name;
  }
  return findTemplate(object) === undefined ? 'none' : 'cue';
}

function isMarkedDeprecated(object: JsonObject): boolean {
  return ['annotations', 'labels'].some(
    (where) => findText(object, 'metadata', where, 'custom.definition.oam.dev/deprecated') === 'true',
  );
}

function listTexts(value: JsonValue | undefined): string[] {
  return isJsonList(value) ? value.filter((item) => typeof item === 'string') : [];
}
