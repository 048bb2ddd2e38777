import { metadataExample } from '../../addon/lint/examples.ts';
import type { Rule } from '../../addon/lint/types.ts';
import { createFindingMaker } from '../../findings.ts';

const withoutName = {
  file: 'parameter.cue',
  text: 'parameter: {\n\t// version 1.0.0 also took `name`\n\t// +usage=Whom to greet\n\twhom: *"world" | string\n}\n',
};

/** Rules that need the version before to judge one. */
export const stepRules = [
  {
    id: 'version/breaking-without-bump',
    severity: 'warning',
    title: 'Breaking change that the version number does not announce',
    reason:
      'Values and applications that worked with the version before are refused, ignored or left without a definition by this one. People, and ranges such as `^1.0.0`, take a new minor or patch number for safe: they upgrade, and find out on the cluster. Before 1.0.0 it is the minor number that announces what breaks.',
    fix: 'Keep what the version before took, or publish the change under the next major number.',
    wrong: [metadataExample({ version: '1.0.1' }), withoutName],
    right: [metadataExample({ version: '2.0.0' }), withoutName],
  },
] as const satisfies readonly Omit<Rule, 'check'>[];

/** Makes a finding of a rule that compares with the version before. */
export const createStepFinding = createFindingMaker<(typeof stepRules)[number]['id']>(stepRules);
