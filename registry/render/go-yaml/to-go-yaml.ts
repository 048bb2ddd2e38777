import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../schemas/json.ts';
import { compareKeys } from './compare-keys.ts';
import { toGoNumber } from './go-number.ts';
import { analyzeScalar, type ScalarStyle } from './scalar-style.ts';
import { YamlWriter } from './yaml-writer.ts';

/** Longest key, in bytes, that stands before a colon without a question mark. */
const maxSimpleKeyBytes = 128;

/**
 * Writes an object as sigs.k8s.io/yaml of the KubeVela releases does (goyaml.v2): keys in natural order, lists not indented
 * below their key, folded at 80 columns, texts quoted where YAML 1.1 would read something else. Always ends with a line end.
 */
export function toGoYaml(value: JsonObject): string {
  const writer = new YamlWriter();
  writeNode(writer, value, 'root');
  writer.endDocument();
  return writer.text();
}

type Context = 'root' | 'item' | 'value' | 'key';

function writeNode(writer: YamlWriter, value: JsonValue, context: Context): void {
  if (isJsonList(value)) writeList(writer, value, context);
  else if (isJsonObject(value)) writeMapping(writer, value);
  else writeScalar(writer, toScalar(value), context === 'key');
}

function writeMapping(writer: YamlWriter, value: JsonObject): void {
  const entries = Object.entries(value).sort(([left], [right]) => compareKeys(left, right));
  if (entries.length === 0) {
    writer.writeIndicator('{', { spaceBefore: true, blank: true, indents: false });
    writer.writeIndicator('}', { spaceBefore: false, blank: false, indents: false });
    return;
  }
  writer.indentFor('block', () => {
    for (const [key, item] of entries) {
      writer.writeIndent();
      writeKey(writer, key);
      writeNode(writer, item, 'value');
    }
  });
}

function writeKey(writer: YamlWriter, key: string): void {
  // Go leaves a key `<<` without quotes and then reads it as a merge.
  const scalar: Scalar = key === '<<' ? { text: key, style: 'double', multiline: false } : toScalar(key);
  if (!scalar.multiline && Buffer.byteLength(key) <= maxSimpleKeyBytes) {
    writeScalar(writer, scalar, true);
    writer.writeIndicator(':', { spaceBefore: false, blank: false, indents: false });
    return;
  }
  writer.writeIndicator('?', { spaceBefore: true, blank: false, indents: true });
  writeScalar(writer, scalar, false);
  writer.writeIndent();
  writer.writeIndicator(':', { spaceBefore: true, blank: false, indents: true });
}

function writeList(writer: YamlWriter, items: readonly JsonValue[], context: Context): void {
  if (items.length === 0) {
    writer.writeIndicator('[', { spaceBefore: true, blank: true, indents: false });
    writer.writeIndicator(']', { spaceBefore: false, blank: false, indents: false });
    return;
  }
  const stays = context === 'value' && !writer.isIndented();
  writer.indentFor(stays ? 'same' : 'block', () => {
    for (const item of items) {
      writer.writeIndent();
      writer.writeIndicator('-', { spaceBefore: true, blank: false, indents: true });
      writeNode(writer, item, 'item');
    }
  });
}

interface Scalar {
  readonly text: string;
  readonly style: ScalarStyle;
  readonly multiline: boolean;
}

function toScalar(value: null | boolean | number | string): Scalar {
  if (typeof value === 'string') return { text: value, ...analyzeScalar(value) };
  return { text: typeof value === 'number' ? toGoNumber(value) : String(value), style: 'plain', multiline: false };
}

function writeScalar(writer: YamlWriter, { text, style, multiline }: Scalar, isSimpleKey: boolean): void {
  const folds = !isSimpleKey;
  writer.indentFor('scalar', () => {
    if (isSimpleKey && (multiline || style === 'literal')) writer.writeDoubleQuoted(text, folds);
    else if (style === 'plain') writer.writePlain(text, folds);
    else if (style === 'single') writer.writeSingleQuoted(text, folds);
    else if (style === 'double') writer.writeDoubleQuoted(text, folds);
    else writer.writeLiteral(text);
  });
}
