import type { DefinitionKind } from '../../../schemas/definition.ts';
import type { SystemName } from '../types.ts';
import type { Move } from './phrases.ts';
import {
  toAnd,
  toAny,
  toAsk,
  toFit,
  toList,
  toNote,
  toNumbers,
  toSentences,
  toStart,
  toUnreadable,
  toVersions,
} from './phrases-zh.ts';
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
    if (wants.length === 0) return '已安装的插件互相冲突。';
    const cluster = toAnd(found.map(({ system, version }) => `${systems[system]} ${version}`));
    const stay = toAnd(installed.map(({ name, version }) => `${name} ${version}`));
    const conditions = [
      ...(cluster === '' ? [] : [`在 ${cluster} 上`]),
      ...(stay === '' ? [] : [`在保留 ${stay} 的前提下`]),
    ];
    return `无法${conditions.join('、')}${wants.length === 1 ? '' : '同时'}安装 ${toAnd(wants)}。`;
  },

  want: (ask) => toSentences(`您要安装 ${toAsk(ask)}${toFit(ask)}。`, [ask]),

  need({ parts, more, isSame }) {
    const [first] = parts;
    if (first === undefined) return '';
    const subject = `${toStart(toVersions(first.versions))}需要 ${toAsk(first.ask)}`;
    if (parts.length === 1 && more === 0) return toSentences(`${subject}${toFit(first.ask)}。`, [first.ask]);
    const note = isSame ? () => '' : toNote;
    const others = parts.slice(1).map(({ versions, ask }) => {
      return `${toStart(toNumbers(versions))}需要 ${toAsk(ask)}${note(ask)}`;
    });
    const rest = more === 0 ? [] : [`另外 ${more} 个更早的版本需要别的范围`];
    const all = [`${subject}${note(first.ask)}`, ...others, ...rest].join('，');
    return toSentences(
      `${all}${isSame ? toFit(first.ask) : ''}。`,
      parts.map(({ ask }) => ask),
    );
  },

  suspected(versions, uses, ask) {
    const used = toAnd(uses.map(({ kind, name }) => `${kinds[kind]} ${name}`));
    const subject = `${toStart(toVersions(versions))}用到了由 ${ask.name} 提供的${used}`;
    return toSentences(`${subject}，因此虽未声明，也需要 ${toAsk(ask)}${toFit(ask)}。`, [ask]);
  },

  nameless: (versions) => `${toStart(toVersions(versions))}有一个没有名称的依赖，KubeVela 会拒绝。`,

  requirement(system, { parts, more }) {
    const all = parts.map(({ versions, range, unreadable }, index) => {
      const subject = index === 0 ? toVersions(versions) : toNumbers(versions);
      const on = index === 0 ? `${systems[system]} ` : '';
      return `${toStart(subject)}要求 ${on}${unreadable === undefined ? range : `“${range}”${toUnreadable(unreadable)}`}`;
    });
    const rest = more === 0 ? [] : [`另外 ${more} 个更早的版本有别的要求`];
    return `${[...all, ...rest].join('，')}。`;
  },

  system: (system, version) => `集群的 ${systems[system]} 版本是 ${version}。`,

  installed: ({ name, version }) => `已安装 ${name} ${version}，且未允许变动。`,

  movable: ({ name, version }) => `已安装 ${name} ${version}，可以变动，但不能移除。`,

  stillNeeds: ({ name, version }, ask) =>
    toSentences(`已安装的 ${name} ${version} 需要 ${toAsk(ask)}${toFit(ask)}。`, [ask]),

  consequence({ given, then }) {
    const needed = then.map(toAny).join('，或 ');
    if (given.length === 0) return `必须是 ${needed}。`;
    const [only] = given;
    const subject = toAnd(given.map(toAny));
    if (needed !== '') return `${toStart(subject)}只能搭配 ${needed}。`;
    if (given.length > 1 || only === undefined) return `${toStart(subject)}不能同时使用。`;
    return only.extent === 'every' ? `${only.name} 没有可用的版本。` : `${toStart(toAny(only))}不可用。`;
  },

  conclusion({ kind, name, version, by, wanted }) {
    const askers = toAnd(by);
    switch (kind) {
      case 'kubevela':
      case 'kubernetes':
        return version === ''
          ? `没有适合 ${askers} 的 ${systems[kind]}。`
          : `${systems[kind]} ${version} 不适合 ${askers}。`;
      case 'installed':
        return by.length === 0 ? `${name} ${version} 不符合您的要求。` : `${name} ${version} 不适合 ${askers}。`;
      case 'addon':
        if (by.length === 0) return `${name} 没有这样的版本。`;
        if (wanted) return `${name} 没有既适合 ${askers} 又符合您要求的版本。`;
        return `${name} 没有${by.length > 1 ? '同时' : ''}适合 ${askers} 的版本。`;
      case 'branch':
        return `${name} 已没有可用的版本。`;
      case 'nowhere':
        return '没有任何组合能满足以上全部条件。';
      default:
        return kind satisfies never;
    }
  },

  because: (numbers) => `（${numbers.join('、')}）`,

  why: '原因：',
  so: '所以：',
  hence: (conclusion) => `所以，${conclusion}`,
  also: '也可以：',
  another: '这样可以消除此处的冲突，但还有另一处冲突。',
  anotherToo: '除此之外，还有另一处冲突。',

  moreFacts: (count) => `以及另外 ${count} 条。`,
  hopeless: '已尝试更改请求，但都无法解决此冲突。',

  remedy({ missing, askers }) {
    const ask = `联系 ${toAnd(askers)} 的维护者`;
    return missing.length === 0 ? `请${ask}更正其依赖或要求。` : `请添加提供 ${toAnd(missing)} 的目录，或${ask}。`;
  },

  changes: {
    system: (system, version, newer) =>
      newer ? `将 ${systems[system]} 升级到 ${version}` : `改用 ${systems[system]} ${version}`,
    version: (name, version) => `改用 ${name} ${version}`,
    dropRange: (name, range, version) => `改用 ${name} ${version}（不再要求 ${range}）`,
    upgrade: (moves) => `${toMoves(moves)}（--upgrade ${moves.map(({ name }) => name).join(',')}）`,
    named: (name, version) => `使用预发布版本 ${name} ${version}`,
    prerelease: (taken) => `允许使用预发布版本（--pre）${toTaken(taken)}`,
    without: (name) => `不安装 ${name}`,
    place: (name, catalog) => `使用目录 ${catalog} 的 ${name}`,
    catalog: (has, may) => `在目录 ${may} 的 dependsOn 中加入 ${has}`,
  },

  change: (change) => `${change}。`,
  both: (first, second) => `${first}，并${second}`,
  lead: (changes) => `可以${changes.join('，或者')}。`,
};

/** The same for those who have a form, and no use for options of a command line. */
export const formWordsZh: typeof wordsEn = {
  ...wordsZh,
  changes: {
    ...wordsZh.changes,
    upgrade: toMoves,
    prerelease: (taken) => `允许使用预发布版本${toTaken(taken)}`,
  },
};

function toMoves(moves: readonly Move[]): string {
  return `允许将 ${moves.map(({ name, from, to }) => `${name} 从 ${from} 改为 ${to}`).join('、')}`;
}

function toTaken(taken: readonly string[]): string {
  return taken.length === 0 ? '' : `，将使用 ${toAnd(taken)}`;
}
