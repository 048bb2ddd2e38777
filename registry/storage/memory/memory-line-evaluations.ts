import type { DefinitionFacts } from '../../../schemas/definition.ts';
import type { ReleaseLine } from '../../../schemas/release-line.ts';
import { compareText } from '../../findings.ts';
import { compareDefinitionEntries, compareLines, compareQuestions } from '../evaluation-order.ts';
import { toFindingMarks } from '../finding-marks.ts';
import type { DefinitionEntry, LineEvaluationRecord, LineEvaluationStore, VersionRecord } from '../types.ts';

export interface MemoryLineEvaluationsOptions {
  readonly versions: ReadonlyMap<string, VersionRecord>;
  readonly raise: (catalogs: Iterable<string>) => void;
}

/** Keeps what release lines say of contents in memory. */
export function createMemoryLineEvaluations({ versions, raise }: MemoryLineEvaluationsOptions): LineEvaluationStore {
  const records = new Map<string, LineEvaluationRecord>();

  function holdersOf(treeDigest: string): readonly string[] {
    return [...versions.values()].filter((version) => version.treeDigest === treeDigest).map(({ catalog }) => catalog);
  }

  function listHeld(catalog: string): readonly LineEvaluationRecord[] {
    return [...records.values()]
      .filter(({ treeDigest }) => holdersOf(treeDigest).includes(catalog))
      .sort(
        (left, right) =>
          compareText(left.treeDigest, right.treeDigest) || compareLines(left.evaluation.line, right.evaluation.line),
      );
  }

  return {
    async listVerdicts({ catalog }) {
      return listHeld(catalog).map(({ treeDigest, ruleSet, evaluation }) => ({
        treeDigest,
        line: evaluation.line,
        ruleSet,
        render: evaluation.render,
        parameters: evaluation.parameters,
        reason: evaluation.reason,
        findingMarks: toFindingMarks(evaluation.findings),
      }));
    },
    async listLineFindings(treeDigest) {
      return [...records.values()]
        .filter((record) => record.treeDigest === treeDigest)
        .map(({ evaluation: { line, findings } }) => ({ line, findings }))
        .sort((left, right) => compareLines(left.line, right.line));
    },
    async findFacts({ treeDigest, line }, parts) {
      const facts = records.get(recordText(treeDigest, line))?.evaluation.facts;
      if (facts === undefined) return undefined;
      const named = parts.map((part) => [part, facts[part]] as const).filter(([, value]) => value !== undefined);
      // Each part has just been read under its own name.
      return Object.fromEntries(named) as Pick<typeof facts, (typeof parts)[number]>;
    },
    async listDefinitions({ treeDigest, line }) {
      return records.get(recordText(treeDigest, line))?.evaluation.facts.definitions ?? [];
    },
    async listDefinitionEntries({ catalog, lines }) {
      const entries = new Map<string, DefinitionEntry>();
      for (const line of lines) {
        for (const { treeDigest, evaluation } of listHeld(catalog)) {
          if (evaluation.line !== line) continue;
          for (const facts of evaluation.facts.definitions) {
            const key = JSON.stringify([treeDigest, facts.kind, facts.name, facts.file]);
            if (!entries.has(key)) entries.set(key, { treeDigest, ...toEntryFacts(facts) });
          }
        }
      }
      return [...entries.values()].sort(compareDefinitionEntries);
    },
    async listQuestions(rules) {
      const byContent = new Map<string, VersionRecord>();
      for (const version of [...versions.values()].sort(compareQuestions)) {
        if (!byContent.has(version.treeDigest)) byContent.set(version.treeDigest, version);
      }
      return [...byContent.values()]
        .map(({ catalog, addon, key, treeDigest }) => ({
          catalog,
          addon,
          key,
          treeDigest,
          lines: rules
            .filter(({ line, ruleSet }) => records.get(recordText(treeDigest, line))?.ruleSet !== ruleSet)
            .map(({ line }) => line),
        }))
        .filter(({ lines }) => lines.length > 0);
    },
    async saveLineEvaluations(saved) {
      const news = saved.filter((record) => {
        const key = recordText(record.treeDigest, record.evaluation.line);
        if (JSON.stringify(records.get(key)) === JSON.stringify(record)) return false;
        records.set(key, structuredClone(record));
        return true;
      });
      raise(news.flatMap(({ treeDigest }) => holdersOf(treeDigest)));
    },
    async pruneLineEvaluations(lines) {
      const gone = [...records].filter(
        ([, { treeDigest, evaluation }]) => !lines.includes(evaluation.line) || holdersOf(treeDigest).length === 0,
      );
      for (const [key] of gone) records.delete(key);
      return gone.length;
    },
  };
}

function recordText(treeDigest: string, line: ReleaseLine): string {
  return JSON.stringify([treeDigest, line]);
}

function toEntryFacts(facts: DefinitionFacts): Omit<DefinitionEntry, 'treeDigest'> {
  const { kind, name, file, schematic, alias, description, deprecated, digest } = facts;
  return { kind, name, file, schematic, ...(alias === undefined ? {} : { alias }), description, deprecated, digest };
}
