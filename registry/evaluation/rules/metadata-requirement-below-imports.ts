import { metadataExample } from '../../addon/lint/examples.ts';
import { hitAtMetadata } from '../../addon/lint/hits.ts';
import { admitsLine } from '../../version/admits-line.ts';
import { releaseLines } from '../../version/release-lines.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';
import { findMinimumLine } from '../minimum-vela.ts';

const step = {
  file: 'definitions/hello.cue',
  text: 'import "vela/builtin"\n\nhello: {\n\ttype:        "workflow-step"\n\tdescription: "Greets"\n}\n\ntemplate: {\n\twait: builtin.#Suspend & {}\n\tparameter: {}\n}\n',
};

/** Requirements that admit KubeVela releases without the packages that the addon imports. */
export const metadataRequirementBelowImports: EvaluationRule = {
  id: 'metadata/requirement-below-imports',
  severity: 'warning',
  title: 'Requirement that admits releases without an imported package',
  reason:
    'The addon imports a package of KubeVela, or writes CUE, that only later releases know, and its `system.vela` lets it be enabled on earlier ones. There the definition is stored and fails when it is used.',
  fix: 'Require the release that has the package under `system.vela`.',
  wrong: [step, metadataExample({}, ['system:', '  vela: ">=v1.9.0"'])],
  right: [step, metadataExample({}, ['system:', '  vela: ">=v1.10.0"'])],
  *check(subject) {
    const minimum = findMinimumLine(subject.texts);
    if (minimum === undefined) return;
    const requirements = subject.metadata?.system ?? {};
    const index = releaseLines.findIndex(({ line }) => line === minimum);
    const admitted = releaseLines.slice(0, index).filter(({ line }) => admitsLine(requirements, line));
    if (admitted.length === 0) return;
    const lines = admitted.map(({ line }) => line).join(', ');
    const message = `What the addon imports exists from KubeVela ${minimum} on, and its requirements admit ${lines}.`;
    yield hitAtMetadata(subject, ['system', 'vela'], message);
  },
};
