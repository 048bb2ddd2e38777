import type { DefinitionKind } from '../../../schemas/definition.ts';
import type { SystemName } from '../types.ts';
import type { planWordsEn, Shift } from './plan-words-en.ts';

const systems: Record<SystemName, string> = { kubevela: 'KubeVela', kubernetes: 'Kubernetes' };

const kinds: Record<DefinitionKind, string> = {
  component: '组件类型',
  trait: '运维特征',
  policy: '策略',
  'workflow-step': '工作流步骤',
  workload: '工作负载类型',
};

/** Chinese sentences about a plan that holds. */
export const planWordsZh: typeof planWordsEn = {
  passedOver: {
    yanked: (reason) => `该版本已被撤回${toReason(reason)}。`,
    quarantined: (reason) => `该版本已被隔离${toReason(reason)}。`,
    prerelease: '该版本是预发布版本，而已有稳定版本符合要求。',
    unwanted: (range) => `要求的范围是 ${range}。`,
    requirements: (system, range, actual) => `该版本要求 ${systems[system]} ${range}，而集群的版本是 ${actual}。`,
    installed: (version) => `已安装 ${version}，且未允许变动。`,
    kept: (version) => `已安装 ${version}，没有插件需要更新的版本。`,
    preferred: (version) => `已要求保留 ${version}，且它符合要求。`,
    dependency: (name, version, range) => `${name} ${version} 需要 ${range}。`,
    conflict: '该版本与其余插件不能同时使用。',
    conflictingNeed: (name, range) => `该版本需要 ${toAsk(name, range)}，与其余插件不能同时满足。`,
    shifts: (shifts) => `若采用该版本，${shifts.map(toShift).join('，')}。`,
  },

  notices: {
    shadowed: (name, catalog, others) => `${name} 取自排在最前的目录 ${catalog}；${others.join('、')} 中也有同名插件。`,
    cycle: (path) => `${path.join(' 需要 ')}：若其中没有一个已安装，“vela addon enable” 会在此循环中无休止地递归。`,
    deprecated: (name, version, { reason, replacement }) =>
      `${name} ${version} 已弃用${toReason(reason)}。${replacement === undefined ? '' : `请改用 ${replacement}。`}`,
    prerelease: (name, version) => `${name} ${version} 是预发布版本：没有符合要求的稳定版本。`,
    suspected: (name, on, uses) =>
      `${name} 用到了由 ${on} 带来的${uses.map((use) => `${kinds[use.kind]} ${use.name}`).join('、')}，却没有声明这一依赖。`,
    notCompared: (system, version) =>
      `“${version}”不是 ${systems[system]} 的发布版本：与客户端一样，不与它比较版本要求。`,
    refused: (name, version, line) => `KubeVela ${line} 拒绝 ${name} ${version}：请查看其检查结果。`,
    installedUnknown: (name, version) => `已安装的 ${name} ${version} 不在任何目录中：无从得知它需要什么。`,
    yanked: (name, version, reason) => `${name} ${version} 已被撤回${toReason(reason)}：vela 只能从锁中取得它。`,
  },
};

function toReason(reason: string | undefined): string {
  return reason === undefined ? '' : `（${reason}）`;
}

function toAsk(name: string, range: string): string {
  return range === '' ? name : `${name} ${range}`;
}

function toShift({ name, from, to }: Shift): string {
  if (to === undefined) return `将不再需要 ${name}`;
  return from === undefined ? `还将需要 ${name} ${to}` : `${name} 将是 ${to} 而不是 ${from}`;
}
