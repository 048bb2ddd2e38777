import type { VNode } from 'preact';
import type { EffectKind } from '../../schemas/effects.ts';
import type { EffectDifference, VersionDiff } from '../../schemas/version-diff.ts';
import type { PageContext } from '../context/page-context.ts';
import { ChangeMark } from './change-marks.tsx';
import { MarkedText } from './marked-text.tsx';

const maxEffects = 150;

/** What enabling does to a cluster with one of two versions only: images, permissions, kinds and so on, the dangerous first. */
export function EffectDifferences({ context, diff }: { context: PageContext; diff: VersionDiff }): VNode {
  const text = context.strings.compare;
  const shown = diff.effects.slice(0, maxEffects);
  return (
    <>
      {groupByKind(shown).map(([kind, members]) => (
        <section key={kind} class="difference">
          <h3>{context.strings.effects.kinds[kind]}</h3>
          <ul class="effect-list">
            {members.map((member, index) => (
              <li key={index}>
                <p class="effect-text">
                  <ChangeMark context={context} change={member.change} />
                  <MarkedText text={context.strings.machine.effect(member.effect)} />
                </p>
                <Place context={context} diff={diff} difference={member} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {diff.effects.length > maxEffects && <p class="quiet">{text.more(diff.effects.length - maxEffects)}</p>}
    </>
  );
}

interface PlaceProps {
  readonly context: PageContext;
  readonly diff: VersionDiff;
  readonly difference: EffectDifference;
}

function Place({ context, diff, difference }: PlaceProps): VNode {
  const { subject, value, file, line } = difference.effect;
  const side = difference.change === 'vanished' ? diff.from : diff.to;
  const { catalog } = side;
  return (
    <p class="effect-place">
      {subject !== '' && subject !== value && <code>{subject}</code>}{' '}
      {catalog !== undefined && file !== '' && (
        <a href={context.links.file({ ...side, catalog }, file, line)}>
          {file}:{line}
        </a>
      )}
    </p>
  );
}

function groupByKind(
  effects: readonly EffectDifference[],
): readonly (readonly [EffectKind, readonly EffectDifference[]])[] {
  const groups = new Map<EffectKind, EffectDifference[]>();
  for (const each of effects) groups.set(each.effect.kind, [...(groups.get(each.effect.kind) ?? []), each]);
  return [...groups];
}
