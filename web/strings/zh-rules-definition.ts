import type { RuleTexts } from './rule-text.ts';

/** Chinese texts of the rules on X-Definitions. */
export const zhRulesDefinition: RuleTexts = {
  'definition/deprecated-annotation': {
    title: 'bind-component 注解的旧写法',
    reason:
      '`addon.oam.dev/ignore-without-component` 是 `addon.oam.dev/bind-component` 的旧名。客户端两者都读取，但文档只记载新名。',
    fix: '改用 `addon.oam.dev/bind-component`。',
  },
  'definition/duplicate': {
    title: '两个模块定义的类型和名称相同',
    reason: '两个文件成为同一个对象。客户端逐个应用，最后应用的留下，另一个丢失，每次升级都会把该对象写两遍。',
    fix: '只保留一个文件，或给另一个改名。',
  },
  'definition/evaluation-stopped': {
    title: '求值不得不中止',
    reason: '求值此模块定义所用的时间、内存或深度超出单个模块定义的上限。在集群中，这些会由控制器承担。',
    fix: '简化模板：去掉自我引用，以及成倍增长的推导式。',
  },
  'definition/incomplete': {
    title: 'CUE 模块定义缺少头部、类型或模板',
    reason:
      "CUE 写成的模块定义有且只有一个以其名称命名、含有 `type` 的字段，以及一个内容为结构的字段 `template`。其他写法客户端会以 `no metadata found`、`duplicated definition name found`、`no template found` 或 `Object 'Kind' is missing` 拒绝，插件无法启用。",
    fix: '补上缺少的部分；`vela def init` 会生成完整的骨架。',
  },
  'definition/invalid-cue': {
    title: '无法转换为模块定义的 CUE',
    reason:
      'KubeVela 解析该文件，对头部求值并保存模板。其 CUE 版本拒绝的内容会使安装终止：`fail to render definition`。',
    fix: '改正此处的 CUE；可用 `vela def vet` 检查。',
  },
  'definition/invalid-name': {
    title: 'Kubernetes 对象不能使用的名称',
    reason: '模块定义的名称会成为对象的名称。API 服务器只接受小写字母、数字、`-` 和 `.`，否则插件无法启用。',
    fix: '改用只含小写字母、数字和 `-` 的名称。',
  },
  'definition/invalid-spec': {
    title: '属性的类型与字段不符',
    reason:
      '自 1.9 起，KubeVela 会把 `attributes` 严格解码为该类型的结构：`invalid definition spec: json: cannot unmarshal`。插件将无法启用。',
    fix: '把值改为该字段要求的类型。',
  },
  'definition/invalid-template': {
    title: '模板无法求值',
    reason:
      '安装时模板不经求值就被保存。准入 Webhook、参数的 Schema 以及每个使用该模块定义的应用都会对它求值，并且失败。',
    fix: '改正模板；可用 `vela def vet` 和 `vela dry-run` 检查。',
  },
  'definition/invalid-terraform': {
    title: '无法读取的 Terraform 配置',
    reason: 'Terraform 模块定义的参数就是其配置的变量。配置无法解析时就没有参数，应用它的控制器也会失败。',
    fix: '改正配置；可用 `terraform validate` 检查。',
  },
  'definition/misplaced-field': {
    title: '字段写在 attributes 之外，会被丢弃',
    reason:
      '模块定义的头部只读取 `type`、`alias`、`description`、`labels`、`annotations` 和 `attributes`。写在 `attributes` 旁边的 `workload` 或 `status` 会被悄悄丢弃：组件因此没有工作负载，也不检查健康状态。',
    fix: '把该字段移到 `attributes` 之内。',
  },
  'definition/no-description': {
    title: '模块定义没有描述',
    reason: '有人寻找可用的模块定义时，`vela component`、`vela trait` 和 VelaUX 在名称旁显示的只有描述。',
    fix: '在 `description` 中用一句话说明它做什么。',
  },
  'definition/no-namespace': {
    title: '模块定义没有命名空间',
    reason:
      '无论写什么，插件都把模块定义装入 vela-system。手动应用该文件的人，则会把它装入当前命名空间，只有那里的应用能找到它。',
    fix: '在 `metadata` 中写明 `namespace: vela-system`。',
  },
  'definition/no-schema': {
    title: '无法为参数生成 Schema',
    reason:
      'KubeVela 会由参数生成 OpenAPI Schema，与模块定义一同保存。无法生成时，`vela show` 和 VelaUX 的表单没有内容可显示，控制器会把模块定义标记为失败。',
    fix: '把参数写成 OpenAPI 能表达的类型。',
  },
  'definition/not-text': {
    title: '模块定义不是文本',
    reason: '模块定义是不含 NUL 字符的 UTF-8 文本；其他内容无法保存，也无法读回。',
    fix: '把文件另存为 UTF-8 文本。',
  },
  'definition/old-api-version': {
    title: '模块定义使用已不存在的 API 版本',
    reason:
      'KubeVela 只以 `core.oam.dev/v1beta1` 提供模块定义。使用其他 API 版本时，客户端在查找冲突的模块定义时就会停下：`no matches for kind`。',
    fix: '改为 `apiVersion: core.oam.dev/v1beta1`。',
  },
  'definition/owned-twice': {
    title: '另一个插件也带来同一个模块定义',
    reason:
      '无论来自哪个插件，模块定义都在同一个命名空间里。同时启用两个插件会被拒绝（`definitions: … already exists in other addons`）；若带 `--override-definitions`，正在使用它的应用会被换掉模块定义。',
    fix: '给模块定义改名，或依赖带来它的那个插件。',
  },
  'definition/pruned-field': {
    title: '此类模块定义没有的字段',
    reason:
      'API 服务器会悄悄删除 CustomResourceDefinition 中没有的 spec 字段。例如组件定义中只属于运维特征的 `appliesToWorkloads` 会丢失。',
    fix: '删除该字段，或移到它所属的位置。',
  },
  'definition/terraform-without-ref': {
    title: 'Terraform 模块没有写明 ref',
    reason:
      '应用使用该模块定义时，控制器会克隆模块；没有 `?ref=` 时取默认分支的最新提交。同一插件版本下个月就会创建不同的云资源，参数也随模块而变。',
    fix: '在地址末尾加上 `?ref=` 和标签或提交。',
  },
  'definition/too-large': {
    title: '没有集群能保存的模块定义',
    reason: 'Kubernetes API 保存的对象最大为 1.5 MiB；更大的模块定义会被拒绝，这里也不再查看。',
    fix: '把内容拆成几个较小的模块定义。',
  },
  'definition/undeclared-dependency': {
    title: '使用了未声明为依赖的插件的模块定义',
    reason:
      '应用使用的模块定义既不是 KubeVela 自带，也不由此插件带来，而来自另一个没有列为依赖的插件。只有事先启用过那个插件的集群才能启用，其他集群会卡住：找不到该组件、运维特征或步骤。',
    fix: '把那个插件写入 metadata.yaml 的 `dependencies`。',
  },
  'definition/unknown-attribute': {
    title: '此类模块定义没有的属性',
    reason:
      '自 1.9 起，KubeVela 严格解码 `attributes`，遇到该类型没有的第一个字段就停下：`invalid definition spec: json: unknown field`。插件将无法启用。各类型不同（`podDisruptive` 只属于运维特征），各版本线也不同。',
    fix: '删除该属性，或改正拼写。',
  },
  'definition/unsupported-kind': {
    title: 'definitions/ 中有插件不能安装的内容',
    reason:
      '客户端只安装 `definitions/` 中的组件、运维特征、策略和工作流步骤定义。遇到其他类型，包括 WorkloadDefinition，它会以 `cannot handle definition types` 停下，插件无法启用。',
    fix: '把该文件移到 `resources/`，或删除它。',
  },
  'definition/unsupported-terraform-variable': {
    title: 'KubeVela 无法生成 Schema 的 Terraform 变量',
    reason:
      'KubeVela 认识的变量类型是 string、number、bool、list、set、tuple、map、object 和 any，默认值中不能有函数调用。其他写法会使整个模块定义没有 Schema。',
    fix: '给变量写明上述类型之一，并用不含函数调用的默认值。',
  },
};
