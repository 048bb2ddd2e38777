import type { DefinitionKind } from '../../../schemas/definition.ts';
import type { InstalledAddon } from '../../../schemas/resolution.ts';
import type { SystemName } from '../types.ts';
import type {
  Ask,
  Conclusion,
  Consequence,
  Headline,
  HiddenVersions,
  Move,
  UnreadableRange,
  UsedDefinition,
  VersionList,
  VersionRun,
  VersionsPhrase,
} from './phrases.ts';

const systems: Record<SystemName, string> = { kubevela: 'KubeVela', kubernetes: 'Kubernetes' };

const kinds: Record<DefinitionKind, string> = {
  component: 'component type',
  trait: 'trait',
  policy: 'policy',
  'workflow-step': 'workflow step',
  workload: 'workload type',
};

/** English sentences about what fits together and what does not. */
export const wordsEn = {
  /** As the subject of a sentence or the object of one. */
  versions: toVersions,

  list: toList,

  headline({ wants, systems: found, installed }: Headline): string {
    const together = wants.length > 1 ? ' together' : '';
    const subject =
      wants.length === 0 ? 'What is installed does not fit' : `${toAnd(wants)} cannot be installed${together}`;
    const cluster = found.map(({ system, version }) => `${systems[system]} ${version}`);
    const on = cluster.length === 0 ? '' : ` with ${toAnd(cluster)}`;
    const stay = toAnd(installed.map(({ name, version }) => `${name} ${version}`));
    return `${subject}${on}${stay === '' ? '' : ` while ${stay} ${installed.length === 1 ? 'stays' : 'stay'}`}.`;
  },

  want: (ask: Ask): string => toSentences(`You want ${toAsk(ask)}`, ask),

  need: (versions: VersionsPhrase, ask: Ask): string =>
    toSentences(`${toVersions(versions)} ${verb(versions, 'needs', 'need')} ${toAsk(ask)}`, ask),

  suspected(versions: VersionsPhrase, uses: readonly UsedDefinition[], ask: Ask): string {
    const used = toAnd(uses.map(({ kind, name }) => `the ${kinds[kind]} "${name}"`));
    const subject = `${toVersions(versions)} ${verb(versions, 'uses', 'use')} ${used}`;
    return toSentences(
      `${subject}, which only ${ask.name} brings, and so ${verb(versions, 'needs', 'need')} ${toAsk(ask)} without saying it`,
      ask,
    );
  },

  requirement(versions: VersionsPhrase, system: SystemName, range: string, unreadable?: UnreadableRange): string {
    const subject = `${toVersions(versions)} ${verb(versions, 'needs', 'need')} ${systems[system]}`;
    return unreadable === undefined ? `${subject} ${range}.` : `${subject} "${range}"${toUnreadable(unreadable)}.`;
  },

  system: (system: SystemName, version: string): string => `The cluster has ${systems[system]} ${version}.`,

  installed: ({ name, version }: InstalledAddon): string => `${name} ${version} is installed and may not be moved.`,

  stillNeeds: ({ name, version }: InstalledAddon, ask: Ask): string =>
    toSentences(`${name} ${version}, which is installed, needs ${toAsk(ask)}`, ask),

  consequence({ given, then }: Consequence): string {
    const needed = then.map(toVersions).join(' or ');
    if (given.length === 0) return `Only ${needed} can be chosen.`;
    const [only] = given;
    if (needed !== '') return `${toAnd(given.map(toVersions))} can only be had with ${needed}.`;
    if (given.length > 1 || only === undefined) return `${toAnd(given.map(toVersions))} do not go together.`;
    return only.extent === 'every'
      ? `No version of ${only.name} can be chosen.`
      : `${toVersions(only)} cannot be chosen.`;
  },

  conclusion({ kind, name, version, by, wanted }: Conclusion): string {
    const askers = toAnd([...by, ...(wanted ? ['you'] : [])]);
    switch (kind) {
      case 'kubevela':
      case 'kubernetes':
        return `${systems[kind]} ${version} is not what ${askers} ${by.length + Number(wanted) === 1 ? 'needs' : 'need'}.`;
      case 'installed':
        return `${name} ${version} is not what ${askers} ${by.length === 1 && !wanted ? 'needs' : 'need'}.`;
      case 'addon':
        return by.length === 0
          ? `There is no such version of ${name}.`
          : `No version of ${name} is what ${askers} ${by.length === 1 && !wanted ? 'needs' : 'need'}.`;
      case 'branch':
        return `No version of ${name} is left.`;
      case 'nowhere':
        return 'No choice is left.';
      default:
        return kind satisfies never;
    }
  },

  because: (numbers: readonly number[]): string => ` (${numbers.join(', ')})`,

  why: 'Why:',
  so: 'So:',
  also: 'Also possible:',
  another: 'That settles this conflict; another one stays.',

  /** Changes, as parts of a sentence. */
  changes: {
    system: (system: SystemName, version: string, newer: boolean): string =>
      newer ? `upgrade ${systems[system]} to ${version}` : `use ${systems[system]} ${version}`,
    version: (name: string, version: string): string => `take ${name} ${version}`,
    dropRange: (name: string, range: string, version: string): string =>
      `take ${name} ${version} instead of ${name} ${range}`,
    upgrade: (moves: readonly Move[]): string => {
      const all = moves.map(({ name, from, to }) => `${name} move from ${from} to ${to}`);
      return `let ${toAnd(all)} (--upgrade ${moves.map(({ name }) => name).join(',')})`;
    },
    prerelease: (taken: readonly string[]): string =>
      `allow pre-releases${taken.length === 0 ? '' : `, which takes ${toAnd(taken)}`}`,
    without: (name: string): string => `leave ${name} out`,
    catalog: (has: string, may: string): string => `add ${has} to dependsOn of catalog ${may}`,
  },

  /** Alternatives in one sentence. */
  lead: (changes: readonly string[]): string => toCapital(`${changes.join(' or ')}.`),
};

