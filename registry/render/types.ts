import type { AddonMetadata } from '../../schemas/addon.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { FileTree } from '../addon/types.ts';
import type { EnginePosition, EnginePriority } from '../engine/types.ts';

export interface RenderOptions {
  readonly tree: FileTree;
  readonly metadata: AddonMetadata;
  readonly line: ReleaseLine;
  /** As the client parses them (rendering.md 1.2); `clusters` is one of them. */
  readonly parameters: JsonObject;
  /** Value of the label `addons.oam.dev/registry`. */
  readonly registry: string;
  /** Clusters beside `local` that the control plane knows, for the policy of `deployTo`; any name will do when they are not given. */
  readonly knownClusters?: readonly string[];
  /** How the client comes by the files: from a registry's archive, in which it does not find those whose path begins with the addon's name (default), or from a folder. */
  readonly delivery?: 'archive' | 'folder';
  /** Default: `interactive`, which engines answer first. */
  readonly priority?: EnginePriority;
  readonly signal?: AbortSignal;
}

/** One object that enabling writes. `from` is the file, or `application`. */
export interface RenderedObject {
  readonly from: string;
  readonly object: JsonObject;
  /** Left out by bind-component: its component is not in the Application (addon-package.md 5.4). */
  readonly applied: boolean;
  /** Places of the fields that effects look at, by path in the object. */
  readonly positions: readonly (EnginePosition & { readonly path: readonly string[] })[];
}

/** Everything that enabling writes, in the client's order. */
export interface RenderedAddon {
  readonly kind: 'rendered';
  readonly application: RenderedObject;
  /** Auxiliary objects: `outputs` sorted by key, definitions, config templates, UI schemas, views. */
  readonly auxiliary: readonly RenderedObject[];
  /** Absent without NOTES.cue or when it fails. */
  readonly notes?: string;
  /** The argument Secret; absent without arguments. */
  readonly secret?: JsonObject;
  /** What the client logs. */
  readonly warnings: readonly string[];
  /** Of definitions and notes; nothing here keeps the addon from being enabled. */
  readonly findings: readonly Finding[];
}

/** `conflicts` = looking for the definitions in the cluster; `annotations` = writing the definitions' names into the Application, which the client does last. */
export type RenderStage =
  | 'load'
  | 'application'
  | 'definitions'
  | 'conflicts'
  | 'config-templates'
  | 'ui-schemas'
  | 'views'
  | 'annotations';

/** That line's core refuses. */
export interface RefusedAddon {
  readonly kind: 'refused';
  /** What the installer prints: the first stage that fails. */
  readonly message: string;
  readonly stages: readonly { readonly stage: RenderStage; readonly message: string }[];
  /** Of all stages, each run alone; for that line. */
  readonly findings: readonly Finding[];
  /** Every error of all stages is an incomplete value: parameters may cure it. */
  readonly incomplete: boolean;
  /** What the stages that worked gave, for those who look at effects all the same. */
  readonly partial: readonly RenderedObject[];
}

export type RenderOutcome = RenderedAddon | RefusedAddon;
