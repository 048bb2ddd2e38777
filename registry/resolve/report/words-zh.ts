import type { DefinitionKind } from '../../../schemas/definition.ts';
import type { SystemName } from '../types.ts';
import type { Ask, HiddenVersions, UnreadableRange, VersionList, VersionRun, VersionsPhrase } from './phrases.ts';
import type { wordsEn } from './words-en.ts';

const systems: Record<SystemName, string> = { kubevela: 'KubeVela', kubernetes: 'Kubernetes' };

const kinds: Record<DefinitionKind, string> = {
  component: '组件类型',
  trait: '运维特征',
  policy: '策略',
  'workflow-step': '工作流步骤',
  workload: '工作负载类型',
};

/** Chinese sentences about what fits together and what does not. */
export const wordsZh: typeof wordsEn = {
  versions: toVersions,

  list: toList,

  headline({ wants, systems: found, installed }) {
    const cluster = toAnd(found.map(({ system, version }) => `${systems[system]} ${version}`));
    const stay = toAnd(installed.map(({ name, version }) => `${name} ${version}`));
    const conditions = [...(cluster === '' ? [] : [`集群为 ${cluster}`]), ...(stay === '' ? [] : [`保留 ${stay}`])];
    const when = conditions.length === 0 ? '' : `${conditions.join('、')} 时，`;
    if (wants.length === 0) return `${when}已安装的插件彼此不兼容。`;
    return `${when}${wants.length === 1 ? '无法安装' : '无法同时安装'} ${toAnd(wants)}。`;
  },

  want: (ask) => toSentences(`要安装 ${toAsk(ask)}`, ask),

  need: (versions, ask) => toSentences(`${toVersions(versions)} 需要 ${toAsk(ask)}`, ask),

  suspected(versions, uses, ask) {
    const used = toAnd(uses.map(({ kind, name }) => `${kinds[kind]} ${name}`));
    const subject = `${toVersions(versions)} 用到了只有 ${ask.name} 才带来的${used}`;
    return toSentences(`${subject}，因此虽未声明，也需要 ${toAsk(ask)}`, ask);
  },

  requirement(versions, system, range, unreadable) {
    const subject = `${toVersions(versions)} 要求 ${systems[system]}`;
    return unreadable === undefined ? `${subject} ${range}。` : `${subject}“${range}”${toUnreadable(unreadable)}。`;
  },

  system: (system, version) => `集群的 ${systems[system]} 版本是 ${version}。`,

  installed: ({ name, version }) => `已安装 ${name} ${version}，且未允许变动。`,

  stillNeeds: ({ name, version }, ask) => toSentences(`已安装的 ${name} ${version} 需要 ${toAsk(ask)}`, ask),

  consequence({ given, then }) {
    const needed = then.map(toVersions).join('，或 ');
    if (given.length === 0) return `只能选择 ${needed}。`;
    const [only] = given;
    if (needed !== '') return `${toAnd(given.map(toVersions))} 只能搭配 ${needed}。`;
    if (given.length > 1 || only === undefined) return `${toAnd(given.map(toVersions))} 不能同时使用。`;
    return only.extent === 'every' ? `${only.name} 没有可用的版本。` : `${toVersions(only)} 不可用。`;
  },

  conclusion({ kind, name, version, by, wanted }) {
    const askers = toAnd([...by, ...(wanted ? ['您的要求'] : [])]);
    switch (kind) {
      case 'kubevela':
      case 'kubernetes':
        return `${systems[kind]} ${version} 不符合 ${askers} 的要求。`;
      case 'installed':
        return `${name} ${version} 不符合 ${askers}${by.length === 0 ? '' : ' 的要求'}。`;
      case 'addon':
        if (by.length === 0) return `${name} 没有这样的版本。`;
        return by.length === 1 && !wanted
          ? `${name} 没有符合 ${askers} 要求的版本。`
          : `${name} 没有能同时满足 ${askers} 的版本。`;
      case 'branch':
        return `${name} 没有剩下任何可用的版本。`;
      case 'nowhere':
        return '已没有可选的组合。';
      default:
        return kind satisfies never;
    }
  },

  because: (numbers) => `（${numbers.join('、')}）`,

  why: '原因：',
  so: '所以：',
  also: '也可以：',
  another: '这样可以消除此处的冲突，但还有另一处冲突。',

  changes: {
    system: (system, version, newer) =>
      newer ? `将 ${systems[system]} 升级到 ${version}` : `改用 ${systems[system]} ${version}`,
    version: (name, version) => `改用 ${name} ${version}`,
    dropRange: (name, range, version) => `不再限定 ${name} ${range}，改用 ${version}`,
    upgrade: (moves) => {
      const all = moves.map(({ name, from, to }) => `${name} 从 ${from} 变为 ${to}`);
      return `允许 ${toAnd(all)}（--upgrade ${moves.map(({ name }) => name).join(',')}）`;
    },
    prerelease: (taken) => `允许使用预发布版本${taken.length === 0 ? '' : `（${toAnd(taken)}）`}`,
    without: (name) => `不安装 ${name}`,
    catalog: (has, may) => `在目录 ${may} 的 dependsOn 中加入 ${has}`,
  },

  lead: (changes) => `可以${changes.join('，或者')}。`,
};

