import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkSemVer } from '../../registry/version/check-sem-ver.ts';
import { chooseVersion } from '../../registry/version/choose-version.ts';
import {
  checkDependencies,
  chooseDependencyVersion,
  mergeAvailableVersions,
} from '../../registry/version/dependency-version.ts';
import { isOfficialKubeVelaVersion, parseOfficialKubeVelaVersion } from '../../registry/version/official-version.ts';
import { sortAvailableVersions, sortVersionsDescending } from '../../registry/version/order-versions.ts';
import { checkRequirements, readSystemRequirements } from '../../registry/version/requirements.ts';
import type { Result } from '../../registry/version/result.ts';
import type { Requirements } from '../../schemas/addon.ts';
import { findShared } from '../support/shared.ts';

/** One recorded call of KubeVela's own code. Results are compared as they are; `unstable` ones only as sets. */
type Row = Call & { readonly result: unknown; readonly unstable?: true };

type Texts = readonly string[];

type Call =
  | { readonly fn: 'checkSemVer'; readonly args: readonly [actual: string, require: string] }
  | { readonly fn: 'IsOfficialKubeVelaVersion' | 'GetOfficialKubeVelaVersion'; readonly args: readonly [string] }
  | { readonly fn: 'checkAddonVersionMeetRequired'; readonly args: RequirementArguments }
  | { readonly fn: 'LoadSystemRequirements'; readonly args: Readonly<Record<string, string>> | null }
  | { readonly fn: 'GetAddonAvailableVersion' | 'ListAddon' | 'sortVersionsDescending'; readonly args: Texts }
  | { readonly fn: 'chooseVersion'; readonly args: { readonly asked: string; readonly versions: Texts } }
  | { readonly fn: 'calculateDependencyVersionToInstall'; readonly args: DependencyArguments }
  | { readonly fn: 'validateAddonDependencies'; readonly args: ValidationArguments }
  | { readonly fn: 'mergeAddonInfoMaps'; readonly args: { readonly a: Texts; readonly b: Texts } };

interface RequirementArguments {
  readonly cli: string;
  /** `NONE`: no Deployment; `UNLABELLED image`: found by its name. */
  readonly coreImage: string;
  /** Empty: the client cannot ask the API server. */
  readonly gitVersion: string;
  readonly require: Requirements | null;
}

interface DependencyArguments {
  readonly name?: string;
  readonly constraint: string;
  readonly installed?: string;
  readonly available?: Texts;
}

interface ValidationArguments {
  /** Name, then an optional constraint after a space. */
  readonly dependencies: Texts;
  readonly available: Readonly<Record<string, Texts>>;
}

const file = `${findShared() ?? ''}/golden/dialect.json`;
const skipped = findShared() === undefined;

describe.skipIf(skipped)(
  `recorded answers of KubeVela${skipped ? ' (skipped: no shared judging material)' : ''}`,
  () => {
    const rows: readonly Row[] = skipped ? [] : JSON.parse(readFileSync(file, 'utf8'));
    const functions = [...new Set(rows.map((row) => row.fn))];

    it('are all there', () => {
      expect(rows.length).toBeGreaterThanOrEqual(6169);
      expect(functions.length).toBeGreaterThanOrEqual(11);
    });

    it.each(functions)('%s', (fn) => {
      const ours = rows.filter((row) => row.fn === fn);
      const different = ours.map((row) => ({ ...row, ours: answer(row) })).filter((row) => !isSame(row, row.ours));
      expect(different).toEqual([]);
    });
  },
);

/** What our code answers to the recorded call, in the form of the recorded results. */
function answer({ fn, args }: Call): unknown {
  switch (fn) {
    case 'checkSemVer':
      return toRecord(checkSemVer(...args));
    case 'IsOfficialKubeVelaVersion':
      return isOfficialKubeVelaVersion(args[0]);
    case 'GetOfficialKubeVelaVersion':
      return toRecord(parseOfficialKubeVelaVersion(args[0]));
    case 'checkAddonVersionMeetRequired':
      return toVerdict(checkRequirements(args.require ?? undefined, toSystem(args)));
    case 'LoadSystemRequirements':
      return readSystemRequirements(args ?? undefined) ?? null;
    case 'GetAddonAvailableVersion':
      return sortAvailableVersions(args);
    case 'ListAddon':
      return toListing(args);
    case 'chooseVersion':
      return chooseVersion(args.asked, sortAvailableVersions(args.versions)) ?? null;
    case 'sortVersionsDescending':
      return sortVersionsDescending(args);
    case 'calculateDependencyVersionToInstall':
      return toDependencyAnswer(args);
    case 'validateAddonDependencies':
      return toVerdict(toValidation(args));
    case 'mergeAddonInfoMaps':
      return mergeAvailableVersions(new Map([['a', args.a]]), new Map([['a', args.b]])).get('a');
    default:
      return fn satisfies never;
  }
}

function toRecord<T>(result: Result<T>): T | { error: string } {
  return result.ok ? result.value : { error: result.error };
}

function toVerdict(result: Result<true>): 'ok' | { error: string } {
  return result.ok ? 'ok' : { error: result.error };
}

function toSystem({ cli, coreImage, gitVersion }: RequirementArguments): Parameters<typeof checkRequirements>[1] {
  return {
    client: cli,
    ...(coreImage === 'NONE' ? {} : { coreImage: coreImage.replace(/^UNLABELLED /, '') }),
    ...(gitVersion === '' ? {} : { kubernetes: gitVersion }),
  };
}

/**
 * The recording process had sorted its cached index once before it listed, so unreadable versions were turned round
 * twice.
 */
function toListing(versions: Texts): unknown {
  const availableVersions = sortAvailableVersions(sortAvailableVersions(versions));
  const [version] = availableVersions;
  return [{ availableVersions, description: `of ${version}`, version }];
}

function toDependencyAnswer({ name = 'a', constraint, installed, available }: DependencyArguments): unknown {
  // The two rows that name the addon were recorded with nothing available.
  const isListed = available !== undefined && name === 'a';
  const result = chooseDependencyVersion(
    { name, version: constraint },
    {
      installed: new Map(installed === undefined ? [] : [['a', installed]]),
      available: new Map(isListed ? [['a', available]] : []),
    },
  );
  const hasCrashed = !result.ok && result.error.startsWith('runtime error: ');
  return hasCrashed ? { panic: result.error } : toRecord(result);
}

function toValidation({ dependencies, available }: ValidationArguments): Result<true> {
  const requests = dependencies.map((text) => {
    const [name = '', version = ''] = text.split(' ');
    return { name, version };
  });
  return checkDependencies('x', requests, { installed: new Map(), available: new Map(Object.entries(available)) });
}

/** Go's nil list is recorded as null. */
function isSame(row: Row, ours: unknown): boolean {
  const theirs = row.result === null && Array.isArray(ours) ? [] : row.result;
  if (row.unstable && Array.isArray(theirs) && Array.isArray(ours)) {
    return JSON.stringify([...theirs].sort()) === JSON.stringify([...ours].sort());
  }
  return JSON.stringify(sortKeys(theirs)) === JSON.stringify(sortKeys(ours));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
