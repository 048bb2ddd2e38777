import { isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import { RegistryError } from '../errors.ts';
import { findTemplate, findText, findValue } from './definition-facts.ts';
import { findDefinitionKind } from './definition-kinds.ts';
import { splitImports } from './template/split-imports.ts';
import { toCueLabel, toCueLiteral } from './template/to-cue-literal.ts';

const userPrefix = 'custom.definition.oam.dev/';

/**
 * Writes the CUE form of a definition's object, as `vela def get` keeps it (definitions.md section 3: user annotations and labels, alias,
 * description, spec, template; everything else is dropped) and `vela def apply` takes it. Throws INPUT_INVALID for objects without a CUE template.
 */
export function toCue(object: JsonObject): string {
  const kind = findDefinitionKind(object['kind']);
  const template = findTemplate(object);
  const name = findText(object, 'metadata', 'name') ?? '';
  if (kind === undefined || template === undefined) {
    const what = kind === undefined ? 'no definition' : 'a definition without a CUE template';
    throw new RegistryError('INPUT_INVALID', `"${name}" is ${what}, and has no CUE form`);
  }
  const annotations = findValue(object, 'metadata', 'annotations');
  const alias = findText(annotations, 'definition.oam.dev/alias');
  const description = findText(annotations, 'definition.oam.dev/description');
  const head: JsonObject = {
    type: kind,
    ...(alias === undefined ? {} : { alias }),
    ...(description === undefined ? {} : { description }),
    annotations: withoutPrefix(annotations),
    labels: withoutPrefix(findValue(object, 'metadata', 'labels')),
    attributes: toAttributes(object),
  };
  const { imports, body } = splitImports(template);
  const parts = [
    ...(imports === '' ? [] : [imports]),
    `${toCueLabel(name)}: ${toCueLiteral(head, '')}`,
    `template: {\n${indent(body)}\n}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function withoutPrefix(texts: JsonValue | undefined): JsonObject {
  const entries = Object.entries(isJsonObject(texts) ? texts : {});
  return Object.fromEntries(
    entries.flatMap(([key, value]) => (key.startsWith(userPrefix) ? [[key.slice(userPrefix.length), value]] : [])),
  );
}

/** The spec without what becomes the template. */
function toAttributes(object: JsonObject): JsonObject {
  const spec = object['spec'];
  if (!isJsonObject(spec)) return {};
  const isLegacy = findText(object, 'spec', 'schematic', 'cue', 'template') === undefined;
  const dropped = ['schematic', ...(isLegacy ? ['extension'] : [])];
  return Object.fromEntries(Object.entries(spec).filter(([key]) => !dropped.includes(key)));
}

/** One more tab for each line leaves strings of several lines what they are: their closing quotes move along. */
function indent(text: string): string {
  const lines = text.split(/\r?\n/);
  const isBlank = (line: string) => line.trim() === '';
  while (lines.length > 0 && isBlank(lines[0] ?? '')) lines.shift();
  while (lines.length > 0 && isBlank(lines.at(-1) ?? '')) lines.pop();
  return lines.map((line) => (isBlank(line) ? '' : `\t${line}`)).join('\n');
}
