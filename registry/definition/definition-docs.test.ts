import { expect, test } from 'vitest';
import type { DefinitionDocument } from '../../schemas/definition.ts';
import { toDefinitionDocs } from './definition-docs.ts';

const base: DefinitionDocument = {
  kind: 'component',
  name: 'web',
  file: 'web.cue',
  form: 'cue',
  apiVersion: 'core.oam.dev/v1beta1',
  schematic: 'cue',
  description: 'Runs <b>one</b> program',
  deprecated: false,
  appliesTo: [],
  conflictsWith: [],
  imports: ['strings'],
  digest: 'sha256:0',
  object: {},
  workload: 'apps/v1 Deployment',
  parameters: [],
};

test('parameters become a table for each struct', () => {
  const field = { optional: false, required: true } as const;
  const parameters: DefinitionDocument['parameters'] = [
    { ...field, name: 'image', type: 'string', usage: 'a | b\nc', short: 'i' },
    { ...field, name: 'hidden', type: 'string', ignore: true },
    {
      name: 'ports',
      optional: true,
      required: false,
      type: 'list',
      element: { type: 'struct', fields: [{ ...field, name: 'port', type: 'int', constraints: ['>0'] }] },
    },
    { name: 'mode', optional: false, required: false, type: 'string', enum: ['a', 'b'], default: 'a' },
    { name: 'labels', optional: true, required: false, type: 'map', element: { type: 'string' }, immutable: true },
  ];
  expect(toDefinitionDocs({ ...base, parameters })).toBe(`# web

Component \`web\`. Runs \\<b\\>one\\</b\\> program

- Brings: \`apps/v1 Deployment\`
- Imports: \`strings\`

## Parameters

| Name | Description | Type | Required | Default |
| --- | --- | --- | --- | --- |
| \`image\` | a \\| b<br>c Short: i. | \`string\` | yes |  |
| \`ports\` |  | \`[]struct\` | no |  |
| \`mode\` |  | \`"a" or "b"\` | no | \`"a"\` |
| \`labels\` | Cannot be changed later. | \`map[string]string\` | no |  |

### ports\\[\\]

| Name | Description | Type | Required | Default |
| --- | --- | --- | --- | --- |
| \`port\` | Condition: \\>0. | \`int\` | yes |  |
`);
});

test('a Terraform module elsewhere is named, and no parameter is made up', () => {
  const docs = toDefinitionDocs({ ...base, module: { source: 'https://example.com/m.git', path: 'aws' } });
  expect(docs).toContain('`https://example.com/m.git`, folder `aws`, no ref.');
  expect(docs).not.toContain('| Name |');
});

test('without parameters it says so', () => {
  expect(toDefinitionDocs(base)).toMatch(/## Parameters\n\nNone\.\n$/);
});
