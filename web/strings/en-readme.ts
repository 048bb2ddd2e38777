import { count } from './en-count.ts';

/** English texts around a readme. */
export const enReadme = {
  readme: {
    missing: 'This version has no readme.',
    missingText: 'KubeVela shows README.md, or readme.md, of the addon folder.',
    contents: 'Contents',
    moreHeadings: (n: number) => `and ${count(n, 'more heading', 'more headings')}`,
    inChinese: 'Readme in Chinese (中文)',
    inMain: 'Readme that KubeVela shows',
    cut: {
      beginning: 'This is the beginning of a long readme.',
      all: 'No more than this is shown of the readme; the file has all of it.',
    },
    showAll: 'Show all',
    open: 'Open the file',
  },
};
