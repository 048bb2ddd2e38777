import type { VersionView } from '../../registry/catalog/types.ts';
import { digestHex } from '../../registry/digest.ts';
import { quoteYaml } from './quote-yaml.ts';

/** What an index says of a version. */
export type IndexedVersion = Pick<
  VersionView,
  | 'version'
  | 'state'
  | 'description'
  | 'icon'
  | 'url'
  | 'tags'
  | 'requirements'
  | 'dependencies'
  | 'published'
  | 'digest'
  | 'fileName'
>;

/** An addon with the versions that an index lists of it. */
export interface IndexedAddon {
  readonly name: string;
  readonly versions: readonly IndexedVersion[];
}

/**
 * Writes `index.yaml`: only keys of Helm's own structures, because the client parses strictly and one stranger fails the whole registry
 * (`client-protocols.md` section 3). Every string is quoted; requirements travel as annotations, from which alone the client takes them.
 */
export function toIndexDocument(view: { readonly addons: readonly IndexedAddon[] }): string {
  const lines = ['apiVersion: v1', `generated: ${quoteYaml(newestOf(view.addons))}`];
  if (view.addons.length === 0) return `${lines.join('\n')}\nentries: {}\n`;
  lines.push('entries:');
  for (const addon of view.addons) {
    lines.push(`  ${quoteYaml(addon.name)}:`);
    for (const version of addon.versions) lines.push(...toEntry(addon.name, version));
  }
  return `${lines.join('\n')}\n`;
}

/** When the newest version was published, RFC 3339; the epoch for an empty index, so that equal content gives equal bytes. */
export function newestOf(addons: readonly IndexedAddon[]): string {
  let newest = '1970-01-01T00:00:00Z';
  for (const { versions } of addons) {
    for (const { published } of versions) if (published > newest) newest = published;
  }
  return newest;
}

function toEntry(name: string, version: IndexedVersion): string[] {
  const lines = [
    '  - apiVersion: v2',
    `    name: ${quoteYaml(name)}`,
    `    version: ${quoteYaml(version.version)}`,
    `    appVersion: ${quoteYaml(version.version)}`,
    '    type: library',
  ];
  if (version.description !== '') lines.push(`    description: ${quoteYaml(version.description)}`);
  if (version.url !== undefined) lines.push(`    home: ${quoteYaml(version.url)}`);
  if (version.icon !== undefined) lines.push(`    icon: ${quoteYaml(version.icon)}`);
  if (version.state === 'deprecated') lines.push('    deprecated: true');
  if (version.tags.length > 0) lines.push(`    keywords: [${version.tags.map(quoteYaml).join(', ')}]`);
  lines.push(...toAnnotations(name, version), ...toDependencies(version));
  lines.push(
    `    created: ${quoteYaml(version.published)}`,
    `    digest: ${digestHex(version.digest)}`,
    `    urls: [${quoteYaml(version.fileName)}]`,
  );
  return lines;
}

/** A version without requirements gets no annotation at all: any other one would make the client look for a running core. */
function toAnnotations(name: string, { requirements }: IndexedVersion): string[] {
  const { vela, kubernetes } = requirements;
  if (vela === undefined && kubernetes === undefined) return [];
  return [
    '    annotations:',
    `      addon.name: ${quoteYaml(name)}`,
    ...(vela === undefined ? [] : [`      system.vela: ${quoteYaml(vela)}`]),
    ...(kubernetes === undefined ? [] : [`      system.kubernetes: ${quoteYaml(kubernetes)}`]),
  ];
}

/** In Helm's own field, which KubeVela's client does not read; Helm refuses an entry that names a dependency twice. */
function toDependencies({ dependencies }: IndexedVersion): string[] {
  const byName = new Map(dependencies.filter(({ name }) => name !== '').map((each) => [each.name, each]));
  if (byName.size === 0) return [];
  const items = [...byName.values()].map(({ name, version }) =>
    version === undefined ? `{name: ${quoteYaml(name)}}` : `{name: ${quoteYaml(name)}, version: ${quoteYaml(version)}}`,
  );
  return [`    dependencies: [${items.join(', ')}]`];
}
