import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type Scalar } from 'yaml';
import { resolvePlainScalar, resolveTaggedScalar, type ScalarValue, toClientText } from './resolve-scalar.ts';
import type { TextPosition, YamlEntry, YamlFault, YamlMapping, YamlNode } from './yaml-node.ts';

const escapedSlash = /^"(?:[^\\]|\\[^/])*\\\//;

/** Builds positioned nodes from parsed ones; remembers anchors in the order of the text, so that the last one before an alias counts. */
export class NodeBuilder {
  private readonly source: string;
  private readonly lines: LineCounter;
  private readonly faults: YamlFault[];
  private readonly anchors = new Map<string, YamlNode>();

  constructor(source: string, lines: LineCounter, faults: YamlFault[]) {
    this.source = source;
    this.lines = lines;
    this.faults = faults;
  }

  build(node: unknown): YamlNode {
    if (isAlias(node)) return this.anchors.get(node.source) ?? this.nothing(node);
    if (isScalar(node)) return this.anchored(node, this.scalar(node));
    if (isMap(node)) return this.anchored(node, this.mapping(node.items, this.positionOf(node)));
    if (isSeq(node)) {
      return this.anchored(node, {
        kind: 'list',
        ...this.positionOf(node),
        items: node.items.map((item) => this.build(item)),
      });
    }
    return this.nothing(node);
  }

  private anchored(node: Node & { anchor?: string }, built: YamlNode): YamlNode {
    if (node.anchor !== undefined) this.anchors.set(node.anchor, built);
    return built;
  }

  private nothing(node: unknown): YamlNode {
    return { kind: 'scalar', ...this.positionOf(node), value: null, source: undefined };
  }

  private positionOf(node: unknown): TextPosition {
    const offset = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;
    return toPosition(this.lines, offset ?? 0);
  }

  private scalar(node: Scalar): YamlNode {
    const position = this.positionOf(node);
    const text = this.textOf(node);
    const plain = node.type === 'PLAIN' || node.type === undefined;
    if (node.type === 'QUOTE_DOUBLE' && escapedSlash.test(sourceOf(node))) {
      this.faults.push({ kind: 'syntax', ...position, message: 'the escape \\/ is unknown in YAML 1.1' });
    }
    const value = this.scalarValue(node, text, plain);
    if (value === undefined) {
      this.faults.push({
        kind: 'value',
        ...position,
        message: `\`${text.slice(0, 40)}\` does not fit its tag ${node.tag}`,
      });
      return { kind: 'scalar', ...position, value: null, source: undefined };
    }
    return { kind: 'scalar', ...position, value, source: plain && node.tag === undefined ? text : undefined };
  }

  private textOf(node: Scalar): string {
    const text = node.source ?? '';
    // A block at the very end of a text without a line end has none either; the parser would add it.
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const unended = isBlock && node.range?.[1] === this.source.length && !this.source.endsWith('\n');
    return unended ? text.replace(/\n$/, '') : text;
  }

  private scalarValue(node: Scalar, text: string, plain: boolean): ScalarValue | undefined {
    if (node.tag === '!') return text;
    if (node.tag !== undefined) return resolveTaggedScalar(node.tag, text);
    return plain ? resolvePlainScalar(text) : text;
  }

  private mapping(items: readonly { key: unknown; value?: unknown }[], position: TextPosition): YamlMapping {
    const values = new Map<string, YamlNode>();
    const entries: Omit<YamlEntry, 'overridden'>[] = [];
    for (const item of items) {
      const key = this.build(item.key);
      const value = this.build(item.value);
      if (key.kind === 'scalar' && key.source === '<<') {
        this.merge(value, values);
        continue;
      }
      const name = this.keyText(key);
      if (name === undefined) continue;
      values.set(name, value);
      entries.push({ key: name, position: { line: key.line, column: key.column }, value });
    }
    const last = new Map(entries.map((entry, index) => [entry.key, index]));
    return {
      kind: 'mapping',
      ...position,
      values,
      entries: entries.map((entry, index) => ({ ...entry, overridden: last.get(entry.key) !== index })),
    };
  }

  private merge(value: YamlNode, into: Map<string, YamlNode>): void {
    // In a list of mappings the first has precedence over the second, so it is applied last.
    const sources = value.kind === 'list' ? [...value.items].reverse() : [value];
    for (const source of sources) {
      if (source.kind !== 'mapping') {
        const message = 'a merge (<<) needs a mapping or a list of mappings';
        this.faults.push({ kind: 'value', line: value.line, column: value.column, message });
        return;
      }
      for (const [key, item] of source.values) into.set(key, item);
    }
  }

  private keyText(key: YamlNode): string | undefined {
    if (key.kind === 'scalar' && key.value !== null) {
      if (typeof key.value !== 'number' || Number.isFinite(key.value)) return toClientText(key.value);
      return Number.isNaN(key.value) ? '.nan' : key.value > 0 ? '.inf' : '-.inf';
    }
    const what = key.kind === 'scalar' ? 'empty' : `a ${key.kind}`;
    this.faults.push({
      kind: 'value',
      line: key.line,
      column: key.column,
      message: `a key must be a text, this one is ${what}`,
    });
    return undefined;
  }
}

function sourceOf(node: Scalar): string {
  return node.srcToken !== undefined && 'source' in node.srcToken ? node.srcToken.source : '';
}

/** Turns an offset into a position. */
export function toPosition(lines: LineCounter, offset: number): TextPosition {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
