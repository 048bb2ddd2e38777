import { lintAddon } from '../addon/lint/lint-addon.ts';
import { textRuleSet } from '../addon/lint/rule-set.ts';
import { readAddon } from '../addon/read-addon.ts';
import { readArchive } from '../addon/read-archive.ts';
import { compareFindings } from '../findings.ts';
import type { IngestDependencies } from './types.ts';

/** Runs the current rules over every stored content that they have not seen, one at a time; stale results stay shown until then. */
export async function reevaluate(dependencies: IngestDependencies, signal: AbortSignal): Promise<number> {
  const { store, blobs, observer } = dependencies;
  const records = await store.listUnevaluated(textRuleSet);
  for (const record of records) {
    signal.throwIfAborted();
    const archive = readArchive(await blobs.readBlob(record.digest));
    if (!archive.ok) continue;
    const { tree } = archive.reading;
    const addon = readAddon(tree);
    const directory = record.directory.split('/').at(-1);
    const linted = lintAddon({ tree, metadata: addon.metadata, directory: directory === '' ? undefined : directory });
    await store.saveEvaluation({
      treeDigest: record.treeDigest,
      ruleSet: textRuleSet,
      findings: [...addon.findings, ...linted].sort(compareFindings),
    });
    observer.onChange(record.catalog);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return records.length;
}
