import type { Finding } from '../../schemas/finding.ts';
import { convertDefinition } from '../definition/convert-definition.ts';
import type { DefinitionConversion } from '../definition/types.ts';
import type { ElementFile } from './client-package.ts';
import { isCue } from './client-package.ts';
import type { RenderSession } from './render-session.ts';
import { done, failedWith, type StageFault, type StageOutcome } from './stage-outcome.ts';
import type { RenderedObject } from './types.ts';

/** Definitions as they are written, and what is noteworthy about them. */
export interface DefinitionStage {
  readonly objects: readonly Omit<RenderedObject, 'applied'>[];
  readonly findings: readonly Finding[];
}

/** Renders the definitions, YAML first, then CUE (`RenderDefinitions`). */
export async function renderDefinitions({
  engines,
  addon,
  options,
}: RenderSession): Promise<StageOutcome<DefinitionStage>> {
  const conversions = await Promise.all(
    addon.definitions.map(async (file) => {
      const conversion = await convertDefinition(
        { engines },
        { file: file.path, content: file.text, line: options.line },
      );
      return { file, conversion };
    }),
  );
  const faults = conversions.flatMap(({ file, conversion }) => toFaults(file, conversion));
  const objects = conversions.flatMap(({ file, conversion }) =>
    conversion.kind === 'converted' ? [{ from: file.path, object: conversion.object, positions: [] }] : [],
  );
  return (
    failedWith(faults) ?? done({ objects, findings: conversions.flatMap(({ conversion }) => conversion.findings) })
  );
}

function toFaults(file: ElementFile, conversion: DefinitionConversion): readonly StageFault[] {
  if (conversion.kind === 'converted') return [];
  const { message, findings } = conversion;
  const wrapped = isCue(file)
    ? `fail to render definition: ${file.name} in cue's format: ${message}`
    : `render definition file ${file.name}: ${message}`;
  return [{ message: wrapped, findings, incomplete: false }];
}
