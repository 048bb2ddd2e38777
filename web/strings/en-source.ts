import { count } from './en-count.ts';

/** English texts about the files of a version. */
export const enSource = {
  source: {
    hidden: (n: number) => `… ${count(n, 'more character', 'more characters')}`,
    allFiles: 'All files',
    noFolder: 'No file of this version lies in this folder.',
    moreFiles: (n: number) =>
      `${count(n, 'more file', 'more files')} in this folder; the interface for programs lists them.`,
    line: (n: number) => `line ${n}`,
    range: (first: string, last: string, total: string) => `Lines ${first} to ${last} of ${total}`,
    before: 'Lines before',
    after: 'Lines after',
  },
};
