import { createHash } from 'node:crypto';
import { isListed } from '../../registry/catalog/listed.ts';
import type { AddonQuery, CatalogReader, EvaluatedReference, EvaluationReader } from '../../registry/catalog/types.ts';
import {
  addonNotFound,
  catalogNotFound,
  fileNotFound,
  versionNotFound,
  versionQuarantined,
} from '../../registry/errors.ts';
import type { AddonMetadata, FileRole } from '../../schemas/addon.ts';
import type { Effect } from '../../schemas/effects.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { Parameter } from '../../schemas/parameter.ts';
import type {
  AddonDetail,
  AddonPage,
  AddonSummary,
  Catalog,
  EvaluatedParts,
  EvaluationProgress,
  FindingCounts,
  SourceState,
  VersionDetail,
  VersionSummary,
} from '../../schemas/rest.ts';
import type { Verdict } from '../../schemas/verdict.ts';
import type { StateReason, VersionState } from '../../schemas/version-state.ts';

/** One version of a made-up catalogue; what is left out has a harmless value. */
export interface FixtureVersion {
  readonly catalog?: string;
  readonly name: string;
  readonly version?: string;
  readonly metadata?: Partial<AddonMetadata>;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly findings?: readonly Finding[];
  readonly contents?: number;
  /** Default: 0. */
  readonly dependents?: number;
  readonly prerelease?: boolean;
  /** Default: `active`. */
  readonly state?: VersionState;
  readonly stateReason?: StateReason;
  readonly published?: string;
  /** Default: every line says `works`. */
  readonly verdicts?: readonly Verdict[];
  readonly evaluated?: EvaluatedParts;
  readonly parameters?: readonly Parameter[];
  readonly effects?: readonly Effect[];
}

export interface FixtureCatalogOptions {
  /** Newest first within each addon. */
  readonly versions: readonly FixtureVersion[];
  readonly sources?: readonly SourceState[];
  /** Public URL of the server, without a slash at its end. */
  readonly publicUrl?: string;
}

const workingVerdicts: readonly Verdict[] = (['1.9', '1.10', '1.11'] as const).map((line) => ({
  line,
  render: 'works',
  admitted: true,
}));

/** A source that fares well. */
export function createSourceState(state: Partial<SourceState> = {}): SourceState {
  return {
    id: 'official/catalog',
    catalog: 'official',
    type: 'git',
    url: 'https://github.com/kubevela/catalog',
    state: 'ok',
    running: false,
    revision: '217a86307e39d4a1c6f02d4da1b4b4a8f3a1b9f0',
    adopted: '0c7e1f7b5a0d46cf8f5b1c8d1e7a9b0f6c5d4e3f',
    lastRun: '2026-11-20T08:30:00Z',
    lastSuccess: '2026-11-20T08:30:00Z',
    nextRun: '2026-11-20T08:35:00Z',
    findings: [],
    ...state,
  };
}

