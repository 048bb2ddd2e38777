import type { DefinitionDocument } from '../../../schemas/definition.ts';

/** Whether the configuration of a Terraform definition is fetched by the controller, so that its variables cannot be known here (apis/core.oam.dev/common, Terraform). */
export function isRemoteTerraform({ schematic, object }: DefinitionDocument): boolean {
  if (schematic !== 'terraform') return false;
  return readField(readField(readField(readField(object, 'spec'), 'schematic'), 'terraform'), 'type') === 'remote';
}

function readField(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
