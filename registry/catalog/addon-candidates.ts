import type { DefinitionKind } from '../../schemas/definition.ts';
import { type ReleaseLine, releaseLineSchema } from '../../schemas/release-line.ts';
import type { Digest } from '../digest.ts';
import type { DefinitionEntry } from '../storage/types.ts';
import { admitsLine } from '../version/admits-line.ts';
import { admits } from '../version/requirements.ts';
import { isListed } from './listed.ts';
import type { AddonQuery, AddonView, CatalogView, VersionView } from './types.ts';
import { worksOn } from './works-on.ts';

/** An addon that fits, with its listed versions that do, newest first, and the one of them that stands for it. */
export interface AddonCandidate {
  /** The catalog that was asked, which may be a union. */
  readonly catalog: string;
  readonly addon: AddonView;
  readonly admitted: readonly VersionView[];
  readonly shown: VersionView;
}

/** The ways in which a list of addons can be narrowed. */
export type AddonNarrowing = Pick<AddonQuery, 'catalog' | 'tag' | 'kind' | 'definition' | 'state'> &
  Pick<AddonQuery, 'vela' | 'works' | 'kubernetes'> & { readonly addon?: string };

/** What must hold: of versions, so that others are not looked at, or of the addon by the version that stands for it. */
export interface AddonCondition {
  readonly key: keyof AddonNarrowing;
  readonly admits?: (version: VersionView) => boolean;
  readonly holds?: (candidate: AddonCandidate) => boolean;
}

/** The definitions of each content, as the preferred line that judged it describes them. */
export type ContentDefinitions = ReadonlyMap<Digest, readonly DefinitionEntry[]>;

type ConditionOf = (values: readonly string[], contents: ContentDefinitions) => Omit<AddonCondition, 'key'>;

const conditions: { readonly [key in keyof AddonNarrowing]-?: ConditionOf } = {
  catalog: (values) => ({
    holds: ({ catalog, shown }) => values.includes(catalog) || values.includes(shown.catalog),
  }),
  addon: (values) => ({ holds: ({ addon }) => values.includes(addon.name) }),
  tag: (values) => ({ holds: ({ shown }) => shown.tags.some((tag) => values.includes(tag)) }),
  // No version stands for its addon that is yanked or quarantined: there it is about any version.
  state: (values) => ({
    holds: ({ addon, shown }) =>
      values.includes(shown.state) || addon.versions.some((each) => !isListed(each) && values.includes(each.state)),
  }),
  kind: (values, contents) => ({
    holds: ({ shown }) => listKinds(contents, shown).some((kind) => values.includes(kind)),
  }),
  definition: (values, contents) => ({
    holds: ({ shown }) => (contents.get(shown.treeDigest) ?? []).some(({ name }) => values.includes(name)),
  }),
  works: (values) => ({
    admits: (version) => values.some((line) => isReleaseLine(line) && worksOn(version, line)),
  }),
  vela: (values) => ({ admits: ({ requirements }) => values.some((vela) => admitsVela(requirements, vela)) }),
  kubernetes: (values) => ({
    admits: ({ requirements }) => values.some((kubernetes) => admits(requirements, { kubernetes })),
  }),
};

/** The condition that one of some values holds. */
export function toAddonCondition(
  key: keyof AddonNarrowing,
  values: readonly string[],
  contents: ContentDefinitions,
): AddonCondition {
  return { key, ...conditions[key](values, contents) };
}

/** A condition for each way in which a query narrows. */
export function toAddonConditions(narrowing: AddonNarrowing, contents: ContentDefinitions): readonly AddonCondition[] {
  return Object.keys(conditions).flatMap((name) => {
    // The keys of that table, and no others.
    const key = name as keyof AddonNarrowing;
    const value = narrowing[key];
    return value === undefined ? [] : [toAddonCondition(key, [value], contents)];
  });
}

/** Lists the addons of which everything holds, in the order of the views. */
export function listCandidates(
  views: readonly CatalogView[],
  wanted: readonly AddonCondition[],
): readonly AddonCandidate[] {
  const candidates: AddonCandidate[] = [];
  for (const { catalog, addons } of views) {
    for (const addon of addons) {
      const admitted = addon.versions.filter(
        (version) => isListed(version) && wanted.every(({ admits: isAdmitted }) => isAdmitted?.(version) ?? true),
      );
      const shown = findShown(addon, admitted);
      if (shown === undefined) continue;
      const candidate = { catalog, addon, admitted, shown };
      if (wanted.every(({ holds }) => holds?.(candidate) ?? true)) candidates.push(candidate);
    }
  }
  return candidates;
}

/** Kinds of the definitions that a version brings, each once. */
export function listKinds(contents: ContentDefinitions, { treeDigest }: VersionView): readonly DefinitionKind[] {
  return [...new Set((contents.get(treeDigest) ?? []).map(({ kind }) => kind))];
}

/** Whether a text names a release line. */
export function isReleaseLine(text: string): text is ReleaseLine {
  return releaseLineSchema.enum.some((line) => line === text);
}

function admitsVela(requirements: VersionView['requirements'], vela: string): boolean {
  return isReleaseLine(vela) ? admitsLine(requirements, vela) : admits(requirements, { vela });
}

function findShown(addon: AddonView, admitted: readonly VersionView[]): VersionView | undefined {
  if (addon.latest !== undefined && admitted.includes(addon.latest)) return addon.latest;
  return admitted.find((version) => !version.prerelease) ?? admitted[0];
}
