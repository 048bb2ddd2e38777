import { clusterHostPath } from './rules/cluster-host-path.ts';
import { cueErrorLabel } from './rules/cue-error-label.ts';
import { definitionNoNamespace } from './rules/definition-no-namespace.ts';
import { iconMissing } from './rules/icon-missing.ts';
import { iconRetiredHost } from './rules/icon-retired-host.ts';
import { iconUnstableAddress } from './rules/icon-unstable-address.ts';
import { metadataDuplicateKey } from './rules/metadata-duplicate-key.ts';
import { metadataInvalidUrl } from './rules/metadata-invalid-url.ts';
import { metadataLegacyRuntimeCluster } from './rules/metadata-legacy-runtime-cluster.ts';
import { metadataNoUrl } from './rules/metadata-no-url.ts';
import { metadataUnknownDeployToKey } from './rules/metadata-unknown-deploy-to-key.ts';
import { metadataUnknownKey } from './rules/metadata-unknown-key.ts';
import { readmeMissing } from './rules/readme-missing.ts';
import { readmeShort } from './rules/readme-short.ts';
import { readmeTwo } from './rules/readme-two.ts';
import type { Rule } from './types.ts';

/** Every rule that reads text alone, by family. */
export const lintRules: readonly Rule[] = [
  metadataUnknownKey,
  metadataDuplicateKey,
  metadataUnknownDeployToKey,
  metadataLegacyRuntimeCluster,
  metadataInvalidUrl,
  metadataNoUrl,
  iconMissing,
  iconUnstableAddress,
  iconRetiredHost,
  definitionNoNamespace,
  cueErrorLabel,
  clusterHostPath,
  readmeMissing,
  readmeShort,
  readmeTwo,
];
