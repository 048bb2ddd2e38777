import type { Strings } from './strings.ts';

/** Chinese texts of the page about publishing. */
export const zhPublish: Pick<Strings, 'publish'> = {
  publish: {
    nav: '发布插件',
    title: '发布插件',
    description: '插件如何进入本服务器的目录，附可直接执行的命令。',
    lead: '这里的一切都读自来源。无论用哪种方式，插件只要进入其中一个来源，就算发布了。',
    pull: '通过拉取请求',
    pullText: '人人可用的方式。除来源所在的仓库外，无需任何人认识你。',
    sources: '选择来源',
    repository: '仓库',
    folder: '插件所在目录',
    root: '根目录',
    none: '本服务器没有 Git 仓库来源。插件来自服务器自身的目录，由运行者放入。',
    chosen: '下面的命令针对它',
    choose: (source: string) => `显示 ${source} 的命令`,
    branch: '1. 从本服务器所读之处开始',
    branchText: '分支从本服务器已读取的提交开始。如果你没有该仓库的写权限，请改为克隆自己的派生仓库。',
    write: '2. 编写插件',
    writeText: (folder: string) =>
      `放入“${folder}”：带有名称和版本的 metadata.yaml、template.cue 或 resources 目录、README.md。已发布的版本内容永不改变，修改需要新的版本号。`,
    check: '3. 检查',
    checkText:
      '与本服务器相同的规则和求值器，不需要访问本服务器。没有任何发现时第一条命令才以 0 结束；第二条生成归档，与将来提供的逐字节相同。',
    install: (version: string) =>
      `程序在软件包 chandlery-${version}.tgz 中，由 “npm pack” 从 Chandlery 的源代码生成；“npm install --global” 接受它的路径或地址。`,
    propose: '4. 提交',
    proposeText: '然后在仓库托管平台上，从该分支发起拉取请求。',
    ci: '由 CI 检查',
    ciText:
      '用于 GitHub 的工作流。它检查拉取请求所涉及的插件目录，发现显示在相应的行旁。仓库变量 CHANDLERY_PACKAGE 指明软件包的位置。',
    ciLabel: '工作流',
    ciElsewhere: '在其他平台可用同样的命令，配合 --format sarif 或 --format json。',
    merged: '合并之后',
    mergedSync: '来源会自动重新读取。',
    mergedNext: (time: string) => `下一次计划于 ${time}。`,
    mergedState: '读取的情况见来源的页面：',
    mergedFindings: '随后该版本会有自己的页面，附有发现；几分钟后还有各 KubeVela 版本线的结论。它也会出现在订阅源中。',
    mergedRules: '每种发现的含义',
    mergedNow: '管理员不必等待。把令牌放入 CHANDLERY_ADMIN_TOKEN，下面的命令读取来源并显示结果：',
    push: '通过推送',
    pushNot: '本服务器不接受推送的归档：没有这样的接口，也没有可以打开它的设置。',
    pushText: '最接近的做法：有权写入所跟踪分支的人把提交推送到那里，持有本服务器令牌的人让它读取。',
    identity: '通过 CI 运行的身份',
    identityNot: '本服务器不信任 CI 系统的身份令牌：不能用它换取发布的权利。',
    identityText:
      '来源仓库中的流水线也不需要它：流水线检查，由人合并，本服务器读取。管理员令牌不应放入流水线；它的权限远不止发布。',
  },
};
