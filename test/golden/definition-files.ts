import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseLines } from '../../registry/version/release-lines.ts';
import type { JsonObject, JsonValue } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';

/** What one release line's own code said of one definition file. */
export interface GoldenDefinition {
  readonly source: string;
  readonly format: 'cue' | 'yaml';
  /** The object as stored, before the addon installer sets its namespace; absent when it was refused. */
  readonly crd?: JsonObject;
  readonly schema?: JsonValue;
  readonly schemaError?: string;
  /** Where the corpus has it, as `addon version file`. */
  readonly in: readonly string[];
  /** Null for YAML, which is not vetted. */
  readonly vet: { readonly ok: boolean; readonly message?: string } | null;
}

/** Reads every definition of the golden data for each line, with what `sameAs` stands for filled in. */
export function listGoldenDefinitions(
  folder: string,
): readonly { readonly line: ReleaseLine; readonly file: string; readonly golden: GoldenDefinition }[] {
  return releaseLines.flatMap(({ line }) =>
    readdirSync(join(folder, line, 'definitions'))
      .sort()
      .map((file) => ({ line, file, golden: readDefinition(folder, { line, file }) })),
  );
}

function readDefinition(folder: string, place: { line: string; file: string }): GoldenDefinition {
  const text = readFileSync(join(folder, place.line, 'definitions', place.file), 'utf8');
  const content: GoldenDefinition | { readonly sameAs: string } = JSON.parse(text);
  return 'sameAs' in content ? readDefinition(folder, { line: content.sameAs, file: place.file }) : content;
}
