/** Languages whose texts get colours. */
export type SourceLanguage = 'cue' | 'yaml' | 'json' | 'markdown' | 'hcl' | 'shellscript' | 'go';

const ofExtension: Readonly<Record<string, SourceLanguage>> = {
  cue: 'cue',
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  md: 'markdown',
  markdown: 'markdown',
  hcl: 'hcl',
  tf: 'hcl',
  tfvars: 'hcl',
  sh: 'shellscript',
  bash: 'shellscript',
  go: 'go',
};

/** The language of a file by its name; undefined when it gets no colours. */
export function findFileLanguage(path: string): SourceLanguage | undefined {
  const name = path.split('/').at(-1) ?? '';
  const dot = name.lastIndexOf('.');
  return dot === -1 ? undefined : find(ofExtension, name.slice(dot + 1));
}

const ofFence: Readonly<Record<string, SourceLanguage>> = {
  ...ofExtension,
  shell: 'shellscript',
  shellscript: 'shellscript',
  zsh: 'shellscript',
  console: 'shellscript',
  terraform: 'hcl',
  golang: 'go',
  json5: 'json',
  jsonc: 'json',
};

/** The language that a fence of Markdown names; undefined when it gets no colours. */
export function findFenceLanguage(name: string): SourceLanguage | undefined {
  return find(ofFence, name);
}

function find(table: Readonly<Record<string, SourceLanguage>>, key: string): SourceLanguage | undefined {
  const lower = key.toLowerCase();
  return Object.hasOwn(table, lower) ? table[lower] : undefined;
}
