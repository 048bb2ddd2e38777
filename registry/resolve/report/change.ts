import type { ResolveRequest, Suggestion } from '../../../schemas/resolution.ts';
import type { AddonUniverse, Fact } from '../types.ts';

/** What a change led to. */
export interface Outcome {
  /** The version of an addon that is then taken. */
  findVersion(name: string): string | undefined;
  /** Names of everything that is then taken, in the order of code units. */
  readonly names: readonly string[];
}

/** A change that may make it work. */
export interface Change {
  readonly kind: Suggestion['kind'];
  /** Of changes for one purpose the first that works is enough. */
  readonly purpose: string;
  readonly request: ResolveRequest;
  readonly universe: AddonUniverse;
  /** What to tell of it when it works; undefined when it is not worth telling. */
  tell(outcome: Outcome): (Omit<Suggestion, 'kind' | 'text'> & { readonly phrase: string }) | undefined;
}

/** What is to be changed. */
export interface Refused {
  readonly request: ResolveRequest;
  readonly universe: AddonUniverse;
  /** Facts that exclude one another. */
  readonly facts: readonly Fact[];
}
