import type { enSource } from './en-source.ts';

/** Chinese texts about the files of a version. */
export const zhSource: typeof enSource = {
  source: {
    hidden: (n: number) => `…… 另有 ${n.toLocaleString('zh-CN')} 个字符`,
    allFiles: '全部文件',
    noFolder: '此版本在该文件夹中没有文件。',
    moreFiles: (n: number) => `该文件夹中另有 ${n.toLocaleString('zh-CN')} 个文件，可通过程序接口列出。`,
    line: (n: number) => `第 ${n} 行`,
    range: (first: string, last: string, total: string) => `第 ${first} 至 ${last} 行，共 ${total} 行`,
    before: '前面的行',
    after: '后面的行',
  },
};
