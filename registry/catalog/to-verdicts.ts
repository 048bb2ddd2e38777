import type { Requirements } from '../../schemas/addon.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { Verdict } from '../../schemas/verdict.ts';
import type { LineRules, LineVerdict } from '../storage/types.ts';
import { admitsLine } from '../version/admits-line.ts';

/** Tells whether requirements let in some release of a line. */
export type LineAdmission = (requirements: Requirements, line: ReleaseLine) => boolean;

/** Remembers what was asked before: a catalog has many versions and few different requirements. */
export function createLineAdmission(): LineAdmission {
  const known = new Map<string, boolean>();
  return (requirements, line) => {
    const key = `${line} ${requirements.vela ?? ''}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const admitted = admitsLine(requirements, line);
    known.set(key, admitted);
    return admitted;
  };
}

export interface VerdictContext {
  readonly lines: readonly LineRules[];
  readonly admits: LineAdmission;
}

/** The verdict of each line that is judged, in their order; `pending` where a line has never judged the content. */
export function toVerdicts(
  { lines, admits }: VerdictContext,
  requirements: Requirements,
  judged: readonly LineVerdict[],
): readonly Verdict[] {
  return lines.map(({ line }) => {
    const admitted = admits(requirements, line);
    const verdict = judged.find((each) => each.line === line);
    return verdict === undefined ? { line, render: 'pending', admitted } : toVerdict(verdict, admitted);
  });
}

/** What a line says, in the form that the outside is told. */
export function toVerdict(
  {
    line,
    render,
    parameters,
    reason,
  }: Pick<LineVerdict, 'line' | 'render' | 'parameters'> & { readonly reason?: string | undefined },
  admitted: boolean,
): Verdict {
  return {
    line,
    render,
    admitted,
    ...(parameters.length === 0 ? {} : { parameters: [...parameters] }),
    ...(reason === undefined ? {} : { reason }),
  };
}
