import type { Finding } from '../../schemas/finding.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { VersionDiff } from '../../schemas/version-diff.ts';
import { BoundedCache } from '../bounded-cache.ts';
import type { Engines } from '../engine/types.ts';
import { compareAddonVersions } from '../evaluation/compare/compare-addon-versions.ts';
import { evaluateSide } from '../evaluation/compare/evaluate-side.ts';
import { findStepFindings } from '../evaluation/compare/find-step-findings.ts';
import type { ComparedContent } from '../evaluation/compare/types.ts';
import type { LineEvaluationStore, LineRules, VersionReader, VersionRecord } from '../storage/types.ts';
import { chooseLine, preferLines } from './choose-line.ts';
import type { TreeReader } from './create-tree-reader.ts';
import { createVersionLocator } from './create-version-locator.ts';
import type { CatalogViews, StepFinder, VersionComparer, VersionPair, VersionView } from './types.ts';

export interface VersionComparerOptions {
  readonly views: Pick<CatalogViews, 'findView'>;
  readonly store: Pick<VersionReader, 'findVersion'> & Pick<LineEvaluationStore, 'findFacts' | 'listDefinitions'>;
  readonly trees: TreeReader;
  readonly engines: Engines;
  /** The release lines that are judged, oldest first. */
  readonly lines: readonly LineRules[];
  /** What remembered comparisons may weigh together, in bytes of JSON; default 16 MiB. */
  readonly maxCachedBytes?: number;
}

type Facts = Pick<ComparedContent, 'definitions' | 'effects'>;

/** While it is made: about what most of them weigh. */
const unknownWeight = 20_000;

/** Compares stored versions. What comes of it is a pure function of both contents and the line, and is remembered by these. */
export function createVersionComparer(options: VersionComparerOptions): VersionComparer & StepFinder {
  const { store, trees, engines } = options;
  const { getServedView, getRecord } = createVersionLocator(options);
  const lines = options.lines.map(({ line }) => line);
  const maxWeight = options.maxCachedBytes ?? 16 * 1024 * 1024;
  const diffs = new BoundedCache<Promise<VersionDiff>>({ maxWeight });
  const findings = new BoundedCache<Promise<readonly Finding[]>>({ maxWeight: maxWeight / 16 });

  /** The record of what the address means now, which is read by its exact version. */
  function readRecord({ catalog, addon }: VersionPair, { version }: VersionView): Promise<VersionRecord> {
    return getRecord(catalog, addon, version).then(({ record }) => record);
  }

  async function findFacts({ treeDigest }: VersionView, line: ReleaseLine): Promise<Facts | undefined> {
    const facts = await store.findFacts({ treeDigest, line }, ['effects']);
    if (facts === undefined) return undefined;
    return { definitions: await store.listDefinitions({ treeDigest, line }), effects: facts.effects };
  }

  async function readSide(pair: VersionPair, view: VersionView, line: ReleaseLine) {
    const [{ metadata, files, treeDigest, digest }, facts] = await Promise.all([
      readRecord(pair, view),
      findFacts(view, line),
    ]);
    const tree = await trees.readTree(digest);
    // The label is the same on both sides, so it makes no difference.
    return evaluateSide({ engines }, { metadata, files, treeDigest, tree, facts, line, registry: '' });
  }

  async function compare(pair: VersionPair, views: Pair, line: ReleaseLine): Promise<VersionDiff> {
    const [before, after] = await Promise.all([readSide(pair, views.from, line), readSide(pair, views.to, line)]);
    return compareAddonVersions({ engines }, { before, after, line });
  }

  async function readContent(pair: VersionPair, view: VersionView, facts: Facts): Promise<ComparedContent> {
    const { metadata, digest } = await readRecord(pair, view);
    return { metadata, tree: await trees.readTree(digest), ...facts };
  }

  function getPair({ catalog, addon, from, to }: VersionPair): Pair {
    return { from: getServedView(catalog, addon, from), to: getServedView(catalog, addon, to) };
  }

  return {
    async compareVersions(pair) {
      const line = chooseLine(lines, pair.line);
      const { from, to } = getPair(pair);
      const { catalog } = pair;
      const diff = await remember(diffs, [from.treeDigest, to.treeDigest, line].join(' '), () =>
        compare(pair, { from, to }, line),
      );
      // Equal contents may be packed otherwise, and stand in several catalogs.
      const toSide = (side: VersionDiff['from'], { version, digest }: VersionView) => ({
        catalog,
        ...side,
        version,
        digest,
      });
      return { ...diff, from: toSide(diff.from, from), to: toSide(diff.to, to) };
    },

    async listStepFindings(pair) {
      const [line] = preferLines(lines);
      if (line === undefined) return [];
      const { from, to } = getPair(pair);
      const [was, is] = await Promise.all([findFacts(from, line), findFacts(to, line)]);
      if (was === undefined || is === undefined) return [];
      return remember(findings, `${from.treeDigest} ${to.treeDigest}`, async () => {
        const [before, after] = await Promise.all([readContent(pair, from, was), readContent(pair, to, is)]);
        return findStepFindings({ engines }, { before, after, line });
      });
    },
  };
}

interface Pair {
  readonly from: VersionView;
  readonly to: VersionView;
}

/** Makes a value once for everybody who asks while it is made or kept; a failure is not kept. */
async function remember<Value>(
  cache: BoundedCache<Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const known = cache.find(key);
  if (known !== undefined) return known;
  const made = make();
  cache.save(key, made, unknownWeight);
  try {
    const value = await made;
    cache.save(key, made, key.length + JSON.stringify(value).length);
    return value;
  } catch (error) {
    cache.remove(key);
    throw error;
  }
}
