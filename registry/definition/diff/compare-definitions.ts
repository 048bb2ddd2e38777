import type { Finding } from '../../../schemas/finding.ts';
import type { JsonObject } from '../../../schemas/json.ts';
import type { ReleaseLine } from '../../../schemas/release-line.ts';
import type { EngineOutcome, EnginePosition, Engines, ParameterChange } from '../../engine/types.ts';
import { compareText } from '../../findings.ts';
import { getReleaseLine } from '../../version/release-lines.ts';
import { convertDefinition } from '../convert-definition.ts';
import { findTemplate } from '../definition-facts.ts';
import { toDiagnosticFindings, toStopFinding } from '../engine-findings.ts';
import { findWrittenText } from '../find-written-text.ts';
import { readTemplateParameters } from '../read-template.ts';
import { configurationPath, readTerraform, type TerraformParts } from '../read-terraform.ts';
import type { TemplateText } from '../template/types.ts';
import { compareParameters } from './compare-parameters.ts';
import { compareSpecs } from './compare-specs.ts';
import { judgeParameterChange } from './judge-change.ts';
import { compareBumps, findLargestBump } from './order-bumps.ts';
import type { DefinitionChange, DefinitionComparison } from './types.ts';

/** A definition file. */
export interface DefinitionText {
  readonly file: string;
  readonly content: string | Uint8Array;
}

export interface CompareDefinitionsOptions {
  readonly before: DefinitionText;
  readonly after: DefinitionText;
  readonly line: ReleaseLine;
  readonly signal?: AbortSignal;
}

interface Context {
  readonly engines: Engines;
}

/** One side, converted. */
interface Side {
  readonly file: string;
  readonly object: JsonObject;
  readonly template: string | undefined;
  readonly written: TemplateText | undefined;
}

interface Changes {
  readonly changes: readonly DefinitionChange[];
  readonly findings: readonly Finding[];
}

/**
 * Compares two texts of one definition, as a release line reads them: parameters by CUE's own subsumption, Terraform variables by their
 * types, and what the spec says of where the definition may be used. A field that becomes required but has a default breaks nothing.
 */
export async function compareDefinitions(
  context: Context,
  options: CompareDefinitionsOptions,
): Promise<DefinitionComparison> {
  const [before, after] = [await readSide(context, options, 'before'), await readSide(context, options, 'after')];
  if (!('object' in before) || !('object' in after)) {
    const findings = [before, after].flatMap((side) => ('findings' in side ? side.findings : []));
    return { changes: [], breaking: false, bump: 'none', findings };
  }
  const { changes, findings } = await compareParts(context, { options, before, after });
  const all = [...compareSpecs(before.object, after.object), ...changes].sort(compareChanges);
  return {
    changes: all,
    breaking: all.some(({ breaking }) => breaking),
    bump: findLargestBump(all.map(({ bump }) => bump)),
    findings,
  };
}

async function readSide(
  context: Context,
  { line, signal, ...texts }: CompareDefinitionsOptions,
  which: 'before' | 'after',
): Promise<Side | { readonly findings: readonly Finding[] }> {
  const { file, content } = texts[which];
  const conversion = await convertDefinition(context, {
    file,
    content,
    line,
    ...(signal === undefined ? {} : { signal }),
  });
  if (conversion.kind === 'refused') return { findings: conversion.findings };
  const { object } = conversion;
  return { file, object, template: findTemplate(object), written: findWrittenText(file, content) };
}

interface Sides {
  readonly options: CompareDefinitionsOptions;
  readonly before: Side;
  readonly after: Side;
}

async function compareParts(context: Context, sides: Sides): Promise<Changes> {
  const { before, after } = sides;
  if (before.template !== undefined && after.template !== undefined) {
    return compareTemplates(context, { ...sides, templates: [before.template, after.template] });
  }
  const [was, is] = [await readTerraform(before.object, before), await readTerraform(after.object, after)];
  if (was === undefined || is === undefined) {
    if (before.template === after.template && was === is) return { changes: [], findings: [] };
    const message = 'It is written in something else than before, and takes other parameters.';
    return { changes: [otherSchematic(message)], findings: [] };
  }
  return compareTerraform(was, is);
}

