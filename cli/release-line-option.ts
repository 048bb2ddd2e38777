import { InvalidArgumentError, Option } from 'commander';
import { defaultReleaseLine, releaseLines } from '../registry/version/release-lines.ts';
import type { ReleaseLine } from '../schemas/release-line.ts';

const known = releaseLines.map(({ line }) => line).join(', ');

/** `--for LINE`: the release line that reads a definition; the newest that is no alpha unless it is given. */
export function createLineOption(): Option {
  return new Option('--for <line>', `KubeVela release line: ${known}`).default(defaultReleaseLine).argParser(parseLine);
}

/** `--for LINES`: several of them; all unless they are given. */
export function createLinesOption(): Option {
  return new Option('--for <lines>', `KubeVela release lines, such as ${known.replaceAll(' ', '')}`)
    .default(releaseLines.map(({ line }) => line))
    .argParser((text: string) => text.split(',').map(parseLine));
}

function parseLine(text: string): ReleaseLine {
  const found = releaseLines.find(({ line }) => line === text.trim());
  if (found === undefined) throw new InvalidArgumentError(`"${text}" is no release line; known are ${known}.`);
  return found.line;
}
