import type { EvaluationRule } from './evaluation-rule.ts';
import { applicationDuplicateComponent } from './rules/application-duplicate-component.ts';
import { applicationDuplicateObject } from './rules/application-duplicate-object.ts';
import { applicationUnknownComponent } from './rules/application-unknown-component.ts';
import { clusterAllRights } from './rules/cluster-all-rights.ts';
import { clusterEscalation } from './rules/cluster-escalation.ts';
import { clusterHostNamespace } from './rules/cluster-host-namespace.ts';
import { clusterPrivileged } from './rules/cluster-privileged.ts';
import { clusterWildcardVerbs } from './rules/cluster-wildcard-verbs.ts';
import { cueDefinitionListArithmetic } from './rules/cue-definition-list-arithmetic.ts';
import { cueListArithmetic } from './rules/cue-list-arithmetic.ts';
import { cueListArithmeticNotRewritten } from './rules/cue-list-arithmetic-not-rewritten.ts';
import { cueUnknownImport } from './rules/cue-unknown-import.ts';
import { cueUnknownImportName } from './rules/cue-unknown-import-name.ts';
import { cueUnresolvedReference } from './rules/cue-unresolved-reference.ts';
import { cueUnusedImport } from './rules/cue-unused-import.ts';
import { cueUnusedName } from './rules/cue-unused-name.ts';
import { linkDeadHost } from './rules/link-dead-host.ts';
import { metadataRequirementBelowImports } from './rules/metadata-requirement-below-imports.ts';
import { parameterLoopOverOptional } from './rules/parameter-loop-over-optional.ts';
import { parameterNoUsage } from './rules/parameter-no-usage.ts';
import { parameterUnused } from './rules/parameter-unused.ts';

/** Every rule that needs an evaluation, by family. */
export const evaluationRules: readonly EvaluationRule[] = [
  applicationDuplicateComponent,
  applicationDuplicateObject,
  applicationUnknownComponent,
  clusterAllRights,
  clusterEscalation,
  clusterHostNamespace,
  clusterPrivileged,
  clusterWildcardVerbs,
  cueDefinitionListArithmetic,
  cueListArithmeticNotRewritten,
  cueListArithmetic,
  cueUnknownImportName,
  cueUnknownImport,
  cueUnresolvedReference,
  cueUnusedImport,
  cueUnusedName,
  linkDeadHost,
  metadataRequirementBelowImports,
  parameterLoopOverOptional,
  parameterNoUsage,
  parameterUnused,
];
