import type { CommitFiles } from './own-addon.ts';

/** An addon that is odd in one way, and whether KubeVela's client can load it all the same. */
export interface MalformedAddon {
  readonly name: string;
  readonly files: CommitFiles;
  readonly loads: boolean;
}

const application = 'apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components: []\n';

function metadata(name: string, more = ''): string {
  return `name: ${name}\nversion: 1.0.0\ndescription: An addon that is odd in one way\n${more}`;
}

function addon(name: string, loads: boolean, files: CommitFiles, more = ''): MalformedAddon {
  return { name, loads, files: { 'metadata.yaml': metadata(name, more), 'template.yaml': application, ...files } };
}

/** One addon per kind of damage; name and version can be read in all of them, so all of them are listed. */
export const malformedAddons: readonly MalformedAddon[] = [
  addon('template-not-yaml', false, { 'template.yaml': 'spec: [\n' }),
  addon('template-is-a-list', false, { 'template.yaml': '- kind: Application\n' }),
  addon('template-is-a-text', false, { 'template.yaml': 'just a text\n' }),
  addon('template-is-empty', false, { 'template.yaml': '' }),
  addon('template-without-kind', false, { 'template.yaml': 'spec:\n  components: []\n' }),
  addon('template-of-another-kind', true, { 'template.yaml': 'apiVersion: v1\nkind: ConfigMap\ndata: {}\n' }),
  addon('template-with-wrong-types', false, { 'template.yaml': `${application}  policies: none\n` }),
  addon('template-with-a-number-for-a-text', false, { 'template.yaml': `${application}metadata: {labels: {a: 1}}\n` }),
  addon('template-with-no-number', false, { 'template.yaml': `${application}data: {a: .nan}\n` }),
  addon('template-with-nulls', true, { 'template.yaml': `${application}  policies: ~\n  workflow: {steps: [~]}\n` }),
  addon('template-in-another-letter-case', true, { 'template.yaml': `${application}Metadata: {labels: [a]}\n` }),
  addon('tags-are-a-text', false, {}, 'tags: database\n'),
  addon('invisible-is-a-text', false, {}, 'invisible: "true"\n'),
  addon('system-is-a-text', false, {}, 'system: ">=v1.9.0"\n'),
  addon('dependency-is-a-text', false, {}, 'dependencies:\n  - fluxcd\n'),
  addon('duplicate-key', true, {}, 'description: Again\n'),
  addon('unknown-key', true, {}, 'colour: blue\n'),
  addon('metadata-with-bom', true, { 'metadata.yaml': `\uFEFF${metadata('metadata-with-bom')}` }),
  addon('resource-not-yaml', true, { 'resources/broken.yaml': 'a: [\n' }),
  addon('definition-not-cue', true, { 'definitions/broken.cue': '{{{\n' }),
  addon('schema-not-yaml', true, { 'schemas/component-uischema-x.yaml': ': :\n  - [\n' }),
  addon('schema-of-another-kind', true, { 'schemas/notes.md': '* a\n* b: `c`\n' }),
  addon('view-not-cue', true, { 'views/broken.cue': '}\n' }),
  addon('two-readmes', true, { 'README.md': '# One\n', 'readme.md': '# The other one\n' }),
  addon('stray-files', true, { 'resources/notes.txt': 'x\n', 'definitions/readme.md': 'x\n', 'docs/a.md': 'x\n' }),
  addon('legacy-parameter', true, { 'resources/parameter.cue': 'parameter: size: *1 | int\n' }),
  addon('parameter-not-cue', false, { 'parameter.cue': 'parameter: {\n' }),
  addon('parameter-contradicts', false, { 'parameter.cue': 'parameter: {a: 1}\nparameter: {a: 2}\n' }),
];

/** All of them as one commit of a catalogue repository. */
export function malformedCommit(): CommitFiles {
  const files: Record<string, string> = {};
  for (const { name, files: own } of malformedAddons) {
    for (const [path, content] of Object.entries(own)) files[`addons/${name}/${path}`] = content;
  }
  return files;
}
