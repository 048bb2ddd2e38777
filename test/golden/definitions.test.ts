import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { convertDefinition } from '../../registry/definition/convert-definition.ts';
import { withNamespace } from '../../registry/definition/convert-yaml.ts';
import { openEngines } from '../../registry/engine/open-engines.ts';
import { releaseLines } from '../../registry/version/release-lines.ts';
import { isJsonObject, type JsonValue } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { type GoldenDefinition, listGoldenDefinitions } from './definition-files.ts';

const golden = inject('golden');
const engines = openEngines({ root: fileURLToPath(new URL('../..', import.meta.url)) });
afterAll(() => engines.close());

const definitions = 'missing' in golden ? [] : listGoldenDefinitions(golden.folder);
const missing = 'missing' in golden ? ` (skipped: ${golden.missing})` : '';

describe.skipIf('missing' in golden).each(releaseLines)(`definitions on $line${missing}`, ({ line }) => {
  const ofLine = definitions.filter((each) => each.line === line);

  test('none is left out', () => {
    expect(ofLine).toHaveLength(354);
  });

  test('each converts to the object that KubeVela makes, or is refused with its words at a place', async () => {
    const differences: object[] = [];
    for (const { file, golden: expected } of ofLine) {
      const difference = await compareConversion(expected, line);
      if (difference !== undefined) differences.push({ file, ...difference });
    }
    expect(differences).toEqual([]);
  });

  test('each has the schema that KubeVela makes of its parameters, or none for the same reason', async () => {
    const differences: object[] = [];
    for (const { file, golden: expected } of ofLine) {
      const difference = await compareSchema(expected, line);
      if (difference !== undefined) differences.push({ file, ...difference });
    }
    expect(differences).toEqual([]);
  });
});

async function compareConversion(expected: GoldenDefinition, line: ReleaseLine): Promise<object | undefined> {
  const { source, format, crd, vet } = expected;
  const conversion = await convertDefinition({ engines }, { file: `x.${format}`, content: source, line });
  if (conversion.kind === 'refused') {
    const [finding] = conversion.findings;
    const isPlaced = finding?.severity === 'error' && finding.line > 1;
    return conversion.message === vet?.message && isPlaced ? undefined : { vet, conversion };
  }
  // The data shows the object before the installer puts it into its namespace.
  const wanted = crd === undefined ? undefined : withNamespace(crd);
  return isDeepStrictEqual(conversion.object, wanted) ? undefined : { vet, wanted, object: conversion.object };
}

async function compareSchema(
  { crd, schema, schemaError }: GoldenDefinition,
  line: ReleaseLine,
): Promise<object | undefined> {
  const template = textAt(crd, 'spec', 'schematic', 'cue', 'template');
  if (template === undefined) return schema === undefined && schemaError === undefined ? undefined : { schema };
  const { engine } = releaseLines.find((each) => each.line === line) ?? { engine: undefined };
  if (engine === undefined) throw new Error(`no release line ${line}`);
  const outcome = await engines.ask({
    engine,
    operation: 'schema',
    request: { file: { name: 'template.cue', text: template }, line },
  });
  if (outcome.kind === 'answer') {
    return isDeepStrictEqual(outcome.value.schema, schema) ? undefined : { schema, schemaError, outcome };
  }
  return outcome.message === schemaError ? undefined : { schema, schemaError, outcome };
}

function textAt(value: JsonValue | undefined, ...path: readonly string[]): string | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' ? value : undefined;
  return isJsonObject(value) ? textAt(value[key], ...rest) : undefined;
}
