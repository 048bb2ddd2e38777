import type { DefinitionKind } from '../../../schemas/definition.ts';
import type { SystemName } from '../types.ts';

/** Neighbours in the list of an addon's versions. */
export interface VersionRun {
  readonly newest: string;
  readonly oldest: string;
  readonly count: number;
  /** Only where the versions of an addon are spread over several catalogs. */
  readonly catalog?: string;
}

/** Some versions of an addon, as people speak of them. */
export interface VersionsPhrase {
  readonly name: string;
  /** `every`: all that can be chosen. */
  readonly extent: 'none' | 'some' | 'every';
  readonly count: number;
  /** Newest first, as many as people can read at once. */
  readonly runs: readonly VersionRun[];
  /** Versions that stand in none of the runs. */
  readonly more: number;
}

/** The newest of a list, and how many follow. */
export interface VersionList {
  readonly shown: readonly string[];
  readonly more: number;
}

/** What there is for somebody who asks for an addon. */
export type Fit =
  | { readonly kind: 'all' }
  | { readonly kind: 'some'; readonly fitting: VersionList }
  | { readonly kind: 'none'; readonly listed: VersionList }
  /** No catalog has it. */
  | { readonly kind: 'unknown'; readonly nearest?: string }
  /** Only a catalog has it from which addons of another may not take dependencies. */
  | { readonly kind: 'stranger'; readonly has: string; readonly may: string }
  | UnreadableRange;

/** A range that says nothing. */
export interface UnreadableRange {
  readonly kind: 'unreadable';
  /** Its `v` in a pre-release is what cannot be read. */
  readonly lostLetter: boolean;
}

/** Versions that would fit, were they not kept away. */
export interface HiddenVersions {
  readonly reason: 'yanked' | 'quarantined' | 'prerelease';
  readonly versions: VersionList;
}

/** Somebody asks for an addon in a range. */
export interface Ask {
  readonly name: string;
  /** Empty: any version. */
  readonly range: string;
  /** Only where it matters from which catalogs it may come. */
  readonly catalogs?: readonly string[];
  readonly fit: Fit;
  readonly hidden: readonly HiddenVersions[];
}

/** A definition that an addon uses. */
export interface UsedDefinition {
  readonly kind: DefinitionKind;
  readonly name: string;
}

/** Whom a conflict is about. */
export interface Headline {
  /** Wanted addons, with their ranges. */
  readonly wants: readonly string[];
  readonly systems: readonly { readonly system: SystemName; readonly version: string }[];
  readonly installed: readonly { readonly name: string; readonly version: string }[];
}

/** What follows from several facts: with those of `given`, one of `then` has to be chosen. */
export interface Consequence {
  readonly given: readonly VersionsPhrase[];
  readonly then: readonly VersionsPhrase[];
}

/** Where everything comes together: the package that nothing is left of. */
export interface Conclusion {
  readonly name: string;
  readonly kind: 'addon' | 'installed' | SystemName | 'branch' | 'nowhere';
  /** Of the system or of what is installed. */
  readonly version: string;
  /** Addons that ask for it. */
  readonly by: readonly string[];
  /** Whether the person asks for it too. */
  readonly wanted: boolean;
}

/** An installed addon and where it would go. */
export interface Move {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
