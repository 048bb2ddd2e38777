import type { requestWordsEn } from './request-words-en.ts';

/** Chinese sentences about requests that cannot be used. */
export const requestWordsZh: typeof requestWordsEn = {
  nothing: '请至少写一个插件',
  tooMany: (most) => `一次最多规划 ${most} 个插件`,
  nameLength: (most) => `名称须为 1 至 ${most} 个字符`,
  versionLength: (most) => `版本须为 1 至 ${most} 个字符`,
  unknownCatalog: (name, known) => `没有名为“${name}”的目录，现有：${known.join('、')}`,
  twoCatalogs: (name, one, other) => `“${name}”既要取自 ${one} 又要取自 ${other}，而同一名称在集群中只能有一个`,
  unknownName: (name, catalog) =>
    catalog === undefined ? `没有任何目录提供名为“${name}”的插件` : `目录 ${catalog} 中没有名为“${name}”的插件`,
  elsewhere: (missing, having) => `${missing}；${having.join(' 和 ')} 中有`,
  nearest: (missing, nearest, places) => `${missing}；是否想写“${nearest}”（${places.join('、')}）？`,
  installedTwice: (name, one, other) => `已安装的“${name}”既写了 ${one} 又写了 ${other}，而同一名称在集群中只能有一个`,
  range: (range, { losesV }) => {
    const hint = losesV ? 'KubeVela 会去掉范围里的每个 v，因此无法写明其中含有 v 的预发布版本；' : '';
    return `“${range}”不是版本范围：${hint}可以写确切的版本（1.2.3）、用 =、!=、>、>=、<、<=、~ 或 ^ 的比较（>=1.2, <2）、表示“或”的“||”、区间（1.2 - 1.4）以及通配符（1.x）`;
  },
  faults: (count) => `此请求无法使用：有 ${count} 处错误，见 errors`,
  gaveUp: (steps) =>
    `尝试 ${steps} 步后放弃：请减少一次规划的插件，为其中一些写明版本或更窄的范围，或写明集群的 KubeVela 和 Kubernetes 版本`,
};
