import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { metadataFileSchema } from './metadata-file.ts';

const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);
const check = ajv.compile(metadataFileSchema);

test.each(readdirSync('addons'))('our own addon %s keeps the schema that editors load', (addon) => {
  const metadata: unknown = parse(readFileSync(`addons/${addon}/metadata.yaml`, 'utf8'));
  expect([check(metadata), check.errors]).toEqual([true, null]);
});

test.each([
  ['an unknown key', { dependecies: [] }, 'must NOT have additional properties'],
  ['a dead deployTo key', { deployTo: { runtime_cluster: true } }, 'must NOT have additional properties'],
  ['a name with capitals', { name: 'Kubeflow Pipeline' }, 'must match pattern "^[a-z\\d]+(-[a-z\\d]+)*$"'],
  ['a dependency without a name', { dependencies: [{ version: '1' }] }, "must have required property 'name'"],
  ['a version that is a number', { version: 1.1 }, 'must be string'],
])('%s is marked', (_case, change, message) => {
  check({ name: 'web', version: '1.0.0', description: 'a web server', ...change });
  expect(check.errors?.map((error) => error.message)).toContain(message);
});
