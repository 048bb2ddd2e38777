import { DefinitionContents } from '../components/definition-contents.tsx';
import { DefinitionFacts } from '../components/definition-facts.tsx';
import { DefinitionHistoryList } from '../components/definition-history-list.tsx';
import { DefinitionParameters } from '../components/definition-parameters.tsx';
import { DefinitionReach } from '../components/definition-reach.tsx';
import { DefinitionTexts } from '../components/definition-texts.tsx';
import { ParameterDefault, ParameterTypeCell } from '../components/parameter-cells.tsx';
import { ParameterTable } from '../components/parameter-table.tsx';
import { UsedDefinitions } from '../components/used-definitions.tsx';
import { definition, refusedDefinition } from './samples/definition.ts';
import { parameters } from './samples/parameters.ts';
import type { GalleryEntry } from './types.ts';

/** What stands on the page of a definition. */
export const definitionEntries: readonly GalleryEntry[] = [
  {
    component: 'definition-contents',
    states: [{ name: 'with each part', draw: (context) => <DefinitionContents {...definition} context={context} /> }],
  },
  {
    component: 'definition-facts',
    states: [
      { name: 'with each part', draw: (context) => <DefinitionFacts {...definition} context={context} /> },
      { name: 'refused', draw: (context) => <DefinitionFacts {...refusedDefinition} context={context} /> },
    ],
  },
  {
    component: 'definition-history-list',
    states: [{ name: 'two owners', draw: (context) => <DefinitionHistoryList {...definition} context={context} /> }],
  },
  {
    component: 'definition-parameters',
    states: [
      { name: 'of a definition', draw: (context) => <DefinitionParameters {...definition} context={context} /> },
      { name: 'not known', draw: (context) => <DefinitionParameters {...definition} isRemote context={context} /> },
    ],
  },
  {
    component: 'definition-reach',
    states: [{ name: 'of a component', draw: (context) => <DefinitionReach {...definition} context={context} /> }],
  },
  {
    component: 'definition-texts',
    states: [
      { name: 'shown', draw: (context) => <DefinitionTexts {...definition} context={context} /> },
      {
        name: 'too large',
        draw: (context) => <DefinitionTexts {...definition} source={{ kind: 'tooLarge' }} context={context} />,
      },
    ],
  },
  {
    component: 'parameter-table',
    states: [
      {
        name: 'every shape',
        draw: (context) => <ParameterTable context={context} parameters={parameters} caption="Parameters of lantern" />,
      },
    ],
  },
  {
    component: 'parameter-cells',
    states: [
      ...parameters.slice(0, 4).map((parameter): GalleryEntry['states'][number] => ({
        name: `type of ${parameter.name}`,
        draw: (context) => <ParameterTypeCell context={context} parameter={parameter} />,
      })),
      { name: 'a default', draw: (context) => <ParameterDefault context={context} value={{ height: 30 }} /> },
    ],
  },
  {
    component: 'used-definitions',
    states: [
      {
        name: 'two definitions',
        draw: (context) => (
          <UsedDefinitions
            context={context}
            uses={[
              { kind: 'component', name: 'beam' },
              { kind: 'trait', name: 'shutter' },
            ]}
          />
        ),
      },
    ],
  },
];
