import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { EngineName } from '../engine/types.ts';

export interface ReleaseLineFacts {
  readonly line: ReleaseLine;
  /** The CUE release that this line embeds (`go.mod` of KubeVela at its tags). */
  readonly engine: EngineName;
  /** The release whose behaviour stands for the line: its newest one. */
  readonly release: string;
  /** Only alpha releases exist. */
  readonly alpha: boolean;
}

/** Every release line that verdicts are given for, oldest first. */
export const releaseLines: readonly ReleaseLineFacts[] = [
  { line: '1.9', engine: '0.5.0', release: '1.9.13', alpha: false },
  { line: '1.10', engine: '0.9.2', release: '1.10.9', alpha: false },
  { line: '1.11', engine: '0.14.1', release: '1.11.0-alpha.4', alpha: true },
];

/** The newest line that has a release which is no alpha; what bundles are rendered for when nobody says. */
export const defaultReleaseLine: ReleaseLine = '1.10';

/** Facts of one line. */
export function getReleaseLine(line: ReleaseLine): ReleaseLineFacts {
  const facts = releaseLines.find((each) => each.line === line);
  if (facts === undefined) throw new Error(`no release line ${line}`);
  return facts;
}
