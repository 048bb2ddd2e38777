import { createTree } from '../../registry/addon/create-tree.ts';
import { RegistryError } from '../../registry/errors.ts';
import type { Source, SourceVersion } from '../../registry/sources/types.ts';

/** One version as a test writes it: files by path, and what its history says. */
export interface MemoryVersion {
  readonly name: string;
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
  readonly published?: string;
  readonly refused?: readonly string[];
}

/** A source whose content and health a test sets; counts how often trees are read. */
export interface MemorySource extends Source {
  settings: string;
  revision: string;
  versions: readonly MemoryVersion[];
  /** Set: every call fails as an unreachable host does. */
  failure: string | undefined;
  readonly reads: string[];
  /** Called before each tree is read; may throw. */
  beforeRead: (version: SourceVersion) => void;
}

/** Makes a source of a few versions, with metadata.yaml written from name and version unless given. */
export function createMemorySource(options: { readonly id: string; readonly mutable?: boolean }): MemorySource {
  const source: MemorySource = {
    id: options.id,
    type: 'git',
    location: 'memory',
    folder: 'addons',
    settings: 'addons',
    mutable: options.mutable ?? false,
    revision: '1'.repeat(40),
    versions: [],
    failure: undefined,
    reads: [],
    beforeRead: () => {},
    async findRevision() {
      if (source.failure !== undefined) throw new RegistryError('SOURCE_UNAVAILABLE', source.failure);
      return source.revision;
    },
    async openSnapshot({ adopted }) {
      const { revision } = source;
      const files = new Map(source.versions.map((version) => [contentIdOf(version), version.files]));
      return {
        revision,
        adopted: adopted ?? revision,
        versions: source.versions.map(toSourceVersion),
        findings: [],
        async readTree(version) {
          source.beforeRead(version);
          source.reads.push(`${version.name}@${version.version}`);
          const entries = Object.entries({
            'metadata.yaml': `name: ${version.name}\nversion: ${version.version}\ndescription: made up\n`,
            ...files.get(version.content.contentId),
          }).map(([path, text]) => ({
            path,
            type: 'file' as const,
            mode: 0o644,
            bytes: new TextEncoder().encode(text),
          }));
          return createTree(entries);
        },
        close: async () => {},
      };
    },
  };
  return source;
}

function toSourceVersion(version: MemoryVersion): SourceVersion {
  const at = version.published ?? '2024-01-01T00:00:00Z';
  const content = { contentId: contentIdOf(version), revision: '2'.repeat(40), at };
  const refused = (version.refused ?? []).map((revision) => ({
    contentId: revision,
    revision,
    at: '2024-06-01T00:00:00Z',
  }));
  return {
    name: version.name,
    version: version.version,
    directory: version.name,
    content,
    published: at,
    contents: [content, ...refused],
    refused,
  };
}

function contentIdOf(version: MemoryVersion): string {
  return JSON.stringify([version.name, version.version, version.files]);
}
