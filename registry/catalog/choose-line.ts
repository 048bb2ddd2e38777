import type { ReleaseLine } from '../../schemas/release-line.ts';
import { RegistryError } from '../errors.ts';
import { getReleaseLine } from '../version/release-lines.ts';

/** Lines in the order in which they are asked when nobody names one: the newest that is no alpha, then the others, newest first. */
export function preferLines(lines: readonly ReleaseLine[]): readonly ReleaseLine[] {
  const newestFirst = lines.toReversed();
  const isAlpha = (line: ReleaseLine) => getReleaseLine(line).alpha;
  return [...newestFirst.filter((line) => !isAlpha(line)), ...newestFirst.filter(isAlpha)];
}

/** The line that is meant: the one that was named, else the preferred one. Throws INPUT_INVALID for a line that is not judged here. */
export function chooseLine(lines: readonly ReleaseLine[], named: ReleaseLine | undefined): ReleaseLine {
  const [preferred] = preferLines(lines);
  const line = named ?? preferred;
  if (line !== undefined && lines.includes(line)) return line;
  const message = `this server does not judge KubeVela ${line ?? ''}: its lines are ${lines.join(', ')}`;
  throw new RegistryError('INPUT_INVALID', message, { faults: [{ pointer: '/for', message }] });
}

/** The line that a version of KubeVela belongs to, else the one that is meant when nobody says. */
export function findVelaLine(lines: readonly ReleaseLine[], vela: string | undefined): ReleaseLine {
  const asked = /^v?([0-9]+\.[0-9]+)(?:\.|$)/.exec(vela ?? '')?.[1];
  const line = lines.find((each) => each === asked) ?? preferLines(lines)[0];
  if (line === undefined) throw new Error('no release line is judged');
  return line;
}
