import { examineTree } from '../addon/lint/examine-tree.ts';
import { createParseCache } from '../addon/lint/parse-cache.ts';
import { textRuleSet } from '../addon/lint/rule-set.ts';
import { readArchive } from '../addon/read-archive.ts';
import type { IngestDependencies } from './types.ts';

/** Runs the current rules over every stored content that they have not seen, one at a time; stale results stay shown until then. */
export async function reevaluate(dependencies: IngestDependencies, signal: AbortSignal): Promise<number> {
  const { store, blobs, observer } = dependencies;
  const cache = createParseCache();
  const records = await store.listUnevaluated(textRuleSet);
  for (const record of records) {
    signal.throwIfAborted();
    const archive = readArchive(await blobs.readBlob(record.digest));
    if (!archive.ok) continue;
    const { tree } = archive.reading;
    const { findings } = examineTree({ tree, directory: record.directory, cache });
    await store.saveEvaluation({ treeDigest: record.treeDigest, ruleSet: textRuleSet, findings });
    observer.onChange(record.catalog);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return records.length;
}
