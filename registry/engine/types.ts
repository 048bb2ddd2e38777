import type { JsonObject, JsonValue } from '../../schemas/json.ts';
import type { Parameter } from '../../schemas/parameter.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';

/** The CUE release that an engine contains. */
export type EngineName = '0.5.0' | '0.9.2' | '0.14.1';

/** A text with the path that positions refer to. */
export interface EngineFile {
  readonly name: string;
  readonly text: string;
}

/** Line and column count from 1; the column in UTF-16 units. `file` is the name that the request gave. */
export interface EnginePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that CUE or KubeVela's own code said; with `position` when it knows a place in the author's text. */
export interface EngineDiagnostic {
  /** What it happened in: `parse`, `build`, `lookup`, `export`, `schema`, … */
  readonly stage: string;
  /** Without positions. */
  readonly message: string;
  /** Path of the value that is meant, such as `["output", "spec", "components", "0"]`. */
  readonly path: readonly string[];
  readonly position?: EnginePosition;
  /** Other places that take part, such as the second of two values that conflict. */
  readonly also: readonly EnginePosition[];
  /** The value is only not concrete (yet): giving more input may cure it. */
  readonly incomplete?: true;
}

/** Which of KubeVela's CUE packages a text may import (definitions.md section 11.1). `plain`: the standard library only. */
export type ImportContext = 'plain' | 'default' | 'workload' | 'config';

/** A value that was exported, and where parts of it stand. */
export interface ExportedValue {
  readonly value: JsonValue;
  /** Places of the fields named by `locate`, by their path in the value; never below `openAPIV3Schema`. */
  readonly positions: readonly (EnginePosition & { readonly path: readonly string[] })[];
}

/** How a text uses what it declares, per file. */
export interface CueFacts {
  readonly file: string;
  readonly package?: string;
  readonly imports: readonly (EnginePosition & {
    readonly path: string;
    readonly used: boolean;
    /** Known to this engine in the context that was asked for. */
    readonly known: boolean;
    /** `#Name` and field selectors used of it, without those that it does not export. */
    readonly missing: readonly string[];
  })[];
  readonly topLevel: readonly (EnginePosition & { readonly name: string })[];
  /**
   * Reads of `parameter.…`, also through aliases, `let` and loops (`[]`: an element of a list, `*`: a value of a map). `guarded`: every part of
   * the path that may be absent is tested by an `if` around the read, or nothing is lost without it; where none may be absent, the
   * parameter is tested or has a default.
   */
  readonly parameterReads: readonly (EnginePosition & {
    readonly path: readonly string[];
    readonly guarded: boolean;
  })[];
  /** Reads of `context.…`. */
  readonly contextReads: readonly (EnginePosition & { readonly path: readonly string[] })[];
  /** Operators of `a + b` and `a * n` whose operands are lists, as far as the syntax tells; of a chain in one line the first. */
  readonly listArithmetic: readonly (EnginePosition & { readonly operator: '+' | '*' })[];
  /** Unquoted labels `error:`. */
  readonly errorLabels: readonly EnginePosition[];
  /** Identifiers that nothing in the file, its package, the standard names (`parameter`, `context`, …) or CUE declares. */
  readonly unresolved: readonly (EnginePosition & { readonly name: string })[];
  /** Names declared by `let`, aliases or hidden fields that nothing uses. */
  readonly unused: readonly (EnginePosition & { readonly name: string; readonly kind: 'let' | 'alias' | 'hidden' })[];
  /** Fields marked `!`. */
  readonly requiredFields: readonly EnginePosition[];
}

/** One difference of two parameter schemas, judged by CUE's own subsumption. */
export interface ParameterChange {
  /** `[]` stands for an element of a list, `*` for a value of a map. */
  readonly path: readonly string[];
  readonly kind:
    | 'added'
    | 'removed'
    | 'retyped'
    | 'tightened'
    | 'widened'
    | 'default-added'
    | 'default-changed'
    | 'default-removed'
    | 'required'
    | 'optional'
    | 'closed'
    | 'opened'
    | 'immutable'
    | 'mutable';
  /** Values that were fine before may be refused, ignored or missing now. */
  readonly breaking: boolean;
  /** CUE text of the field before and after. */
  readonly before?: string;
  readonly after?: string;
  readonly beforeAt?: EnginePosition;
  readonly afterAt?: EnginePosition;
}

