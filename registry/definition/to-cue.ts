import { isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import { tokenizeCue } from '../addon/lint/cue-tokens.ts';
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

/** Moves a text to the right by a tab; lines inside a string of several lines stay, since they are part of it. */
function indent(text: string): string {
  const inside = new Set<number>();
  for (const { kind, start, end } of tokenizeCue(text)) {
    if (kind !== 'string') continue;
    for (let next = text.indexOf('\n', start); next !== -1 && next < end; next = text.indexOf('\n', next + 1)) {
      inside.add(next + 1);
    }
  }
  let offset = 0;
  const lines = text.split('\n').map((line) => {
    const isInside = inside.has(offset);
    offset += line.length + 1;
    if (isInside) return line;
    return line.trim() === '' ? '' : `\t${line}`;
  });
  return lines.join('\n').replace(/^\n+|\n+$/g, '');
}
