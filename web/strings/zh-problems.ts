import type { Strings } from './strings.ts';

/** Chinese texts of what goes wrong. */
export const zhProblems: Pick<Strings, 'problem'> = {
  problem: {
    back: '接下来可以',
    instead: '现有的相近内容',
    home: '首页',
    all: '全部插件',
    catalogTitle: '没有这个目录',
    catalogText: (catalog) => `本服务器没有名为“${catalog}”的目录。`,
    addonTitle: '没有这个插件',
    addonText: (addon, catalog) => `目录“${catalog}”中没有名为“${addon}”的插件。`,
    versionTitle: '没有这个版本',
    versionText: (addon, version) => `插件“${addon}”没有版本“${version}”。`,
    fileTitle: '没有这个文件',
    fileText: (path) => `此版本没有文件“${path}”。`,
    definitionTitle: '没有这个模块定义',
    definitionText: (name) => `符合条件的版本中没有名为“${name}”的模块定义。`,
    ruleTitle: '没有这条规则',
    ruleText: '本服务器没有这个编号的规则。',
    pageTitle: '没有这个页面',
    pageText: '此地址没有内容。',
    inputTitle: '无法理解此地址',
    inputText: '查询中有本服务器不接受的值。',
    tooLargeTitle: '内容过大',
    tooLargeText: '表单发送的内容超出服务器的上限，没有保留其中的任何内容。',
    failedTitle: '服务器出错',
    failedText: '这是服务器的错误，与您无关，已记录在日志中。请重试；若一直出现，请告知管理员。',
    busyTitle: '暂时不可用',
    busyText: '本页所需的内容没有响应，请稍后再试。',
  },
};
