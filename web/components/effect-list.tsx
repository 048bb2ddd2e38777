import type { VNode } from 'preact';
import type { Effect, EffectKind } from '../../schemas/effects.ts';
import type { PageContext } from '../context/page-context.ts';
import { MarkedText } from './marked-text.tsx';

interface EffectListProps {
  readonly context: PageContext;
  readonly effects: readonly Effect[];
  /** Address of a line of a file, or of the metadata when the file is empty; undefined where files have no page. */
  readonly toFileHref: (file: string, line: number) => string | undefined;
  readonly toDefinitionHref: (definition: string) => string | undefined;
}

const severities: readonly Effect['severity'][] = ['danger', 'notice', 'plain'];

/** What enabling brings into a cluster, by how much it matters and then by kind, each with its place. */
export function EffectList(props: EffectListProps): VNode {
  const text = props.context.strings.effects;
  return (
    <>
      {severities.map((severity) => {
        const members = props.effects.filter((effect) => effect.severity === severity);
        if (members.length === 0) return null;
        return (
          <section key={severity} class={`effects effects-${severity}`} aria-labelledby={`effects-${severity}`}>
            <h3 id={`effects-${severity}`}>
              <span class={`effect-mark effect-${severity}`}>{text.severity[severity]}</span>{' '}
              <span class="tab-count">{members.length}</span>
            </h3>
            {groupByKind(members).map(([kind, group]) => (
              <EffectGroup key={kind} {...props} kind={kind} effects={group} />
            ))}
          </section>
        );
      })}
    </>
  );
}

const maxOpen = 8;

/** Effects of one kind below the sentence that says what they mean; long groups of harmless things fold. */
function EffectGroup({ kind, ...props }: EffectListProps & { readonly kind: EffectKind }): VNode {
  const { context, effects } = props;
  const text = context.strings.effects;
  const places = groupByPlace(effects);
  const sentence = (
    <>
      {text.kinds[kind]} <span class="tab-count">{effects.length}</span>
    </>
  );
  const list = (
    <ul class="effect-list">
      {places.map((members, index) => (
        <EffectEntry key={index} {...props} members={members} />
      ))}
    </ul>
  );
  const folds = places.length > maxOpen && effects.every((effect) => effect.severity === 'plain');
  return folds ? (
    <details class="effect-group">
      <summary>{sentence}</summary>
      {list}
    </details>
  ) : (
    <div class="effect-group">
      <h4>{sentence}</h4>
      {list}
    </div>
  );
}

/** One thing at one place, and every object that it concerns. */
function EffectEntry({ members, ...props }: EffectListProps & { readonly members: readonly Effect[] }): VNode | null {
  const { context, toFileHref, toDefinitionHref } = props;
  const text = context.strings.effects;
  const [effect] = members;
  if (effect === undefined) return null;
  const { value, file, line, column, definition } = effect;
  const place = file === '' ? text.metadata : `${file}:${line}:${column}`;
  const href = toFileHref(file, line);
  const definitionHref = definition === undefined ? undefined : toDefinitionHref(definition);
  const subjects = new Set(
    members.map(({ subject }) => subject).filter((subject) => subject !== '' && subject !== value),
  );
  return (
    <li>
      <p class="effect-text">
        <MarkedText text={context.strings.machine.effect(effect)} />
      </p>
      {subjects.size > 0 && (
        <p class="effect-subjects">
          {[...subjects].map((subject) => (
            <code key={subject}>{subject}</code>
          ))}
        </p>
      )}
      <p class="effect-place">
        {href === undefined ? <span>{place}</span> : <a href={href}>{place}</a>}
        {definition !== undefined && (
          <span class="label">
            {text.onlyWhere} {definitionHref === undefined ? definition : <a href={definitionHref}>{definition}</a>}
          </span>
        )}
      </p>
    </li>
  );
}

/** Effects that say the same of the same place, which differ in their object only. */
function groupByPlace(effects: readonly Effect[]): readonly (readonly Effect[])[] {
  const groups = new Map<string, Effect[]>();
  for (const effect of effects) {
    const { value, file, line, column, definition } = effect;
    const key = JSON.stringify([value, file, line, column, definition]);
    groups.set(key, [...(groups.get(key) ?? []), effect]);
  }
  return [...groups.values()];
}

function groupByKind(effects: readonly Effect[]): readonly (readonly [EffectKind, readonly Effect[]])[] {
  const groups = new Map<EffectKind, Effect[]>();
  for (const effect of effects) groups.set(effect.kind, [...(groups.get(effect.kind) ?? []), effect]);
  return [...groups];
}
