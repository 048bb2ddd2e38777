import type { DefinitionDetail, DefinitionPlace, DefinitionSummary } from '../../../schemas/definition-catalogue.ts';
import type { DefinitionPageData } from '../../context/definition-page-data.ts';
import type { SourceLine } from '../../context/source-lines.ts';
import { findings } from './addon.ts';
import { parameters } from './parameters.ts';

const digest = `sha256:${'be4a'.repeat(16)}`;

const facts: DefinitionDetail['facts'] = {
  kind: 'component',
  name: 'beam',
  file: 'definitions/beam.cue',
  form: 'cue',
  apiVersion: 'core.oam.dev/v1beta1',
  schematic: 'cue',
  alias: 'light-beam',
  description: 'A beam that turns.',
  deprecated: false,
  appliesTo: [],
  conflictsWith: [],
  imports: ['strconv'],
  digest,
};

const place: DefinitionPlace = {
  catalog: 'harbour',
  addon: 'lantern',
  version: '2.0.0',
  prerelease: false,
  published: '2026-02-01T12:00:00Z',
  file: 'definitions/beam.cue',
  digest,
};

/** Lines of a text, in the colours that there are. */
export const sourceLines: readonly SourceLine[] = [
  { parts: [{ text: '// turns once every period', kind: 'comment' }] },
  { parts: [{ text: 'import', kind: 'keyword' }, { text: ' ' }, { text: '"strconv"', kind: 'string' }] },
  {
    parts: [
      { text: 'period', kind: 'name' },
      { text: ': *' },
      { text: '10', kind: 'constant' },
      { text: ' | ' },
      { text: 'int', kind: 'type' },
    ],
  },
  { parts: [{ text: 'shape', kind: 'name' }, { text: ': ' }, { text: 'toBeam', kind: 'call' }], hidden: 2_400 },
];

/** A definition with something in each of its parts. */
export const definition: Omit<DefinitionPageData, 'context'> = {
  detail: {
    shown: place,
    for: '1.10',
    facts,
    document: {
      ...facts,
      object: {},
      workload: 'deployments.apps',
      healthPolicy: 'isHealth: context.output.status.readyReplicas > 0',
      customStatus: 'message: "turning"',
      parameters: [...parameters],
      openApi: {},
      jsonSchema: {},
    },
    source: 'period: *10 | int\n',
    findings: [findings[0]],
    owners: [
      { catalog: 'harbour', addon: 'lantern', versions: [place, { ...place, version: '1.4.2' }] },
      { catalog: 'workshop', addon: 'buoy', versions: [{ ...place, catalog: 'workshop', addon: 'buoy' }] },
    ],
  },
  history: {
    kind: 'component',
    name: 'beam',
    catalog: 'harbour',
    addon: 'lantern',
    items: [
      { version: '2.0.0', prerelease: false, published: '2026-02-01T12:00:00Z', change: 'changed', digest },
      { version: '1.4.2', prerelease: false, published: '2025-06-01T12:00:00Z', change: 'added', digest },
    ],
  },
  version: { state: 'active' },
  origins: { first: '1.4.2', later: new Map([['colour', '2.0.0']]) },
  choice: {},
  sameLines: ['1.9', '1.10'],
  object: { kind: 'text', lines: [{ parts: [{ text: 'kind: ComponentDefinition' }] }] },
  source: { kind: 'text', lines: sourceLines },
  isRemote: false,
  example: { text: 'apiVersion: core.oam.dev/v1beta1\nkind: Application\n' },
};

/** The same where the line refuses it: there is no object and no document. */
export const refusedDefinition: Omit<DefinitionPageData, 'context'> = (() => {
  const { object: _object, example: _example, origins: _origins, ...rest } = definition;
  const { document: _document, ...detail } = rest.detail;
  return { ...rest, detail: { ...detail, refused: 'definitions/beam.cue: reference "lens" not found' } };
})();

/** Definitions of a list. */
export const definitionSummaries: readonly DefinitionSummary[] = [
  {
    kind: 'component',
    name: 'beam',
    alias: 'light-beam',
    description: 'A beam that turns.',
    deprecated: false,
    schematic: 'cue',
    owners: [
      { catalog: 'harbour', addon: 'lantern', version: '2.0.0', versions: 2, current: true },
      { catalog: 'workshop', addon: 'buoy', version: '0.1.0', versions: 1, current: true },
    ],
    reasons: [{ field: 'name', word: 'beam', asked: 'baem', by: 'typo' }],
  },
  {
    kind: 'trait',
    name: 'shutter',
    description: '',
    deprecated: true,
    schematic: 'terraform',
    owners: [{ catalog: 'harbour', addon: 'lantern', version: '1.4.2', versions: 1, current: false }],
  },
];
