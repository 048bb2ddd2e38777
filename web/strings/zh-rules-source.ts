import type { RuleTexts } from './rule-text.ts';

/** Chinese texts of the rules on sources, dependencies, icons and links. */
export const zhRulesSource: RuleTexts = {
  'dependency/cycle': {
    title: '依赖绕回到插件自身',
    reason: '客户端启用插件之前会先启用缺少的依赖。若其中又需要该插件本身，它会一遍又一遍重新开始，永远不会结束。',
    fix: '去掉环中的一个依赖。',
  },
  'dependency/duplicate': {
    title: '同一依赖写了两次',
    reason: '客户端逐项处理。对同一插件有两个约束时，由第一个选出的版本可能被第二个拒绝。',
    fix: '把两个约束合并为一项，例如 `">=1.0.0, <2.0.0"`。',
  },
  'dependency/invalid-constraint': {
    title: '无法读取的依赖版本约束',
    reason:
      '客户端无法读取的约束不匹配任何版本：`no available addon with name … and version …`。缺少该依赖的集群无法安装此插件。注意客户端会先把每个 `v` 换成空格，`-dev.1` 中的也不例外。',
    fix: '写成版本约束，例如 `">=1.2.0"`。',
  },
  'dependency/no-name': {
    title: '依赖没有名称',
    reason: '客户端在安装之前解析每个依赖，并在这一项停下：`dependency name cannot be empty`。',
    fix: '补上 `name`，或删除这一项。',
  },
  'dependency/self': {
    title: '插件依赖自身',
    reason: '客户端先安装缺少的依赖，也就是此插件，而它的依赖又要先安装：永远不会结束。',
    fix: '从 `dependencies` 中去掉自身。',
  },
  'dependency/several': {
    title: '不止一个依赖',
    reason:
      '到 1.11 为止，客户端在安装了第一个缺少的依赖之后就返回，不装其余依赖就继续安装此插件。一个都没有的人必须手动启用其余的。',
    fix: '在说明文档中列出全部依赖及启用顺序。',
  },
  'icon/missing': {
    title: '没有图标',
    reason: 'VelaUX 和仓库的页面在名称旁显示图标。没有它，插件在每个列表中都显得没有完成。',
    fix: '在 metadata.yaml 中写上 `icon`。',
  },
  'icon/redirect': {
    title: '图标经重定向指向分支',
    reason:
      'GitHub 对 `github.com/<owner>/<repository>/raw/<branch>/…` 这样的地址，会重定向到该分支当前的文件。每个已发布版本的图标都随分支而变或失效，每次查看还要多一次请求。',
    fix: '改用固定在标签或提交上的 `raw.githubusercontent.com` 地址。',
  },
  'icon/retired-host': {
    title: '图标所在的主机可能停用',
    reason:
      '域名 kubevela.net 正在逐步停用：static.kubevela.net 之外的主机已下线或证书失效。此主机停用后，每个已发布版本的图标都会失效。',
    fix: '把图标移到长期可用的地址。',
  },
  'icon/unstable-address': {
    title: '图标来自图片代理或分支',
    reason: '已发布的版本永远保留其图标地址。分支上的文件迟早会移动或改名，图片代理的地址更没有任何保证。',
    fix: '改用固定在标签或提交上的地址。',
  },
  'link/dead-host': {
    title: '地址的主机已不存在',
    reason: 'Chart、镜像和文件在启用或使用插件时获取。已知该主机不再应答，或证书无效，因此插件启用后永远不会健康。',
    fix: '改用仍可访问的地址。',
  },
  'link/no-answer': {
    title: '地址没有应答',
    reason:
      '插件指向的 Chart、镜像、模块或图片已不存在，或主机没有应答。需要它的部分在启用时失败，或什么也不显示。只在要求时检查（`chandlery check --online`），因为结果因日而异。',
    fix: '改正地址，或稍后再检查一次。',
  },
  'source/adoption-moved': {
    title: '开始跟踪时的提交已不存在',
    reason:
      '目录开始跟踪来源时的提交已不在其历史中。现从最新提交重新开始：尚未保存的版本取那里的最后内容，已提供的版本保留其字节。',
    fix: '不要改写已发布分支的历史；否则无需处理。',
  },
  'source/duplicate-name': {
    title: '两个文件夹中的插件同名',
    reason: '插件以名称识别。两个文件夹声称同一版本时，以按名称排序的第一个文件夹为准，另一个不提供。',
    fix: '给其中一个插件改名，或删除其文件夹。',
  },
  'source/folder-is-link': {
    title: '文件夹的位置是链接或子模块',
    reason: '链接可以指向读取它的机器上的文件，子模块指向其他仓库：两者都不跟随。',
    fix: '用真正的文件夹代替它。',
  },
  'source/folder-missing': {
    title: '所跟踪的文件夹不见了',
    reason: '配置的路径在较早的提交中存在，在最后的提交中没有。它带来的版本仍会保留。',
    fix: '改正配置中的 `path`，或恢复该文件夹。',
  },
  'source/history-rewritten': {
    title: '历史被改写',
    reason: '上次读取的提交已不在分支中，或某个标签指向与以前不同的提交。现跟踪新的历史；已提供的版本保留其字节。',
    fix: '不要强制推送已发布的分支和标签；否则无需处理。',
  },
  'source/metadata-unreadable': {
    title: 'metadata.yaml 没有给出名称和版本',
    reason: '名称和版本从 metadata.yaml 读取。没有它们，文件夹就不是一个版本；以前发布的版本保留。',
    fix: '改正 metadata.yaml，写上 `name` 和 `version`。',
  },
  'source/name-unusable': {
    title: '无法写入地址的名称',
    reason: '名称会出现在 URL 中。空的、相对路径、超过 253 个字符，或含有斜杠、反斜杠、控制字符的名称没有 URL。',
    fix: '改用小写字母、数字和 `-` 组成的名称。',
  },
  'source/not-an-addon': {
    title: '文件夹没有 metadata.yaml',
    reason: '插件旁边的每个文件夹都会查看；没有 metadata.yaml 的不是插件，会被略过。',
    fix: '若它是插件，请添加 metadata.yaml；否则无需处理。',
  },
  'source/suddenly-empty': {
    title: '来源中不再有插件',
    reason: '曾有版本而现在一个也没有的来源，更可能是出了故障而非有意清空，因此不移除任何内容，一切照常提供。',
    fix: '检查来源的分支和 `path`。',
  },
  'source/unreadable': {
    title: '无权读取的文件',
    reason: '服务器无权读取该文件，无法提供完整的插件，因此略过它。',
    fix: '给运行服务器的用户读取权限。',
  },
  'source/version-two-spellings': {
    title: '同一版本有带 v 和不带 v 两种写法',
    reason: '对 KubeVela 来说 v1.0.0 和 1.0.0 是同一版本。保留先出现的写法。',
    fix: '始终使用同一种写法，最好不带 `v`。',
  },
  'source/version-unusable': {
    title: '无法写入地址的版本',
    reason: '版本会出现在 URL 中。空的、相对路径、超过 253 个字符，或含有斜杠、反斜杠、控制字符的版本没有 URL。',
    fix: '改用语义化版本，例如 `1.4.0`。',
  },
};
