import { createHash } from 'node:crypto';
import type { DefinitionReader, DefinitionReference } from '../../registry/catalog/definition-types.ts';
import { definitionNotFound } from '../../registry/errors.ts';
import type { DefinitionDocument, DefinitionKind } from '../../schemas/definition.ts';
import type { DefinitionDetail, DefinitionPlace } from '../../schemas/definition-catalogue.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';

/** A definition that some versions of an addon bring; what is left out has a harmless value. */
export interface FixtureDefinition {
  readonly catalog?: string;
  readonly addon: string;
  /** Newest first. */
  readonly versions: readonly string[];
  readonly document: Partial<Omit<DefinitionDocument, 'kind' | 'name'>> & {
    readonly kind: DefinitionKind;
    readonly name: string;
  };
  readonly source?: string;
  /** What some lines see otherwise. */
  readonly lines?: Readonly<Partial<Record<ReleaseLine, Pick<DefinitionDetail, 'refused' | 'findings'>>>>;
}

/** Definitions held in memory, for tests of what is drawn from them. */
export function createFixtureDefinitions(fixtures: readonly FixtureDefinition[]): DefinitionReader {
  const listOwners = ({ kind, name, catalog, addon }: DefinitionReference) =>
    fixtures.filter(
      (fixture) =>
        fixture.document.kind === kind &&
        fixture.document.name === name &&
        (catalog === undefined || catalogOf(fixture) === catalog) &&
        (addon === undefined || fixture.addon === addon),
    );
  const getOwner = (reference: DefinitionReference) => {
    const { kind, name, version } = reference;
    const owner = listOwners(reference).find(({ versions }) => version === undefined || versions.includes(version));
    if (owner === undefined) throw definitionNotFound(kind, name);
    return owner;
  };
  return {
    listDefinitions: async ({ q = '', kind, catalog, addon, limit = 50, cursor = '0' }) => {
      const items = new Map<string, FixtureDefinition[]>();
      for (const fixture of fixtures) {
        const { document } = fixture;
        const fits =
          (catalog === undefined || catalogOf(fixture) === catalog) &&
          (addon === undefined || fixture.addon === addon) &&
          `${document.name} ${document.description ?? ''}`.toLowerCase().includes(q.toLowerCase());
        const key = `${document.kind} ${document.name}`;
        if (fits) items.set(key, [...(items.get(key) ?? []), fixture]);
      }
      const ofEveryKind = [...items.values()];
      const found = ofEveryKind.filter(([first]) => kind === undefined || first?.document.kind === kind);
      const start = Number(cursor);
      return {
        items: found.slice(start, start + limit).flatMap((owners) => toSummary(owners)),
        total: found.length,
        ...(found.length > start + limit ? { next: String(start + limit) } : {}),
        facets: {
          kinds: countValues(ofEveryKind.flatMap(([first]) => (first === undefined ? [] : [first.document.kind]))),
          catalogs: countValues(found.flat().map(catalogOf)),
          addons: countValues(found.flat().map((fixture) => fixture.addon)),
        },
      };
    },
    getDefinition: async (reference) =>
      toDetail(getOwner(reference), { reference, owners: listOwners(toName(reference)) }),
    getDefinitionHistory: async (reference) => {
      const owner = getOwner(reference);
      const { kind, name } = reference;
      return {
        kind,
        name,
        catalog: catalogOf(owner),
        addon: owner.addon,
        items: owner.versions.map((version, index) => ({
          version,
          prerelease: false,
          published: '2024-03-05T07:08:09Z',
          change: index === owner.versions.length - 1 ? 'added' : 'changed',
          file: toDocument(owner).file,
          digest: toDigest(`${name} ${version}`),
        })),
      };
    },
    getDefinitionFile: async (reference) => {
      const [first, ...others] = listOwners(reference);
      if (first === undefined) throw definitionNotFound(reference.kind, reference.name);
      return { text: toSource(first), shown: toPlace(first), others: others.map((other) => toPlace(other)) };
    },
  };
}

function toName({ kind, name }: DefinitionReference): DefinitionReference {
  return { kind, name };
}

function catalogOf({ catalog = 'official' }: FixtureDefinition): string {
  return catalog;
}

function toDocument({ document }: FixtureDefinition): DefinitionDocument {
  return {
    file: `definitions/${document.name}.cue`,
    form: 'cue',
    apiVersion: 'core.oam.dev/v1beta1',
    schematic: 'cue',
    description: '',
    deprecated: false,
    appliesTo: [],
    conflictsWith: [],
    imports: [],
    digest: toDigest(document.name),
    object: { apiVersion: 'core.oam.dev/v1beta1', kind: 'ComponentDefinition', metadata: { name: document.name } },
    parameters: [],
    ...document,
  };
}

function toSource({ source, document }: FixtureDefinition): string {
  return source ?? `"${document.name}": type: "${document.kind}"\ntemplate: {}\n`;
}

function toPlace(fixture: FixtureDefinition, version = fixture.versions[0] ?? '1.0.0'): DefinitionPlace {
  const { file, digest } = toDocument(fixture);
  return {
    catalog: catalogOf(fixture),
    addon: fixture.addon,
    version,
    prerelease: false,
    published: '2024-03-05T07:08:09Z',
    file,
    digest,
  };
}

function toDetail(
  fixture: FixtureDefinition,
  { reference, owners }: { readonly reference: DefinitionReference; readonly owners: readonly FixtureDefinition[] },
): DefinitionDetail {
  const line = reference.line ?? '1.10';
  const document = toDocument(fixture);
  const { kind, name, file, form, apiVersion, schematic, description, deprecated } = document;
  const { appliesTo, conflictsWith, imports, digest, alias } = document;
  const named = { kind, name, file, form, apiVersion, schematic, description, deprecated };
  const { refused, findings = [] } = fixture.lines?.[line] ?? {};
  return {
    shown: toPlace(fixture, reference.version),
    for: line,
    facts: { ...named, appliesTo, conflictsWith, imports, digest, ...(alias === undefined ? {} : { alias }) },
    ...(refused === undefined ? { document } : { refused }),
    source: toSource(fixture),
    findings,
    owners: owners.map((owner) => ({
      catalog: catalogOf(owner),
      addon: owner.addon,
      versions: owner.versions.map((version) => toPlace(owner, version)),
    })),
  };
}

function toSummary(owners: readonly FixtureDefinition[]) {
  const [first] = owners;
  if (first === undefined) return [];
  const { kind, name, description, deprecated, schematic, alias } = toDocument(first);
  return [
    {
      kind,
      name,
      description,
      deprecated,
      schematic,
      ...(alias === undefined ? {} : { alias }),
      owners: owners.map((owner) => ({
        catalog: catalogOf(owner),
        addon: owner.addon,
        version: owner.versions[0] ?? '1.0.0',
        versions: owner.versions.length,
        current: true,
      })),
    },
  ];
}

function countValues(values: readonly string[]): { value: string; count: number }[] {
  return [...new Set(values)].map((value) => ({ value, count: values.filter((other) => other === value).length }));
}

function toDigest(content: string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
