import type { LocatedYaml, YamlFault, YamlPath } from '../../registry/located-yaml/parse-located-yaml.ts';
import { findNearestWord } from '../../registry/nearest-word.ts';
import type { Config } from '../../schemas/config.ts';

/** Checks what a schema cannot say: names are unique, and settings do not contradict each other. */
export function checkConfig(config: Config, document: LocatedYaml): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  const report = (path: YamlPath, message: string) => {
    faults.push({ path, ...document.locateValue(path), message });
  };
  if (config.publicUrl !== undefined && !URL.canParse(config.publicUrl)) report(['publicUrl'], 'must be a URL');
  const catalogNames = new Map<string, number>();
  for (const [index, catalog] of (config.catalogs ?? []).entries()) {
    const path = ['catalogs', index, 'name'];
    const line = catalogNames.get(catalog.name);
    if (line !== undefined) report(path, `the catalog name "${catalog.name}" is taken already, in line ${line}`);
    else catalogNames.set(catalog.name, document.locateValue(path).line);

    for (const { key, message } of checkUnion(catalog)) report(['catalogs', index, ...key], message);
    for (const key of ['dependsOn', 'union'] as const) {
      for (const [position, name] of (catalog[key] ?? []).entries()) {
        const message = checkNamedCatalog(name, { catalog, key, catalogs: config.catalogs ?? [] });
        if (message !== undefined) report(['catalogs', index, key, position], message);
      }
    }
    const sourceNames = new Map<string, number>();
    for (const [position, source] of (catalog.sources ?? []).entries()) {
      const sourcePath = ['catalogs', index, 'sources', position];
      if (source.type === 'git' && source.branch !== undefined && source.tags !== undefined) {
        report([...sourcePath, 'tags'], 'either "branch" or "tags" can be followed, not both');
      }
      if (source.name === undefined) continue;
      const taken = sourceNames.get(source.name);
      const namePath = [...sourcePath, 'name'];
      if (taken !== undefined) report(namePath, `the source name "${source.name}" is taken already, in line ${taken}`);
      else sourceNames.set(source.name, document.locateValue(namePath).line);
    }
  }
  return faults;
}

type CatalogConfig = NonNullable<Config['catalogs']>[number];

/** A catalog has sources or unites others, and a union decides nothing more. */
function checkUnion({ sources, union, dependsOn }: CatalogConfig): readonly { key: YamlPath; message: string }[] {
  if (union === undefined) {
    return sources === undefined ? [{ key: [], message: 'the key "sources" is missing, or "union"' }] : [];
  }
  return [
    ...(sources === undefined ? [] : [{ key: ['sources'], message: 'a union has no sources of its own' }]),
    ...(dependsOn === undefined
      ? []
      : [{ key: ['dependsOn'], message: 'a union takes dependencies from where the catalogs that it unites do' }]),
  ];
}

interface NamedCatalog {
  readonly catalog: CatalogConfig;
  readonly key: 'dependsOn' | 'union';
  readonly catalogs: readonly CatalogConfig[];
}

function checkNamedCatalog(name: string, { catalog, key, catalogs }: NamedCatalog): string | undefined {
  if (name === catalog.name) {
    return key === 'union'
      ? 'a union cannot be part of itself'
      : 'a catalog takes dependencies from itself first already';
  }
  const named = catalogs.find((each) => each.name === name);
  if (named?.union !== undefined) return `"${name}" is a union; name the catalogs that it unites`;
  if (named !== undefined) return undefined;
  const known = catalogs.filter(({ union }) => union === undefined).map((each) => each.name);
  const nearest = findNearestWord(name, known);
  const help = nearest === undefined ? `; configured: ${known.join(', ')}` : `; did you mean "${nearest}"?`;
  return `no catalog is called "${name}"${help}`;
}
