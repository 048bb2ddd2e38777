import { clusterAdminBinding } from './rules/cluster-admin-binding.ts';
import { clusterHostPath } from './rules/cluster-host-path.ts';
import { clusterMutableImage } from './rules/cluster-mutable-image.ts';
import { clusterUntaggedImage } from './rules/cluster-untagged-image.ts';
import { cueErrorLabel } from './rules/cue-error-label.ts';
import { cueMistypedDirective } from './rules/cue-mistyped-directive.ts';
import { definitionDeprecatedAnnotation } from './rules/definition-deprecated-annotation.ts';
import { definitionDuplicate } from './rules/definition-duplicate.ts';
import { definitionIncomplete } from './rules/definition-incomplete.ts';
import { definitionInvalidName } from './rules/definition-invalid-name.ts';
import { definitionMisplacedField } from './rules/definition-misplaced-field.ts';
import { definitionNoDescription } from './rules/definition-no-description.ts';
import { definitionNoNamespace } from './rules/definition-no-namespace.ts';
import { definitionOldApiVersion } from './rules/definition-old-api-version.ts';
import { definitionPrunedField } from './rules/definition-pruned-field.ts';
import { definitionTerraformWithoutRef } from './rules/definition-terraform-without-ref.ts';
import { definitionUnknownAttribute } from './rules/definition-unknown-attribute.ts';
import { definitionUnsupportedKind } from './rules/definition-unsupported-kind.ts';
import { dependencyDuplicate } from './rules/dependency-duplicate.ts';
import { dependencyInvalidConstraint } from './rules/dependency-invalid-constraint.ts';
import { dependencyNoName } from './rules/dependency-no-name.ts';
import { dependencySelf } from './rules/dependency-self.ts';
import { dependencySeveral } from './rules/dependency-several.ts';
import { iconMissing } from './rules/icon-missing.ts';
import { iconRedirect } from './rules/icon-redirect.ts';
import { iconRetiredHost } from './rules/icon-retired-host.ts';
import { iconUnstableAddress } from './rules/icon-unstable-address.ts';
import { metadataDirectory } from './rules/metadata-directory.ts';
import { metadataDuplicateKey } from './rules/metadata-duplicate-key.ts';
import { metadataInvalidName } from './rules/metadata-invalid-name.ts';
import { metadataInvalidRequirement } from './rules/metadata-invalid-requirement.ts';
import { metadataInvalidUrl } from './rules/metadata-invalid-url.ts';
import { metadataInvisible } from './rules/metadata-invisible.ts';
import { metadataLegacyRuntimeCluster } from './rules/metadata-legacy-runtime-cluster.ts';
import { metadataLongText } from './rules/metadata-long-text.ts';
import { metadataNoUrl } from './rules/metadata-no-url.ts';
import { metadataReservedName } from './rules/metadata-reserved-name.ts';
import { metadataSurprisingRequirement } from './rules/metadata-surprising-requirement.ts';
import { metadataUnknownDeployToKey } from './rules/metadata-unknown-deploy-to-key.ts';
import { metadataUnknownKey } from './rules/metadata-unknown-key.ts';
import { packageBothTemplates } from './rules/package-both-templates.ts';
import { packageChartDiffers } from './rules/package-chart-differs.ts';
import { packageClause } from './rules/package-clause.ts';
import { packageGodefOnly } from './rules/package-godef-only.ts';
import { packageHiddenCharacters } from './rules/package-hidden-characters.ts';
import { packageIgnoredFile } from './rules/package-ignored-file.ts';
import { packageLegacyParameter } from './rules/package-legacy-parameter.ts';
import { packageMistypedTemplate } from './rules/package-mistyped-template.ts';
import { packageNoOutput } from './rules/package-no-output.ts';
import { packageNoTemplate } from './rules/package-no-template.ts';
import { packageSecretFile } from './rules/package-secret-file.ts';
import { packageUnreadFile } from './rules/package-unread-file.ts';
import { packageUnreadableTemplate } from './rules/package-unreadable-template.ts';
import { readmeMissing } from './rules/readme-missing.ts';
import { readmeShort } from './rules/readme-short.ts';
import { readmeTwo } from './rules/readme-two.ts';
import { resourceInvalidYaml } from './rules/resource-invalid-yaml.ts';
import { resourceMultiDocument } from './rules/resource-multi-document.ts';
import { resourceNoKind } from './rules/resource-no-kind.ts';
import { schemaContent } from './rules/schema-content.ts';
import { schemaFileName } from './rules/schema-file-name.ts';
import { versionAccidentalPrerelease } from './rules/version-accidental-prerelease.ts';
import { versionLeadingV } from './rules/version-leading-v.ts';
import { versionNotCanonical } from './rules/version-not-canonical.ts';
import { versionNotLabel } from './rules/version-not-label.ts';
import { versionNotSemver } from './rules/version-not-semver.ts';
import { versionVInPrerelease } from './rules/version-v-in-prerelease.ts';
import { viewNoStatus } from './rules/view-no-status.ts';
import type { Rule } from './types.ts';

/** Every rule that reads text alone, by family. */
export const lintRules: readonly Rule[] = [
  metadataDirectory,
  metadataDuplicateKey,
  metadataInvalidName,
  metadataInvalidRequirement,
  metadataInvalidUrl,
  metadataInvisible,
  metadataLegacyRuntimeCluster,
  metadataLongText,
  metadataNoUrl,
  metadataReservedName,
  metadataSurprisingRequirement,
  metadataUnknownDeployToKey,
  metadataUnknownKey,
  versionAccidentalPrerelease,
  versionLeadingV,
  versionNotCanonical,
  versionNotLabel,
  versionNotSemver,
  versionVInPrerelease,
  iconMissing,
  iconRedirect,
  iconRetiredHost,
  iconUnstableAddress,
  readmeMissing,
  readmeShort,
  readmeTwo,
  dependencyDuplicate,
  dependencyInvalidConstraint,
  dependencyNoName,
  dependencySelf,
  dependencySeveral,
  packageBothTemplates,
  packageChartDiffers,
  packageClause,
  packageGodefOnly,
  packageHiddenCharacters,
  packageIgnoredFile,
  packageLegacyParameter,
  packageMistypedTemplate,
  packageNoOutput,
  packageNoTemplate,
  packageSecretFile,
  packageUnreadFile,
  packageUnreadableTemplate,
  definitionDeprecatedAnnotation,
  definitionDuplicate,
  definitionIncomplete,
  definitionInvalidName,
  definitionMisplacedField,
  definitionNoDescription,
  definitionNoNamespace,
  definitionOldApiVersion,
  definitionPrunedField,
  definitionTerraformWithoutRef,
  definitionUnknownAttribute,
  definitionUnsupportedKind,
  resourceInvalidYaml,
  resourceMultiDocument,
  resourceNoKind,
  schemaContent,
  schemaFileName,
  viewNoStatus,
  cueErrorLabel,
  cueMistypedDirective,
  clusterAdminBinding,
  clusterHostPath,
  clusterMutableImage,
  clusterUntaggedImage,
];
