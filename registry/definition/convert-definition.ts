import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { Engines } from '../engine/types.ts';
import { convertCue } from './convert-cue.ts';
import { convertYaml } from './convert-yaml.ts';
import { decodeText } from './decode-text.ts';
import type { DefinitionConversion } from './types.ts';

export interface ConvertDefinitionOptions {
  /** Path that findings name; its extension tells the form. */
  readonly file: string;
  readonly content: string | Uint8Array;
  readonly line: ReleaseLine;
  readonly signal?: AbortSignal;
}

/**
 * Turns a definition file into the object that the addon installer of a release line applies: CUE as `vela def render` does
 * (definitions.md section 2), YAML as it is, both in `vela-system`. What that line refuses is told with KubeVela's text and findings.
 */
export async function convertDefinition(
  context: { readonly engines: Engines },
  options: ConvertDefinitionOptions,
): Promise<DefinitionConversion> {
  const { file, line, signal } = options;
  const decoded = decodeText(file, options.content);
  if (!decoded.ok) return { kind: 'refused', file, message: decoded.finding.message, findings: [decoded.finding] };
  const { text } = decoded;
  if (!file.endsWith('.cue')) return convertYaml(file, text);
  return convertCue(context, { file, text, line, ...(signal === undefined ? {} : { signal }) });
}
