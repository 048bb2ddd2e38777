import type { ReleaseLine } from '../../schemas/release-line.ts';
import { RegistryError } from '../errors.ts';
import type { RefusedAddon } from './types.ts';

/** The error of a rendering that a release line refuses: KubeVela's own message, and every finding. */
export function toNotRenderable({ message, findings }: RefusedAddon, line: ReleaseLine): RegistryError {
  return new RegistryError('NOT_RENDERABLE', message, { details: { line }, findings });
}