/** What an engine can be asked, and what it answers when the answer is not an error. */
export interface EngineOperations {
  /** `template.cue` with its context and the resources of its package, as `pkg/addon/render.go` builds them (rendering.md 5.2). */
  readonly template: {
    readonly request: {
      readonly template: EngineFile;
      /** Context text (rendering.md 5.1), without package clause. */
      readonly context: EngineFile;
      readonly files: readonly EngineFile[];
      /** Rewrite as `kubevelafix` does (rendering.md section 10, first row). */
      readonly fix: boolean;
      /** Field names whose places are wanted. */
      readonly locate: readonly string[];
    };
    readonly response: {
      /** Always an exported JSON value; whether it is an Application is for others to say. */
      readonly output: ExportedValue;
      /** Absent when the template has none. */
      readonly outputs?: ExportedValue;
      /** Files that were left out because of their package clause. */
      readonly skipped: readonly string[];
    };
  };
  /** One resource without `template.cue`'s package (rendering.md 5.4, step 3); `output` absent when the file has none. */
  readonly component: {
    readonly request: {
      readonly context: EngineFile;
      readonly file: EngineFile;
      readonly locate: readonly string[];
    };
    readonly response: { readonly package?: string; readonly output?: ExportedValue };
  };
  /** Package clause of a file; absent when it has none. Fails when the file does not parse. */
  readonly package: {
    readonly request: { readonly file: EngineFile };
    readonly response: { readonly package?: string };
  };
  /** The field `notes` of context + NOTES.cue as one text (rendering.md section 8). */
  readonly notes: {
    readonly request: { readonly context: EngineFile; readonly file: EngineFile };
    readonly response: { readonly notes: string };
  };
  /** A view compiled with CueX (addon-package.md 5.2); refused without `status` or `export`. */
  readonly view: {
    readonly request: { readonly file: EngineFile; readonly line: ReleaseLine };
    readonly response: Record<string, never>;
  };
  /** A config template (addon-package.md 5.3): its metadata, the OpenAPI schema of `template.parameter` and the writer. */
  readonly configTemplate: {
    readonly request: { readonly file: EngineFile; readonly line: ReleaseLine };
    readonly response: {
      readonly metadata: JsonObject;
      readonly schema: JsonObject;
      readonly expandedWriter: JsonObject;
    };
  };
  /** KubeVela's OpenAPI schema of `parameter` (rendering.md section 9). */
  readonly schema: {
    readonly request: { readonly file: EngineFile; readonly line: ReleaseLine };
    readonly response: { readonly schema: JsonObject };
  };
  /** A definition in CUE form (definitions.md section 2, steps 1 to 6). */
  readonly definition: {
    readonly request: { readonly file: EngineFile; readonly line: ReleaseLine };
    readonly response: {
      readonly name: string;
      /** As written; the empty text when it is missing. */
      readonly type: string;
      readonly alias: string;
      readonly description: string;
      readonly annotations: Readonly<Record<string, string>>;
      readonly labels: Readonly<Record<string, string>>;
      /** `.spec` without schematic. */
      readonly attributes: JsonObject;
      /** Keys beside the known ones, which KubeVela drops. */
      readonly ignored: readonly (EnginePosition & { readonly key: string })[];
      /** Imports and template body, formatted as this line stores them. */
      readonly template: string;
      /** Where metadata and attributes stand, by path such as `["attributes", "appliesToWorkloads"]`. */
      readonly positions: readonly (EnginePosition & { readonly path: readonly string[] })[];
    };
  };
  /** Everything that CUE finds wrong with texts of one package, of all files; positions are the author's, also after the rewrite of `upgrade`. */
  readonly vet: {
    readonly request: {
      readonly files: readonly EngineFile[];
      readonly context: ImportContext;
      readonly line: ReleaseLine;
      /** Apply the rewrites of 1.11 first (definitions.md 12.2). */
      readonly upgrade: boolean;
      /** Names that exist although nothing declares them, such as `context`. */
      readonly ambient: readonly string[];
    };
    readonly response: { readonly diagnostics: readonly EngineDiagnostic[] };
  };
  /** The parameter tree of `parameter`, for documents and forms. */
  readonly describe: {
    readonly request: { readonly file: EngineFile; readonly line: ReleaseLine };
    readonly response: { readonly parameters: readonly Parameter[]; readonly closed: boolean };
  };
  readonly facts: {
    readonly request: {
      readonly files: readonly EngineFile[];
      readonly context: ImportContext;
      readonly line: ReleaseLine;
    };
    readonly response: { readonly files: readonly CueFacts[] };
  };
  /** Differences of `parameter` in two texts. */
  readonly compare: {
    readonly request: { readonly before: EngineFile; readonly after: EngineFile; readonly line: ReleaseLine };
    readonly response: { readonly changes: readonly ParameterChange[] };
  };
  /** The text as the automatic upgrade of 1.11 rewrites it (definitions.md 12.2). */
  readonly upgrade: {
    readonly request: { readonly file: EngineFile };
    readonly response: { readonly text: string; readonly applied: readonly string[] };
  };
}

export type EngineOperation = keyof EngineOperations;

/** What came of a question: an answer, an error of the content, or an engine that had to be stopped. */
export type EngineOutcome<Operation extends EngineOperation> =
  | { readonly kind: 'answer'; readonly value: EngineOperations[Operation]['response'] }
  | {
      readonly kind: 'error';
      /** KubeVela's own error text, as far as it comes from below the function that the operation stands for. */
      readonly message: string;
      /** All errors, not only the first; never empty. */
      readonly diagnostics: readonly EngineDiagnostic[];
    }
  | {
      readonly kind: 'stopped';
      readonly reason: 'time' | 'memory' | 'depth' | 'size' | 'crash';
      readonly message: string;
    };

/** Whether somebody waits for the answer. */
export type EnginePriority = 'interactive' | 'background';

export interface EngineQuestion<Operation extends EngineOperation> {
  readonly engine: EngineName;
  readonly operation: Operation;
  readonly request: EngineOperations[Operation]['request'];
  /** Default: `interactive`, which goes before `background`. */
  readonly priority?: EnginePriority;
  /** Takes a question back that waits, and stops one that runs. */
  readonly signal?: AbortSignal;
}

/** Asks the evaluators that the KubeVela releases embed. Content never makes it throw; an aborted `signal`, ENGINE_UNAVAILABLE and ENGINE_BUSY do. */
export interface Engines {
  ask<Operation extends EngineOperation>(question: EngineQuestion<Operation>): Promise<EngineOutcome<Operation>>;
}

/** Tells which build of an engine answers: the digest of its artefact, for the names of what is kept. Throws ENGINE_UNAVAILABLE. */
export interface EngineRevisions {
  getRevision(engine: EngineName): Promise<string>;
}

/** Engines that run somewhere and have to be ended. */
export interface OpenEngines extends Engines, EngineRevisions {
  close(): Promise<void>;
}
