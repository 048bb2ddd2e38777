import type { enStates } from './en-states.ts';

/** Chinese texts about deprecated, yanked and quarantined versions. */
export const zhStates: typeof enStates = {
  states: {
    words: { active: '正常', deprecated: '已弃用', yanked: '已撤回', quarantined: '已隔离' },
    titles: {
      deprecated: '此版本已弃用。',
      yanked: '此版本已撤回。',
      quarantined: '此版本已隔离。',
    },
    meaning: {
      deprecated: '它仍照常提供，但应尽早迁移。',
      yanked: '索引和列表中都不再有它，也不会再被选中。锁定文件和指明此版本的人仍可获取。',
      quarantined: '管理员已将其封锁：其文件不再提供给任何人。',
    },
    reason: '原因：',
    since: (day, author) => `自 ${day} 起，由 ${author} 决定。`,
    replacement: '请改用：',
    notByName: '没有索引列出此版本，因此客户端无法按名称安装。其内容仍可直接获取：',
    nothingServed: '此版本的文件不再提供，因此无可安装。',
    withheld: '不显示说明文档',
    actions: {
      yank: '撤回',
      unyank: '取消撤回',
      deprecate: '弃用',
      undeprecate: '取消弃用',
      quarantine: '隔离',
      release: '解除隔离',
    },
    history: {
      heading: '决定记录',
      at: '日期',
      action: '决定',
      author: '决定者',
      reason: '原因',
      everyVersion: '所有版本',
    },
    problemTitle: '此版本已隔离',
    problemText: (addon, version) => `管理员已封锁 ${addon} ${version}。其文件不再提供；原因见该版本页面。`,
  },
};