function otherSchematic(message: string): DefinitionChange {
  return { subject: 'template', path: ['spec', 'schematic'], kind: 'changed', breaking: true, bump: 'major', message };
}

async function compareTemplates(
  context: Context,
  { options, before, after, templates }: Sides & { readonly templates: readonly [string, string] },
): Promise<Changes> {
  const { line, signal } = options;
  const [was, is] = templates;
  if (was === is) return { changes: [], findings: [] };
  const ask = (from: string, to: string) =>
    context.engines.ask({
      engine: getReleaseLine(line).engine,
      operation: 'compare',
      request: { before: { name: before.file, text: from }, after: { name: after.file, text: to }, line },
      ...(signal === undefined ? {} : { signal }),
    });
  // The authors' texts have places; where they cannot be told apart from their files, the stored ones have to do.
  let outcome: EngineOutcome<'compare'> | undefined;
  const { written: from } = before;
  const { written: to } = after;
  const located = from !== undefined && to !== undefined;
  if (located) outcome = await ask(from.text, to.text);
  if (outcome === undefined || outcome.kind === 'error') outcome = await ask(was, is);
  if (outcome.kind === 'stopped')
    return { changes: [], findings: [toStopFinding(outcome, { file: after.file, line })] };
  if (outcome.kind === 'error') {
    const place = { rule: 'definition/invalid-template', file: after.file, line } as const;
    return { changes: [], findings: toDiagnosticFindings(outcome.diagnostics, place) };
  }
  const { closed } = await readTemplateParameters(context, { file: after.file, line, stored: is, written: to });
  const changes = outcome.value.changes.map((change) =>
    judgeParameterChange(placeChange(change, { from: from?.locate, to: to?.locate }), { closed }),
  );
  return { changes: changes.length > 0 ? changes : [otherRendering], findings: [] };
}

const otherRendering: DefinitionChange = {
  subject: 'template',
  path: ['spec', 'schematic', 'cue', 'template'],
  kind: 'changed',
  breaking: false,
  bump: 'patch',
  message: 'The template changed and its parameters did not: what it renders may differ.',
};

type Locate = TemplateText['locate'] | undefined;

function placeChange(
  change: ParameterChange,
  { from, to }: { readonly from: Locate; readonly to: Locate },
): ParameterChange {
  const place = (position: EnginePosition | undefined, locate: Locate) =>
    position === undefined || locate === undefined ? undefined : { file: position.file, ...locate(position) };
  const { beforeAt, afterAt, ...rest } = change;
  const [was, is] = [place(beforeAt, from), place(afterAt, to)];
  return { ...rest, ...(was === undefined ? {} : { beforeAt: was }), ...(is === undefined ? {} : { afterAt: is }) };
}

function compareTerraform(before: TerraformParts, after: TerraformParts): Changes {
  const findings = [...before.findings, ...after.findings].filter(({ severity }) => severity === 'error');
  if (findings.length > 0) return { changes: [], findings };
  if (before.module !== undefined || after.module !== undefined) return compareModules(before, after);
  const changes = compareParameters(before.parameters, after.parameters).map((change) =>
    judgeParameterChange(change, { closed: false }),
  );
  if (changes.length > 0 || before.configuration === after.configuration) return { changes, findings: [] };
  return { changes: [{ ...otherRendering, path: configurationPath }], findings: [] };
}

function compareModules(before: TerraformParts, after: TerraformParts): Changes {
  const [was, is] = [before, after].map(({ module }) => JSON.stringify(module ?? 'inline'));
  if (was === is) return { changes: [], findings: [] };
  const change: DefinitionChange = {
    subject: 'module',
    path: ['spec', 'schematic', 'terraform'],
    kind: 'changed',
    breaking: false,
    bump: 'minor',
    message:
      'The Terraform module is another one; whether its variables are the same is not known without fetching it.',
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
  };
  return { changes: [change], findings: [] };
}

/** Orders changes: what moves the version furthest first, then by subject and path. */
export function compareChanges(left: DefinitionChange, right: DefinitionChange): number {
  return (
    compareBumps(right.bump, left.bump) ||
    compareText(left.subject, right.subject) ||
    compareText(left.path.join('\0'), right.path.join('\0'))
  );
}
