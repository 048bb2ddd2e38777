import { findEntry } from '../../addon/lint/yaml-file.ts';
import type { YamlNode } from '../../addon/metadata/yaml-node.ts';
import type { TemplateText } from './types.ts';

/** Finds the text at a path of keys in a YAML file, with places that hold for block scalars line by line, and for others as a whole. */
export function findYamlText(
  { source, root }: { readonly source: string; readonly root: YamlNode },
  ...path: readonly string[]
): TemplateText | undefined {
  const node = findEntry(root, ...path)?.value;
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  const lines = source.split(/\r?\n|\r/);
  const start = lines[node.line - 1]?.slice(node.column - 1) ?? '';
  const begin = { line: node.line, column: node.column };
  if (!/^[|>]/.test(start)) {
    const isPlain = !start.startsWith('"') && !start.startsWith("'");
    return {
      text: node.value,
      locate: ({ line, column }) => (isPlain && line === 1 ? { ...begin, column: begin.column + column - 1 } : begin),
    };
  }
  const first = lines.slice(node.line).find((line) => line.trim() !== '') ?? '';
  const given = /^[|>][-+]?([1-9])/.exec(start)?.[1];
  const parentIndent = /^ */.exec(lines[node.line - 1] ?? '')?.[0].length ?? 0;
  const indent = given === undefined ? (/^ */.exec(first)?.[0].length ?? 0) : parentIndent + Number(given);
  return { text: node.value, locate: ({ line, column }) => ({ line: node.line + line, column: indent + column }) };
}
