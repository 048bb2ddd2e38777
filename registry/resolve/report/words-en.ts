import type { DefinitionKind } from '../../../schemas/definition.ts';
import type { InstalledAddon } from '../../../schemas/resolution.ts';
import type { SystemName } from '../types.ts';
import type {
  Ask,
  Conclusion,
  Consequence,
  Headline,
  Move,
  NeedParts,
  Remedy,
  RequirementParts,
  UsedDefinition,
  VersionsPhrase,
} from './phrases.ts';
import {
  toAnd,
  toAny,
  toAsk,
  toCapital,
  toCapitalAny,
  toFit,
  toList,
  toNote,
  toNumbers,
  toSentences,
  toSubject,
  toUnreadable,
  toVersions,
  verb,
} from './phrases-en.ts';

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
  /** Within a sentence. */
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

  want: (ask: Ask): string => toSentences(`You want ${toAsk(ask)}${toFit(ask)}.`, [ask]),

  need({ parts, more, isSame }: NeedParts): string {
    const [first] = parts;
    if (first === undefined) return '';
    const subject = `${toSubject(first.versions)} ${verb(first.versions, 'needs', 'need')} ${toAsk(first.ask)}`;
    if (parts.length === 1 && more === 0) return toSentences(`${subject}${toFit(first.ask)}.`, [first.ask]);
    const note = isSame ? () => '' : toNote;
    const others = parts.slice(1).map(({ versions, ask }) => {
      return `${toNumbers(versions)} ${verb(versions, 'needs', 'need')} ${toAsk(ask)}${note(ask)}`;
    });
    const rest = more === 0 ? [] : [`${more} older ${more === 1 ? 'one needs' : 'ones need'} yet another range`];
    const all = toAnd([`${subject}${note(first.ask)}`, ...others, ...rest]);
    return toSentences(
      `${all}${isSame ? toFit(first.ask) : ''}.`,
      parts.map(({ ask }) => ask),
    );
  },

  suspected(versions: VersionsPhrase, uses: readonly UsedDefinition[], ask: Ask): string {
    const used = toAnd(uses.map(({ kind, name }) => `the ${kinds[kind]} "${name}"`));
    const subject = `${toSubject(versions)} ${verb(versions, 'uses', 'use')} ${used}, which ${ask.name} brings`;
    const need = `so ${verb(versions, 'it needs', 'they need')} ${toAsk(ask)} without declaring it`;
    return toSentences(`${subject}: ${need}${toFit(ask)}.`, [ask]);
  },

  /** What the client refuses whatever there is. */
  nameless: (versions: VersionsPhrase): string =>
    `${toSubject(versions)} ${verb(versions, 'has', 'have')} a dependency without a name, which KubeVela refuses.`,

  requirement(system: SystemName, { parts, more }: RequirementParts): string {
    const all = parts.map(({ versions, range, unreadable }, index) => {
      const subject = index === 0 ? toSubject(versions) : toNumbers(versions);
      const on = index === 0 ? `${systems[system]} ` : '';
      const asked = unreadable === undefined ? range : `"${range}"${toUnreadable(unreadable)}`;
      return `${subject} ${verb(versions, 'needs', 'need')} ${on}${asked}`;
    });
    const rest = more === 0 ? [] : [`${more} older ${more === 1 ? 'one needs' : 'ones need'} yet another`];
    return `${toAnd([...all, ...rest])}.`;
  },

  system: (system: SystemName, version: string): string => `The cluster has ${systems[system]} ${version}.`,

  installed: ({ name, version }: InstalledAddon): string => `${name} ${version} is installed and may not be moved.`,

  movable: ({ name, version }: InstalledAddon): string =>
    `${name} ${version} is installed; it may be moved, but not removed.`,

  stillNeeds: ({ name, version }: InstalledAddon, ask: Ask): string =>
    toSentences(`The installed ${name} ${version} needs ${toAsk(ask)}${toFit(ask)}.`, [ask]),

  consequence({ given, then }: Consequence): string {
    const needed = then.map(toAny).join(' or ');
    if (given.length === 0) return `It must be ${needed}.`;
    const [only] = given;
    const subject = toAnd(given.map(toAny));
    if (needed !== '') return `${toCapitalAny(subject)} can only be had with ${needed}.`;
    if (given.length > 1 || only === undefined) return `${toCapitalAny(subject)} do not go together.`;
    return only.extent === 'every' ? `No version of ${only.name} can be had.` : `${toAny(only)} cannot be had.`;
  },

  conclusion({ kind, name, version, by, wanted }: Conclusion): string {
    const askers = [...by, ...(wanted ? ['you'] : [])];
    const all = askers.length === 2 ? `both ${toAnd(askers)}` : toAnd(askers);
    switch (kind) {
      case 'kubevela':
      case 'kubernetes':
        return version === ''
          ? `No ${systems[kind]} suits ${all}.`
          : `${systems[kind]} ${version} does not suit ${all}.`;
      case 'installed':
        return `${name} ${version} does not suit ${all}.`;
      case 'addon':
        return by.length === 0 ? `There is no such version of ${name}.` : `No version of ${name} suits ${all}.`;
      case 'branch':
        return `No version of ${name} is left.`;
      case 'nowhere':
        return 'Nothing is left that fits all of this.';
      default:
        return kind satisfies never;
    }
  },

  because: (numbers: readonly number[]): string => ` (${numbers.join(', ')})`,

  why: 'Why:',
  so: 'So:',
  /** A conclusion that follows from all that was said. */
  hence: (conclusion: string): string =>
    `So ${/^(No|There)/.test(conclusion) ? conclusion.charAt(0).toLowerCase() + conclusion.slice(1) : conclusion}`,
  also: 'Also possible:',
  another: 'That settles this conflict; there is another one.',
  anotherToo: 'There is another conflict beside this one.',

  moreFacts: (count: number): string => `And ${count} more.`,
  hopeless: 'No change of the request that was tried settles this.',

  /** What can be done where no change of the request helps. */
  remedy({ missing, askers }: Remedy): string {
    const ask = `whoever maintains ${toAnd(askers)}`;
    return missing.length === 0
      ? `Ask ${ask} to correct what it needs.`
      : `Add a catalog that has ${toAnd(missing)}, or ask ${ask}.`;
  },

  /** Changes, as parts of a sentence. */
  changes: {
    system: (system: SystemName, version: string, newer: boolean): string =>
      newer ? `upgrade ${systems[system]} to ${version}` : `use ${systems[system]} ${version}`,
    version: (name: string, version: string): string => `take ${name} ${version}`,
    dropRange: (name: string, range: string, version: string): string => `take ${name} ${version} instead of ${range}`,
    upgrade: (moves: readonly Move[]): string =>
      `${toMoves(moves)} (--upgrade ${moves.map(({ name }) => name).join(',')})`,
    named: (name: string, version: string): string => `take the pre-release ${name} ${version}`,
    prerelease: (taken: readonly string[]): string => `allow pre-releases (--pre)${toTaken(taken)}`,
    without: (name: string): string => `leave ${name} out`,
    place: (name: string, catalog: string): string => `take ${name} from catalog ${catalog}`,
    catalog: (has: string, may: string): string => `add ${has} to dependsOn of catalog ${may}`,
  },

  /** A change as a sentence. */
  change: (change: string): string => toCapital(`${change}.`),

  /** Two changes, both of which are needed. */
  both: (first: string, second: string): string => `${first} and ${second}`,

  /** Alternatives in one sentence. */
  lead: (changes: readonly string[]): string => toCapital(`${changes.join(' or ')}.`),
};

/** The same for those who have a form, and no use for options of a command line. */
export const formWordsEn: typeof wordsEn = {
  ...wordsEn,
  changes: {
    ...wordsEn.changes,
    upgrade: toMoves,
    prerelease: (taken) => `allow pre-releases${toTaken(taken)}`,
  },
};

function toMoves(moves: readonly Move[]): string {
  return `allow ${toAnd(moves.map(({ name, from, to }) => `${name} to move from ${from} to ${to}`))}`;
}

function toTaken(taken: readonly string[]): string {
  return taken.length === 0 ? '' : `, which takes ${toAnd(taken)}`;
}
