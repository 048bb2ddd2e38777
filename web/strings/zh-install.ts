import type { Strings } from './strings.ts';

/** Chinese texts of the install box. */
export const zhInstall: Pick<Strings, 'install'> = {
  install: {
    ways: '使用哪个客户端',
    clients: { vela: 'vela', kubectl: 'kubectl', helm: 'Helm', lock: '规划与锁定' },
    onceHere: '每台机器执行一次：',
    withLock: '通过规划和锁定',
    plan: '还需要什么、按什么顺序安装以及原因：',
    lock: '同样的内容，按版本和摘要固定在 chandlery.lock 中：',
    planPage: '在页面上为你的集群规划',
    badges: '用于你的 README 的徽章',
    badgeVersion: '它的版本',
    badgeVerdict: (line: string) => `KubeVela ${line} 对它的结论`,
  },
};
