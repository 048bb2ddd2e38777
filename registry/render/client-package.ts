import type { AddonMetadata } from '../../schemas/addon.ts';
import { classifyPath } from '../addon/layout.ts';
import type { FileTree } from '../addon/types.ts';
import { compareWalked } from '../addon/walk-order.ts';
import { readClientMetadata } from './client-metadata.ts';
import type { RenderOptions } from './types.ts';

/** A file that the client read: `name` is its base name, all that the client remembers of its path. */
export interface ElementFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** What the client holds of an addon when it begins to render (`pkg/addon/type.go`, InstallPackage), in its order. */
export interface ClientPackage {
  readonly metadata: AddonMetadata;
  /** The text in force; of both places the one at the top. */
  readonly parameter: ElementFile | undefined;
  readonly hasTwoParameterFiles: boolean;
  readonly cueTemplate: ElementFile | undefined;
  readonly yamlTemplate: ElementFile | undefined;
  readonly cueResources: readonly ElementFile[];
  readonly yamlResources: readonly ElementFile[];
  /** YAML first, then CUE. */
  readonly definitions: readonly ElementFile[];
  readonly configTemplates: readonly ElementFile[];
  readonly uiSchemas: readonly ElementFile[];
  /** YAML first, then CUE. */
  readonly views: readonly ElementFile[];
  readonly notes: ElementFile | undefined;
}

export type ClientPackageOptions = Pick<RenderOptions, 'tree' | 'metadata' | 'delivery'>;

/** What was read of trees that somebody still holds, so that rendering one again with other parameters reads nothing. */
const packages = new WeakMap<
  FileTree,
  { readonly metadata: AddonMetadata; readonly delivery: string; readonly read: ClientPackage }
>();

/** Sorts the files of an addon into what the client makes of them (`pkg/addon/addon.go`, GetInstallPackageFromReader). */
export function readClientPackage({ tree, metadata, delivery = 'archive' }: ClientPackageOptions): ClientPackage {
  const known = packages.get(tree);
  if (known?.metadata === metadata && known.delivery === delivery) return known.read;
  const read = sortFiles({ tree, metadata, delivery });
  packages.set(tree, { metadata, delivery, read });
  return read;
}

function sortFiles({ tree, metadata, delivery }: ClientPackageOptions): ClientPackage {
  const archived = delivery === 'archive';
  const byPattern = new Map<string, ElementFile[]>();
  for (const { path, bytes } of [...tree.files].sort((a, b) => compareWalked(a.path, b.path))) {
    const { role, pattern } = classifyPath(path, archived ? metadata.name : undefined);
    if (role === 'ignored' || pattern === undefined) continue;
    const file = { path, name: path.slice(path.lastIndexOf('/') + 1), text: decode(bytes) };
    byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), file]);
  }
  const list = (pattern: string): readonly ElementFile[] => byPattern.get(pattern) ?? [];
  // Of several files that match a single one the last stays, and when that is empty there is none.
  const last = (pattern: string): ElementFile | undefined => {
    const file = list(pattern).at(-1);
    return file?.text === '' ? undefined : file;
  };
  const [legacy, current] = [last('resources/parameter.cue'), last('parameter.cue')];
  return {
    // What a registry says of requirements replaces what the file says, and it always says something.
    metadata: { ...(archived ? { system: {} } : {}), ...readClientMetadata(tree, metadata) },
    parameter: current ?? legacy,
    hasTwoParameterFiles: current !== undefined && legacy !== undefined,
    cueTemplate: last('template.cue'),
    yamlTemplate: list('template.yaml').at(-1),
    cueResources: list('resources').filter(isCue),
    yamlResources: list('resources').filter((file) => !isCue(file)),
    definitions: yamlFirst(list('definitions')),
    configTemplates: list('config-templates'),
    uiSchemas: list('schemas'),
    views: yamlFirst(list('views')),
    notes: last('NOTES.cue'),
  };
}

/** Tells a file in CUE from one in YAML. */
export function isCue({ name }: ElementFile): boolean {
  return name.endsWith('.cue');
}

function yamlFirst(files: readonly ElementFile[]): readonly ElementFile[] {
  return [...files.filter((file) => !isCue(file)), ...files.filter(isCue)];
}

/** A byte-order mark is gone when Helm's loader hands the file to the client. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
