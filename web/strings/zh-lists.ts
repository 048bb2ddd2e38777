import type { enLists } from './en-lists.ts';

/** Chinese texts of finding things: search, lists, keys, and where an address leads nowhere. */
export const zhLists: typeof enLists = {
  keys: {
    title: '快捷键',
    search: '搜索',
    choose: '在搜索结果中选择',
    close: '关闭搜索结果；清空输入框',
    move: '列表中的下一项和上一项',
    open: '打开所选项',
    copy: '复制安装命令',
    help: '显示这些快捷键',
    on: '启用单键快捷键',
    done: '关闭',
    intro: '未在输入文字时，快捷键随处可用。不用快捷键也能完成所有操作。',
    off: '启用脚本时，在任何页面按“?”即可查看快捷键；若容易误触，也可在那里关闭单键快捷键。',
  },

  help: {
    title: '搜索与快捷键',
    description: '如何在本服务器上搜索、结果如何排序，以及有哪些快捷键。',
    nav: '帮助与快捷键',
  },

  menu: '菜单',

  locksIntro: {
    title: '锁',
    description: '什么是锁：一并确定并按摘要固定的一组 KubeVela 插件版本。',
    lead: '锁是一并确定并按摘要固定的一组确切版本。其内容永不改变。',
    what: '用途',
    points: [
      '无论在哪个集群、哪一天从中启用，得到的字节都相同。',
      '服务器把它作为独立的仓库提供，每个插件恰好一个版本。作为集群唯一的仓库时，未经修改的 vela 别无选择。',
      '之后被撤回的版本对它仍然可用；只有被隔离的内容会被封锁。',
      '可以检查它是否仍然有效：内容、状态，以及是否适合您的 KubeVela 和 Kubernetes。',
    ],
    how: '如何生成',
    howText: '先规划要在集群上安装的插件；规划结果页可以把它固定下来。',
    plan: '规划安装',
    closed: '在本服务器上只有管理员可以保存锁。命令行可在任何地方生成：',
    command: '也可用命令行生成一个文件，与您的代码放在一起：',
    open: '打开锁',
    openText: '知道编号即可在其地址查看。锁不会被列出。',
    id: '锁的编号',
    submit: '打开',
  },
};
