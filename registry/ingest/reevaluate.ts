import { examineTree } from '../addon/lint/examine-tree.ts';
import { createParseCache } from '../addon/lint/parse-cache.ts';
import { textRuleSet } from '../addon/lint/rule-set.ts';
import { readStoredTree } from '../catalog/read-stored-tree.ts';
import type { Evaluation, VersionRecord } from '../storage/types.ts';
import type { IngestDependencies } from './types.ts';

/**
 * Runs the current rules over every stored content that they have not seen, one at a time; stale results stay shown until then.
 * Content that cannot be read is told of and left as it is. Returns how many contents were read.
 */
export async function reevaluate(dependencies: IngestDependencies, signal: AbortSignal): Promise<number> {
  const { store, blobs, observer } = dependencies;
  const cache = createParseCache();
  let evaluated = 0;

  async function evaluate({ digest, treeDigest, directory }: VersionRecord): Promise<Evaluation> {
    const tree = await readStoredTree(blobs, digest);
    const { findings } = examineTree({ tree, directory, cache });
    return { treeDigest, ruleSet: textRuleSet, findings };
  }

  for (const record of await store.listUnevaluated(textRuleSet)) {
    signal.throwIfAborted();
    try {
      await store.saveEvaluation(await evaluate(record));
      evaluated += 1;
      observer.onChange(record.catalog);
    } catch (error) {
      observer.onTrouble({ source: record.source, addon: record.addon, version: record.version, error });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return evaluated;
}
