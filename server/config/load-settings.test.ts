import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { type LoadSettingsOptions, loadSettings } from './load-settings.ts';

function options(change: Partial<LoadSettingsOptions> = {}): LoadSettingsOptions {
  return {
    flags: {},
    environment: {},
    workingFolder: temporaryFolder(),
    packageRoot: '/package',
    interactive: false,
    ...change,
  };
}

/** Settings of a chandlery.yaml with this text. */
function withFile(text: string, change: Partial<LoadSettingsOptions> = {}): LoadSettingsOptions {
  const workingFolder = temporaryFolder();
  writeFileSync(join(workingFolder, 'chandlery.yaml'), text);
  return options({ workingFolder, ...change });
}

describe('without any configuration', () => {
  test('the own addons and the two community catalogs are served on the loopback address', async () => {
    const given = options();
    const { settings, effective } = await loadSettings(given);
    expect(settings).toStrictEqual({
      host: '127.0.0.1',
      port: 7770,
      dataFolder: join(given.workingFolder, 'data'),
      publicUrl: undefined,
      logLevel: 'info',
      sqlite: 'auto',
      adminToken: undefined,
      engines: ['1.9', '1.10', '1.11'],
      openLocks: true,
      icons: { enabled: true, allowPrivate: false },
      search: { kind: 'embedded' },
      catalogs: [
        {
          name: 'chandlery',
          title: 'Addons that come with Chandlery',
          dependsOn: [],
          sources: [
            {
              id: 'chandlery/addons',
              catalog: 'chandlery',
              everyMs: 10_000,
              config: { type: 'local', name: 'addons', path: '/package/addons' },
              folder: given.workingFolder,
            },
          ],
        },
        ...[
          { name: 'official', title: 'KubeVela community addons', dependsOn: [], path: 'addons' },
          {
            name: 'experimental',
            title: 'KubeVela experimental addons',
            dependsOn: ['official'],
            path: 'experimental/addons',
          },
        ].map(({ name, title, dependsOn, path }) => ({
          name,
          title,
          dependsOn,
          sources: [
            {
              id: `${name}/catalog`,
              catalog: name,
              everyMs: 300_000,
              config: { type: 'git', url: 'https://github.com/kubevela/catalog', branch: 'master', path },
              folder: given.workingFolder,
            },
          ],
        })),
      ],
    });
    expect(new Set(effective.map(({ origin }) => origin))).toEqual(new Set(['default']));
  });

  test('a person who watches sees warnings only', async () => {
    expect((await loadSettings(options({ interactive: true }))).settings.logLevel).toBe('warn');
  });
});

