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
  const known = (config.catalogs ?? []).map(({ name }) => name);
  const catalogNames = new Map<string, number>();
  for (const [index, catalog] of (config.catalogs ?? []).entries()) {
    const path = ['catalogs', index, 'name'];
    const line = catalogNames.get(catalog.name);
    if (line !== undefined) report(path, `the catalog name "${catalog.name}" is taken already, in line ${line}`);
    else catalogNames.set(catalog.name, document.locateValue(path).line);

    for (const [position, name] of (catalog.dependsOn ?? []).entries()) {
      const fault = checkDependsOn(name, catalog.name, known);
      if (fault !== undefined) report(['catalogs', index, 'dependsOn', position], fault);
    }
    const sourceNames = new Map<string, number>();
    for (const [position, source] of catalog.sources.entries()) {
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

function checkDependsOn(name: string, catalog: string, known: readonly string[]): string | undefined {
  if (name === catalog) return 'a catalog takes dependencies from itself first already';
  if (known.includes(name)) return undefined;
  return describeUnknownCatalog(name, known);
}

function describeUnknownCatalog(name: string, known: readonly string[]): string {
  const nearest = findNearestWord(name, known);
  const help = nearest === undefined ? `; configured: ${known.join(', ')}` : `; did you mean "${nearest}"?`;
  return `no catalog is called "${name}"${help}`;
}
