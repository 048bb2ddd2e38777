import { type Effect, type EffectKind, effectKindSchema } from '../../../schemas/effects.ts';
import { compareText } from '../../findings.ts';
import type { LocatedDocument, LocatedObject } from '../located/located-value.ts';
import { walkObjects } from '../located/walk-objects.ts';
import { detectClusterObjects } from './cluster-objects.ts';
import { detectContainers } from './containers.ts';
import { type EffectDetector, type FoundEffect, findSubject } from './effect-scope.ts';
import { detectPermissions } from './permissions.ts';
import { detectRemoteContent } from './remote-content.ts';

const detectors: readonly EffectDetector[] = [
  detectPermissions,
  detectContainers,
  detectClusterObjects,
  detectRemoteContent,
];

/**
 * Lists what documents bring into a cluster, the dangerous first, each thing once. What is written but not rendered with default
 * parameters is marked `conditional`; what only a definition brings names it.
 */
export function findEffects(documents: readonly LocatedDocument[]): readonly Effect[] {
  const rendered = documents.filter(({ origin }) => origin === 'rendered').flatMap(listEffects);
  const written = documents.filter(({ origin }) => origin === 'text').flatMap(listEffects);
  const places = new Map(written.map((each) => [toLabelKey(each), each.place]));
  const happening = new Set(rendered.map(toLabelKey));
  const hasRendering = documents.some(({ origin }) => origin === 'rendered');
  const effects = [
    ...rendered.map((each) => toEffect({ ...each, place: places.get(toLabelKey(each)) ?? each.place })),
    ...written
      .filter((each) => !happening.has(toLabelKey(each)))
      .map((each) => ({
        ...toEffect(each),
        ...(hasRendering && each.definition === undefined ? { conditional: true } : {}),
      })),
  ];
  const unique = new Map(effects.map((effect) => [JSON.stringify(effect), effect]));
  return [...unique.values()].sort(compareEffects);
}

interface OwnedEffect extends FoundEffect {
  readonly subject: string;
  readonly definition: string | undefined;
}

// Rendering and text may point at different columns of one line.
function toLabelKey({ kind, place, label = place }: OwnedEffect): string {
  return JSON.stringify([kind, label.file, label.line]);
}

function toEffect({ kind, severity, subject, value, phrase, place, definition }: OwnedEffect): Effect {
  return {
    kind,
    severity,
    subject,
    value,
    ...(phrase === undefined ? {} : { phrase }),
    ...place,
    ...(definition === undefined ? {} : { definition }),
  };
}

function listEffects({ root, definition }: LocatedDocument): readonly OwnedEffect[] {
  const effects: OwnedEffect[] = [];
  walkObjects(root, (object, around) => {
    for (const detect of detectors) {
      for (const found of detect(object)) {
        const subject = findNearestSubject(object, around.objects) ?? definition ?? '';
        effects.push({ ...found, subject, definition });
      }
    }
  });
  return effects;
}

function findNearestSubject(object: LocatedObject, ancestors: readonly LocatedObject[]): string | undefined {
  for (const candidate of [object, ...ancestors]) {
    const subject = findSubject(candidate);
    if (subject !== undefined) return subject;
  }
  return undefined;
}

const rank = new Map<EffectKind, number>(effectKindSchema.enum.map((kind, index) => [kind, index]));
const severityRank: Record<Effect['severity'], number> = { danger: 0, notice: 1, plain: 2 };

function compareEffects(left: Effect, right: Effect): number {
  return (
    severityRank[left.severity] - severityRank[right.severity] ||
    (rank.get(left.kind) ?? 0) - (rank.get(right.kind) ?? 0) ||
    compareText(left.file, right.file) ||
    left.line - right.line ||
    left.column - right.column ||
    compareText(left.subject, right.subject)
  );
}
