import type { Ask, HiddenVersions, UnreadableRange, VersionList, VersionRun, VersionsPhrase } from './phrases.ts';

/** The parts as a list in a sentence. */
export function toAnd(parts: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** With a capital letter. */
export function toCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** As the begin of a sentence; names of addons keep their letters. */
export function toCapitalAny(text: string): string {
  return text.startsWith('any version of') ? toCapital(text) : text;
}

/** The form of a verb that fits the number of versions. */
export function verb(versions: VersionsPhrase, one: string, many: string): string {
  return versions.extent === 'some' && versions.count > 1 ? many : one;
}

/** Versions at the begin of a sentence. */
export function toSubject(versions: VersionsPhrase): string {
  const text = toVersions(versions);
  return versions.extent !== 'some' && versions.count !== 1 ? toCapital(text) : text;
}

/** Versions where any of them is meant, not all. */
export function toAny(versions: VersionsPhrase): string {
  const { name, catalog, extent, count } = versions;
  const of = catalog === undefined ? '' : ` of catalog ${catalog}`;
  if (extent === 'every' && count > 1) return `any version of ${name}${of}`;
  return `${name}${of} ${toNumbers(versions, 'or')}`;
}

/** Versions within a sentence. */
export function toVersions(versions: VersionsPhrase): string {
  const { name, catalog, extent, count } = versions;
  const of = catalog === undefined ? '' : ` of catalog ${catalog}`;
  if (extent === 'none') return `no version of ${name}`;
  if (extent === 'every' && count > 1) return `every version of ${name}${of}`;
  return `${name}${of} ${toNumbers(versions)}${extent === 'every' ? ' (the only version)' : ''}`;
}

/** Versions without the name of their addon. */
export function toNumbers({ count, runs, more }: VersionsPhrase, word: 'and' | 'or' = 'and'): string {
  const parts = [...runs.map(toRun), ...(more === 0 ? [] : [`${more} more`])];
  const hasRange = more === 0 && runs.some((run) => run.count > 1);
  return `${toAnd(parts, word)}${hasRange ? ` (${count} versions)` : ''}`;
}

function toRun({ newest, oldest, count, catalog }: VersionRun): string {
  const versions = count === 1 ? newest : `${oldest} to ${newest}`;
  return catalog === undefined ? versions : `${versions} of catalog ${catalog}`;
}

/** The newest of a list and how many follow. */
export function toList({ shown, more }: VersionList): string {
  return toAnd([...shown, ...(more === 0 ? [] : [`${more} older`])]);
}

function isOne({ shown, more }: VersionList): boolean {
  return shown.length === 1 && more === 0;
}

/** What is asked for. */
export function toAsk({ name, range, catalogs, fit }: Ask): string {
  const asked = range === '' ? name : `${name} ${fit.kind === 'unreadable' ? `"${range}"` : range}`;
  return catalogs === undefined ? asked : `${asked} of catalog ${catalogs.join(' or ')}`;
}

/** What was said, with advice and what is kept away. */
export function toSentences(first: string, asks: readonly Ask[]): string {
  const after = asks.flatMap((ask) => [...toAdvice(ask), ...ask.hidden.map(toHidden)]);
  return [first, ...new Set(after)].join(' ');
}

/** What there is for somebody who asks, to end a sentence. */
export function toFit({ fit }: Ask): string {
  switch (fit.kind) {
    case 'all':
      return '';
    case 'some':
      return isOne(fit.fitting) ? `: only ${toList(fit.fitting)} fits` : `: ${toList(fit.fitting)} fit`;
    case 'none':
      if (fit.listed.shown.length === 0) return ', but no version of it can be chosen';
      return `, but only ${toList(fit.listed)} ${isOne(fit.listed) ? 'is' : 'are'} listed`;
    case 'unknown':
      return ', which no catalog has';
    case 'stranger':
      return `, which catalog ${fit.has} has, but addons of catalog ${fit.may} may not take dependencies from there`;
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
      return ` (${toList(fit.fitting)} ${isOne(fit.fitting) ? 'fits' : 'fit'})`;
    case 'none':
      return fit.listed.shown.length === 0 ? ' (none can be chosen)' : ` (none fits; listed: ${toList(fit.listed)})`;
    case 'unknown':
      return ' (which no catalog has)';
    case 'stranger':
      return ` (which only catalog ${fit.has} has)`;
    case 'unreadable':
      return ' (which cannot be read)';
    default:
      return fit satisfies never;
  }
}

/** Why a range says nothing, to end a sentence. */
export function toUnreadable({ lost }: UnreadableRange): string {
  return lost === undefined
    ? ', which cannot be read'
    : `, which cannot be read: KubeVela takes every "v" in a range for a blank, also the one in "${lost}"`;
}

function toAdvice({ fit }: Ask): string[] {
  if (fit.kind === 'unknown' && fit.nearest !== undefined) return [`Is ${fit.nearest} meant?`];
  if (fit.kind === 'unreadable' && fit.lost === undefined) {
    return ['A range is written like ">=1.2.0, <2", "~1.2" or "^1.2.0".'];
  }
  return [];
}

function toHidden(hidden: HiddenVersions): string {
  const { reason, versions } = hidden;
  const one = isOne(versions);
  const all = toList(versions);
  switch (reason) {
    case 'yanked': {
      const how = `: ${one ? 'it is' : 'they are'} only taken when asked for by ${one ? 'its' : 'their'} exact number`;
      return `${all} would fit, but ${one ? 'was' : 'were'} yanked${hidden.isPerson ? how : ''}.`;
    }
    case 'quarantined':
      return `${all} would fit, but ${one ? 'is' : 'are'} in quarantine.`;
    case 'prerelease': {
      const how =
        hidden.name === undefined
          ? 'which no range can name because of the "v"'
          : `which a range admits only when it names one, such as ">=${hidden.name}"`;
      return `${all} ${one ? 'is a pre-release' : 'are pre-releases'}, ${how}.`;
    }
    case 'unreadable':
      return `${all} ${one ? 'is no version number, so no range admits it' : 'are no version numbers, so no range admits them'}.`;
    case 'elsewhere':
      return `${all} of catalog ${hidden.has} would fit, but catalog ${hidden.first} comes first.`;
    default:
      return hidden satisfies never;
  }
}
