import { readAddon } from '../../read-addon.ts';
import type { FileTree } from '../../types.ts';
import { emptyTemplate, metadataExample } from '../examples.ts';
import type { LintInput, RuleExample } from '../types.ts';

const faultlessFiles: readonly RuleExample[] = [
  metadataExample(),
  emptyTemplate,
  {
    file: 'README.md',
    text: `# hello\n\n${'Installs a small server that greets everyone who asks, and a trait that makes others greet as well. '.repeat(4)}\n`,
  },
];

/** An addon named hello that no rule complains about. */
export function faultlessAddon(): LintInput {
  return addonOf([]);
}

/** The faultless addon with the files of an example laid over it, in a folder of its own name unless another is given. */
export function addonOf(examples: readonly RuleExample[], directory?: string): LintInput {
  const texts = new Map(faultlessFiles.map(({ file, text }) => [file, text]));
  for (const { file, text } of examples) texts.set(file, text);
  const files = [...texts].flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]));
  const input = lintInputOf(files, undefined);
  return { ...input, directory: directory ?? input.metadata?.name };
}

/** An addon of the given files. */
export function lintInputOf(
  files: readonly { path: string; text: string }[],
  directory: string | undefined,
): LintInput {
  const tree: FileTree = {
    files: files.map(({ path, text }) => ({ path, mode: '0644', bytes: new TextEncoder().encode(text) })),
  };
  return { tree, metadata: readAddon(tree).metadata, directory };
}
