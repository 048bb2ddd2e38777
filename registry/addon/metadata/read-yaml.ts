import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
  type Scalar,
  type YAMLError,
} from 'yaml';
import type { PackageLimits } from '../limits.ts';
import { type AliasTrouble, findAliasTrouble } from './measure-aliases.ts';
import { measureYaml, type YamlTokens } from './measure-yaml.ts';
import { resolvePlainScalar, resolveTaggedScalar, type ScalarValue, toClientText } from './resolve-scalar.ts';
import type { TextPosition, YamlEntry, YamlFault, YamlMapping, YamlNode, YamlReading } from './yaml-node.ts';

// The characters that libyaml's reader lets through (`goyaml.v2/readerc.go`); everything else ends the reading.
const forbiddenCharacter = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const escapedSlash = /^"(?:[^\\]|\\[^/])*\\\//;

/**
 * Reads the first document of a YAML text as the KubeVela client does (sigs.k8s.io/yaml over goyaml.v2: YAML 1.1, duplicate
 * keys tolerated, merges in place, later documents ignored), with positions, under `maxYamlDepth` and `maxYamlTokens`.
 */
export function readYaml(text: string, limits: PackageLimits): YamlReading {
  const control = forbiddenCharacter.exec(text);
  if (control !== null) {
    const before = text.slice(0, control.index).split('\n');
    const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return { ok: false, faults: [{ kind: 'syntax', ...position, message: 'control characters are not allowed' }] };
  }
  // A lone carriage return and U+0085 end a line in YAML 1.1; one character for one keeps all positions.
  const source = text.replace(/\r(?!\n)|\u0085/g, '\n');
  const measured = measureYaml(source, limits);
  if (!measured.ok) return { ok: false, faults: [toMeasureFault(measured, limits)] };
  return readDocument(source, measured.tokens, limits);
}

function toMeasureFault(measured: YamlTokens & { ok: false }, limits: PackageLimits): YamlFault {
  const { line, column, limit } = measured;
  if (limit === undefined) return { kind: 'tab', line, column, message: 'a tab is not allowed here' };
  const what = limit === 'maxYamlDepth' ? 'collections inside one another' : 'tokens';
  return { kind: 'limit', line, column, message: `more than ${limits[limit]} ${what} (limit ${limit})` };
}

function readDocument(source: string, tokens: readonly string[], limits: PackageLimits): YamlReading {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const syntax = [...tokens.flatMap((token) => [...parser.next(token)]), ...parser.end()];
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, keepSourceTokens: true, prettyErrors: false });
  const [document, second] = [...composer.compose(syntax, true, source.length)];
  if (document === undefined) return { ok: false, faults: [] };
  if (document.errors.length > 0) {
    return { ok: false, faults: document.errors.map((error) => toFault(error, lines)) };
  }
  const start = syntax.filter((token) => token.type === 'document')[1]?.offset;
  const secondDocument = start === undefined || isEmpty(second) ? undefined : toPosition(lines, start);
  const dialect = findDialectFault(document, lines);
  if (dialect !== undefined) return { ok: false, faults: [dialect] };
  const trouble = findAliasTrouble(document.contents, limits.maxYamlDepth);
  if (trouble !== undefined) return { ok: false, faults: [toAliasFault(trouble, lines, limits)] };
  const faults: YamlFault[] = [];
  const root = new NodeBuilder(lines, faults).build(document.contents);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, root, secondDocument };
}

/** Builds positioned nodes from parsed ones; remembers anchors in the order of the text, so that the last one before an alias counts. */
class NodeBuilder {
  private readonly lines: LineCounter;
  private readonly faults: YamlFault[];
  private readonly anchors = new Map<string, YamlNode>();

  constructor(lines: LineCounter, faults: YamlFault[]) {
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
    const text = node.source ?? '';
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

function isEmpty(document: Document | undefined): boolean {
  const contents = document?.contents ?? null;
  return contents === null || (isScalar(contents) && contents.value === '' && contents.type === 'PLAIN');
}

/** What the parser accepts and the client, which speaks YAML 1.1, does not. */
function findDialectFault(document: Document.Parsed, lines: LineCounter): YamlFault | undefined {
  const { explicit, version } = document.directives.yaml;
  if (explicit === true && version !== '1.1') {
    return {
      kind: 'syntax',
      line: 1,
      column: 1,
      message: `the client reads YAML 1.1 only, this says %YAML ${version}`,
    };
  }
  const directive = document.warnings.find((warning) => warning.code === 'BAD_DIRECTIVE');
  return directive === undefined ? undefined : toFault(directive, lines);
}

function toPosition(lines: LineCounter, offset: number): TextPosition {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function toFault(error: YAMLError, lines: LineCounter): YamlFault {
  const kind = error.code === 'TAB_AS_INDENT' ? 'tab' : 'syntax';
  return { kind, ...toPosition(lines, error.pos[0]), message: error.message };
}

function toAliasFault(trouble: AliasTrouble, lines: LineCounter, limits: PackageLimits): YamlFault {
  const position = toPosition(lines, trouble.node.range?.[0] ?? 0);
  switch (trouble.fault) {
    case 'excessive':
      return { kind: 'aliases', ...position, message: 'aliases blow this document up beyond what the client accepts' };
    case 'recursive':
      return { kind: 'aliases', ...position, message: `the value of anchor "${trouble.name}" contains itself` };
    case 'unknown':
      return { kind: 'syntax', ...position, message: `alias "${trouble.name}" refers to no anchor before it` };
    case 'too-deep': {
      const message = `more than ${limits.maxYamlDepth} collections inside one another (limit maxYamlDepth)`;
      return { kind: 'limit', ...position, message };
    }
  }
}
