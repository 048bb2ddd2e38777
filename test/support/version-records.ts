import { digestOf } from '../../registry/digest.ts';
import type { VersionRecord } from '../../registry/storage/types.ts';

/** Builds a stored version whose defaults are valid; content follows name and version. */
export function versionRecord(
  fields: Partial<VersionRecord> & Pick<VersionRecord, 'addon' | 'version'>,
): VersionRecord {
  const { addon, version } = fields;
  const content = `${addon} ${version}`;
  return {
    catalog: 'official',
    key: version.replace(/^v/, ''),
    treeDigest: digestOf(`tree ${content}`),
    digest: digestOf(content),
    sizeBytes: content.length,
    published: '2024-01-02T03:04:05Z',
    source: 'official/catalog',
    revision: 'a'.repeat(40),
    directory: `addons/${addon}`,
    contentId: 'b'.repeat(40),
    metadata: {
      name: addon,
      version,
      description: `what ${addon} is for`,
      tags: [],
      dependencies: [],
      needNamespace: [],
      invisible: false,
      ...fields.metadata,
    },
    files: [],
    readmePath: undefined,
    ...fields,
  };
}
