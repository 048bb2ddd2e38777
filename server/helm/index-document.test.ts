import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildCatalogView } from '../../registry/catalog/build-catalog-view.ts';
import type { VersionRecord } from '../../registry/storage/types.ts';
import { versionRecord } from '../../test/support/version-records.ts';
import { toIndexDocument } from './index-document.ts';

function indexOf(records: readonly VersionRecord[]): string {
  return toIndexDocument(
    buildCatalogView({
      catalog: 'official',
      generation: 1,
      records,
      observations: [],
      evaluations: [],
      lines: [],
      verdicts: [],
      events: [],
    }),
  );
}

/** Every key that Helm's `repo.ChartVersion` and `chart.Metadata` know; one stranger fails the whole registry in the client. */
const entryKeys = new Set(
  'name home sources version description keywords maintainers icon apiVersion condition tags appVersion deprecated annotations kubeVersion dependencies type urls created removed digest checksum engine tillerVersion url'.split(
    ' ',
  ),
);

const full = versionRecord({
  addon: 'web',
  version: 'v1.10',
  metadata: {
    name: 'web',
    version: 'v1.10',
    description: 'yes: "quoted"\nand a second line',
    icon: 'https://example.com/i.svg',
    url: 'https://example.com',
    tags: ['1.0', 'null'],
    dependencies: [{ name: 'fluxcd', version: '>=1' }, { name: 'dex' }, { name: 'dex', version: '2' }, { name: '' }],
    system: { vela: '>=v1.9.0', kubernetes: '>=1.19.0-0' },
    needNamespace: [],
    invisible: false,
  },
});

test('an entry carries every field as a string that reads back', () => {
  expect(parse(indexOf([full]))).toEqual({
    apiVersion: 'v1',
    generated: '2024-01-02T03:04:05Z',
    entries: {
      web: [
        {
          apiVersion: 'v2',
          name: 'web',
          version: 'v1.10',
          appVersion: 'v1.10',
          type: 'library',
          description: 'yes: "quoted"\nand a second line',
          home: 'https://example.com/',
          icon: 'https://example.com/i.svg',
          keywords: ['1.0', 'null'],
          annotations: { 'addon.name': 'web', 'system.vela': '>=v1.9.0', 'system.kubernetes': '>=1.19.0-0' },
          dependencies: [
            { name: 'fluxcd', version: '>=1' },
            { name: 'dex', version: '2' },
          ],
          created: '2024-01-02T03:04:05Z',
          digest: full.digest.slice(7),
          urls: ['web-v1.10.tgz'],
        },
      ],
    },
  });
});

test('only keys of the whitelist are written', () => {
  const entries: Record<string, Record<string, unknown>[]> = parse(indexOf([full])).entries;
  const keys = Object.values(entries).flatMap((versions) => versions.flatMap((version) => Object.keys(version)));
  expect(keys.filter((key) => !entryKeys.has(key))).toEqual([]);
});

test('a version without requirements carries no annotation', () => {
  expect(indexOf([versionRecord({ addon: 'web', version: '1.0.0' })])).not.toContain('annotations');
});

test('an empty catalog is an index that every client can read', () => {
  expect(indexOf([])).toBe('apiVersion: v1\ngenerated: "1970-01-01T00:00:00Z"\nentries: {}\n');
});

test('versions stand newest first in the order of the client, unreadable ones last', () => {
  const versions = ['1.9.0', 'latest', 'v1.10.0', '1.10.0-beta.1', '0.1'];
  const document = indexOf(versions.map((version) => versionRecord({ addon: 'web', version })));
  const entries: { version: string }[] = parse(document).entries.web;
  expect(entries.map(({ version }) => version)).toEqual(['v1.10.0', '1.10.0-beta.1', '1.9.0', '0.1', 'latest']);
});

test('names that would share an archive name do not', () => {
  const document = indexOf([
    versionRecord({ addon: 'a', version: '1-2' }),
    versionRecord({ addon: 'a-1', version: '2' }),
  ]);
  const { entries } = parse(document);
  expect(entries.a[0].urls).toEqual(['a-1-2.tgz']);
  expect(entries['a-1'][0].urls[0]).toMatch(/^a-1-2-[0-9a-f]{12}\.tgz$/);
});
