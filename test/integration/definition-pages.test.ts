import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngines } from '../../registry/engine/open-engines.ts';
import { composeInterpreter } from '../../server/compose-evaluation.ts';
import { readCatalogTip } from '../support/catalog-corpus.ts';
import type { FixtureDefinition } from '../support/fixture-definitions.ts';
import { type FixtureSite, startFixtureSite } from '../support/fixture-site.ts';
import { findShared } from '../support/shared.ts';

const shared = findShared();
const skipped = shared === undefined;
const largest = 10;
const maxZippedBytes = 40_000;

describe.skipIf(skipped)(
  `pages of the largest definitions of the community catalog${skipped ? ' (skipped: no shared judging material)' : ''}`,
  () => {
    const engines = openEngines({ root: fileURLToPath(new URL('../..', import.meta.url)) });
    let definitions: readonly FixtureDefinition[];
    let site: FixtureSite;

    beforeAll(async () => {
      definitions = await readLargest(shared ?? '');
      const versions = [...new Set(definitions.map(({ addon }) => addon))].map((name) => ({ name }));
      site = await startFixtureSite({ versions, definitions });
    }, 120_000);

    afterAll(async () => {
      await site?.close();
      await engines.close();
    });

    /** The definitions with the longest texts, as KubeVela 1.10 takes them. */
    async function readLargest(folder: string): Promise<readonly FixtureDefinition[]> {
      const files = [...readCatalogTip(folder)]
        .flatMap(([addon, tree]) => tree.files.map((file) => ({ addon, ...file })))
        .filter(({ path }) => /^definitions\/.*\.(cue|ya?ml)$/.test(path))
        .sort((left, right) => right.bytes.byteLength - left.bytes.byteLength);
      const { readDefinition } = composeInterpreter(engines);
      const read: FixtureDefinition[] = [];
      for (const { addon, path, bytes } of files) {
        const { document } = await readDefinition({ file: path, content: bytes, line: '1.10' });
        if (document === undefined) continue;
        read.push({ addon, versions: ['1.0.0'], document, source: new TextDecoder().decode(bytes) });
        if (read.length === largest) break;
      }
      return read;
    }

    test('each stays below 40 KB when it is compressed', async () => {
      expect(definitions).toHaveLength(largest);
      const tooHeavy: object[] = [];
      for (const { addon, document } of definitions) {
        const path = `/definitions/${document.kind}/${document.name}?addon=${addon}&lang=zh`;
        const response = await fetch(`${site.url}${path}`);
        const zipped = gzipSync(await response.text()).byteLength;
        expect([path, response.status]).toEqual([path, 200]);
        if (zipped >= maxZippedBytes) tooHeavy.push({ path, zipped });
      }
      expect(tooHeavy).toEqual([]);
    }, 60_000);
  },
);
