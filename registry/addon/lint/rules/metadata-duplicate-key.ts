import type { YamlEntry } from '../../metadata/yaml-node.ts';
import { metadataExample } from '../examples.ts';
import { hitAt } from '../hits.ts';
import type { Rule, RuleHit } from '../types.ts';
import { listEntries, type YamlFile } from '../yaml-file.ts';

/** Keys that stand twice in one map of metadata.yaml: every place is reported, since any of them may be the wrong one. */
export const metadataDuplicateKey: Rule = {
  id: 'metadata/duplicate-key',
  severity: 'warning',
  title: 'Key of metadata.yaml written twice',
  reason:
    'The client accepts the same key twice in one map and keeps the last value only. What stands under the earlier one, for example a dependency, is lost without a message.',
  fix: 'Merge the values under one key.',
  wrong: [metadataExample({}, ['dependencies:', '  - name: fluxcd', 'dependencies:', '  - name: vela-prism'])],
  right: [metadataExample({}, ['dependencies:', '  - name: vela-prism'])],
  *check({ documents }) {
    const source = documents.metadata;
    const root = source?.root;
    if (source === undefined) return;
    yield* listDuplicates(source, listEntries(root));
    for (const entry of source.allEntries) yield* listDuplicates(source, listEntries(entry.value));
  },
};

function* listDuplicates(source: YamlFile, entries: readonly YamlEntry[]): Generator<RuleHit> {
  const last = new Map(entries.map((entry) => [entry.key, entry]));
  const first = new Map(entries.toReversed().map((entry) => [entry.key, entry]));
  for (const entry of entries) {
    const winner = last.get(entry.key);
    const earlier = first.get(entry.key);
    if (winner === undefined || earlier === undefined || winner === earlier) continue;
    const message =
      entry === winner
        ? `\`${entry.key}\` stands already in line ${earlier.position.line}; the client takes this one.`
        : `\`${entry.key}\` is lost: the client takes the one in line ${winner.position.line}.`;
    yield hitAt(source, entry.position, message);
  }
}