describe('a setting', () => {
  const text = 'host: file.example\nport: 1\ndata: kept\npublicUrl: https://file.example/a/\nlogLevel: debug\n';
  const environment = {
    CHANDLERY_HOST: 'env.example',
    CHANDLERY_PORT: '2',
    CHANDLERY_DATA: 'env-data',
    CHANDLERY_PUBLIC_URL: 'https://env.example/b//',
    CHANDLERY_LOG_LEVEL: 'trace',
    CHANDLERY_SQLITE: 'node',
  };
  const flags = { host: 'flag.example', port: '0', data: '/flag-data', publicUrl: 'http://flag.example' };

  async function load(given: LoadSettingsOptions) {
    const { settings, effective } = await loadSettings(given);
    const { host, port, dataFolder, publicUrl, logLevel, sqlite } = settings;
    const origins = effective.slice(0, 6).map(({ name, origin }) => `${name} ${origin}`);
    return { values: [host, port, dataFolder, publicUrl, logLevel, sqlite], origins };
  }

  test('of the file beats the default, and a path starts at the file', async () => {
    const given = withFile(text);
    const { values, origins } = await load(given);
    const data = join(given.workingFolder, 'kept');
    expect(values).toEqual(['file.example', 1, data, 'https://file.example/a', 'debug', 'auto']);
    expect(origins).toEqual([
      'host chandlery.yaml:1',
      'port chandlery.yaml:2',
      'data chandlery.yaml:3',
      'publicUrl chandlery.yaml:4',
      'logLevel chandlery.yaml:5',
      'sqlite default',
    ]);
  });

  test('of the environment beats the file, and a path starts at the working folder', async () => {
    const given = withFile(text, { environment });
    const { values, origins } = await load(given);
    const data = join(given.workingFolder, 'env-data');
    expect(values).toEqual(['env.example', 2, data, 'https://env.example/b', 'trace', 'node']);
    expect(origins).toEqual([
      'host env CHANDLERY_HOST',
      'port env CHANDLERY_PORT',
      'data env CHANDLERY_DATA',
      'publicUrl env CHANDLERY_PUBLIC_URL',
      'logLevel env CHANDLERY_LOG_LEVEL',
      'sqlite env CHANDLERY_SQLITE',
    ]);
  });

  test('of a flag beats everything', async () => {
    const { values, origins } = await load(withFile(text, { environment, flags }));
    expect(values).toEqual(['flag.example', 0, '/flag-data', 'http://flag.example', 'trace', 'node']);
    expect(origins.slice(0, 4)).toEqual([
      'host flag --host',
      'port flag --port',
      'data flag --data',
      'publicUrl flag --public-url',
    ]);
  });

  test('of an empty variable does not count', async () => {
    const { values } = await load(withFile(text, { environment: { CHANDLERY_HOST: '', CHANDLERY_CONFIG: '' } }));
    expect(values[0]).toBe('file.example');
  });

  test.each([
    [{ flags: { port: '70000' } }, '--port: must be a whole number between 0 and 65535'],
    [{ flags: { port: '' } }, '--port: must be a whole number between 0 and 65535'],
    [{ environment: { CHANDLERY_PORT: '8e3' } }, 'CHANDLERY_PORT: must be a whole number between 0 and 65535'],
    [
      { flags: { publicUrl: 'addons.example.com' } },
      '--public-url: must be an http or https URL without a query and a fragment',
    ],
    [
      { environment: { CHANDLERY_SQLITE: 'nodes', CHANDLERY_PORT: 'x' } },
      'CHANDLERY_PORT: must be a whole number between 0 and 65535\nCHANDLERY_SQLITE: must be "auto" or "better-sqlite3" or "node"; did you mean "node"?',
    ],
  ])('%j is refused', async (change, message) => {
    await expect(loadSettings(options(change))).rejects.toMatchObject({ code: 'CONFIG_INVALID', message });
  });
});

