import type { VNode } from 'preact';
import type { DefinitionDifference, VersionDiff } from '../../schemas/version-diff.ts';
import type { PageContext } from '../context/page-context.ts';
import { BreakingMark, ChangeMark } from './change-marks.tsx';
import { ValueChangeTable } from './value-change-table.tsx';

/** Definitions that came, went or changed, each with what changed for its users. */
export function DefinitionDifferences({ context, diff }: { context: PageContext; diff: VersionDiff }): VNode {
  return (
    <>
      {diff.definitions.map((definition) => (
        <section key={`${definition.kind}/${definition.name}`} class="difference">
          <h3>
            <Title context={context} diff={diff} definition={definition} />{' '}
            <ChangeMark context={context} change={definition.change} />
            <BreakingMark context={context} breaking={definition.breaking} />
          </h3>
          {definition.changes.length > 0 && (
            <ValueChangeTable
              context={context}
              caption={`${definition.kind} ${definition.name}`}
              diff={diff}
              changes={definition.changes}
            />
          )}
        </section>
      ))}
    </>
  );
}

interface TitleProps {
  readonly context: PageContext;
  readonly diff: VersionDiff;
  readonly definition: DefinitionDifference;
}

function Title({ context, diff, definition }: TitleProps): VNode {
  const { strings, links } = context;
  const { kind, name, change } = definition;
  const { catalog, name: addon, version } = change === 'removed' ? diff.from : diff.to;
  const choice = { ...(catalog === undefined ? {} : { catalog }), addon, version, for: diff.for };
  return (
    <>
      <a href={links.definition(kind, name, choice)}>{name}</a>{' '}
      <span class="quiet">{strings.definitions.kinds[kind]}</span>
    </>
  );
}
