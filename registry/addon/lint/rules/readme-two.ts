import type { Rule } from '../types.ts';

/** Both spellings of the readme. */
export const readmeTwo: Rule = {
  id: 'readme/two',
  severity: 'warning',
  title: 'Two readmes',
  reason:
    'The client knows README.md and readme.md. With both, it shows one of them by chance, differently from call to call.',
  fix: 'Keep README.md and remove readme.md.',
  wrong: [
    { file: 'readme.md', text: `# hello\n\n${'The same in other words, or an older state of it. '.repeat(8)}\n` },
  ],
  right: [],
  *check({ documents }) {
    const paths = documents.files.map(({ path }) => path);
    if (!paths.includes('README.md') || !paths.includes('readme.md')) return;
    yield { file: 'readme.md', message: 'README.md and readme.md both stand here; the client picks one by chance.' };
  },
};
