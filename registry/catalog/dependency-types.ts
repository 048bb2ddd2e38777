import type { DependencyGraph, Dependent, GraphDirection } from '../../schemas/dependency-graph.ts';
import type { Language } from '../../schemas/language.ts';

/** Names one version, and the cluster that it is meant for. */
export interface DependencyReference {
  readonly catalog: string;
  readonly addon: string;
  /** Matched without a leading `v`; `latest` is the newest stable one. */
  readonly version: string;
  /** Versions of the cluster; absent: requirements on them are not looked at. */
  readonly vela?: string;
  readonly kubernetes?: string;
}

/** Which part of a graph is asked for. */
export interface GraphQuestion extends DependencyReference {
  /** Default: `dependencies`. */
  readonly direction?: GraphDirection;
  /** How many steps away; absent: all of them. */
  readonly depth?: number;
}

/** Tells what a version needs and who needs it. Throws RegistryError CATALOG_NOT_FOUND, ADDON_NOT_FOUND, VERSION_NOT_FOUND or INPUT_INVALID. */
export interface DependencyReader {
  /** A set that does not fit together is a graph with its conflict. */
  getDependencyGraph(question: GraphQuestion, options: { readonly lang: Language }): Promise<DependencyGraph>;
  /** By catalog in configured order, then by name. */
  listDependents(reference: DependencyReference): Promise<readonly Dependent[]>;
}
