import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadSettings } from '../../server/config/load-settings.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chandlery-addon-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface RenderedComponent {
  readonly name: string;
  readonly properties: {
    readonly objects?: readonly { readonly data?: Readonly<Record<string, string>> }[];
    readonly env?: readonly { readonly name: string; readonly value?: string }[];
  };
}

// What KubeVela 1.10 renders for the addon `chandlery` with every parameter set.
function readComponents(): readonly RenderedComponent[] {
  const path = `${root}test/fixtures/golden/addons/1.10/chandlery.all.json`;
  const answer: { application: { spec: { components: RenderedComponent[] } } } = JSON.parse(readFileSync(path, 'utf8'));
  return answer.application.spec.components;
}

function load(text: string) {
  const server = readComponents().find((one) => one.name === 'chandlery');
  const variables = server?.properties.env?.map(({ name, value }): [string, string] => [
    name,
    value ?? 'from-a-secret',
  ]);
  const config = join(folder, 'chandlery.yaml');
  writeFileSync(config, text);
  const environment = { ...Object.fromEntries(variables ?? []), CHANDLERY_CONFIG: config };
  return loadSettings({ flags: {}, environment, workingFolder: folder, packageRoot: root, interactive: false });
}

describe('the addon chandlery', () => {
  it('gives the server settings and variables that it understands', async () => {
    const text = readComponents()[0]?.properties.objects?.[0]?.data?.['chandlery.yaml'] ?? '';
    const { settings, effective } = await load(text);
    expect(settings.catalogs.map((catalog) => catalog.name)).toEqual(['team']);
    expect(settings).toMatchObject({ host: '0.0.0.0', port: 7770, publicUrl: 'https://addons.example.com' });
    const origins = Object.fromEntries(effective.map((setting) => [setting.name, setting.origin]));
    expect(origins).toMatchObject({
      host: 'env CHANDLERY_HOST',
      port: 'env CHANDLERY_PORT',
      data: 'env CHANDLERY_DATA',
    });
  });

  it('leaves the built-in catalogs alone without the parameter config', async () => {
    const { settings } = await load('{}\n');
    expect(settings.catalogs.map((catalog) => catalog.name)).toContain('chandlery');
  });
});
