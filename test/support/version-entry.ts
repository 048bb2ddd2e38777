import { digestOf } from '../../registry/digest.ts';
import type { VersionEntry, VersionRecord } from '../../registry/storage/types.ts';
import type { Finding } from '../../schemas/finding.ts';

/** A valid finding. */
export function aFinding(message = 'a tag stands twice'): Finding {
  return {
    rule: 'metadata/duplicate-tag',
    severity: 'warning',
    file: 'metadata.yaml',
    line: 4,
    column: 3,
    message,
    doc: '/rules/metadata/duplicate-tag',
  };
}

/** A valid version with its observation and evaluation; `content` decides both digests. */
export function anEntry(change: Partial<VersionRecord> & { readonly content?: string } = {}): VersionEntry {
  const { content = 'content', ...fields } = change;
  const record: VersionRecord = {
    catalog: 'official',
    addon: 'fluxcd',
    key: '1.0.0',
    version: 'v1.0.0',
    treeDigest: digestOf(`tree ${content}`),
    digest: digestOf(`archive ${content}`),
    sizeBytes: 1234,
    published: '2022-03-04T05:06:07.000Z',
    source: 'official/catalog',
    revision: '0123456789abcdef0123456789abcdef01234567',
    directory: 'addons/fluxcd',
    contentId: 'fedcba98',
    metadata: {
      name: 'fluxcd',
      version: 'v1.0.0',
      description: 'GitOps 工具 "with quotes" and 🚢',
      tags: ['gitops'],
      dependencies: [{ name: 'helm', version: '>=1.0' }],
      needNamespace: [],
      invisible: false,
    },
    files: [
      { path: 'metadata.yaml', mode: '0644', sizeBytes: 120, digest: digestOf('metadata'), role: 'metadata' },
      { path: 'README.md', mode: '0755', sizeBytes: 12, digest: digestOf('readme'), role: 'readme' },
    ],
    readmePath: 'README.md',
    ...fields,
  };
  const { catalog, addon, key, revision, treeDigest } = record;
  return {
    record,
    observation: { catalog, addon, key, contents: [{ revision, at: '2022-03-04T05:06:07.000Z' }], findings: [] },
    evaluation: { treeDigest, ruleSet: 'rules-1', findings: [aFinding()] },
  };
}
