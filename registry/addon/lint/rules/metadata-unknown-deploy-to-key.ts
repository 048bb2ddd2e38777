import { findKnownKey, metadataKeys } from '../../metadata/metadata-keys.ts';
import { metadataExample } from '../examples.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';
import { findEntry, listEntries } from '../yaml-file.ts';

/** Spellings of old documentation: without effect, and known to be meant as the default. */
const formerSpellings = ['control_plane', 'controlPlane'];

/** Keys under `deployTo` that the client does not know. */
export const metadataUnknownDeployToKey: Rule = {
  id: 'metadata/unknown-deploy-to-key',
  severity: 'warning',
  title: 'Key under deployTo that the client does not know',
  reason:
    'The client knows `disableControlPlane` and `runtimeCluster` under `deployTo`. Anything else, `control_plane` and `controlPlane` of old examples included, has no effect: addons are always installed on the control plane.',
  fix: 'Remove the key.',
  wrong: [metadataExample({}, ['deployTo:', '  controlPlane: true', '  runtimeCluster: true'])],
  right: [metadataExample({}, ['deployTo:', '  runtimeCluster: true'])],
  *check({ documents }) {
    const source = documents.metadata;
    if (source === undefined) return;
    for (const { key, position } of listEntries(findEntry(source.root, 'deployTo')?.value)) {
      if (findKnownKey(metadataKeys.deployTo, key) !== undefined) continue;
      const hit = hitAt(source, position, `The client does not know \`deployTo.${key}\` and ignores it.`);
      yield formerSpellings.includes(key) ? { ...hit, severity: 'info' } : hit;
    }
  },
};
