import { createParseCache } from '../registry/addon/lint/parse-cache.ts';
import type { DefinitionInterpreter } from '../registry/catalog/definition-types.ts';
import { readDefinition } from '../registry/definition/read-definition.ts';
import { toCue } from '../registry/definition/to-cue.ts';
import type { Engines, OpenEngines } from '../registry/engine/types.ts';
import { RegistryError } from '../registry/errors.ts';
import { evaluateAddon } from '../registry/evaluation/evaluate-addon.ts';
import { evaluationRuleSet } from '../registry/evaluation/rule-set.ts';
import type { AddonEvaluator } from '../registry/jobs/types.ts';
import type { LineRules } from '../registry/storage/types.ts';
import { getReleaseLine } from '../registry/version/release-lines.ts';
import type { ReleaseLine } from '../schemas/release-line.ts';

/** Stands for the rules of an engine that is not there: nothing is judged by them, and nothing was. */
const noRules = 'none';

/** Names the rules of now of each line. A line whose engine is missing is listed all the same: what it said before stays shown. */
export async function composeLineRules(
  engines: Pick<OpenEngines, 'getRevision'>,
  lines: readonly ReleaseLine[],
): Promise<readonly LineRules[]> {
  return Promise.all(
    lines.map(async (line) => {
      try {
        return { line, ruleSet: evaluationRuleSet(line, await engines.getRevision(getReleaseLine(line).engine)) };
      } catch (error) {
        if (error instanceof RegistryError && error.code === 'ENGINE_UNAVAILABLE') return { line, ruleSet: noRules };
        throw error;
      }
    }),
  );
}

/** Judges addons with engines, behind everybody who waits for an answer. */
export function composeEvaluator(engines: Engines, lines: readonly LineRules[]): AddonEvaluator {
  const background: Engines = { ask: (question) => engines.ask({ ...question, priority: 'background' }) };
  const cache = createParseCache();
  return { lines, evaluate: (content) => evaluateAddon({ engines: background, cache }, content) };
}

/** Reads definitions with engines. */
export function composeInterpreter(engines: Engines): DefinitionInterpreter {
  return { readDefinition: (question) => readDefinition({ engines }, question), toCue };
}
