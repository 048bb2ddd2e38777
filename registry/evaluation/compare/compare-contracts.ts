import { digestOf } from '../../digest.ts';
import type { Engines } from '../../engine/types.ts';
import { type ContentPair, compareAddonParameters } from './compare-addon-parameters.ts';
import { compareDefinitionSets } from './compare-definition-sets.ts';
import { compareDependencies, compareRequirements } from './compare-demands.ts';
import { compareEffects } from './compare-effects.ts';
import { judgeStep } from './judge-step.ts';
import type { ComparedContent, ContractDiff } from './types.ts';

/**
 * Compares two versions of an addon as far as their users are bound to them, as a release line reads them, and says what that requires of
 * the version number. Content never makes it throw; engines do (ENGINE_UNAVAILABLE, ENGINE_BUSY).
 */
export async function compareContracts(
  context: { readonly engines: Engines },
  sides: ContentPair,
): Promise<ContractDiff> {
  const { before, after } = sides;
  const [parameters, definitions] = await Promise.all([
    compareAddonParameters(context, sides),
    compareDefinitionSets(context, sides),
  ]);
  const parts = {
    parameters: [...parameters.changes],
    definitions: [...definitions.differences],
    dependencies: [...compareDependencies(before.metadata, after.metadata)],
    requirements: [...compareRequirements(before.metadata, after.metadata)],
    effects: [...compareEffects(before.effects, after.effects)],
  };
  const [from, to] = [before.metadata.version, after.metadata.version];
  return {
    ...parts,
    verdict: judgeStep({ ...parts, from, to, changed: isChanged(before, after) }),
    findings: [...parameters.findings, ...definitions.findings],
  };
}

function isChanged(before: ComparedContent, after: ComparedContent): boolean {
  const [was, is] = [before, after].map(({ tree }) =>
    tree.files.map(({ path, bytes }) => `${path} ${digestOf(bytes)}`).join('\n'),
  );
  return was !== is;
}
