import type { VNode } from 'preact';
import type { Dependent } from '../../schemas/dependency-graph.ts';
import type { VersionDetail } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';
import { UsedDefinitions } from './used-definitions.tsx';

interface DependentTableProps {
  readonly context: PageContext;
  readonly version: VersionDetail;
  readonly dependents: readonly Dependent[];
}

const maxRows = 150;
const maxRanges = 4;

/** Who needs an addon: the ranges that their versions ask for, and whether the shown version is in them. */
export function DependentTable({ context, version, dependents }: DependentTableProps): VNode {
  const { strings, links } = context;
  const text = strings.dependencies;
  return (
    <>
      <table class="rows">
        <caption class="visually-hidden">{text.dependents}</caption>
        <thead>
          <tr>
            <th scope="col">{text.addon}</th>
            <th scope="col">{text.asksFor}</th>
            <th scope="col">{text.admits(version.version)}</th>
          </tr>
        </thead>
        <tbody>
          {dependents.slice(0, maxRows).map((dependent) => {
            const { catalog, name, latest, needs } = dependent;
            const reference = { catalog, name };
            return (
              <tr key={`${catalog}/${name}`}>
                <th scope="row">
                  <a
                    href={
                      latest === undefined
                        ? links.addon(catalog, name)
                        : links.version({ ...reference, version: latest }, 'dependencies')
                    }
                  >
                    {name}
                  </a>
                  {catalog !== version.catalog && <span class="cell-note quiet">{catalog}</span>}
                </th>
                <td data-label={text.asksFor}>
                  <ul class="plain">
                    {needs.slice(0, maxRanges).map((need) => (
                      <li key={need.range}>
                        {need.range === '' ? <span class="quiet">{text.anyVersion}</span> : <code>{need.range}</code>}{' '}
                        <span class="quiet">{toVersionsText(context, need.versions)}</span>
                        {need.uses !== undefined && <UsedDefinitions context={context} uses={need.uses} />}
                      </li>
                    ))}
                    {needs.length > maxRanges && <li class="quiet">{text.more(needs.length - maxRanges)}</li>}
                  </ul>
                </td>
                <td data-label={text.admits(version.version)}>
                  <Admits context={context} admits={needs[0]?.admits ?? false} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {dependents.length > maxRows && <p class="quiet">{text.more(dependents.length - maxRows)}</p>}
    </>
  );
}

/** The newest of the versions that ask for the same, and how many others do. */
function toVersionsText({ strings }: PageContext, [newest = '', ...older]: readonly string[]): string {
  return older.length === 0 ? newest : strings.dependencies.andOlder(newest, older.length);
}

function Admits({ context, admits }: { context: PageContext; admits: boolean }): VNode {
  const text = context.strings.dependencies;
  return admits ? <span class="state state-ok">{text.yes}</span> : <span class="count severity-error">{text.no}</span>;
}
