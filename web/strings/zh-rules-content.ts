import type { RuleTexts } from './rule-text.ts';

/** Chinese texts of the rules on applications, on the rights that an addon takes, and on CUE. */
export const zhRulesContent: RuleTexts = {
  'application/duplicate-component': {
    title: '两个组件同名',
    reason:
      'Application 中组件的名称必须唯一。`resources/` 中没有 package 的文件以文件名成为组件，`needNamespace` 和 YAML 资源还会再增加组件，因此名称可能相撞。',
    fix: '给其中一个组件或文件换一个名称。',
  },
  'application/duplicate-object': {
    title: '两个对象的类型和名称相同',
    reason: '客户端逐个应用辅助对象：类型、命名空间和名称都相同的两个对象，每次启用插件时后者都会覆盖前者。',
    fix: '只保留一个，或给另一个改名。',
  },
  'application/unknown-component': {
    title: '依赖不存在的组件',
    reason: '带有 `dependsOn` 的组件要等所列组件健康后才会应用。不存在的组件永远不会健康，插件的工作流会一直等待。',
    fix: '把 `dependsOn` 改为实际存在的组件名，或删除这一项。',
  },
  'cluster/admin-binding': {
    title: '绑定 cluster-admin',
    reason:
      '谁以此账户运行，或能让它代为行事，谁就掌控了整个集群。若控制器会应用用户给出的内容，每个用户都能借此成为管理员。',
    fix: '改为绑定只含实际所需权限的 Role 或 ClusterRole。',
  },
  'cluster/all-rights': {
    title: '允许一切的权限规则',
    reason: '对所有 API 组的所有资源拥有所有动词，等同于管理员，却没有人们会留意的 cluster-admin 这个名称。',
    fix: '逐一列出真正需要的 API 组、资源和动词。',
  },
  'cluster/escalation': {
    title: '账户可以给自己授权',
    reason:
      '对角色拥有 `escalate` 或 `bind` 的账户可以给自己任何权限，拥有 `impersonate` 则可以冒充任何人。Kubernetes 设立这些动词正是为了防止这种事。',
    fix: '去掉这些动词，或用 `resourceNames` 限定到确实需要的对象。',
  },
  'cluster/host-namespace': {
    title: 'Pod 进入节点的命名空间',
    reason:
      '使用 hostNetwork、hostPID 或 hostIPC 的 Pod 能看到节点的流量或进程，网络策略对它无效。启用了 Pod 安全标准的集群会拒绝它。',
    fix: '去掉这些字段；若是节点代理确实需要，请在说明文档中写明原因。',
  },
  'cluster/host-path': {
    title: '挂载节点上的文件夹',
    reason:
      'hostPath 卷让容器读取所在节点的文件，没有 `readOnly` 时还能写入。节点代理需要它，其他程序不应拥有；启用了 Pod 安全标准的集群会拒绝它。',
    fix: '改用 PersistentVolumeClaim、emptyDir 或 ConfigMap；确需如此时请设为 `readOnly: true`。',
  },
  'cluster/mutable-image': {
    title: '镜像标签会变动',
    reason:
      '使用标签 `latest` 时，节点运行的是 Pod 启动那一刻仓库里的内容。两个节点可能运行不同的程序，原本可用的插件版本也可能在没有任何改动的情况下失效。',
    fix: '写明镜像的版本标签，最好写明摘要。',
  },
  'cluster/privileged': {
    title: '容器拥有节点的权力',
    reason:
      '特权容器或增加了 capabilities 的容器，可以在节点上做 root 能做的全部或部分事情。启用了 Pod 安全标准的集群会拒绝它。',
    fix: '去掉 `privileged`，只增加确实需要的 capabilities。',
  },
  'cluster/untagged-image': {
    title: '镜像没有标签',
    reason:
      '没有标签的镜像就是 `latest`：节点运行 Pod 启动那一刻仓库里的内容，两个节点可能运行不同的程序，插件版本也可能在没有改动的情况下失效。',
    fix: '写明镜像的版本标签，最好写明摘要。',
  },
  'cluster/wildcard-verbs': {
    title: '权限规则包含所有动词',
    reason:
      '动词 `*` 包含谁也没想到的动词：删除整个集合，对角色和账户还有 `escalate`、`bind` 和 `impersonate`。以后的 Kubernetes 版本还会增加新的动词。',
    fix: '逐一列出需要的动词，例如 `get`、`list`、`watch`。',
  },
  'cue/definition-list-arithmetic': {
    title: '模块定义中用 + 连接列表或用 * 重复列表',
    reason:
      'CUE 自 v0.11 起不再支持列表的 `+` 和 `*`。自 1.11.0-alpha.4 起，控制器每次使用这样的模板都会改写它，除非带 `--enable-cue-version-compatibility=false` 运行；改写靠猜测判断哪些是列表，其他工具也不了解它。',
    fix: '改用 `list.Concat` 和 `list.Repeat`，并导入 `list`。',
  },
  'cue/error-label': {
    title: '字段名 error 没有引号',
    reason:
      'KubeVela 1.11 所用的 CUE 有名为 `error` 的内置函数。KubeVela 声明没有引号的同名字段可能与之冲突；到 1.11.0-alpha.4 为止，这样的文件仍可使用。',
    fix: '给字段名加上引号：`"error"`。',
  },
  'cue/list-arithmetic': {
    title: '用 + 连接列表或用 * 重复列表',
    reason:
      'CUE 自 v0.11 起不再支持列表的 `+` 和 `*`，而 KubeVela 1.11 内置更新的版本，这样得到的值在那里无法求值。1.11 的客户端会改写模块定义的模板，但不改写 template.cue、资源、参数、视图、配置模板和 NOTES。',
    fix: '改用 `list.Concat` 和 `list.Repeat`，并导入 `list`。',
  },
  'cue/list-arithmetic-not-rewritten': {
    title: 'KubeVela 1.11 不会改写的列表连接或重复',
    reason:
      'CUE 自 v0.11 起不再支持列表的 `+` 和 `*`。1.11 的控制器会改写模块定义的模板，但只改写它按名称认出是列表的部分；若名为 `list` 的字段遮住了改写所需的包，也不会改写。这样的模块定义在 1.11 上会让每个使用它的应用失败。',
    fix: '改用 `list.Concat` 和 `list.Repeat`，并给名为 `list` 的字段改名。',
  },
  'cue/mistyped-directive': {
    title: '注释几乎是一条指令',
    reason:
      'KubeVela 从 `// +usage=` 这样的注释中读取帮助文字、别名和补丁策略。加号后面是别的词时，它只是普通注释：帮助文字会缺失，或列表不会按键合并。',
    fix: '改正拼写，例如 `// +usage=`、`// +short=`、`// +patchKey=`。',
  },
  'cue/unknown-import': {
    title: '导入不存在的包',
    reason:
      '插件的每个位置能导入的包不同：模板和资源只能导入 CUE 标准库，工作流步骤可以导入其版本线的 `vela/…` 包。`vela/kube`、`vela/builtin` 等带 `$params` 的包自 KubeVela 1.10 起才有。在集群中定义的包（`cue.oam.dev`）这里无从得知。',
    fix: '改正包名，或改用该位置可用的包；只有较新的 KubeVela 才有的包，请在 `system.vela` 中写明要求。',
  },
  'cue/unknown-import-name': {
    title: '所导入的包没有这个名称',
    reason:
      '使用包中没有的名称的模块定义会被存下，不会报错，直到应用运行它时才失败。各版本线的包并不相同：1.9 提供的内容有些在 1.10 中已不存在。',
    fix: '改用该包实际提供的名称。',
  },
  'cue/unresolved-reference': {
    title: '引用不存在的名称',
    reason:
      '没有任何地方声明此名称。`vela def vet` 和安装过程都不会指出模块定义里的这个问题；准入 Webhook 会拒绝该模块定义，或使用它的应用会失败。',
    fix: '改正名称，或声明它。',
  },
  'cue/unused-import': {
    title: '导入了却没有使用',
    reason:
      'CUE 把未使用的导入视为错误。在 template.cue 中所有 KubeVela 都会拒绝，在 parameter.cue 中 KubeVela 1.11 会拒绝，在模块定义中 1.11 无法生成参数的 Schema。',
    fix: '删除这条导入。',
  },
  'cue/unused-name': {
    title: '没有用到的名称',
    reason:
      '`let` 子句、别名和隐藏字段只为在同一文本中使用而存在。没有用到的，要么是遗留，要么说明本该用它的地方写成了别的名称。',
    fix: '删除它，或在本该使用之处使用它。',
  },
};
