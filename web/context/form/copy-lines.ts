import type { JsonObject } from '../../../schemas/json.ts';
import { toShellWord } from '../shell-word.ts';
import { toPointer } from './pointer.ts';
import { toSetArguments } from './to-set-arguments.ts';

/** An addon at an exact version in a registry of the client. */
export interface EnabledAddon {
  /** Name of the registry in the client. */
  readonly registry: string;
  readonly addon: string;
  readonly version: string;
}

/** `vela addon enable` with arguments, and the parameters that the client's command line cannot carry. */
export interface EnableLine {
  readonly line: string;
  /** JSON pointers. */
  readonly left: readonly string[];
}

/** Writes values as arguments of `vela addon enable`, each word quoted for a POSIX shell. */
export function toEnableWithArguments({ registry, addon, version }: EnabledAddon, values: JsonObject): EnableLine {
  const { texts, rest } = toSetArguments(values);
  const [name = '', number = '', ...words] = [`${registry}/${addon}`, version, ...texts].map(toShellWord);
  return { line: ['vela addon enable', name, '--version', number, ...words].join(' '), left: listLeaves(rest, '') };
}

function listLeaves(values: JsonObject, pointer: string): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const own = `${pointer}${toPointer([name])}`;
    const isBranch =
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
    return isBranch ? listLeaves(value as JsonObject, own) : [own]; // no list and not null
  });
}
