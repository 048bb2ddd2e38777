import type { DefinitionKind } from '../../schemas/definition.ts';
import type {
  DefinitionDetail,
  DefinitionHistory,
  DefinitionPage,
  DefinitionPlace,
} from '../../schemas/definition-catalogue.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { DefinitionReading } from '../definition/types.ts';

/** What one may narrow the list of definitions by; every field given must hold. */
export interface DefinitionQuery {
  /** Words as the search understands them, with typed filters such as `kind:trait`. */
  readonly q?: string;
  readonly kind?: DefinitionKind;
  readonly catalog?: string;
  readonly addon?: string;
  /** At most 100; default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

/** Names a definition; what is left out is chosen: the first catalog in configured order, the first addon by name, its newest stable version that is listed. */
export interface DefinitionReference {
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly catalog?: string;
  readonly addon?: string;
  readonly version?: string;
  /** Default: the newest line that is no alpha. */
  readonly line?: ReleaseLine;
}

/** A definition as a file for clients. */
export interface DefinitionFile {
  readonly text: string;
  /** The version whose definition it is, and the others that bring one of that name, one for each addon. */
  readonly shown: DefinitionPlace;
  readonly others: readonly DefinitionPlace[];
}

/** X-Definitions over all catalogs. Throws RegistryError DEFINITION_NOT_FOUND, VERSION_QUARANTINED, DEFINITION_REFUSED, INPUT_INVALID or ENGINE_UNAVAILABLE. */
export interface DefinitionReader {
  listDefinitions(query: DefinitionQuery): Promise<DefinitionPage>;
  getDefinition(reference: DefinitionReference): Promise<DefinitionDetail>;
  /** Of one addon: the one named, or the default owner. */
  getDefinitionHistory(reference: Omit<DefinitionReference, 'version' | 'line'>): Promise<DefinitionHistory>;
  /** `yaml`: the object as enabling writes it. `cue`: the author's text, or made from the object. */
  getDefinitionFile(reference: DefinitionReference, form: 'cue' | 'yaml'): Promise<DefinitionFile>;
}

/** Makes of a definition's text what a release line makes of it. Throws RegistryError ENGINE_UNAVAILABLE or ENGINE_BUSY. */
export interface DefinitionInterpreter {
  readDefinition(question: {
    /** Path that findings name; its extension tells the form. */
    readonly file: string;
    readonly content: Uint8Array;
    readonly line: ReleaseLine;
  }): Promise<DefinitionReading>;
  /** The CUE form of an object. */
  toCue(object: JsonObject): string;
}
