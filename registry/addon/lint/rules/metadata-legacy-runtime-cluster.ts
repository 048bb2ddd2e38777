import { metadataExample } from '../examples.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';
import { findEntry } from '../yaml-file.ts';

/** The old spelling `deployTo.runtime_cluster`. */
export const metadataLegacyRuntimeCluster: Rule = {
  id: 'metadata/legacy-runtime-cluster',
  severity: 'info',
  title: 'Old spelling of deployTo.runtimeCluster',
  reason:
    'The client still accepts `runtime_cluster` as another name of `runtimeCluster`, for packages of the first releases. Both count only with a template.yaml or without a template.',
  fix: 'Write `runtimeCluster`.',
  wrong: [metadataExample({}, ['deployTo:', '  runtime_cluster: true'])],
  right: [metadataExample({}, ['deployTo:', '  runtimeCluster: true'])],
  *check({ documents }) {
    const source = documents.metadata;
    const entry = findEntry(source?.root, 'deployTo', 'runtime_cluster');
    if (source === undefined || entry === undefined) return;
    yield hitAt(source, entry.position, '`deployTo.runtime_cluster` is the old spelling of `deployTo.runtimeCluster`.');
  },
};