/** A catalogue held in memory, for tests of what is drawn from one. */
export function createFixtureCatalog(options: FixtureCatalogOptions): CatalogReader {
  const { publicUrl = 'http://127.0.0.1:7770', sources = [createSourceState()] } = options;
  const entries = options.versions.map((version) => toEntry(version, publicUrl));
  const catalogNames = [...new Set(['official', ...entries.map(({ detail }) => detail.catalog)])];

  const getAddon = async (catalog: string, name: string): Promise<AddonDetail> => {
    if (!catalogNames.includes(catalog)) throw catalogNotFound(catalog);
    const own = entries.filter(({ detail }) => detail.catalog === catalog && detail.name === name);
    const newest = own[0];
    if (newest === undefined) throw addonNotFound(catalog, name);
    const stable = own.find(({ detail }) => !detail.prerelease && isListed(detail));
    return {
      catalog,
      name,
      ...(stable === undefined ? {} : { latest: stable.detail.version }),
      description: newest.detail.metadata.description,
      tags: newest.detail.metadata.tags,
      versions: own.map(({ detail }) => toSummary(detail)),
    };
  };
  const getEntry = async (catalog: string, addon: string, version: string) => {
    const detail = await getAddon(catalog, addon);
    const own = entries.filter((entry) => entry.detail.catalog === catalog && entry.detail.name === addon);
    const found =
      own.find((entry) => stripV(entry.detail.version) === stripV(version)) ??
      (version === 'latest' ? own.find((entry) => entry.detail.version === detail.latest) : undefined);
    if (found === undefined) throw versionNotFound(catalog, addon, version);
    return found;
  };
  const listCatalogs = async (): Promise<readonly Catalog[]> =>
    catalogNames.map((name) => ({
      name,
      title: name === 'official' ? 'KubeVela community addons' : name,
      url: `${publicUrl}/c/${name}`,
      counts: {
        addons: new Set(entries.filter(({ detail }) => detail.catalog === name).map(({ detail }) => detail.name)).size,
        versions: entries.filter(({ detail }) => detail.catalog === name).length,
      },
      evaluation: countEvaluated(entries.filter(({ detail }) => detail.catalog === name)),
      dependsOn: [],
      sources: sources.filter((source) => source.catalog === name),
    }));
  return {
    listCatalogs,
    getCatalog: async (name) => {
      const catalog = (await listCatalogs()).find((candidate) => candidate.name === name);
      if (catalog === undefined) throw catalogNotFound(name);
      return catalog;
    },
    listAddons: async (query) => toPage(entries, query),
    getAddon,
    getVersion: async (catalog, addon, version) => (await getEntry(catalog, addon, version)).detail,
    readFile: async ({ catalog, addon, version, path }) => {
      const { detail, bytes: files } = await getEntry(catalog, addon, version);
      if (detail.state === 'quarantined')
        throw versionQuarantined({ catalog, addon, version }, detail.stateReason?.reason);
      const bytes = files.get(path);
      if (bytes === undefined) throw fileNotFound(path);
      return bytes;
    },
    listSources: async () => sources,
  };
}

/** What evaluation found in the versions of the same catalogue; a line whose verdict is pending has found nothing. */
export function createFixtureEvaluations({ versions }: FixtureCatalogOptions): EvaluationReader {
  const read = ({ catalog, addon, version, line = '1.10' }: EvaluatedReference) => {
    const found = versions.find(
      (fixture) =>
        (fixture.catalog ?? 'official') === catalog &&
        fixture.name === addon &&
        stripV(fixture.version ?? '1.0.0') === stripV(version),
    );
    if (found === undefined) throw versionNotFound(catalog, addon, version);
    const pending = (found.verdicts ?? workingVerdicts).find((verdict) => verdict.line === line)?.render === 'pending';
    return { found, head: { catalog, name: addon, version, for: line, pending } };
  };
  return {
    getParameters: async (reference) => {
      const { found, head } = read(reference);
      return { ...head, items: head.pending ? [] : [...(found.parameters ?? [])] };
    },
    getEffects: async (reference) => {
      const { found, head } = read(reference);
      return { ...head, items: head.pending ? [] : [...(found.effects ?? [])] };
    },
    findParameterSchema: async () => undefined,
  };
}

