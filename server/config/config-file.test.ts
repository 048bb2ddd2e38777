import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { readConfigFile } from './config-file.ts';

async function readMessage(text: string): Promise<string> {
  const workingFolder = temporaryFolder();
  writeFileSync(join(workingFolder, 'c.yaml'), text);
  return readConfigFile({ name: 'c.yaml', workingFolder, namedBy: undefined }).then(
    () => 'accepted',
    (error: Error & { code?: string }) => `${error.code} ${error.message}`,
  );
}

const catalog = (source: string) => `catalogs:\n  - name: a\n    sources:\n      - ${source}\n`;

const faults: readonly (readonly [name: string, text: string, ...lines: string[]])[] = [
  ['an unknown key', 'prot: 1\n', 'c.yaml:1:1: the key "prot" is unknown; did you mean "port"?'],
  [
    'a key like no other',
    '\n  frobnicate: 1\n',
    'c.yaml:2:3: the key "frobnicate" is unknown; known here: publicUrl, host, port, data, logLevel, catalogs, admin, locks, icons, engines, storage, search',
  ],
  ['text for a number', 'port: eighty\n', 'c.yaml:1:7: must be a whole number, not text'],
  ['a fraction', 'port: 80.5\n', 'c.yaml:1:7: must be a whole number, not a number'],
  ['a port out of range', 'port: 65536\n', 'c.yaml:1:7: must be between 0 and 65535'],
  ['a list for a mapping', '- port: 1\n', 'c.yaml:1:1: must be a mapping of keys to values, not a list'],
  ['plain text', 'hello\n', 'c.yaml:1:1: must be a mapping of keys to values, not text'],
  ['nothing for text', 'host:\n', 'c.yaml:1:6: must be text, not nothing'],
  ['empty text', 'host: ""\n', 'c.yaml:1:7: must not be empty'],
  [
    'a URL without a scheme',
    'publicUrl: example.com\n',
    'c.yaml:1:12: must be an http or https URL without a query and a fragment',
  ],
  ['a URL that is none', 'publicUrl: http://[\n', 'c.yaml:1:12: must be a URL'],
  [
    'a log level',
    'logLevel: warning\n',
    'c.yaml:1:11: must be "silent" or "fatal" or "error" or "warn" or "info" or "debug" or "trace"',
  ],
  ['a storage of another kind', 'storage: { kind: embeded }\n', 'c.yaml:1:18: must be "embedded"'],
  ['no catalog at all', 'catalogs: []\n', 'c.yaml:1:11: must not be empty'],
  ['a catalog without name', 'catalogs:\n  - title: x\n', 'c.yaml:2:5: the key "name" is missing'],
  [
    'a catalog name with capitals',
    'catalogs:\n  - name: My Catalog\n    sources: []\n',
    'c.yaml:2:11: must be 1 to 63 lower-case letters, digits and "-", with no "-" at either end',
  ],
  ['a source without type', catalog('url: x'), 'c.yaml:4:9: the key "type" is missing; it must be "git" or "local"'],
  [
    'a source of another type',
    catalog('{ type: gti, url: x }'),
    'c.yaml:4:17: must be "git" or "local"; did you mean "git"?',
  ],
  [
    'a source that is text',
    catalog('https://example.com'),
    'c.yaml:4:9: must be a mapping of keys to values, not text',
  ],
  ['a git source without URL', catalog('type: git'), 'c.yaml:4:9: the key "url" is missing'],
  [
    'a git key in a local source',
    catalog('{ type: local, path: x, brnach: y }'),
    'c.yaml:4:33: the key "brnach" is unknown; known here: type, name, path, sealed, every',
  ],
  [
    'a misspelt key of a git source',
    catalog('{ type: git, url: x, brnach: y }'),
    'c.yaml:4:30: the key "brnach" is unknown; did you mean "branch"?',
  ],
  [
    'a schedule without unit',
    catalog('{ type: git, url: x, every: "5" }'),
    'c.yaml:4:37: must be a whole number with a unit, such as 30s, 5m, 12h or 1d',
  ],
  [
    'half a commit',
    catalog('{ type: git, url: x, adopted: 217a8630 }'),
    'c.yaml:4:39: must be a whole commit id: 40 hexadecimal digits in lower case',
  ],
  [
    'a secret in the open',
    'admin: { token: hunter2 }\n',
    'c.yaml:1:17: must be a secret by reference: { env: NAME } or { file: PATH }',
  ],
  [
    'a password in the open',
    catalog('{ type: git, url: x, auth: { password: hunter2 } }'),
    'c.yaml:4:48: must be a secret by reference: { env: NAME } or { file: PATH }',
  ],
  [
    'two ways to a secret',
    'admin: { token: { env: A, file: B } }\n',
    'c.yaml:1:17: must be a secret by reference: { env: NAME } or { file: PATH }',
  ],
  [
    'branch and tags',
    catalog('{ type: git, url: x, branch: a, tags: b }'),
    'c.yaml:4:47: either "branch" or "tags" can be followed, not both',
  ],
  [
    'a catalog name twice',
    'catalogs:\n  - { name: a, sources: [] }\n  - { name: a, sources: [] }\n',
    'c.yaml:3:13: the catalog name "a" is taken already, in line 2',
  ],
  [
    'a source name twice',
    'catalogs:\n  - name: a\n    sources:\n      - { type: local, path: x, name: s }\n      - { type: local, path: y, name: s }\n',
    'c.yaml:5:39: the source name "s" is taken already, in line 4',
  ],
  [
    'dependencies from nowhere and from itself',
    'catalogs:\n  - { name: official, sources: [] }\n  - { name: team, dependsOn: [offical, team, storage], sources: [] }\n',
    'c.yaml:3:31: no catalog is called "offical"; did you mean "official"?',
    'c.yaml:3:40: a catalog takes dependencies from itself first already',
    'c.yaml:3:46: no catalog is called "storage"; configured: official, team',
  ],
  [
    'dependencies from one catalog twice',
    'catalogs:\n  - { name: b, sources: [] }\n  - { name: a, dependsOn: [b, b], sources: [] }\n',
    'c.yaml:3:27: must not hold the same twice',
  ],
  ['a catalog with nothing in it', 'catalogs:\n  - name: a\n', 'c.yaml:2:5: the key "sources" is missing, or "union"'],
  [
    'a union with sources, that depends',
    'catalogs:\n  - { name: a, sources: [] }\n  - { name: b, union: [a], sources: [], dependsOn: [a] }\n',
    'c.yaml:3:37: a union has no sources of its own',
    'c.yaml:3:52: a union takes dependencies from where the catalogs that it unites do',
  ],
  [
    'a union of itself, of a stranger and of another union',
    'catalogs:\n  - { name: a, sources: [] }\n  - { name: b, union: [b, aa, c] }\n  - { name: c, union: [a] }\n',
    'c.yaml:3:24: a union cannot be part of itself',
    'c.yaml:3:27: no catalog is called "aa"; did you mean "a"?',
    'c.yaml:3:31: "c" is a union; name the catalogs that it unites',
  ],
  [
    'dependencies from a union',
    'catalogs:\n  - { name: a, sources: [], dependsOn: [c] }\n  - { name: b, sources: [] }\n  - { name: c, union: [b] }\n',
    'c.yaml:2:41: "c" is a union; name the catalogs that it unites',
  ],
  ['a union of nothing', 'catalogs:\n  - { name: a, union: [] }\n', 'c.yaml:2:23: must not be empty'],
  ['a key twice', 'port: 1\nport: 2\n', 'c.yaml:2:1: map keys must be unique'],
  ['a tab', 'admin:\n\ttoken: x\n', 'c.yaml:2:1: tabs are not allowed as indentation'],
  [
    'a list that never ends',
    'catalogs: [\n',
    'c.yaml:2:1: flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  [
    'several faults, in the order of the file',
    'prot: 1\nhost: 5\ncatalogs: 7\n',
    'c.yaml:1:1: the key "prot" is unknown; did you mean "port"?',
    'c.yaml:2:7: must be text, not a number',
    'c.yaml:3:11: must be a list, not a number',
  ],
];

