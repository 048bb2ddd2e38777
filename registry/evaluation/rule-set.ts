import type { ReleaseLine } from '../../schemas/release-line.ts';
import { digestHex, digestOf } from '../digest.ts';
import { catalogRules } from './catalog/catalog-rules.ts';
import { evaluationRules } from './rules.ts';

/** Raised by hand when an evaluation says something else of the same content than before: rendering, effects, rules or facts. */
const revision = 3;

const rules = digestHex(
  digestOf([...evaluationRules, ...catalogRules].map(({ id, severity }) => `${id} ${severity}`).join('\n')),
).slice(0, 12);

/**
 * Names what a stored evaluation of a line was made with. It changes when a rule comes, goes or changes its severity, when `revision` is
 * raised, and with every other build of the line's engine (`engineRevision`: the digest of its artefact).
 */
export function evaluationRuleSet(line: ReleaseLine, engineRevision: string): string {
  return `${line}-${revision}-${rules}-${digestHex(digestOf(engineRevision)).slice(0, 12)}`;
}
