import type { ReleaseLine } from '../../schemas/release-line.ts';
import { readAddon } from '../addon/read-addon.ts';
import type { FileTree } from '../addon/types.ts';
import type { LineEvaluation } from '../evaluation/types.ts';
import type { AddonEvaluator } from './types.ts';

/** Asks one line about a content that has been read. */
export type ContentJudge = (line: ReleaseLine, signal: AbortSignal) => Promise<LineEvaluation>;

/** Readies a content for being judged by several lines. One whose metadata.yaml no client can read is refused by all of them, with what reading it said. */
export function createContentJudge(evaluator: AddonEvaluator, tree: FileTree): ContentJudge {
  const { metadata, findings } = readAddon(tree);
  if (metadata !== undefined) return (line, signal) => evaluator.evaluate({ tree, metadata, line, signal });
  const fault = findings.find(({ severity }) => severity === 'error');
  const reason = fault?.message ?? 'metadata.yaml cannot be read';
  return async (line) => ({ ...refusedByAll, line, reason });
}

// The findings themselves are those of the text family.
const refusedByAll = {
  render: 'refused',
  parameters: [],
  findings: [],
  facts: { definitions: [], parameters: [], definitionParameters: [], effects: [], uses: [], links: [] },
} as const satisfies Partial<LineEvaluation>;