describe('the configuration file', () => {
  const text = `# a comment
catalogs:
  - name: official
    title: Community
    sources:
      - type: git
        url: ../catalog.git
        every: 90s
        auth: { username: bot, password: { env: GIT_TOKEN } }
      - { type: git, url: "https://example.com/catalog.git", tags: "v*" }
  - name: team
    dependsOn: [official]
    sources:
      - { type: local, path: ./addons, sealed: true, name: own }
  - { name: all, union: [team, official] }
admin: { token: { file: secret } }
`;

  test('gives catalogs and sources their names, schedules and folder', async () => {
    const given = withFile(text);
    const { settings } = await loadSettings(given);
    expect(settings.catalogs.map(({ name, title }) => [name, title])).toEqual([
      ['official', 'Community'],
      ['team', 'team'],
      ['all', 'all'],
    ]);
    expect(settings.catalogs.flatMap(({ sources }) => sources.map(({ id, everyMs }) => [id, everyMs]))).toEqual([
      ['official/catalog', 90_000],
      ['official/catalog-2', 300_000],
      ['team/own', 10_000],
    ]);
    expect(settings.catalogs[1]?.sources[0]).toMatchObject({ catalog: 'team', folder: given.workingFolder });
  });

  test('chooses the release lines that are evaluated, whatever their order', async () => {
    const { settings, effective } = await loadSettings(withFile('\nengines: ["1.11", "1.9"]\n'));
    expect(settings.engines).toEqual(['1.9', '1.11']);
    const expected = { name: 'engines', value: '1.9, 1.11', origin: 'chandlery.yaml:2' };
    expect(effective.find(({ name }) => name === 'engines')).toEqual(expected);
  });

  test.each([
    ['engines: [1.10]', 'chandlery.yaml:1:11: must be "1.9" or "1.10" or "1.11"'],
    ['engines: ["1.8"]', 'chandlery.yaml:1:11: must be "1.9" or "1.10" or "1.11"; did you mean "1.9"?'],
    ['engines: []', 'chandlery.yaml:1:10: must not be empty'],
    ['engines: ["1.9", "1.9"]', 'chandlery.yaml:1:10: must not hold the same twice'],
  ])('%s is refused', async (given, message) => {
    await expect(loadSettings(withFile(given))).rejects.toMatchObject({ code: 'CONFIG_INVALID', message });
  });

  test('keeps locks for everybody unless it says otherwise', async () => {
    const { settings, effective } = await loadSettings(withFile('\nlocks: { open: false }\n'));
    expect(settings.openLocks).toBe(false);
    const expected = { name: 'locks.open', value: false, origin: 'chandlery.yaml:2' };
    expect(effective.find(({ name }) => name === 'locks.open')).toEqual(expected);
  });

  test('fetches icons from public hosts unless it says otherwise', async () => {
    const { settings, effective } = await loadSettings(withFile('icons:\n  allowPrivate: true\n'));
    expect(settings.icons).toEqual({ enabled: true, allowPrivate: true });
    expect(effective.filter(({ name }) => name.startsWith('icons.'))).toEqual([
      { name: 'icons.enabled', value: true, origin: 'default' },
      { name: 'icons.allowPrivate', value: true, origin: 'chandlery.yaml:2' },
    ]);
  });

  test('keeps the search index on a Meilisearch server, and shows of its key where it is kept', async () => {
    const { settings, effective } = await loadSettings(
      withFile('search:\n  kind: meilisearch\n  url: http://search.internal:7700\n  key: { env: SEARCH_KEY }\n', {
        environment: { SEARCH_KEY: 'quite-secret' },
      }),
    );
    expect(settings.search).toMatchObject({
      kind: 'meilisearch',
      url: 'http://search.internal:7700',
      index: 'chandlery',
    });
    expect(settings.search.kind === 'meilisearch' ? await settings.search.key?.resolve() : '').toBe('quite-secret');
    expect(effective.filter(({ name }) => name.startsWith('search.'))).toEqual([
      { name: 'search.kind', value: 'meilisearch', origin: 'chandlery.yaml:2' },
      { name: 'search.url', value: 'http://search.internal:7700', origin: 'chandlery.yaml:3' },
      { name: 'search.key.env', value: 'SEARCH_KEY', origin: 'chandlery.yaml:4' },
      { name: 'search.index', value: 'chandlery', origin: 'default' },
    ]);
    expect(JSON.stringify(effective)).not.toContain('quite-secret');
  });

  test.each([
    ['search: { kind: meilisearch }', 'chandlery.yaml:1:9: the key "url" is missing'],
    [
      'search: { kind: meilisearch, url: "http://me:quite-secret@host" }',
      'chandlery.yaml:1:35: must be an http or https URL without a user, a query and a fragment',
    ],
    [
      'search: { kind: meilisearch, url: "http://host", key: quite-secret }',
      expect.not.stringContaining('quite-secret'),
    ],
    ['search: { kind: elastic }', expect.stringContaining('chandlery.yaml:1:9')],
  ])('%s is refused', async (given, message) => {
    await expect(loadSettings(withFile(given))).rejects.toMatchObject({ code: 'CONFIG_INVALID', message });
  });

  test('tells the line of everything that is in force, and shows a secret as its reference', async () => {
    const { effective } = await loadSettings(withFile(text));
    const lines = effective.map(({ name, value, origin }) => `${name}=${value} ${origin}`);
    expect(lines.slice(6)).toEqual([
      'admin.token.file=secret chandlery.yaml:16',
      'locks.open=true default',
      'icons.enabled=true default',
      'icons.allowPrivate=false default',
      'search.kind=embedded default',
      'engines=1.9, 1.10, 1.11 default',
      'catalogs.official.title=Community chandlery.yaml:4',
      'catalogs.official.sources.catalog.type=git chandlery.yaml:6',
      'catalogs.official.sources.catalog.url=../catalog.git chandlery.yaml:7',
      'catalogs.official.sources.catalog.every=90s chandlery.yaml:8',
      'catalogs.official.sources.catalog.auth.username=bot chandlery.yaml:9',
      'catalogs.official.sources.catalog.auth.password.env=GIT_TOKEN chandlery.yaml:9',
      'catalogs.official.sources.catalog.path=addons default',
      'catalogs.official.sources.catalog-2.type=git chandlery.yaml:10',
      'catalogs.official.sources.catalog-2.url=https://example.com/catalog.git chandlery.yaml:10',
      'catalogs.official.sources.catalog-2.tags=v* chandlery.yaml:10',
      'catalogs.official.sources.catalog-2.path=addons default',
      'catalogs.official.sources.catalog-2.every=5m default',
      'catalogs.team.title=team default',
      'catalogs.team.dependsOn=official chandlery.yaml:12',
      'catalogs.team.sources.own.type=local chandlery.yaml:14',
      'catalogs.team.sources.own.path=./addons chandlery.yaml:14',
      'catalogs.team.sources.own.sealed=true chandlery.yaml:14',
      'catalogs.team.sources.own.name=own chandlery.yaml:14',
      'catalogs.team.sources.own.every=10s default',
      'catalogs.all.title=all default',
      'catalogs.all.union=team, official chandlery.yaml:15',
    ]);
  });

  test('is read where --config or CHANDLERY_CONFIG says, and the flag wins', async () => {
    const workingFolder = temporaryFolder();
    mkdirSync(join(workingFolder, 'etc'));
    writeFileSync(join(workingFolder, 'chandlery.yaml'), 'port: 1');
    writeFileSync(join(workingFolder, 'etc', 'a.yaml'), 'port: 2\ndata: d');
    writeFileSync(join(workingFolder, 'b.yaml'), 'port: 3');
    const environment = { CHANDLERY_CONFIG: 'etc/a.yaml' };
    const byVariable = await loadSettings(options({ workingFolder, environment }));
    expect(byVariable.settings).toMatchObject({ port: 2, dataFolder: join(workingFolder, 'etc', 'd') });
    expect(byVariable.effective[1]).toEqual({ name: 'port', value: 2, origin: 'etc/a.yaml:1' });
    const byFlag = await loadSettings(options({ workingFolder, environment, flags: { config: 'b.yaml' } }));
    expect(byFlag.settings.port).toBe(3);
  });

  test('may be empty', async () => {
    expect((await loadSettings(withFile('# nothing yet\n'))).settings.catalogs).toHaveLength(3);
  });

  test.each([
    [
      { flags: { config: 'no.yaml' } },
      'the configuration no.yaml, which --config names, cannot be read: there is no such file',
    ],
    [
      { environment: { CHANDLERY_CONFIG: '/' } },
      'the configuration /, which CHANDLERY_CONFIG names, cannot be read: it is a folder',
    ],
  ])('that %j names and nobody can read is refused', async (change, message) => {
    await expect(loadSettings(options(change))).rejects.toMatchObject({ code: 'CONFIG_INVALID', message });
  });
});

describe('a secret', () => {
  test('comes from the environment or a file beside the configuration, when it is asked for', async () => {
    const given = withFile('admin: { token: { file: secret } }');
    const { settings } = await loadSettings(given);
    writeFileSync(join(given.workingFolder, 'secret'), 'from file\n');
    expect(await settings.adminToken?.resolve()).toBe('from file');

    const byVariable = await loadSettings(withFile('admin: { token: { env: T } }', { environment: { T: 'from env' } }));
    expect(await byVariable.settings.adminToken?.resolve()).toBe('from env');
    expect(JSON.stringify(byVariable)).not.toContain('from env');
  });

  test('that is missing is named by its place', async () => {
    const { settings } = await loadSettings(withFile('admin: { token: { env: NO_SUCH } }'));
    await expect(settings.adminToken?.resolve()).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: 'the secret { env: NO_SUCH } is missing: set that variable',
    });
    const given = withFile('admin: { token: { file: none } }');
    await expect((await loadSettings(given)).settings.adminToken?.resolve()).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: `the secret { file: ${join(given.workingFolder, 'none')} } cannot be read (ENOENT)`,
    });
  });
});