test.each(faults)('%s is refused with its place', async (_name, text, ...lines) => {
  expect(await readMessage(text)).toBe(`CONFIG_INVALID ${lines.join('\n')}`);
});

test('an alias bomb is refused', async () => {
  const levels = Array.from({ length: 9 }, (_, index) => `l${index + 1}: &l${index + 1} [${`*l${index},`.repeat(9)}]`);
  expect(await readMessage(`l0: &l0 [x]\n${levels.join('\n')}\n`)).toBe(
    'CONFIG_INVALID c.yaml:1:1: the aliases unfold into too much',
  );
});

test('a whole configuration is accepted', async () => {
  const text = `# yaml-language-server: $schema=https://example.com/chandlery.schema.json
publicUrl: https://addons.example.com/vela
host: 0.0.0.0
port: 0
data: ../data
logLevel: info
catalogs:
  - name: official
    title: KubeVela community addons
    sources:
      - type: git
        name: community
        url: https://github.com/kubevela/catalog
        branch: master
        path: addons
        every: 5m
        adopted: 217a8630d1d31b5d52ec4ad4b9e4b2a0b4a7a5f0
        auth: { username: bot, password: { env: GIT_TOKEN } }
        caBundle: ca.pem
        proxy: http://proxy.example.com:3128
      - type: git
        url: git@example.com:team/addons.git
        tags: v*
        auth: { sshKey: { file: id_ed25519 } }
      - { type: local, path: ./addons, sealed: true, every: 1h }
  - name: experimental
    dependsOn: [official]
    sources: []
  - name: all
    union: [experimental, official]
admin: { token: { env: CHANDLERY_ADMIN_TOKEN } }
storage: { kind: embedded }
search: { kind: embedded }
`;
  expect(await readMessage(text)).toBe('accepted');
});
