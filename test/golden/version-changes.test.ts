import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { examineTree } from '../../registry/addon/lint/examine-tree.ts';
import { openEngines } from '../../registry/engine/open-engines.ts';
import { compareAddonVersions } from '../../registry/evaluation/compare/compare-addon-versions.ts';
import { evaluateSide } from '../../registry/evaluation/compare/evaluate-side.ts';
import { releaseLines } from '../../registry/version/release-lines.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { readCatalogVersions } from '../support/catalog-corpus.ts';
import { findShared } from '../support/shared.ts';

const shared = findShared();
const missing = shared === undefined ? ' (skipped: no shared material)' : '';
const engines = openEngines({ root: fileURLToPath(new URL('../..', import.meta.url)) });
afterAll(() => engines.close());

const steps = [
  ['fluxcd', '2.4.0', '3.0.0'],
  ['prometheus-server', 'v0.2.0', 'v0.2.1'],
] as const;

const trees =
  shared === undefined
    ? new Map()
    : readCatalogVersions(
        shared,
        steps.flatMap(([addon, ...versions]) => versions.map((version) => ({ addon, version }))),
      );

async function readSide(addon: string, version: string, line: ReleaseLine) {
  const tree = trees.get(`${addon} ${version}`);
  if (tree === undefined) throw new Error(`the corpus has no ${addon} ${version}`);
  const { metadata, files, treeDigest } = examineTree({ tree, directory: addon });
  if (metadata === undefined) throw new Error(`${addon} ${version} has no metadata`);
  return evaluateSide({ engines }, { tree, metadata, files, treeDigest, line, registry: 'official' });
}

async function compare([addon, from, to]: (typeof steps)[number], line: ReleaseLine) {
  const before = await readSide(addon, from, line);
  return compareAddonVersions({ engines }, { before, after: await readSide(addon, to, line), line });
}

describe.skipIf(shared === undefined).each(releaseLines)(
  `whole versions of the corpus on $line${missing}`,
  ({ line }) => {
    test('fluxcd breaks, and its major version announces it', async () => {
      const { verdict, definitions, findings } = await compare(steps[0], line);
      expect(findings).toEqual([]);
      expect(verdict).toMatchObject({ breaking: true, required: 'major', actual: 'major', adequate: true });
      const broken = definitions.filter(({ breaking }) => breaking);
      const told = broken.flatMap(({ name, changes }) =>
        changes.filter((change) => change.breaking).map(({ path, kind }) => `${name} ${path.join('.')} ${kind}`),
      );
      expect(told).toContain('kustomize git.provider removed');
      const kustomize = definitions.find(({ kind, name }) => kind === 'component' && name === 'kustomize');
      expect(
        kustomize?.changes.filter(({ breaking }) => !breaking).map(({ path, kind }) => `${path.join('.')} ${kind}`),
      ).toContain('oci.tag default-removed');
    });

    test('prometheus-server breaks nothing, and its patch is enough', async () => {
      const { verdict, definitions, findings } = await compare(steps[1], line);
      expect(findings).toEqual([]);
      expect(verdict).toEqual({ breaking: false, reasons: [], required: 'patch', actual: 'patch', adequate: true });
      expect(definitions.map(({ name, change, breaking }) => [name, change, breaking])).toEqual([
        ['prometheus-scrape', 'changed', false],
      ]);
    });
  },
);
