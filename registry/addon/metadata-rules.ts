import type { ReadingRule } from './reading-rule.ts';

function metadataExample(text: string): ReadingRule['wrong'] {
  return { file: 'metadata.yaml', text };
}

const plain = 'name: example\nversion: 1.0.0\ndescription: An example\n';

/** What reading metadata.yaml checks. */
export const metadataRules = [
  {
    id: 'metadata/missing',
    severity: 'error',
    title: 'No metadata.yaml',
    reason: 'Without it the client knows neither name nor version and refuses to enable the addon.',
    wrong: { file: 'Metadata.yaml', text: plain },
    right: metadataExample(plain),
  },
  {
    id: 'metadata/empty',
    severity: 'error',
    title: 'Empty metadata.yaml',
    reason: 'The client reads an empty first document as no metadata at all and refuses to enable the addon.',
    wrong: metadataExample('# nothing yet\n'),
    right: metadataExample(plain),
  },
  {
    id: 'metadata/too-large',
    severity: 'error',
    title: 'metadata.yaml is too large',
    reason: 'Metadata is read for every listing. Texts that people read belong into README.md.',
    wrong: metadataExample('description: |\n  # … more than 256 KiB of text\n'),
    right: metadataExample(plain),
  },
  {
    id: 'metadata/syntax',
    severity: 'error',
    title: 'metadata.yaml is not YAML 1.1',
    reason: 'The client cannot read the addon at all: it can be neither listed in detail nor enabled.',
    breaks: 'load',
    wrong: metadataExample('name: example\nversion: 1.0.0\ndescription: a: b\n'),
    right: metadataExample('name: example\nversion: 1.0.0\ndescription: "a: b"\n'),
  },
  {
    id: 'metadata/tab',
    severity: 'error',
    title: 'A tab indents metadata.yaml',
    reason: 'YAML allows no tabs in indentation. The client cannot read the addon at all.',
    breaks: 'load',
    wrong: metadataExample('name: example\nversion: 1.0.0\nsystem:\n\tvela: ">=v1.9.0"\n'),
    right: metadataExample('name: example\nversion: 1.0.0\nsystem:\n  vela: ">=v1.9.0"\n'),
  },
  {
    id: 'metadata/too-complex',
    severity: 'error',
    title: 'metadata.yaml nests too deep or has too many parts',
    reason: 'Reading it would cost more than any honest metadata does, so it is not read.',
    wrong: metadataExample(`name: example\nx: ${'['.repeat(70)}${']'.repeat(70)}\n`),
    right: metadataExample(plain),
  },
  {
    id: 'metadata/alias-bomb',
    severity: 'error',
    title: 'Aliases blow metadata.yaml up',
    reason: 'Aliases that multiply, or a value that contains itself, are refused by the client.',
    breaks: 'load',
    wrong: metadataExample('name: example\nversion: 1.0.0\nx: &x [*x]\n'),
    right: metadataExample(plain),
  },
  {
    id: 'metadata/not-a-mapping',
    severity: 'error',
    title: 'metadata.yaml is not a mapping',
    reason: 'The client wants keys and values at the top and cannot read anything else.',
    breaks: 'load',
    wrong: metadataExample('- name: example\n- version: 1.0.0\n'),
    right: metadataExample(plain),
  },
  {
    id: 'metadata/wrong-type',
    severity: 'error',
    title: 'A value of the wrong type',
    reason: 'One value of another type than the client expects, and it cannot read the addon at all.',
    breaks: 'load',
    wrong: metadataExample('name: example\nversion: 1.0.0\ntags: database\ninvisible: "true"\n'),
    right: metadataExample('name: example\nversion: 1.0.0\ntags: [database]\ninvisible: true\n'),
  },
  {
    id: 'metadata/empty-dependency',
    severity: 'error',
    title: 'An empty dependency',
    reason: 'The client reads a list item without content as a null pointer and crashes on it.',
    wrong: metadataExample('name: example\nversion: 1.0.0\ndependencies:\n-\n'),
    right: metadataExample('name: example\nversion: 1.0.0\ndependencies:\n- name: fluxcd\n'),
  },
  {
    id: 'metadata/several-documents',
    severity: 'warning',
    title: 'Several YAML documents',
    reason: 'The client reads the first document only; the rest has no effect.',
    wrong: metadataExample('name: example\nversion: 1.0.0\n---\ntags: [database]\n'),
    right: metadataExample('name: example\nversion: 1.0.0\ntags: [database]\n'),
  },
  {
    id: 'metadata/unquoted-scalar',
    severity: 'warning',
    title: 'The client reads something else than what is written',
    reason:
      'Without quotes YAML 1.1 takes 1.10 for the number 1.1, yes and on for true, and 010 for 8. A catalog shows name and version as written, the client uses what it read.',
    wrong: metadataExample('name: example\nversion: 1.10\n'),
    right: metadataExample('name: example\nversion: "1.10"\n'),
  },
  {
    id: 'metadata/no-name',
    severity: 'error',
    title: 'No name',
    reason: 'The client refuses to enable an addon whose metadata has no name.',
    wrong: metadataExample('version: 1.0.0\n'),
    right: metadataExample(plain),
  },
  {
    id: 'metadata/no-version',
    severity: 'error',
    title: 'No version',
    reason: 'The client refuses to enable an addon whose metadata has no version.',
    wrong: metadataExample('name: example\n'),
    right: metadataExample(plain),
  },
] as const satisfies readonly ReadingRule[];
