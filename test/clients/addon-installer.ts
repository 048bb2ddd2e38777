import { join } from 'node:path';
import { packAddon } from '../../registry/addon/pack-addon.ts';
import type { FileTree } from '../../registry/addon/types.ts';
import type { AddonMetadata } from '../../schemas/addon.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { runChecked } from './run-program.ts';

/** An addon to be enabled by KubeVela's own code. */
export interface InstallQuestion {
  readonly tree: FileTree;
  readonly metadata: AddonMetadata;
  readonly parameters: JsonObject;
  /** Clusters that are registered beside `local`. */
  readonly clusters: readonly string[];
}

/** What KubeVela's installer made of one addon (`go/reader/render.go`, rendering). */
export interface InstallAnswer {
  /** Why the package cannot be loaded. */
  readonly unloadable?: string;
  /** OpenAPI schema of the parameters. */
  readonly schema?: JsonObject;
  /** Why it cannot be enabled. */
  readonly error?: string;
  /** YAML texts of a dry run: the Application, outputs in no order, the other objects. */
  readonly documents?: readonly string[];
  readonly notes?: string;
  readonly secret?: JsonObject;
  readonly warnings?: readonly string[];
}

/** The name of the registry that the installer is told. */
export const installerRegistry = 'judged';

/** Lets KubeVela's own installer dry-run addons out of their archives, in one start. `folder` holds the built reader of one release line. */
export async function installAddons(
  folder: string,
  questions: readonly InstallQuestion[],
): Promise<readonly InstallAnswer[]> {
  const lines = questions.map(({ tree, metadata, parameters, clusters }) => {
    const archive = Buffer.from(packAddon(tree, metadata).bytes).toString('base64');
    return `${JSON.stringify({ name: metadata.name, version: metadata.version, archive, parameters, clusters })}\n`;
  });
  const text = await runChecked(join(folder, 'reader'), ['render'], { input: lines.join(''), timeoutMs: 600_000 });
  // The program is ours and its types stand above.
  const answers = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as InstallAnswer);
  if (answers.length !== questions.length)
    throw new Error(`${answers.length} answers to ${questions.length} questions`);
  return answers;
}
