import type { Finding } from '../../schemas/finding.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { Parameter, ParameterShape } from '../../schemas/parameter.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { Engines } from '../engine/types.ts';
import { getReleaseLine } from '../version/release-lines.ts';
import { createDefinitionFinding } from './definition-rules.ts';
import { toStopFinding } from './engine-findings.ts';
import type { Place, TemplateText } from './template/types.ts';

export interface ReadTemplateOptions {
  readonly file: string;
  readonly line: ReleaseLine;
  /** The template as it is stored. */
  readonly stored: string;
  /** The same in the author's file; undefined when its place is not known. */
  readonly written: TemplateText | undefined;
  readonly signal?: AbortSignal;
}

/** The parameters of a template. `closed`: others are refused. */
export interface TemplateParameters {
  readonly parameters: readonly Parameter[];
  readonly closed: boolean;
  readonly findings: readonly Finding[];
}

/** Reads the parameter tree of a template, with places in the author's file where they are known. */
export async function readTemplateParameters(
  { engines }: { readonly engines: Engines },
  { file, line, stored, written, signal }: ReadTemplateOptions,
): Promise<TemplateParameters> {
  const ask = (text: string) =>
    engines.ask({
      engine: getReleaseLine(line).engine,
      operation: 'describe',
      request: { file: { name: file, text }, line },
      ...(signal === undefined ? {} : { signal }),
    });
  const located = written === undefined ? undefined : await ask(written.text);
  if (written !== undefined && located?.kind === 'answer') {
    const { parameters, closed } = located.value;
    return { parameters: parameters.map((each) => placeParameter(each, written)), closed, findings: [] };
  }
  if (located?.kind === 'stopped') {
    return { parameters: [], closed: false, findings: [toStopFinding(located, { file, line })] };
  }
  const outcome = await ask(stored);
  if (outcome.kind === 'stopped') {
    return { parameters: [], closed: false, findings: [toStopFinding(outcome, { file, line })] };
  }
  // Why a template has no parameters is told by its schema and its evaluation.
  if (outcome.kind === 'error') return { parameters: [], closed: false, findings: [] };
  return { parameters: outcome.value.parameters.map(withoutPlace), closed: outcome.value.closed, findings: [] };
}

/** Asks for KubeVela's own schema of the parameters; without one, a finding tells why. */
export async function readTemplateSchema(
  { engines }: { readonly engines: Engines },
  { file, line, stored, written, signal }: ReadTemplateOptions,
): Promise<{ readonly schema?: JsonObject; readonly findings: readonly Finding[] }> {
  const outcome = await engines.ask({
    engine: getReleaseLine(line).engine,
    operation: 'schema',
    request: { file: { name: file, text: stored }, line },
    ...(signal === undefined ? {} : { signal }),
  });
  if (outcome.kind === 'answer') return { schema: outcome.value.schema, findings: [] };
  if (outcome.kind === 'stopped') return { findings: [toStopFinding(outcome, { file, line })] };
  const at = written === undefined ? {} : written.locate(findParameterPlace(written.text));
  const message = `KubeVela makes no schema of the parameters: ${outcome.message}`;
  return { findings: [createDefinitionFinding('definition/no-schema', { file, ...at, message, for: [line] })] };
}

/** Where the parameters begin, or else the template. */
function findParameterPlace(text: string): Place {
  const match = /^[ \t]*(?=#?parameter[?!]?:)/m.exec(text) ?? /^\s*/.exec(text);
  const before = text.slice(0, (match?.index ?? 0) + (match?.[0].length ?? 0)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** A parameter whose places are those of the file that its text stands in. */
function placeParameter(parameter: Parameter, { locate }: TemplateText): Parameter {
  return placeShape(parameter, locate);
}

function placeShape<Shape extends ParameterShape>(shape: Shape, locate: TemplateText['locate']): Shape {
  return {
    ...shape,
    ...placeOf(shape, locate),
    ...(shape.fields === undefined ? {} : { fields: shape.fields.map((field) => placeShape(field, locate)) }),
    ...(shape.element === undefined ? {} : { element: placeShape(shape.element, locate) }),
    ...(shape.oneOf === undefined ? {} : { oneOf: shape.oneOf.map((each) => placeShape(each, locate)) }),
  };
}

function placeOf(shape: ParameterShape | Parameter, locate: TemplateText['locate']): Partial<Parameter> {
  if (!('line' in shape) || shape.line === undefined || shape.column === undefined) return {};
  return locate({ line: shape.line, column: shape.column });
}

function withoutPlace(parameter: Parameter): Parameter {
  const { file: _file, line: _line, column: _column, ...rest } = parameter;
  return rest;
}
