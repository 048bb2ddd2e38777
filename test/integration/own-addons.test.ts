import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { examinePackage } from '../../cli/examine-package.ts';
import { readFolderTree } from '../support/read-folder-tree.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const names = readdirSync(join(root, 'addons'));

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** What KubeVela says about an addon of ours, as far as these tests look at it. */
interface Golden {
  readonly meta: { readonly name: string; readonly version: string };
  readonly parameterSchema: Schema;
  readonly renderError?: string;
}

function readGolden(line: string, file: string): Golden {
  return JSON.parse(readFileSync(join(root, 'test/fixtures/golden/addons', line, `${file}.json`), 'utf8'));
}

function listUndescribed(schema: Schema, path = ''): string[] {
  const properties = Object.entries({ ...schema.properties, ...schema.items?.properties });
  return properties.flatMap(([name, property]) => [
    ...(property.description === undefined || property.description === '' ? [`${path}${name}`] : []),
    ...listUndescribed(property, `${path}${name}.`),
  ]);
}

it('there are seven addons of our own', () => {
  expect(names).toEqual([
    'chandlery',
    'flux-kustomize',
    'helm-release',
    'kubewatch',
    'ocm-placement',
    'terraform-cloud',
    'velaux-ownership',
  ]);
});

describe.each(names)('%s', (name) => {
  const tree = readFolderTree(join(root, 'addons', name));
  const reading = { tree, findings: [] };
  const { addon, findings } = examinePackage({
    path: name,
    directory: name,
    content: { reading, nestedTop: undefined },
  });

  it('passes `chandlery check`, which fails for any finding', () => {
    expect(findings).toEqual([]);
    expect(addon?.metadata?.name).toBe(name);
  });

  it('says of every parameter what it is for, and names it in its readme', () => {
    const { parameterSchema } = readGolden('1.10', name);
    const parameters = Object.keys(parameterSchema.properties ?? {});
    expect(parameters.length).toBeGreaterThan(0);
    expect(listUndescribed(parameterSchema)).toEqual([]);
    const readme = addon?.readme?.text ?? '';
    expect(parameters.filter((parameter) => !new RegExp(`\`${parameter}\\b`).test(readme))).toEqual([]);
  });

  it.each(['1.9', '1.10'])('renders with KubeVela %s, and the golden answer is of this version', (line) => {
    expect(readGolden(line, name).meta.version).toBe(addon?.metadata?.version);
    expect(readGolden(line, `${name}.all`).renderError).toBeUndefined();
    const refusal = readGolden(line, name).renderError;
    if (name === 'chandlery') expect(refusal).toContain('properties.image: cannot convert incomplete value');
    else expect(refusal).toBeUndefined();
  });
});
