import type { FormDescription } from '../../../schemas/form.ts';
import type { Parameter } from '../../../schemas/parameter.ts';
import type { Preview } from '../../../schemas/preview.ts';
import { type Draft, toDraft } from '../../context/form/draft.ts';
import type { StudioPlace } from '../../context/form/studio-data.ts';

/** A parameter of every shape that a form or a table draws in its own way. */
export const parameters: readonly Parameter[] = [
  {
    name: 'tower',
    type: 'struct',
    optional: false,
    required: true,
    usage: 'The tower that the light stands on.',
    fields: [
      {
        name: 'height',
        type: 'int',
        optional: false,
        required: true,
        usage: 'Metres above the water.',
        constraints: ['>0'],
      },
      { name: 'name', type: 'string', optional: true, required: false, immutable: true },
    ],
  },
  {
    name: 'colour',
    type: 'string',
    optional: false,
    required: false,
    default: 'white',
    enum: ['white', 'red', 'green'],
    usage: 'What ships see.',
  },
  { name: 'lit', type: 'bool', optional: false, required: false, default: true },
  { name: 'accessToken', type: 'string', optional: true, required: false, usage: 'For the key cupboard.' },
  { name: 'keepers', type: 'list', optional: true, required: false, element: { type: 'string' } },
  { name: 'labels', type: 'map', optional: true, required: false, element: { type: 'string' } },
  {
    name: 'fuel',
    type: 'union',
    optional: true,
    required: false,
    oneOf: [{ type: 'string' }, { type: 'struct', fields: [] }],
  },
  { name: 'anything', type: 'any', optional: true, required: false },
];

/** What a form of them is made from. */
export const description: FormDescription = {
  catalog: 'harbour',
  name: 'lantern',
  version: '2.0.0',
  for: '1.10',
  pending: false,
  items: [...parameters],
  ui: [],
};

/** Where that form stands. */
export const studioPlace: StudioPlace = {
  catalog: 'harbour',
  name: 'lantern',
  version: '2.0.0',
  line: '1.10',
  registry: 'harbour',
  digest: `sha256:${'4c1f'.repeat(16)}`,
  treeDigest: `sha256:${'4c1f'.repeat(16)}`,
  action: '/addons/harbour/lantern/v/2.0.0/parameters?for=1.10',
  api: '/api/v1/catalogs/harbour/addons/lantern/versions/2.0.0',
  pageUrl: 'https://chandlery.example.org/addons/harbour/lantern/v/2.0.0/parameters',
  bundleUrl: 'https://chandlery.example.org/c/harbour/addons/lantern/2.0.0/bundle.yaml',
  rules: '/rules/',
};

/** What would be written with a few values. */
export const preview: Preview = {
  catalog: 'harbour',
  name: 'lantern',
  version: '2.0.0',
  for: '1.10',
  parameters: { tower: { height: 30 }, colour: 'red' },
  outcome: {
    kind: 'rendered',
    compared: true,
    documents: [
      {
        from: 'application',
        kind: 'Application',
        name: 'addon-lantern',
        state: 'changed',
        lines: 5,
        text: 'apiVersion: core.oam.dev/v1beta1\nkind: Application\nmetadata:\n  name: addon-lantern\ncolour: red\n',
        added: [5],
        removed: [{ at: 5, text: 'colour: white' }],
      },
      {
        from: 'resources/service.yaml',
        kind: 'Service',
        name: 'lantern',
        state: 'same',
        lines: 2,
        text: 'apiVersion: v1\nkind: Service\n',
      },
    ],
    notes: 'The light is on. Look out to sea.',
    warnings: ['lit has no effect by day'],
  },
  faults: [],
};

/** The same, refused. */
export const refusedPreview: Preview = {
  ...preview,
  outcome: {
    kind: 'refused',
    message: 'parameter.tower.height: invalid value -1 (out of bound >0)',
    findings: [
      {
        rule: 'render/refused',
        severity: 'error',
        file: 'parameter.cue',
        line: 3,
        column: 2,
        message: 'tower.height must be greater than 0',
        doc: '/rules/render/refused',
      },
    ],
  },
};

/** A few of them filled in. */
export const draft: Draft = toDraft([
  ['v/tower/height', '30'],
  ['v/colour', '"red"'],
  ['n/keepers', '1'],
  ['v/keepers/0', 'Ada'],
  ['n/labels', '1'],
  ['k/labels/0', 'shore'],
  ['v/labels/0', 'north'],
  ['u/fuel', '0'],
]);
