import type { VNode } from 'preact';
import type { DefinitionSummary } from '../../schemas/definition-catalogue.ts';
import type { PageContext } from '../context/page-context.ts';
import { FoundBecause } from './found-because.tsx';

interface DefinitionTableProps {
  readonly context: PageContext;
  readonly definitions: readonly DefinitionSummary[];
  readonly caption: string;
}

/** Definitions as rows that can be compared; the caption is read out, not shown. */
export function DefinitionTable({ context, definitions, caption }: DefinitionTableProps): VNode {
  const text = context.strings.definitions;
  return (
    <table class="rows definition-rows">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.kind}</th>
          <th scope="col">{text.owners}</th>
          <th scope="col">{text.written}</th>
        </tr>
      </thead>
      <tbody>
        {definitions.map((definition) => (
          <DefinitionRow key={`${definition.kind} ${definition.name}`} context={context} definition={definition} />
        ))}
      </tbody>
    </table>
  );
}

function DefinitionRow({ context, definition }: { context: PageContext; definition: DefinitionSummary }): VNode {
  const { links, strings } = context;
  const text = strings.definitions;
  return (
    <tr>
      <th scope="row">
        <a class="addon-name" href={links.definition(definition.kind, definition.name)} data-item>
          {definition.name}
        </a>{' '}
        {definition.deprecated && <span class="label">{text.deprecated}</span>}
        {definition.description !== '' && <p class="addon-description">{definition.description}</p>}
        <FoundBecause context={context} reasons={definition.reasons} />
      </th>
      <td data-label={text.kind} class="nowrap">
        {text.kinds[definition.kind]}
      </td>
      <td data-label={text.owners}>
        <Owners context={context} owners={definition.owners} />
      </td>
      <td data-label={text.written} class="nowrap">
        {text.schematics[definition.schematic]}
      </td>
    </tr>
  );
}

const maxOwners = 2;

function Owners({ context, owners }: { context: PageContext; owners: DefinitionSummary['owners'] }): VNode {
  const { links, strings } = context;
  const text = strings.definitions;
  return (
    <span class="owners">
      {owners.slice(0, maxOwners).map(({ catalog, addon, version, current }) => (
        <span key={`${catalog}/${addon}`} class="owner">
          <a href={links.version({ catalog, name: addon, version })}>
            {addon} {version}
          </a>{' '}
          <span class="quiet">{current ? catalog : text.formerOwner}</span>
        </span>
      ))}
      {owners.length > maxOwners && <span class="quiet">{text.moreOwners(owners.length - maxOwners)}</span>}
    </span>
  );
}
