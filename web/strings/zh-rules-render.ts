import type { RuleTexts } from './rule-text.ts';

/** Chinese texts of the rules on parameters, on the rendering of an addon, and on resources, views and UI schemas. */
export const zhRulesRender: RuleTexts = {
  'parameter/loop-over-optional': {
    title: '对可能不存在的参数循环',
    reason:
      'KubeVela 1.10.3 及更早的客户端会改写 template.cue 及其 package 中的 `for x in parameter.list`，使不存在的列表视为空。自 1.10.4 起不再改写，不给出该参数插件就无法启用。',
    fix: '先判断 `if parameter.list != _|_`，或给参数一个默认值。',
  },
  'parameter/no-usage': {
    title: '必填参数没有帮助文字',
    reason:
      '使用该插件或模块定义的人必须给出此参数，而表单和 `vela show` 对它无话可说。它们显示的是字段上方的注释 `// +usage=`。',
    fix: '在字段上方写上 `// +usage=` 和说明。',
  },
  'parameter/unused': {
    title: '没有被读取的参数',
    reason: '该参数的值会被接受却不起作用，设置它的人会受到误导。',
    fix: '删除该参数，或在模板中使用它。',
  },
  'render/cluster': {
    title: '插件无法部署到所要求的集群',
    reason: '参数 `clusters` 所列的每个集群都必须已在控制平面注册。',
    fix: '用 `vela cluster join` 注册该集群，或改正名称。',
  },
  'render/config-template': {
    title: '无法读取配置模板',
    reason: '客户端要求 config-templates/ 的每个文件都有带名称的 `metadata` 和带参数的 `template`。',
    fix: '补上 `metadata.name` 和 `template.parameter`。',
  },
  'render/definition-kind': {
    title: 'definitions/ 中的对象是插件不能带来的类型',
    reason: '客户端把所有模块定义的名称写入 Application，只认识组件、运维特征、工作流步骤和策略定义。',
    fix: '把该对象移到 `resources/`。',
  },
  'render/definition-number': {
    title: '模块定义属性中的整数使客户端崩溃',
    reason:
      '客户端在查找已存在的模块定义之前会复制每一个，而 KubeVela 1.10 及更早版本无法复制来自 CUE 的整数。文本和小数可以复制，YAML 写成的模块定义中的一切也都可以。',
    fix: '把该模块定义写成 YAML，或要求更新的 KubeVela。',
  },
  'render/incomplete': {
    title: '缺少只有参数才能给出的值',
    reason: '最终写入对象的某个字段没有具体的值。通常是因为它读取的必填参数没有给出。',
    fix: '给出该参数，或在 parameter.cue 中写上默认值。',
  },
  'render/metadata': {
    title: '客户端无法得知这是哪个插件',
    reason: 'metadata.yaml 没有名称和版本时，客户端拒绝启用插件。',
    fix: '在 metadata.yaml 中写上 `name` 和 `version`。',
  },
  'render/notes': {
    title: 'NOTES.cue 无法渲染',
    reason: '插件照样会启用，但谁也看不到它的提示。',
    fix: '改正 NOTES.cue，使 `notes` 是文本。',
  },
  'render/parameter': {
    title: '无法为 parameter.cue 生成 Schema',
    reason: '客户端在加载插件包时由参数生成 OpenAPI Schema。失败时插件完全无法加载，不给参数也不行。',
    fix: '改正 parameter.cue 中所示的位置。',
  },
  'render/resource': {
    title: '资源无法渲染',
    reason: 'resources/ 中的文件必须是一个 YAML 写成的 Kubernetes 对象，或在此版本线上能求值为组件的 CUE。',
    fix: '改正所示的文件。',
  },
  'render/stopped': {
    title: '求值没有结束',
    reason: '求值器因时间、内存、深度或大小达到上限而被中止。客户端会卡住或崩溃。',
    fix: '简化模板：去掉自我引用，以及成倍增长的推导式。',
  },
  'render/template': {
    title: 'Application 无法渲染',
    reason: '此版本线的 CUE 求值器拒绝 template.cue 及其参数，或得到的结果不符合 Application。',
    fix: '改正 template.cue 中所示的位置。',
  },
  'render/ui-schema': {
    title: 'UI Schema 不是 YAML',
    reason: '启用插件时，schemas/ 中的每个文件无论名称为何都会转换为 JSON。',
    fix: '改正 YAML，或把该文件移出 `schemas/`。',
  },
  'render/view': {
    title: '无法读取视图',
    reason: 'CUE 写成的视图必须能求值，并有 `status` 或 `export`；YAML 写成的必须是带 kind 的对象。',
    fix: '改正所示的视图。',
  },
  'resource/invalid-yaml': {
    title: '文件不是有效的 YAML',
    reason:
      '客户端渲染插件时，会把 `resources/`、`definitions/` 和 `views/` 中的每个 YAML 文件，以及 `schemas/` 中的每个文件转换为 JSON，在第一个无法转换处停下。插件无法启用。',
    fix: '改正所示位置的 YAML。',
  },
  'resource/multi-document': {
    title: '一个文件中有多个 YAML 文档',
    reason: '客户端从每个 YAML 文件读取一个对象，即第一个文档。下一个 `---` 之后的内容不会安装，也没有任何提示。',
    fix: '把每个对象放入各自的文件。',
  },
  'resource/no-kind': {
    title: 'YAML 文件没有 kind',
    reason:
      "`resources/`、`definitions/` 和 `views/` 中的每个 YAML 文件都会解码为一个 Kubernetes 对象。空文件、只有注释的文件或 values 文件会使安装终止：`Object 'Kind' is missing`。",
    fix: '补上 `apiVersion` 和 `kind`，或移走该文件。',
  },
  'schema/content': {
    title: 'VelaUX 无法使用的 UI Schema',
    reason:
      '安装时任何 YAML 都会不经查看地变成 ConfigMap。VelaUX 期望参数的列表：类型不对时它丢弃整个 Schema，拼错的键对表单不起作用。',
    fix: '按 VelaUX 的 UI Schema 格式改正该文件。',
  },
  'schema/file-name': {
    title: 'UI Schema 的文件名不合约定',
    reason:
      '`schemas/` 中的每个文件都成为 vela-system 中的 ConfigMap，名称取文件名第一个点之前的部分。VelaUX 查找 `<type>-uischema-<definition>` 和 `addon-uischema-<addon>`；其他名称的 ConfigMap 从不使用，还可能与其他插件的相撞。',
    fix: '按上述约定给文件改名。',
  },
  'view/no-status': {
    title: '视图没有 status 或 export',
    reason:
      '客户端编译 `views/` 中的每个 CUE 文件，遇到既没有 `status` 也没有 `export` 的就停下（no status or export field found in view）。插件无法启用。',
    fix: '在视图中写上 `status` 或 `export`。',
  },
};
