import { RegistryError } from '../../registry/errors.ts';
import type { Want } from '../../schemas/resolution.ts';

/** Reads `[catalog/]name[@range]`; the range is not looked into. Throws INPUT_INVALID. */
export function parseWant(text: string): Want {
  const match = /^(?:([^/@]+)\/)?([^/@]+)(?:@(.*))?$/s.exec(text);
  const [, catalog, name, range = ''] = match ?? [];
  if (name === undefined) {
    throw new RegistryError('INPUT_INVALID', `"${text}" names no addon: it must be [catalog/]name[@range]`);
  }
  return {
    name,
    ...(range.trim() === '' ? {} : { range: range.trim() }),
    ...(catalog === undefined ? {} : { catalog }),
  };
}
