import type { RuleTexts } from './rule-text.ts';

/** Chinese texts of the rules on the files of a package and on readmes. */
export const zhRulesPackage: RuleTexts = {
  'package/both-templates': {
    title: '同时有 template.cue 和 template.yaml',
    reason:
      '一个插件只有一个应用模板。两者都有时客户端会停下：`yaml and cue app template are exist in addon, should only keep one of them`。',
    fix: '只保留其中一个。',
  },
  'package/broken-archive': {
    title: '归档文件损坏',
    reason: '归档过早结束，或其校验和、头部不相符。',
    fix: '重新打包并重新上传。',
  },
  'package/case-collision': {
    title: '只有字母大小写不同的路径',
    reason: '在不区分大小写的文件系统上，其中一个会覆盖另一个。',
    fix: '给其中一个文件改名。',
  },
  'package/chart-differs': {
    title: 'Chart.yaml 与 metadata.yaml 不一致',
    reason:
      '仓库按 Chart.yaml 列出插件，客户端按 metadata.yaml 命名应用。两者不同时，`vela addon enable` 会等待永远不会出现的应用，或显示并非实际安装的版本。`vela addon push --version` 只改动其中一个。',
    fix: '让两个文件中的名称和版本相同。',
  },
  'package/clause': {
    title: 'package 子句使文件丢失',
    reason:
      '客户端用 template.cue 以及 `resources/` 中 package 相同的文件构建应用；template.cue 没有写明时为 `main`。没有 package 子句的文件自成组件。package 为 `main` 却与模板不符的文件两处都不属于，会被悄悄跳过。',
    fix: '让文件的 package 与 template.cue 相同，或去掉该子句。',
  },
  'package/duplicate-path': {
    title: '两个条目的路径相同',
    reason: '各程序对以第一个还是最后一个为准看法不一，没有人知道会安装什么。',
    fix: '重新打包，使每个路径只出现一次。',
  },
  'package/empty': {
    title: '归档中没有文件',
    reason: '客户端拒绝没有文件的归档。',
    fix: '把插件的文件夹打包进去。',
  },
  'package/file-and-folder': {
    title: '同一路径既是文件又是文件夹',
    reason: '这样的包在任何地方都无法解开。',
    fix: '给其中一个改名并重新打包。',
  },
  'package/file-too-large': {
    title: '文件过大',
    reason: '单个文件有大小上限；Kubernetes API 拒绝的对象比这小得多。',
    fix: '删除该文件，或拆成较小的文件。',
  },
  'package/git-folder': {
    title: '含有 .git 文件夹',
    reason: '发现它的程序会执行其中配置的内容；它从来不是插件的内容。',
    fix: '打包时排除 `.git`。',
  },
  'package/godef-only': {
    title: '用 Go 写的模块定义没有编译结果',
    reason:
      '`godef/` 中的模块定义只在从本地文件夹启用插件时才会编译。从仓库启用时客户端忽略该文件夹：`definitions/` 中没有文件，这些模块定义就不存在。',
    fix: '把编译得到的 CUE 文件放入 `definitions/`。',
  },
  'package/hidden-characters': {
    title: '名称或描述中有隐藏字符',
    reason:
      '客户端把名称、标签和描述原样输出到终端。其中的控制字符可以改变屏幕内容，方向字符能让一个名称看起来像另一个。',
    fix: '删除这些字符，重新输入该文字。',
  },
  'package/ignored-file': {
    title: '客户端忽略的文件',
    reason:
      '客户端只读取插件格式中的文件和文件夹。其他文件随每次下载传输，却不起作用；例如其他语言的说明文档从不显示。',
    fix: '从插件文件夹中移走该文件。',
  },
  'package/legacy-parameter': {
    title: '参数放在旧的位置',
    reason:
      'metadata.yaml 旁没有 parameter.cue 时，客户端仍读取 resources/parameter.cue。两者都有时，它使用前者并记录警告。',
    fix: '把文件移到 metadata.yaml 旁边。',
  },
  'package/link': {
    title: '链接',
    reason: '链接可以指向读取它的机器上的文件，因此不会跟随，也不会打包。',
    fix: '用文件的内容代替链接。',
  },
  'package/mistyped-template': {
    title: 'template.yaml 中有类型不对的值',
    reason:
      '客户端在加载插件包时把 template.yaml 解码为 Application，不会把数字或布尔值转成文本。只要一个值不符，整个插件都无法显示或安装：`fail to read addon`。',
    fix: '给该值加上引号，或改为要求的类型。',
  },
  'package/no-output': {
    title: 'template.cue 没有 output',
    reason:
      '客户端从 template.cue 以及与之同 package 的 CUE 文件的 `output` 字段取得应用。没有它插件无法启用：`var(path=output) not exist`。',
    fix: '在 template.cue 中写上 `output`，其内容为 Application。',
  },
  'package/no-template': {
    title: '没有应用模板',
    reason:
      '只含模块定义或普通资源的插件不需要模板，可以正常安装。但 `vela addon package` 和 `vela addon push` 会拒绝该文件夹：`no template.yaml or template.cue exists`。',
    fix: '若要用 vela 打包，请添加 template.cue。',
  },
  'package/not-an-archive': {
    title: '不是 gzip 归档',
    reason: '插件包是用 gzip 压缩的 tar 归档，其他格式不读取。',
    fix: '用 `vela addon package` 或 `tar -czf` 打包。',
  },
  'package/other-top-folder': {
    title: './ 之内的文件夹与插件名称不同',
    reason: '路径以 ./ 开头的归档中，文件夹名会留在路径里，只有它与插件名相同，客户端才能找到文件。',
    fix: '让顶层文件夹与插件同名，打包时不带 `./`。',
  },
  'package/outside-top-folder': {
    title: '文件在顶层文件夹之外',
    reason: '客户端去掉每个路径的第一段，若什么也不剩就拒绝该归档。',
    fix: '把所有文件放入以插件命名的一个文件夹。',
  },
  'package/path-too-long': {
    title: '路径过长或过深',
    reason: '路径的长度和深度有上限，因为文件系统和客户端也有上限。',
    fix: '缩短名称，减少层级。',
  },
  'package/readme-too-large': {
    title: '说明文档过大，无法显示',
    reason: '客户端每次查看插件都会完整获取它。',
    fix: '缩短说明文档，长文档改为链接。',
  },
  'package/reserved-name': {
    title: '插件名是某个文件名的开头',
    reason:
      '客户端不会给已经以插件名开头的路径加上插件名，随后便认不出它们：名为 `res` 的插件会失去 `resources/` 中的一切。',
    fix: '换一个不与文件夹或文件名的开头相同的名称。',
  },
  'package/secret-file': {
    title: '看起来像机密的文件',
    reason:
      '已发布的版本是公开的，并且永远保留。环境文件、私钥、kubeconfig 和 Terraform 状态只应留在产生它们的机器上。',
    fix: '删除该文件，并更换其中的凭据。',
  },
  'package/special-file': {
    title: '既不是文件也不是文件夹',
    reason: '设备、管道、稀疏文件和未知类型的条目不应出现在插件包中。',
    fix: '打包时排除它。',
  },
  'package/stray-match': {
    title: '多余的文件被当作另一个文件',
    reason:
      '客户端按路径的开头判断：`metadata.yaml.bak` 会在 `metadata.yaml` 之后被读作元数据并覆盖它，`resources-old/` 会被当作 `resources/`。',
    fix: '删除该文件，或把它移出插件文件夹。',
  },
  'package/submodule': {
    title: 'Git 子模块',
    reason: '其内容在另一个仓库中，不属于插件包。',
    fix: '把需要的文件直接放入插件文件夹。',
  },
  'package/too-large': {
    title: '插件包过大',
    reason: '大小、条目数和压缩比都有上限，使任何插件包都不能耗尽服务器或客户端。',
    fix: '删除插件不需要的文件。',
  },
  'package/too-many-files': {
    title: '文件过多',
    reason: '条目数有上限，其余的不读取。',
    fix: '删除插件不需要的文件，或合并文件。',
  },
  'package/trailing-data': {
    title: '归档结束之后还有数据',
    reason: '没有程序读取它，它却能对查看插件包的人隐藏内容。',
    fix: '重新打包。',
  },
  'package/unprintable-path': {
    title: '路径中有控制字符',
    reason: '控制字符和非 UTF-8 的字节会欺骗终端、日志和人。',
    fix: '给文件改名，只用可见字符。',
  },
  'package/unread-file': {
    title: '客户端会跳过的文件',
    reason:
      '在 `resources/`、`definitions/` 和 `views/` 中，客户端只读取 .cue、.yaml 和 .yml 文件，在 `config-templates/` 中只读取 .cue 文件。文件没有扩展名的模块定义不会安装。更深层的名为 parameter.cue 的文件也会被跳过。',
    fix: '补上正确的扩展名，或移走该文件。',
  },
  'package/unreadable-template': {
    title: 'template.yaml 不是对象',
    reason:
      '客户端在加载插件包时解码 template.yaml。解码失败或缺少 `kind` 时，整个插件都无法显示或安装：`fail to read addon`。',
    fix: '改正 YAML，写明 `apiVersion` 和 `kind`。',
  },
  'package/unsafe-path': {
    title: '指向别处的路径',
    reason: '绝对路径、盘符、反斜杠、空的部分、`.` 和 `..` 对不同程序意味着不同位置，有些程序会写到解包文件夹之外。',
    fix: '只用以插件文件夹开头的相对路径。',
  },
  'readme/missing': {
    title: '没有说明文档',
    reason: '说明文档是插件在各个目录和 VelaUX 中的页面。没有它，人们只看到名称和一行文字。',
    fix: '添加 README.md，说明安装什么、如何使用。',
  },
  'readme/short': {
    title: '说明文档几乎没有内容',
    reason: '人们在集群上启用插件之前会读说明文档。不到 300 字节写不下安装什么、如何使用。',
    fix: '写明安装的内容、参数和一个用法示例。',
  },
  'readme/two': {
    title: '两份说明文档',
    reason: '客户端认识 README.md 和 readme.md。两者都有时它随机显示其中之一，每次都可能不同。',
    fix: '只保留 README.md。',
  },
};