interface Entry {
  readonly detail: VersionDetail;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

function countEvaluated(entries: readonly Entry[]): EvaluationProgress {
  const done = entries.filter(({ detail }) => detail.verdicts.every(({ render }) => render !== 'pending')).length;
  return { done, total: entries.length };
}

function toEntry(fixture: FixtureVersion, publicUrl: string): Entry {
  const { catalog = 'official', name, version = '1.0.0', findings = [], contents = 1 } = fixture;
  const files = fixture.files ?? { 'README.md': `# ${name}\n`, 'metadata.yaml': `name: ${name}\n` };
  const bytes = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  const metadata: AddonMetadata = {
    name,
    version,
    description: `The addon ${name}.`,
    tags: ['extended_workload'],
    dependencies: [],
    needNamespace: [],
    invisible: false,
    ...fixture.metadata,
  };
  const digest = toDigest(`${catalog}/${name}/${version}`);
  const published = fixture.published ?? '2024-03-05T07:08:09Z';
  const readme = [...bytes.keys()].find((path) => path.toLowerCase() === 'readme.md');
  const detail: VersionDetail = {
    catalog,
    name,
    version,
    state: fixture.state ?? 'active',
    ...(fixture.stateReason === undefined ? {} : { stateReason: fixture.stateReason }),
    prerelease: fixture.prerelease ?? false,
    digest,
    treeDigest: toDigest(digest),
    sizeBytes: 12_345,
    published,
    requirements: metadata.system ?? {},
    dependencies: metadata.dependencies,
    verdicts: [...(fixture.verdicts ?? workingVerdicts)],
    ...(fixture.evaluated === undefined ? {} : { evaluated: fixture.evaluated }),
    findings: [...findings],
    counts: countFindings(findings),
    metadata,
    files: [...bytes].map(([path, content]) => ({
      path,
      mode: '0644',
      sizeBytes: content.byteLength,
      digest: toDigest(content),
      role: toRole(path),
    })),
    ...(readme === undefined ? {} : { readme }),
    contents,
    dependents: fixture.dependents ?? 0,
    origin: {
      source: `${catalog}/catalog`,
      url: 'https://github.com/kubevela/catalog',
      revision: '217a86307e39d4a1c6f02d4da1b4b4a8f3a1b9f0',
      directory: `addons/${name}`,
      contents: [{ revision: '217a86307e39d4a1c6f02d4da1b4b4a8f3a1b9f0', at: published }],
    },
    url: `${publicUrl}/c/${catalog}/${encodeURIComponent(name)}-${encodeURIComponent(version)}.tgz`,
  };
  return { detail, bytes };
}

function toPage(entries: readonly Entry[], query: AddonQuery): AddonPage {
  const newest = new Map<string, AddonSummary>();
  const listed = entries.filter(({ detail }) => isListed(detail));
  for (const { detail } of listed.toSorted(
    (left, right) => Number(left.detail.prerelease) - Number(right.detail.prerelease),
  )) {
    const key = `${detail.catalog}/${detail.name}`;
    if (newest.has(key)) continue;
    const versions = listed.filter(
      (other) => other.detail.catalog === detail.catalog && other.detail.name === detail.name,
    );
    newest.set(key, {
      catalog: detail.catalog,
      name: detail.name,
      version: detail.version,
      state: detail.state,
      ...(detail.stateReason === undefined ? {} : { stateReason: detail.stateReason }),
      description: detail.metadata.description,
      tags: detail.metadata.tags,
      published: detail.published,
      versions: versions.length,
      requirements: detail.requirements,
      verdicts: detail.verdicts,
      findings: detail.counts,
    });
  }
  const { q = '', catalog, tag, works, vela = works, state, limit = 50, cursor = '0' } = query;
  const words = q.toLowerCase().split(/\s+/);
  const items = [...newest.values()].filter(
    (addon) =>
      (catalog === undefined || addon.catalog === catalog) &&
      (tag === undefined || addon.tags.includes(tag)) &&
      (state === undefined || addon.state === state) &&
      (vela === undefined ||
        addon.verdicts.some(
          ({ line, render, admitted }) => isOfLine(vela, line) && admitted && render !== 'refused',
        )) &&
      words.every((word) => `${addon.name} ${addon.description} ${addon.tags.join(' ')}`.toLowerCase().includes(word)),
  );
  const start = Number(cursor);
  return {
    items: items.slice(start, start + limit),
    total: items.length,
    ...(items.length > start + limit ? { next: String(start + limit) } : {}),
    facets: {
      catalogs: countValues(items.map((addon) => addon.catalog)),
      tags: countValues(items.flatMap((addon) => addon.tags)),
      provides: [],
      works: countValues(
        items.flatMap(({ verdicts }) =>
          verdicts.filter(({ render, admitted }) => admitted && render === 'works').map(({ line }) => line),
        ),
      ),
      states: countValues(items.map((addon) => addon.state)),
    },
  };
}

function isOfLine(vela: string, line: string): boolean {
  return vela === line || vela.startsWith(`${line}.`);
}

function toSummary(detail: VersionDetail): VersionSummary {
  const { version, state, prerelease, digest, treeDigest, sizeBytes, published, requirements } = detail;
  const { dependencies, verdicts, contents, url, counts, stateReason } = detail;
  const same = { version, state, prerelease, digest, treeDigest, sizeBytes, published, requirements };
  const reason = stateReason === undefined ? {} : { stateReason };
  return { ...same, ...reason, dependencies, verdicts, contents, url, findings: counts };
}

function countValues(values: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((left, right) => right.count - left.count);
}

function countFindings(findings: readonly Finding[]): FindingCounts {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

function toRole(path: string): FileRole {
  if (path === 'metadata.yaml') return 'metadata';
  if (path.toLowerCase() === 'readme.md') return 'readme';
  if (path === 'template.cue') return 'template';
  if (path === 'parameter.cue') return 'parameter';
  if (path.startsWith('definitions/')) return 'definition';
  return path.startsWith('resources/') ? 'resource' : 'ignored';
}

function toDigest(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

function stripV(version: string): string {
  return version.replace(/^v/, '');
}
