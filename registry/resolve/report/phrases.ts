import type { DefinitionKind } from '../../../schemas/definition.ts';
import type { SystemName } from '../types.ts';

/** Neighbours in the list of an addon's versions. */
export interface VersionRun {
  readonly newest: string;
  readonly oldest: string;
  readonly count: number;
  /** Only where versions of several catalogs are told. */
  readonly catalog?: string;
}

/** Some versions of an addon, as people speak of them. */
export interface VersionsPhrase {
  readonly name: string;
  /** Only where other catalogs have the addon too, and these versions are of one. */
  readonly catalog?: string;
  /** `every`: all of that catalog, or of all catalogs, that can be chosen. */
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
  /** The pre-release whose `v` is what cannot be read. */
  readonly lost?: string;
}

/** Versions that would fit, were they not kept away. */
export type HiddenVersions = {
  readonly versions: VersionList;
} & (
  | { readonly reason: 'yanked'; readonly isPerson: boolean }
  | { readonly reason: 'quarantined' }
  /** `name`: one that a range could name. */
  | { readonly reason: 'prerelease'; readonly name: string | undefined }
  /** With them no range can be compared. */
  | { readonly reason: 'unreadable' }
  /** Another catalog goes before the one that has them. */
  | { readonly reason: 'elsewhere'; readonly has: string; readonly first: string }
);

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

/** What versions of an addon ask for. */
export interface NeedParts {
  /** At least one. */
  readonly parts: readonly { readonly versions: VersionsPhrase; readonly ask: Ask }[];
  /** Versions beyond those, each with another range. */
  readonly more: number;
  /** Whether there is nothing for any of them, and the same list to tell so. */
  readonly isSame: boolean;
}

/** What versions of an addon ask of the system. */
export interface RequirementParts {
  /** At least one. */
  readonly parts: readonly {
    readonly versions: VersionsPhrase;
    readonly range: string;
    readonly unreadable: UnreadableRange | undefined;
  }[];
  /** Versions beyond those, each with another range. */
  readonly more: number;
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
  /** Of the system or of what is installed; empty where none would do. */
  readonly version: string;
  /** Addons that ask for it. */
  readonly by: readonly string[];
  /** Whether the person asks for it too. */
  readonly wanted: boolean;
}

/** What people can do where no change of the request helps. */
export interface Remedy {
  /** Addons that no catalog has. */
  readonly missing: readonly string[];
  /** Addons that ask for what there is not. */
  readonly askers: readonly string[];
}

/** An installed addon and where it would go. */
export interface Move {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
