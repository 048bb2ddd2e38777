import { packAddon } from '../../registry/addon/pack-addon.ts';
import { makeTree } from '../../registry/addon/test-support/tree-builder.ts';
import { createLockReader } from '../../registry/catalog/create-lock-reader.ts';
import { openCatalogViews } from '../../registry/catalog/open-catalog-views.ts';
import type { Planner } from '../../registry/catalog/types.ts';
import { createLockKeeper } from '../../registry/publish/create-lock-keeper.ts';
import { createRateLimit } from '../../registry/publish/create-rate-limit.ts';
import { blobNotFound } from '../../registry/storage/blob-error.ts';
import { createMemoryBlobStore } from '../../registry/storage/memory/memory-blob-store.ts';
import { createMemoryCatalogStore } from '../../registry/storage/memory/memory-catalog-store.ts';
import type { BlobStore } from '../../registry/storage/types.ts';
import { normalizeVersion } from '../../registry/version/normalize-version.ts';
import type { Dependency, Requirements } from '../../schemas/addon.ts';
import type { LockMember } from '../../schemas/lock.ts';
import type { Plan } from '../../schemas/resolution.ts';
import { anEntry } from './version-entry.ts';

/** A version to be stored, with bytes that a client could load. */
export interface StoredVersion {
  readonly catalog?: string;
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Dependency[];
  readonly system?: Requirements;
  /** Told apart by it. */
  readonly description?: string;
}

/** The use cases of locks over memory: catalog `official` is sealed, `local` is mutable, `all` unites them. */
export async function openLockHouse({ mostInMinute = 1000 } = {}) {
  const store = createMemoryCatalogStore();
  const inner = createMemoryBlobStore();
  const lost = new Set<string>();
  const blobs: BlobStore = {
    ...inner,
    hasBlob: async (digest) => !lost.has(digest) && inner.hasBlob(digest),
    async readBlob(digest) {
      if (lost.has(digest)) throw blobNotFound(digest);
      return inner.readBlob(digest);
    },
  };
  const catalogs = [
    { name: 'official', title: 'Official', dependsOn: [] },
    { name: 'local', title: 'Local', dependsOn: [] },
    { name: 'all', title: 'All', dependsOn: [], union: ['local', 'official'] },
  ];
  const views = await openCatalogViews({ store, catalogs, ruleSet: 'rules-1', lines: [] });
  const address = { absolute: (path: string) => `http://addons.example.com${path}` };
  const clock = { ms: 0 };
  let planned: Plan | undefined;
  const planner: Planner = {
    async resolve() {
      if (planned === undefined) throw new Error('no plan was given');
      return planned;
    },
  };
  const keeper = createLockKeeper({
    store,
    blobs,
    views,
    planner,
    address,
    isMutableCatalog: (catalog) => catalog === 'local',
    limit: createRateLimit({ mostInMinute, now: () => clock.ms }),
    now: () => '2026-01-02T03:04:05.000Z',
  });

  /** Stores a version, or replaces one of the same number; returns it as a lock has it that somebody asked for it. */
  async function put(given: StoredVersion): Promise<LockMember> {
    const {
      catalog = 'official',
      name,
      version,
      dependencies = [],
      system = {},
      description = `about ${name}`,
    } = given;
    const lines = [`name: ${name}`, `version: ${JSON.stringify(version)}`, `description: ${description}`];
    if (dependencies.length > 0) lines.push(`dependencies: ${JSON.stringify(dependencies)}`);
    if (Object.keys(system).length > 0) lines.push(`system: ${JSON.stringify(system)}`);
    const tree = makeTree({ 'metadata.yaml': `${lines.join('\n')}\n`, 'template.cue': 'package main\noutput: {}\n' });
    const metadata = {
      name,
      version,
      description,
      tags: [],
      dependencies,
      system,
      needNamespace: [],
      invisible: false,
    };
    const archive = packAddon(tree, metadata);
    await blobs.saveBlob(archive.bytes);
    const { treeDigest, digest } = archive;
    const key = normalizeVersion(version);
    const entry = anEntry({
      catalog,
      addon: name,
      key,
      version,
      treeDigest,
      digest,
      metadata,
      sizeBytes: archive.bytes.byteLength,
      source: `${catalog}/source`,
    });
    const known = await store.findVersion({ catalog, addon: name, key });
    await (known === undefined ? store.saveVersion(entry) : store.replaceVersion(entry));
    await views.refresh(catalog);
    return { catalog, name, version, digest, treeDigest, want: {}, requiredBy: [], dependencies, requirements: system };
  }

  return {
    store,
    blobs,
    views,
    clock,
    keeper,
    reader: createLockReader({ store, blobs, views, address }),
    put,
    /** Bytes that are gone from the disk, by their digest. */
    lost,
    /** What the planner answers from now on. */
    plan(plan: Plan) {
      planned = plan;
    },
    async remove(member: LockMember) {
      const { catalog, name: addon, version } = member;
      await store.removeVersion({ catalog, addon, key: normalizeVersion(version) });
      await views.refresh(catalog);
    },
  };
}
