import { Composer, type Document, isScalar, LineCounter, Parser, type YAMLError } from 'yaml';
import type { PackageLimits } from '../limits.ts';
import { type AliasTrouble, findAliasTrouble } from './measure-aliases.ts';
import { measureYaml, type YamlTokens } from './measure-yaml.ts';
import { NodeBuilder, toPosition } from './node-builder.ts';
import type { YamlFault, YamlReading } from './yaml-node.ts';

// The characters that libyaml's reader lets through (`goyaml.v2/readerc.go`); everything else ends the reading.
const forbiddenCharacter = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

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
  const root = new NodeBuilder(source, lines, faults).build(document.contents);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, root, secondDocument };
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
