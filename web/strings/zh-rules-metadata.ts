import type { RuleTexts } from './rule-text.ts';

/** Chinese texts of the rules on metadata.yaml and on version numbers. */
export const zhRulesMetadata: RuleTexts = {
  'metadata/alias-bomb': {
    title: '别名使 metadata.yaml 急剧膨胀',
    reason: '成倍增长的别名，或包含自身的值，客户端会拒绝。',
    fix: '去掉 YAML 的锚点和别名，直接写出值。',
  },
  'metadata/directory': {
    title: '文件夹与插件的名称不同',
    reason:
      'Git 和 OSS 类型的仓库按文件夹列出插件，客户端则按 metadata.yaml 命名应用。两者不同时，`vela addon enable` 会等待一个永远不会出现的应用。',
    fix: '让文件夹名与 `name` 相同。',
  },
  'metadata/duplicate-key': {
    title: 'metadata.yaml 中同一个键写了两次',
    reason: '客户端接受同一个映射中重复的键，只保留最后的值。前面写的内容，例如某个依赖，会悄悄丢失。',
    fix: '把两处内容合并到一个键下。',
  },
  'metadata/empty': {
    title: 'metadata.yaml 是空的',
    reason: '第一个文档为空时，客户端视为没有元数据，拒绝启用插件。',
    fix: '至少写上 `name`、`version` 和 `description`。',
  },
  'metadata/empty-dependency': {
    title: '空的依赖项',
    reason: '客户端把没有内容的列表项读作空指针，随即崩溃。',
    fix: '删除这一项，或补上 `name`。',
  },
  'metadata/invalid-name': {
    title: '应用不能使用的名称',
    reason:
      '客户端把应用命名为 `addon-<名称>`，并把名称写入标签。API 服务器拒绝大写字母、空格、下划线以及超过 63 个字符的名称，插件因此无法启用。服务器接受点号，但 `vela addon init` 不接受。',
    fix: '改用小写字母、数字和 `-` 组成的短名称。',
  },
  'metadata/invalid-requirement': {
    title: '无法读取的系统要求',
    reason: '客户端在安装前检查 `system.vela` 和 `system.kubernetes`。无法读作约束的内容在任何集群上都通不过检查。',
    fix: '写成版本约束，例如 `">=1.9.0"`。',
  },
  'metadata/invalid-url': {
    title: 'icon 或 url 不是网址',
    reason:
      '浏览器会打开这些地址。不是完整的 http 或 https 地址，谨慎的程序不会显示，粗心的程序则会有危险（`javascript:`）。',
    fix: '写成完整的 `https://` 地址。',
  },
  'metadata/invisible': {
    title: '只对 VelaUX 隐藏的插件',
    reason:
      '命令行不读取 `invisible`，照样列出该插件。VelaUX 不列出它，并且由于一个错误，会留下紧随其后的另一个隐藏插件。',
    fix: '去掉 `invisible`。',
  },
  'metadata/legacy-runtime-cluster': {
    title: 'deployTo.runtimeCluster 的旧写法',
    reason:
      '为兼容最早的插件包，客户端仍接受 `runtime_cluster` 作为 `runtimeCluster` 的别名。两者只在有 template.yaml 或没有模板时起作用。',
    fix: '改写为 `runtimeCluster`。',
  },
  'metadata/long-text': {
    title: '对列表来说过长的文字',
    reason:
      '描述显示在 `vela addon list` 的一行、搜索结果以及索引的每个条目中，标签用于筛选。过长的文字会撑破表格；需要更多篇幅的内容应写入说明文档。',
    fix: '把描述缩短为一句话，细节写入 README.md。',
  },
  'metadata/missing': {
    title: '没有 metadata.yaml',
    reason: '没有它，客户端既不知道名称也不知道版本，拒绝启用插件。',
    fix: '添加 metadata.yaml，至少写上 `name` 和 `version`。',
  },
  'metadata/no-name': {
    title: '没有名称',
    reason: '元数据没有名称的插件，客户端拒绝启用。',
    fix: '在 metadata.yaml 中写上 `name`。',
  },
  'metadata/no-url': {
    title: '没有主页',
    reason: '列表和页面会链接到插件的 `url`。没有它，谁也找不到项目、源码和问题列表。',
    fix: '在 metadata.yaml 中写上 `url`。',
  },
  'metadata/no-version': {
    title: '没有版本',
    reason: '元数据没有版本的插件，客户端拒绝启用。',
    fix: '在 metadata.yaml 中写上 `version`。',
  },
  'metadata/not-a-mapping': {
    title: 'metadata.yaml 不是映射',
    reason: '客户端要求最外层是键和值，其他内容无法读取。',
    fix: '把内容写成 `键: 值` 的形式。',
  },
  'metadata/requirement-below-imports': {
    title: '要求允许了没有所导入包的版本',
    reason:
      '插件导入的 KubeVela 包或所用的 CUE 写法只有较新的版本才有，而 `system.vela` 允许在更早的版本上启用。在那里模块定义会被存下，使用时才失败。',
    fix: '提高 `system.vela` 的下限。',
  },
  'metadata/reserved-name': {
    title: '会让插件文件消失的名称',
    reason:
      '在 Helm 仓库中，客户端把以插件名开头的路径当作完整路径。名为 `view` 的插件在加入第一个视图之前都正常，之后该视图会悄悄丢失。',
    fix: '换一个不与文件夹或文件名的开头相同的名称。',
  },
  'metadata/several-documents': {
    title: '多个 YAML 文档',
    reason: '客户端只读取第一个文档，其余不起作用。',
    fix: '合并为一个文档，删除 `---` 之后的部分。',
  },
  'metadata/surprising-requirement': {
    title: '系统要求排除的比看上去多',
    reason:
      '厂商把自己的 Kubernetes 构建写成预发布版本：v1.27.3-gke.100。对 `>=1.27.3`，客户端拒绝这样的构建，却接受更高的版本。没有运算符的版本只允许那一个版本，精确到修订号。',
    fix: '写成 `>=1.27.0-0` 这样带 `-0` 的下限，并写明运算符。',
  },
  'metadata/syntax': {
    title: 'metadata.yaml 不是 YAML 1.1',
    reason: '客户端完全无法读取该插件：既不能显示详情，也不能启用。',
    fix: '改正所示位置的 YAML 语法。',
  },
  'metadata/tab': {
    title: 'metadata.yaml 用制表符缩进',
    reason: 'YAML 的缩进不允许制表符。客户端完全无法读取该插件。',
    fix: '把制表符换成空格。',
  },
  'metadata/too-complex': {
    title: 'metadata.yaml 嵌套过深或内容过多',
    reason: '读取它的代价超过任何正常的元数据，因此不予读取。',
    fix: '只保留格式中规定的键，去掉多余的嵌套。',
  },
  'metadata/too-large': {
    title: 'metadata.yaml 过大',
    reason: '每次列出插件都要读取元数据。给人看的文字应放在 README.md 中。',
    fix: '把长文字移到 README.md。',
  },
  'metadata/unknown-deploy-to-key': {
    title: '客户端不认识的 deployTo 键',
    reason:
      '客户端在 `deployTo` 下只认识 `disableControlPlane` 和 `runtimeCluster`。其他键，包括旧示例中的 `control_plane` 和 `controlPlane`，都不起作用：插件总是装到控制平面。',
    fix: '删除该键，或改为上述两个之一。',
  },
  'metadata/unknown-key': {
    title: '客户端不认识的 metadata.yaml 键',
    reason: '客户端宽松地读取 metadata.yaml，悄悄丢弃不认识的键。拼错的 `dependencies` 或 `system` 等于没有写。',
    fix: '改正拼写，或删除该键。',
  },
  'metadata/unquoted-scalar': {
    title: '客户端读到的与所写的不同',
    reason:
      '没有引号时，YAML 1.1 把 1.10 读作数字 1.1，把 yes 和 on 读作真，把 010 读作 8。目录显示所写的名称和版本，客户端使用它读到的内容。',
    fix: '给该值加上引号，例如 `"1.10"`。',
  },
  'metadata/wrong-type': {
    title: '值的类型不对',
    reason: '只要有一个值的类型与客户端所期望的不同，它就完全无法读取该插件。',
    fix: '把该值改为要求的类型。',
  },
  'version/accidental-prerelease': {
    title: '构建号使它成为预发布版本',
    reason:
      '连字符之后的部分表示预发布：`2.6.3-1` 排在 `2.6.3` 之前，`>=2.6.3` 不接受它，查找最新稳定版的客户端会跳过它。',
    fix: '提高修订号，或把构建号写在 `+` 之后。',
  },
  'version/breaking-without-bump': {
    title: '版本号没有预告的不兼容变化',
    reason:
      '在上一版本可用的值和应用，到此版本会被拒绝、忽略或失去模块定义。人们以及 `^1.0.0` 这样的范围把次版本号或修订号的变化视为安全：升级之后才在集群上发现。1.0.0 之前由次版本号预告不兼容。',
    fix: '提高主版本号（1.0.0 之前提高次版本号），或恢复兼容。',
  },
  'version/changed-without-bump': {
    title: '已发布的版本内容被改动',
    reason:
      '已发布的版本是封存的：昨天安装它的人，明天必须得到相同的字节。来源后来在同一版本号下放入了别的内容，该改动被拒绝，仍提供封存的字节。',
    fix: '把改动作为新的版本号发布。',
  },
  'version/leading-v': {
    title: '版本以 v 开头',
    reason:
      '客户端把 `v1.0.0` 和 `1.0.0` 视为同一版本，一个目录只能有其中之一。消息和文件名会时而用这种写法，时而用那种。',
    fix: '去掉开头的 `v`。',
  },
  'version/not-canonical': {
    title: '版本不足三段数字或有前导零',
    reason:
      '作为依赖时，客户端会重新写出版本：`1.2` 变成 `1.2.0`。然后它在索引中查找这一文本却找不到，依赖此插件的插件便无法安装。',
    fix: '写成三段数字，例如 `1.2.0`。',
  },
  'version/not-label': {
    title: '不能作为标签的版本',
    reason:
      '客户端把版本写入应用的标签 `addons.oam.dev/version`。API 服务器在此最多接受 63 个字母、数字、`-`、`_` 和 `.`：例如 `+` 之后的构建信息就会使安装终止。',
    fix: '去掉 `+` 及其后的部分，并缩短版本。',
  },
  'version/not-semver': {
    title: '版本不是语义化版本',
    reason:
      '客户端按语义化版本排序、选择最新版并检查要求。无法这样读取的版本排在每个列表的末尾，不会被选中，不满足任何依赖，`vela addon push` 和 Helm 也拒绝它。',
    fix: '写成 `主版本.次版本.修订`，例如 `1.4.0`。',
  },
  'version/owned-by-another-source': {
    title: '该版本已由另一个来源发布',
    reason: '同一目录的两个来源有相同的插件和版本，内容却不同。先发布的保留，另一个被拒绝。',
    fix: '在其中一个来源中使用别的版本号，或移除该插件。',
  },
  'version/v-in-prerelease': {
    title: '预发布名称中含有 v',
    reason:
      '客户端在读取约束之前会把每个 `v` 换成空格。因此 `1.0.0-dev.1` 或 `-preview` 这样的预发布版本永远无法在依赖中写明：`>=1.0.0-dev.1` 无法读取。',
    fix: '改用不含 v 的名称，例如 `-alpha.1` 或 `-rc.1`。',
  },
};
