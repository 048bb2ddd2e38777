import type { Finding } from '../../../schemas/finding.ts';
import { createSourceFinding } from '../source-rules.ts';
import type { SourceContent, SourceVersion } from '../types.ts';
import { toVersionIdentity } from '../version-identity.ts';

/** One addon as one step of a history holds it. `contentId` is the id of its Git tree. */
export interface HistoryAddon {
  readonly directory: string;
  readonly name: string;
  /** As the author wrote it. */
  readonly version: string;
  readonly contentId: string;
}

/** One first-parent commit (or one tag) and the addons that stood in it, ordered by directory. Steps that hold the same may share the array. */
export interface HistoryStep {
  readonly revision: string;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly addons: readonly HistoryAddon[];
}

export interface AdoptedHistory {
  /** In the order in which they first appeared. */
  readonly versions: readonly SourceVersion[];
  readonly findings: readonly Finding[];
}

interface Timeline {
  readonly name: string;
  readonly version: string;
  readonly published: string;
  readonly contents: Map<string, SourceContent>;
  readonly refused: Map<string, SourceContent>;
  content: SourceContent;
  directory: string;
  otherText: string | undefined;
}

/**
 * Derives the versions of a history by the rule of adoption: a version that appeared at or before step `adoptedIndex` is its last
 * content up to there, a later one is its first content, and whatever else comes under a sealed number is refused.
 * A pure function of the steps up to now: a longer history never changes the content of a version that a shorter one gave.
 */
export function adoptHistory(steps: readonly HistoryStep[], adoptedIndex: number): AdoptedHistory {
  const timelines = new Map<string, Timeline>();
  let previous: readonly HistoryAddon[] | undefined;
  for (const [index, step] of steps.entries()) {
    if (step.addons === previous) continue;
    previous = step.addons;
    const seen = new Set<string>();
    for (const addon of step.addons) {
      const key = toVersionIdentity(addon);
      // Two folders may claim one version; the first by name speaks for it.
      if (seen.has(key)) continue;
      seen.add(key);
      const timeline = timelines.get(key);
      if (timeline === undefined) timelines.set(key, startTimeline(addon, step));
      else extendTimeline(timeline, { addon, step, sealed: index > adoptedIndex });
    }
  }
  const all = [...timelines.values()];
  return { versions: all.map(toSourceVersion), findings: all.flatMap(findTwoSpellings) };
}

function startTimeline(addon: HistoryAddon, step: HistoryStep): Timeline {
  const content = toContent(addon, step);
  return {
    name: addon.name,
    version: addon.version,
    published: step.at,
    contents: new Map([[content.contentId, content]]),
    refused: new Map(),
    content,
    directory: addon.directory,
    otherText: undefined,
  };
}

interface Sighting {
  readonly addon: HistoryAddon;
  readonly step: HistoryStep;
  readonly sealed: boolean;
}

function extendTimeline(timeline: Timeline, { addon, step, sealed }: Sighting): void {
  if (addon.version !== timeline.version) timeline.otherText ??= addon.version;
  const known = timeline.contents.get(addon.contentId);
  const content = known ?? toContent(addon, step);
  if (known === undefined) timeline.contents.set(content.contentId, content);
  if (!sealed) {
    timeline.content = content;
    timeline.directory = addon.directory;
  } else if (addon.contentId !== timeline.content.contentId && !timeline.refused.has(addon.contentId)) {
    timeline.refused.set(addon.contentId, toContent(addon, step));
  }
}

function toContent(addon: HistoryAddon, step: HistoryStep): SourceContent {
  return { contentId: addon.contentId, revision: step.revision, at: step.at };
}

function toSourceVersion(timeline: Timeline): SourceVersion {
  return {
    name: timeline.name,
    version: timeline.version,
    directory: timeline.directory,
    content: timeline.content,
    published: timeline.published,
    contents: [...timeline.contents.values()],
    refused: [...timeline.refused.values()],
  };
}

function findTwoSpellings(timeline: Timeline): readonly Finding[] {
  if (timeline.otherText === undefined) return [];
  return [
    createSourceFinding('source/version-two-spellings', {
      file: timeline.directory === '' ? 'metadata.yaml' : `${timeline.directory}/metadata.yaml`,
      message: `addon "${timeline.name}" calls one version both "${timeline.version}" and "${timeline.otherText}"; the first spelling is kept`,
    }),
  ];
}
