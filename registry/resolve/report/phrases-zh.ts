import type { Ask, HiddenVersions, UnreadableRange, VersionList, VersionRun, VersionsPhrase } from './phrases.ts';

/** The parts as a list in a sentence. */
export function toAnd(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join('、')} 和 ${last}`;
}

/** The begin of a sentence: a blank follows it only after Latin letters. */
export function toStart(text: string): string {
  return /[\u4e00-\u9fff）”]$/.test(text) ? text : `${text} `;
}

/** Versions within a sentence. */
export function toVersions(versions: VersionsPhrase): string {
  const { name, catalog, extent, count } = versions;
  const of = catalog === undefined ? '' : `（目录 ${catalog}）`;
  if (extent === 'none') return `没有任何版本的 ${name}`;
  if (extent === 'every' && count > 1) return `${name}${of} 的所有版本`;
  if (extent === 'every') return `${name}${of} ${toNumbers(versions)}（唯一的版本）`;
  return `${name}${of} ${toNumbers(versions)}`;
}

/** Versions where any of them is meant, not all. */
export function toAny(versions: VersionsPhrase): string {
  const { name, catalog, extent, count } = versions;
  const of = catalog === undefined ? '' : `（目录 ${catalog}）`;
  return extent === 'every' && count > 1 ? `${name}${of} 的任何版本` : `${name}${of} ${toNumbers(versions)}`;
}

/** Versions without the name of their addon. */
export function toNumbers({ count, runs, more }: VersionsPhrase): string {
  const listed = runs.map(toRun).join('、');
  if (more > 0) return `${listed} 等 ${count} 个版本`;
  return runs.some((run) => run.count > 1) ? `${listed}（共 ${count} 个版本）` : listed;
}

/** The newest of a list and how many follow. */
export function toList({ shown, more }: VersionList): string {
  return more === 0 ? shown.join('、') : `${shown.join('、')} 及更早的 ${more} 个版本`;
}

/** What is asked for. */
export function toAsk({ name, range, catalogs, fit }: Ask): string {
  const asked = range === '' ? name : `${name} ${fit.kind === 'unreadable' ? `“${range}”` : range}`;
  return catalogs === undefined ? asked : `${asked}（来自目录 ${catalogs.join(' 或 ')}）`;
}

/** What was said, with advice and what is kept away. */
export function toSentences(first: string, asks: readonly Ask[]): string {
  const after = asks.flatMap((ask) => [...toAdvice(ask), ...ask.hidden.map(toHidden)]);
  return [first, ...new Set(after)].join('');
}

/** What there is for somebody who asks, to end a sentence. */
export function toFit({ fit }: Ask): string {
  switch (fit.kind) {
    case 'all':
      return '';
    case 'some':
      return isOne(fit.fitting) ? `，只有 ${toList(fit.fitting)} 符合` : `，符合的有 ${toList(fit.fitting)}`;
    case 'none':
      return fit.listed.shown.length === 0 ? '，但没有可用的版本' : `，但目录中只有 ${toList(fit.listed)}`;
    case 'unknown':
      return '，但没有任何目录提供它';
    case 'stranger':
      return `；目录 ${fit.has} 提供它，但目录 ${fit.may} 的插件不能从那里取得依赖`;
    case 'unreadable':
      return toUnreadable(fit);
    default:
      return fit satisfies never;
  }
}

/** The same in passing, where several are told in one sentence. */
export function toNote({ fit }: Ask): string {
  switch (fit.kind) {
    case 'all':
      return '';
    case 'some':
      return `（${toList(fit.fitting)} 符合）`;
    case 'none':
      return fit.listed.shown.length === 0 ? '（没有可用的版本）' : `（都不符合；目录中有 ${toList(fit.listed)}）`;
    case 'unknown':
      return '（没有任何目录提供它）';
    case 'stranger':
      return `（只有目录 ${fit.has} 提供它）`;
    case 'unreadable':
      return '（无法解析）';
    default:
      return fit satisfies never;
  }
}

/** Why a range says nothing, to end a sentence. */
export function toUnreadable({ lost }: UnreadableRange): string {
  return lost === undefined
    ? '，此范围无法解析'
    : `，此范围无法解析：KubeVela 会把范围里的每个 v 都当作空格，“${lost}”里的也不例外`;
}

function isOne({ shown, more }: VersionList): boolean {
  return shown.length === 1 && more === 0;
}

function toRun({ newest, oldest, count, catalog }: VersionRun): string {
  const versions = count === 1 ? newest : `${oldest} 至 ${newest}`;
  return catalog === undefined ? versions : `${versions}（目录 ${catalog}）`;
}

function toAdvice({ fit }: Ask): string[] {
  if (fit.kind === 'unknown' && fit.nearest !== undefined) return [`是否想写 ${fit.nearest}？`];
  if (fit.kind === 'unreadable' && fit.lost === undefined) return ['范围的写法如“>=1.2.0, <2”、“~1.2”或“^1.2.0”。'];
  return [];
}

function toHidden(hidden: HiddenVersions): string {
  const { reason, versions } = hidden;
  const all = toList(versions);
  switch (reason) {
    case 'yanked':
      return `${all} 本来符合，但已被撤回${hidden.isPerson ? '，只有写明确切的版本号才会使用' : ''}。`;
    case 'quarantined':
      return `${all} 本来符合，但已被隔离。`;
    case 'prerelease':
      return hidden.name === undefined
        ? `${all} 是预发布版本，但其中含有 v，任何范围都无法写明它。`
        : `${all} 是预发布版本，只有范围中写明预发布版本（如“>=${hidden.name}”）时才会被接受。`;
    case 'unreadable':
      return `${all} 不是版本号，不符合任何范围。`;
    case 'elsewhere':
      return `目录 ${hidden.has} 的 ${all} 本来符合，但目录 ${hidden.first} 优先。`;
    default:
      return hidden satisfies never;
  }
}
