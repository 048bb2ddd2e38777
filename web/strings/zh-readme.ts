import type { enReadme } from './en-readme.ts';

/** Chinese texts around a readme. */
export const zhReadme: typeof enReadme = {
  readme: {
    missing: '此版本没有说明文件。',
    missingText: 'KubeVela 显示插件文件夹中的 README.md 或 readme.md。',
    contents: '目录',
    moreHeadings: (n: number) => `另有 ${n.toLocaleString('zh-CN')} 个标题`,
    inChinese: '中文说明',
    inMain: 'KubeVela 显示的说明（原文）',
    cut: {
      beginning: '说明文件较长，这里是开头部分。',
      all: '说明文件在此最多显示这些，完整内容见文件。',
    },
    showAll: '显示全部',
    open: '打开文件',
  },
};
