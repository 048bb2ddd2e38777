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
  const sentence = (
    <>
      {text.kinds[kind]} <span class="tab-count">{effects.length}</span>
    </>
  );
  const list = (
    <ul class="effect-list">
      {effects.map((effect, index) => (
        <EffectEntry key={index} {...props} effect={effect} />
      ))}
    </ul>
  );
  const folds = effects.length > maxOpen && effects.every((effect) => effect.severity === 'plain');
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

function EffectEntry({ effect, ...props }: EffectListProps & { readonly effect: Effect }): VNode {
  const { context, toFileHref, toDefinitionHref } = props;
  const text = context.strings.effects;
  const { file, line, column, definition } = effect;
  const place = file === '' ? text.metadata : `${file}:${line}:${column}`;
  const href = toFileHref(file, line);
  const definitionHref = definition === undefined ? undefined : toDefinitionHref(definition);
  return (
    <li>
      <p class="effect-text">
        <MarkedText text={effect.value} />{' '}
        {effect.subject !== '' && effect.subject !== effect.value && <code class="quiet">{effect.subject}</code>}
      </p>
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

function groupByKind(effects: readonly Effect[]): readonly (readonly [EffectKind, readonly Effect[]])[] {
  const groups = new Map<EffectKind, Effect[]>();
  for (const effect of effects) groups.set(effect.kind, [...(groups.get(effect.kind) ?? []), effect]);
  return [...groups];
}