function toAnd(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join('、')} 和 ${last}`;
}

function toVersions({ name, extent, count, runs, more }: VersionsPhrase): string {
  if (extent === 'none') return `没有任何版本的 ${name}`;
  if (extent === 'every' && count > 1) return `${name} 的所有版本`;
  const listed = `${name} ${runs.map(toRun).join('、')}`;
  if (more > 0) return `${listed} 等 ${count} 个版本`;
  if (extent === 'every') return `${listed}（唯一的版本）`;
  return runs.some((run) => run.count > 1) ? `${listed}（共 ${count} 个版本）` : listed;
}

function toRun({ newest, oldest, count, catalog }: VersionRun): string {
  const versions = count === 1 ? newest : `${oldest} 至 ${newest}`;
  return catalog === undefined ? versions : `${versions}（目录 ${catalog}）`;
}

function toList({ shown, more }: VersionList): string {
  return more === 0 ? shown.join('、') : `${shown.join('、')} 及更早的 ${more} 个版本`;
}

function toAsk({ name, range, catalogs, fit }: Ask): string {
  const asked = range === '' ? name : `${name} ${fit.kind === 'unreadable' ? `“${range}”` : range}`;
  return catalogs === undefined ? asked : `${asked}（来自目录 ${catalogs.join(' 或 ')}）`;
}

function toSentences(subject: string, ask: Ask): string {
  return [`${subject}${toFit(ask)}。`, ...toAdvice(ask), ...ask.hidden.map(toHidden)].join('');
}

function toFit({ fit }: Ask): string {
  switch (fit.kind) {
    case 'all':
      return '';
    case 'some':
      return fit.fitting.shown.length === 1
        ? `，只有 ${toList(fit.fitting)} 符合`
        : `，符合的有 ${toList(fit.fitting)}`;
    case 'none':
      return fit.listed.shown.length === 0 ? '，但没有列出任何版本' : `，但只有 ${toList(fit.listed)}`;
    case 'unknown':
      return '，但没有任何目录提供它';
    case 'stranger':
      return `，目录 ${fit.has} 提供它，但目录 ${fit.may} 的插件不可以从那里取得依赖`;
    case 'unreadable':
      return toUnreadable(fit);
    default:
      return fit satisfies never;
  }
}

function toUnreadable({ lostLetter }: UnreadableRange): string {
  return lostLetter
    ? '，此范围无法解析：KubeVela 会把范围里的每个 v 都当作空格，预发布标识里的也不例外'
    : '，此范围无法解析';
}

function toAdvice({ fit }: Ask): string[] {
  if (fit.kind === 'unknown' && fit.nearest !== undefined) return [`是否想写 ${fit.nearest}？`];
  if (fit.kind === 'unreadable' && !fit.lostLetter) return ['范围的写法如 >=1.2.0, <2、~1.2 或 ^1.2.0。'];
  return [];
}

function toHidden({ reason, versions }: HiddenVersions): string {
  const would = `${toList(versions)} 本来符合，但`;
  switch (reason) {
    case 'yanked':
      return `${would}已被撤回。`;
    case 'quarantined':
      return `${would}已被隔离。`;
    case 'prerelease':
      return `${would}属于预发布版本。`;
    default:
      return reason satisfies never;
  }
}
