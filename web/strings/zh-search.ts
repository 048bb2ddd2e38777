import type { enSearch } from './en-search.ts';

const count = (n: number, unit: string) => `${n.toLocaleString('zh-CN')} ${unit}`;

/** Chinese texts of searching and of what a list may be narrowed by. */
export const zhSearch: typeof enSearch = {
  search: {
    title: '搜索',
    titleFor: (query) => `“${query}”的搜索结果`,
    description: '搜索本服务器的插件、模块定义和参数。',
    groups: { addon: '插件', definition: '模块定义', parameter: '参数' },
    count: {
      addon: (n) => count(n, '个插件'),
      definition: (n) => count(n, '个模块定义'),
      parameter: (n) => count(n, '个参数'),
    },
    all: {
      addon: (n) => `全部 ${count(n, '个插件')}`,
      definition: (n) => `全部 ${count(n, '个模块定义')}`,
      parameter: (n) => `全部 ${count(n, '个参数')}`,
    },
    narrowParameters: '这里是其中最符合的。再加一个词，或使用 addon:fluxcd 这样的筛选条件，可缩小范围。',
    because: '匹配：',
    fields: { name: '名称', title: '别名', tags: '标签', keywords: '包含', description: '描述', body: '说明文档' },
    by: {
      prefix: (asked) => `以 ${asked} 开头`,
      typo: (asked) => `与 ${asked} 相近`,
      synonym: (asked) => `即 ${asked}`,
    },
    didYouMean: '您是不是要找',
    notices: {
      'unknown-filter': (part) => `这里没有“${part}”这种筛选条件，已按普通文字搜索。`,
      'bad-filter-value': (part) => `这里没有内容符合“${part}”，已按普通文字搜索。`,
      'too-long': () => '只搜索了前 200 个字符。',
      plain: () => '搜索索引正在建立。在此之前，只能查找名称、描述和标签中的原文。',
    },
    write: (suggestion) => `若有此意，请写 ${suggestion}。`,
    also: '同样的文字还找到',
    everything: '全部结果',
    order: '排序方式',
    allTypes: '同时查看插件、模块定义和参数',
    allCatalogs: '搜索全部目录',
    nothingTitle: '没有找到任何内容',
    nothingText: '所有词语必须同时出现。请减少词语，或换一种写法。',
    field: '搜索',
    hint: '插件、模块定义、参数',
    results: '搜索结果',
    none: '尚未找到内容。',
    status: (n) => `${n} 个结果`,
    allFor: '查看全部结果：',
  },

  searchTips: {
    words: '文字',
    points: [
      '同时搜索插件、模块定义以及两者的参数：名称、别名、标签、描述和说明文档。',
      '所有词语都必须找到。最后一个词可以只写开头。不区分大小写、连字符和空格。',
      '没有收录的词语会匹配最相近的词语，因此输错也无妨。',
      '含有冒号的词语可用引号括起来。',
    ],
    filters: '筛选条件',
    filtersText: '筛选条件对三类结果都有效。不是筛选条件的部分按普通文字搜索，并给出提示。',
    examples: [
      ['tag:gitops', '带有此标签的插件，以及它们带来的内容'],
      ['provides:trait scale', '带来运维特征，并且能找到“scale”；也可用 component、policy、workflow-step'],
      ['definition:helm', '带来此名称的模块定义的插件'],
      ['vela:1.10 kubernetes:1.29', '声明的要求允许这些版本'],
      ['works:1.10', '已知 KubeVela 的此版本系列可以启用它'],
      ['catalog:official', '属于此目录'],
      ['addon:fluxcd image', '某个插件的参数和模块定义'],
      ['is:deprecated', '处于此状态'],
      ['type:parameter replicas', '只搜索参数；也可用 addon 和 definition'],
    ],
    order: '排序方式',
    ranks: [
      '文字的匹配程度：名称优先于别名、标签和描述，说明文档最后；完整的词优先于词的开头，词的开头优先于相近的写法。',
      '被更多插件依赖的排在前面。',
      '其余按字母顺序。',
    ],
    stable: '排名不可购买，不统计搜索者的任何信息；相同的问题得到相同的答案。',
  },

  lists: {
    provides: '带来',
    brings: (what) => `带来 ${what}`,
    state: '状态',
    orders: { relevance: '匹配程度', name: '名称', updated: '最近更新', dependents: '被依赖数' },
    view: '显示为',
    views: { table: '表格', grid: '卡片' },
    without: (filter) => `去掉${filter}`,
    near: '名称相近的插件：',
    names: '名称',
    moreNames: (n) => `以及另外 ${n.toLocaleString('zh-CN')} 个`,
  },

  categories: {
    title: '分类',
    more: '按标签',
    subjects: {
      helm: ['Helm', '把 Chart 用作组件'],
      terraform: ['Terraform', '云资源'],
      flux: ['Flux', 'GitOps'],
      velaux: ['VelaUX', '控制台'],
      ocm: ['OCM', '多集群'],
      observability: ['可观测性', '指标、日志、仪表盘'],
      delivery: ['发布', '逐步上线'],
      gateway: ['网关', '外部流量'],
      scaling: ['伸缩', '按负载'],
      security: ['安全', '扫描、证书、登录'],
      ai: ['训练与推理', '模型'],
    },
  },
};
