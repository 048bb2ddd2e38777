import type { Finding } from '../../../schemas/finding.ts';
import type { ReleaseLine } from '../../../schemas/release-line.ts';
import type { ValueChange } from '../../../schemas/version-diff.ts';
import { compareChanges } from '../../definition/diff/compare-definitions.ts';
import { judgeParameterChange } from '../../definition/diff/judge-change.ts';
import type { Engines } from '../../engine/types.ts';
import { createRenderFinding } from '../../render/render-rules.ts';
import { getReleaseLine } from '../../version/release-lines.ts';
import { readParameterFile } from './read-parameter-file.ts';
import { toValueChange } from './to-value-change.ts';
import type { ComparedContent } from './types.ts';

/** Two sides and the release line that compares them. */
export interface ContentPair {
  readonly before: ComparedContent;
  readonly after: ComparedContent;
  readonly line: ReleaseLine;
}

/** Compares the parameters of two addons by CUE's own subsumption; an addon without parameters takes any and reads none. */
export async function compareAddonParameters(
  { engines }: { readonly engines: Engines },
  { before, after, line }: ContentPair,
): Promise<{ readonly changes: readonly ValueChange[]; readonly findings: readonly Finding[] }> {
  const [was, is] = [readParameterFile(before), readParameterFile(after)];
  if (was.text === is.text) return { changes: [], findings: [] };
  const { engine } = getReleaseLine(line);
  const [compared, described] = await Promise.all([
    engines.ask({ engine, operation: 'compare', request: { before: was, after: is, line } }),
    engines.ask({ engine, operation: 'describe', request: { file: is, line } }),
  ]);
  if (compared.kind !== 'answer') {
    const message = `The parameters cannot be compared: ${compared.message.trim()}`;
    const rule = compared.kind === 'stopped' ? 'render/stopped' : 'render/parameter';
    return { changes: [], findings: [createRenderFinding(rule, { file: is.name, message, for: [line] })] };
  }
  const closed = described.kind === 'answer' && described.value.closed;
  const changes = compared.value.changes.map((change) => judgeParameterChange(change, { closed }));
  return { changes: changes.sort(compareChanges).map(toValueChange), findings: [] };
}
