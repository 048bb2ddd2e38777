import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { VersionView } from './types.ts';

/** Whether a release line is known to enable a version, given its required parameters if it has some. What is not judged yet does not count. */
export function worksOn({ verdicts }: Pick<VersionView, 'verdicts'>, line: ReleaseLine): boolean {
  const verdict = verdicts.find((each) => each.line === line);
  return verdict?.admitted === true && (verdict.render === 'works' || verdict.render === 'needs-parameters');
}
