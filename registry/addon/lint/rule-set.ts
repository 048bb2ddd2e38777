import { digestHex, digestOf } from '../../digest.ts';
import { lintRules } from './rules.ts';

/** Raised by hand when a rule or a scanner judges the same content differently than before. */
const revision = 2;

/** Names the set of rules that a stored result was made with; it changes when a rule comes, goes, changes its severity or (by `revision`) its judgement. */
export const textRuleSet: string = `text-${revision}-${digestHex(
  digestOf(lintRules.map(({ id, severity }) => `${id} ${severity}`).join('\n')),
).slice(0, 12)}`;