function toAnd(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function toCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function verb(versions: VersionsPhrase, one: string, many: string): string {
  return versions.extent === 'some' && versions.count > 1 ? many : one;
}

function toVersions({ name, extent, count, runs, more }: VersionsPhrase): string {
  if (extent === 'none') return `no version of ${name}`;
  if (extent === 'every' && count > 1) return `every version of ${name}`;
  const parts = [...runs.map(toRun), ...(more === 0 ? [] : [`${more} more`])];
  const hasRange = more === 0 && runs.some((run) => run.count > 1);
  return `${name} ${toAnd(parts)}${hasRange ? ` (${count} versions)` : ''}${extent === 'every' ? ', the only version,' : ''}`;
}

function toRun({ newest, oldest, count, catalog }: VersionRun): string {
  const versions = count === 1 ? newest : `${oldest} to ${newest}`;
  return catalog === undefined ? versions : `${versions} of catalog ${catalog}`;
}

function toList({ shown, more }: VersionList): string {
  return toAnd([...shown, ...(more === 0 ? [] : [`${more} older`])]);
}

function toAsk({ name, range, catalogs, fit }: Ask): string {
  const asked = range === '' ? name : `${name} ${fit.kind === 'unreadable' ? `"${range}"` : range}`;
  return catalogs === undefined ? asked : `${asked} of catalog ${catalogs.join(' or ')}`;
}

function toSentences(subject: string, ask: Ask): string {
  return [`${subject}${toFit(ask)}.`, ...toAdvice(ask), ...ask.hidden.map(toHidden)].join(' ');
}

function toFit({ fit }: Ask): string {
  switch (fit.kind) {
    case 'all':
      return '';
    case 'some':
      return fit.fitting.shown.length === 1 ? `: only ${toList(fit.fitting)} fits` : `: ${toList(fit.fitting)} fit`;
    case 'none':
      if (fit.listed.shown.length === 0) return ', but no version of it is listed';
      return `, but only ${toList(fit.listed)} ${fit.listed.shown.length === 1 ? 'is' : 'are'} listed`;
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

function toUnreadable({ lostLetter }: UnreadableRange): string {
  return lostLetter
    ? ', which cannot be read: KubeVela takes every "v" in a range for a blank, also one inside a pre-release'
    : ', which cannot be read';
}

function toAdvice({ fit }: Ask): string[] {
  if (fit.kind === 'unknown' && fit.nearest !== undefined) return [`Is ${fit.nearest} meant?`];
  if (fit.kind === 'unreadable' && !fit.lostLetter)
    return ['A range is written like ">=1.2.0, <2", "~1.2" or "^1.2.0".'];
  return [];
}

function toHidden({ reason, versions }: HiddenVersions): string {
  const one = versions.shown.length === 1 && versions.more === 0;
  const would = `${toList(versions)} would fit, but`;
  switch (reason) {
    case 'yanked':
      return `${would} ${one ? 'was' : 'were'} yanked.`;
    case 'quarantined':
      return `${would} ${one ? 'is' : 'are'} in quarantine.`;
    case 'prerelease':
      return `${would} ${one ? 'is a pre-release' : 'are pre-releases'}.`;
    default:
      return reason satisfies never;
  }
}
