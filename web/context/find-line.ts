import type { ReleaseLine } from '../../schemas/release-line.ts';

/** The release line that a person means by a line or a version such as `1.10`, `v1.10.9` or `1.11.0-alpha.4`; undefined when it is none of these lines. */
export function findLine(text: string, lines: readonly ReleaseLine[]): ReleaseLine | undefined {
  const release = text.replace(/^v/, '');
  return lines.find((line) => release === line || release.startsWith(`${line}.`));
}
