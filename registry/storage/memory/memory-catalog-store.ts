import { compareText } from '../../findings.ts';
import type {
  AdoptionRecord,
  CatalogStore,
  Evaluation,
  LockRecord,
  SourceRecord,
  VersionEntry,
  VersionId,
  VersionObservation,
  VersionRecord,
} from '../types.ts';
import { versionAlreadyStored, versionNotStored } from '../version-error.ts';
import { compareVersionIds } from '../version-order.ts';
import { createMemoryLineEvaluations } from './memory-line-evaluations.ts';
import { createMemoryStateEvents } from './memory-state-events.ts';

/** Keeps a catalog in memory: the reference that every other store is tested against. */
export function createMemoryCatalogStore(): CatalogStore {
  const versions = new Map<string, VersionRecord>();
  const observations = new Map<string, VersionObservation>();
  const evaluations = new Map<string, Evaluation>();
  const sources = new Map<string, SourceRecord>();
  const adoptions: AdoptionRecord[] = [];
  const locks = new Map<string, LockRecord>();
  const generations = new Map<string, number>();

  function raise(catalogs: Iterable<string>): void {
    for (const catalog of new Set(catalogs)) generations.set(catalog, (generations.get(catalog) ?? 0) + 1);
  }

  function listHolders({ treeDigest }: Evaluation): readonly string[] {
    return [...versions.values()].filter((held) => held.treeDigest === treeDigest).map((held) => held.catalog);
  }

  /** Writes the three parts of an entry and raises whatever they change. */
  function write({ record, observation, evaluation }: VersionEntry): void {
    const changed = [
      put(versions, idText(record), record),
      put(observations, idText(observation), observation),
    ].includes(true);
    const evaluated = put(evaluations, evaluation.treeDigest, evaluation);
    raise([...(changed ? [record.catalog] : []), ...(evaluated ? listHolders(evaluation) : [])]);
  }

  return {
    ...createMemoryLineEvaluations({ versions, raise }),
    ...createMemoryStateEvents(raise),

    async findVersion(id) {
      return versions.get(idText(id));
    },
    async listVersions(filter) {
      return [...versions.values()].filter((record) => isWanted(record, filter)).sort(compareVersionIds);
    },
    async findObservation(id) {
      return observations.get(idText(id));
    },
    async listObservations(filter) {
      return [...observations.values()].filter((record) => isWanted(record, filter)).sort(compareVersionIds);
    },

    async saveVersion(entry) {
      if (versions.has(idText(entry.record))) throw versionAlreadyStored(entry.record);
      write(entry);
    },
    async replaceVersion(entry) {
      if (!versions.has(idText(entry.record))) throw versionNotStored(entry.record);
      write(entry);
    },
    async removeVersion(id) {
      if (!versions.delete(idText(id))) return;
      observations.delete(idText(id));
      raise([id.catalog]);
    },
    async saveObservation(observation) {
      if (!versions.has(idText(observation))) throw versionNotStored(observation);
      if (put(observations, idText(observation), observation)) raise([observation.catalog]);
    },

    async findEvaluation(treeDigest) {
      return evaluations.get(treeDigest);
    },
    async listEvaluations({ catalog }) {
      return [...evaluations.values()]
        .filter((evaluation) => listHolders(evaluation).includes(catalog))
        .sort((left, right) => compareText(left.treeDigest, right.treeDigest));
    },
    async listUnevaluated(ruleSet) {
      const byContent = new Map<string, VersionRecord>();
      const records = [...versions.values()].sort(
        (left, right) => compareText(left.catalog, right.catalog) || compareVersionIds(left, right),
      );
      for (const record of records) {
        if (evaluations.get(record.treeDigest)?.ruleSet === ruleSet) continue;
        if (!byContent.has(record.treeDigest)) byContent.set(record.treeDigest, record);
      }
      return [...byContent.values()];
    },
    async saveEvaluation(evaluation) {
      const changed = put(evaluations, evaluation.treeDigest, evaluation);
      if (changed) raise(listHolders(evaluation));
    },

    async listSources() {
      return [...sources.values()].sort((left, right) => compareText(left.source, right.source));
    },
    async findSource(source) {
      return sources.get(source);
    },
    async saveSource(record) {
      put(sources, record.source, record);
    },
    async findAdoption(source) {
      return adoptions.findLast((adoption) => adoption.source === source);
    },
    async saveAdoption(record) {
      adoptions.push(structuredClone(record));
    },

    async findLock(id) {
      return locks.get(id);
    },
    async saveLock(record) {
      return !locks.has(record.id) && put(locks, record.id, record);
    },

    async readGeneration(catalog) {
      return generations.get(catalog) ?? 0;
    },
    async close() {},
  };
}

/** Stores a copy, so that nobody changes it from outside; returns whether it differs from what was there. */
function put<Value>(map: Map<string, Value>, key: string, value: Value): boolean {
  if (JSON.stringify(map.get(key)) === JSON.stringify(value)) return false;
  map.set(key, structuredClone(value));
  return true;
}

function idText({ catalog, addon, key }: VersionId): string {
  return JSON.stringify([catalog, addon, key]);
}

function isWanted(id: VersionId, filter: { readonly catalog: string; readonly addon?: string }): boolean {
  return id.catalog === filter.catalog && (filter.addon === undefined || id.addon === filter.addon);
}
