import type { Rule } from '../types.ts';

const smallestUsefulBytes = 300;

/** A readme that says next to nothing. */
export const readmeShort: Rule = {
  id: 'readme/short',
  severity: 'info',
  title: 'Readme says next to nothing',
  reason:
    'The readme is the page that people read before they enable an addon on their cluster. In less than 300 bytes there is no room for what it installs and how it is used.',
  fix: 'Say what the addon installs, which parameters matter, and show an application that uses it.',
  wrong: [{ file: 'README.md', text: '# hello\n\nAn addon.\n' }],
  right: [
    {
      file: 'README.md',
      text: `# hello\n\n${'Installs a small server that greets, and a trait `greeting` that adds a greeting to a component. '.repeat(3)}\n`,
    },
  ],
  *check({ documents }) {
    for (const { path, role, bytes } of documents.files) {
      if (role !== 'readme' || bytes.length >= smallestUsefulBytes) continue;
      yield { file: path, message: `The readme has ${bytes.length} bytes.` };
    }
  },
};
