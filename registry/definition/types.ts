import type { DefinitionDocument } from '../../schemas/definition.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { JsonObject } from '../../schemas/json.ts';

/** A definition as a release line stores it, or why it does not. */
export type DefinitionConversion =
  | {
      readonly kind: 'converted';
      readonly file: string;
      /** The object in `vela-system`, as the addon installer of that line applies it. */
      readonly object: JsonObject;
      readonly findings: readonly Finding[];
    }
  | {
      readonly kind: 'refused';
      readonly file: string;
      /** KubeVela's own text from below `render definition file …` or `fail to render definition: …`. */
      readonly message: string;
      readonly findings: readonly Finding[];
    };

/** A definition in full for documents and pages, or only why there is none. */
export interface DefinitionReading {
  readonly conversion: DefinitionConversion;
  /** Absent when the conversion was refused. */
  readonly document?: DefinitionDocument;
  /** Of the parts beyond conversion: template, schema, parameters. */
  readonly findings: readonly Finding[];
}
