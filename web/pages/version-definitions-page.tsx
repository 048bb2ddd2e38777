import type { VNode } from 'preact';
import type { DefinitionFacts } from '../../schemas/definition.ts';
import { PendingNotice } from '../components/pending-notice.tsx';
import { VersionFrame } from '../components/version-frame.tsx';
import type { VersionPageData } from '../context/version-page-data.ts';

/** The definitions that a version brings. */
export function VersionDefinitionsPage(data: VersionPageData): VNode {
  const { context, version } = data;
  const { links, strings } = context;
  const text = strings.definitions;
  const { evaluated } = version;
  return (
    <VersionFrame
      {...data}
      tab="definitions"
      canonical={links.version(version, 'definitions')}
      description={text.tabDescription(version.name, version.version)}
    >
      <h2>{text.tabHeading}</h2>
      {evaluated === undefined && <PendingNotice context={context} line={context.defaultLine} />}
      {evaluated !== undefined && evaluated.definitions.length === 0 && <p class="empty">{text.tabNone}</p>}
      {evaluated !== undefined && evaluated.definitions.length > 0 && (
        <>
          <p>{text.tabIntro(evaluated.for)}</p>
          <DefinitionRows {...data} definitions={evaluated.definitions} />
        </>
      )}
    </VersionFrame>
  );
}

interface DefinitionRowsProps extends VersionPageData {
  readonly definitions: readonly DefinitionFacts[];
}

function DefinitionRows({ context, version, definitions }: DefinitionRowsProps): VNode {
  const { links, strings } = context;
  const text = strings.definitions;
  const choice = { catalog: version.catalog, addon: version.name, version: version.version };
  return (
    <table class="rows definition-rows">
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.kind}</th>
          <th scope="col">{text.appliesTo}</th>
          <th scope="col">{text.written}</th>
        </tr>
      </thead>
      <tbody>
        {definitions.map((definition) => (
          <tr key={`${definition.kind} ${definition.name} ${definition.file}`}>
            <th scope="row">
              <a href={links.definition(definition.kind, definition.name, choice)}>{definition.name}</a>
              {definition.deprecated && <span class="label">{text.deprecated}</span>}
              {definition.description !== '' && <p class="row-description">{definition.description}</p>}
            </th>
            <td data-label={text.kind} class="nowrap">
              {text.kinds[definition.kind]}
            </td>
            <td data-label={text.appliesTo} class={definition.appliesTo.length === 0 ? 'cell-empty' : undefined}>
              {definition.appliesTo.length === 0 ? (
                <span class="quiet">–</span>
              ) : (
                <span>{definition.appliesTo.join(', ')}</span>
              )}
            </td>
            <td data-label={text.written}>
              <span>{text.schematics[definition.schematic]}</span>{' '}
              <a class="cell-note-wrap" href={links.file(version, definition.file)}>
                {definition.file}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
