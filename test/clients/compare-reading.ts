import type { AddonDetail, VersionDetail } from '../../schemas/rest.ts';
import type { AddonReading, ReadMeta, VersionReading } from './registry-reader.ts';

/** One catalog as Chandlery's own interface tells it: every addon with every version. */
export interface CatalogAnswers {
  readonly addons: readonly AddonAnswers[];
}

/** One addon and its versions in the order in which the addon lists them. */
export interface AddonAnswers {
  readonly addon: AddonDetail;
  readonly versions: readonly VersionDetail[];
}

/** A version as both sides saw it. */
interface Pair {
  readonly name: string;
  readonly answer: VersionDetail;
  readonly reading: VersionReading;
}

/** Names and versions, each in order, as `name: version version …`; the same text on both sides when they agree. */
export function toListing(addons: readonly { name: string; versions: readonly { version: string }[] }[]): string[] {
  return addons.map(({ name, versions }) => `${name}: ${versions.map(({ version }) => version).join(' ')}`).sort();
}

/** Differences in what an addon is listed as: the version taken when none is named, the description, the icon, the tags. */
export function compareListed(answers: CatalogAnswers, readings: readonly AddonReading[]): string[] {
  const differences: string[] = [];
  for (const { addon, versions } of answers.addons) {
    const reading = readings.find(({ name }) => name === addon.name);
    const newest = versions.find(({ version }) => version === reading?.listed);
    differences.push(
      ...difference(`${addon.name}: taken when no version is named`, addon.latest, reading?.default),
      ...difference(`${addon.name}: icon`, newest?.metadata.icon ?? '', reading?.icon ?? ''),
      ...difference(`${addon.name}: description`, newest?.metadata.description, reading?.description),
      ...difference(`${addon.name}: tags`, newest?.metadata.tags, reading?.tags ?? []),
    );
  }
  return differences;
}

/**
 * Judges loading both ways: a version that the client cannot load must carry an error finding of a rule that says so, and such a finding must mean
 * that the client cannot load it. `breaking` holds the ids of those rules.
 */
export function compareLoading(
  answers: CatalogAnswers,
  readings: readonly AddonReading[],
  breaking: ReadonlySet<string>,
): string[] {
  const differences: string[] = [];
  for (const { name, answer, reading } of pairs(answers, readings)) {
    const said = answer.findings.filter(({ rule, severity }) => severity === 'error' && breaking.has(rule));
    const at = `${name} ${answer.version}`;
    if (reading.disagreement !== undefined)
      differences.push(`${at}: the client contradicts itself: ${reading.disagreement}`);
    if (reading.error !== undefined && said.length === 0) differences.push(`${at}: unseen error: ${reading.error}`);
    if (reading.error === undefined && said.length > 0) {
      differences.push(`${at}: loads in spite of ${said.map(({ rule }) => rule).join(', ')}`);
    }
  }
  return differences;
}

/** Differences between metadata as Chandlery shows it and as the client reads it from the archive; versions that do not load are left out. */
export function compareMetadata(answers: CatalogAnswers, readings: readonly AddonReading[]): string[] {
  const differences: string[] = [];
  for (const { name, answer, reading } of pairs(answers, readings)) {
    if (reading.meta === undefined) continue;
    const at = `${name} ${answer.version}`;
    const ours = {
      ...answer.metadata,
      url: answer.metadata.url ?? '',
      icon: answer.metadata.icon ?? '',
      annotations: answer.metadata.annotations ?? {},
      dependencies: answer.metadata.dependencies.map(toDependency),
    };
    const theirs = toComparable(reading.meta);
    for (const key of metadataKeys) {
      if (isReadDifferently(answer, key)) continue;
      differences.push(...difference(`${at}: ${key}`, ours[key], theirs[key]));
    }
    differences.push(...difference(`${at}: requirements`, answer.requirements, reading.requirements ?? {}));
  }
  return differences;
}

/** Differences in what each file is taken for, in the readme that is shown, and in whether there are parameters. */
export function compareFiles(answers: CatalogAnswers, readings: readonly AddonReading[]): string[] {
  const differences: string[] = [];
  for (const { name, answer, reading } of pairs(answers, readings)) {
    if (reading.files === undefined) continue;
    const at = `${name} ${answer.version}`;
    for (const role of listedRoles) {
      const ours = answer.files.filter((file) => file.role === role).map(({ path }) => baseName(path));
      differences.push(...difference(`${at}: files taken for ${role}`, ours.sort(), reading.files[role] ?? []));
    }
    const parameters = answer.files.some(({ role, sizeBytes }) => role === 'parameter' && sizeBytes > 0);
    const readmes = answer.files.filter(({ role }) => role === 'readme');
    const readme = answer.files.find(({ path }) => path === answer.readme);
    differences.push(...difference(`${at}: has parameters`, parameters, reading.files['parameter'] !== undefined));
    // Of two readmes the client takes another one each time.
    if (readmes.length < 2) {
      differences.push(...difference(`${at}: bytes of the readme`, readme?.sizeBytes ?? 0, reading.readmeBytes));
    }
  }
  return differences;
}

// A catalog shows name and version as they are written; where YAML 1.1 reads something else, a finding says so.
function isReadDifferently(answer: VersionDetail, key: string): boolean {
  const said = answer.findings.some(({ rule }) => rule === 'metadata/unquoted-scalar');
  return said && (key === 'name' || key === 'version');
}

// Parameters are not in it: the client keeps their text, not the file's name.
const listedRoles = ['template', 'resource', 'definition', 'schema', 'view', 'config-template', 'notes'] as const;

const metadataKeys = [
  'name',
  'version',
  'description',
  'icon',
  'url',
  'tags',
  'dependencies',
  'needNamespace',
  'invisible',
  'annotations',
] as const;

function toComparable(meta: ReadMeta) {
  return {
    name: meta.name,
    version: meta.version,
    description: meta.description,
    icon: meta.icon,
    url: meta.url ?? '',
    tags: meta.tags ?? [],
    dependencies: (meta.dependencies ?? []).map(toDependency),
    needNamespace: meta.needNamespace ?? [],
    invisible: meta.invisible,
    annotations: meta.annotations ?? {},
  };
}

function toDependency(dependency: { name?: string; version?: string } | null) {
  return { name: dependency?.name ?? '', version: dependency?.version ?? '' };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function* pairs(answers: CatalogAnswers, readings: readonly AddonReading[]): Generator<Pair> {
  for (const { addon, versions } of answers.addons) {
    const read = readings.find(({ name }) => name === addon.name)?.versions ?? [];
    for (const answer of versions) {
      const reading = read.find(({ version }) => version === answer.version);
      if (reading !== undefined) yield { name: addon.name, answer, reading };
    }
  }
}

function difference(what: string, ours: unknown, theirs: unknown): string[] {
  const [mine, other] = [canonical(ours), canonical(theirs)];
  return mine === other ? [] : [`${what}: ${mine} here, ${other} in the client`];
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? 'nothing'
  );
}
