import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classifyPath, isRead } from '../../registry/addon/layout.ts';
import { packAddon } from '../../registry/addon/pack-addon.ts';
import { readAddon } from '../../registry/addon/read-addon.ts';
import { readArchive } from '../../registry/addon/read-archive.ts';
import { makeTree } from '../../registry/addon/test-support/tree-builder.ts';
import type { AddonMetadata } from '../../schemas/addon.ts';
import type { Finding } from '../../schemas/finding.ts';
import { findShared } from '../support/shared.ts';

/** What KubeVela's own code printed of an addon's metadata. */
interface RecordedMeta {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly icon: string;
  readonly url?: string;
  readonly tags?: readonly string[];
  readonly dependencies?: readonly { readonly name?: string; readonly version?: string }[];
  readonly needNamespace?: readonly string[];
  readonly invisible: boolean;
  readonly system?: { readonly vela?: string; readonly kubernetes?: string };
  readonly deployTo?: {
    readonly runtime_cluster?: boolean;
    readonly disableControlPlane: boolean;
    readonly runtimeCluster: boolean;
  };
}

interface Recorded {
  readonly meta?: RecordedMeta;
  readonly definitions?: readonly { readonly file: string }[];
  readonly validateError?: string;
}

interface Probe {
  readonly files: Readonly<Record<string, string>>;
  readonly result: Recorded | Readonly<Record<string, Recorded>>;
  readonly sameOnAllLines: boolean;
}

const shared = findShared();
const suffix = shared === undefined ? ' (skipped: no shared judging material)' : '';

function load<Content>(name: string, otherwise: Content): Content {
  return shared === undefined ? otherwise : JSON.parse(readFileSync(`${shared}/golden/${name}`, 'utf8'));
}

describe.skipIf(shared === undefined)(`made-up addons that KubeVela's own code has read${suffix}`, () => {
  const probes = Object.entries(load<Record<string, Probe>>('probe.json', {}));

  it('are all there', () => expect(probes.length).toBeGreaterThanOrEqual(83));

  it.each(probes)('%s', (_, probe) => {
    const addon = readAddon(makeTree(probe.files));
    const recorded = listRecorded(probe);
    expect(recorded.length).toBeGreaterThan(0);
    for (const { meta, definitions, validateError } of recorded) {
      // A metadata.yaml without content: KubeVela goes on with an empty structure and then refuses it.
      if (meta !== undefined && addon.metadata !== undefined)
        expect(toRecorded(addon.metadata, addon.findings)).toEqual(toComparable(meta));
      expect(addon.findings.some(isRefusal)).toBe(validateError !== undefined && validateError !== null);
      const ours = addon.files.filter(({ role }) => role === 'definition').map(({ path }) => path.replace(/.*\//, ''));
      if (definitions !== undefined) expect([...ours].sort()).toEqual(definitions.map(({ file }) => file).sort());
    }
  });

  it.each(probes)('%s is the same out of its archive', (_, probe) => {
    const tree = makeTree(probe.files);
    const { metadata, treeDigest } = readAddon(tree);
    if (metadata === undefined) return;
    const reading = readArchive(packAddon(tree, metadata).bytes);
    if (!reading.ok) throw new Error('the archive must be readable');
    const back = readAddon(reading.reading.tree);
    expect({ metadata: back.metadata, treeDigest: back.treeDigest }).toEqual({ metadata, treeDigest });
  });
});

describe.skipIf(shared === undefined)(`addon names that hide files${suffix}`, () => {
  const { names } = load<{ names: { name: string; lost?: string[] }[] }>('names.json', { names: [] });
  const files = [
    'README.md',
    'metadata.yaml',
    'template.cue',
    'resources/a.cue',
    'definitions/d.yaml',
    'schemas/s.yaml',
    'views/v.yaml',
    'parameter.cue',
    'NOTES.cue',
    'config-templates/c.cue',
  ];

  it('are all there', () => expect(names.length).toBeGreaterThanOrEqual(121));

  it.each(names)('$name', ({ name, lost = [] }) => {
    const ours = files.filter((path) => {
      const is = classifyPath(path, name);
      expect(is.lost !== undefined).toBe(!isRead(is.role));
      return is.lost !== undefined;
    });
    expect(ours.map((path) => path.replace(/\/.*/, '')).sort()).toEqual([...lost].sort());
  });
});

function listRecorded(probe: Probe): Recorded[] {
  return probe.sameOnAllLines ? [probe.result as Recorded] : Object.values(probe.result as Record<string, Recorded>);
}

function isRefusal({ rule }: { readonly rule: string }): boolean {
  return ['metadata/empty', 'metadata/missing', 'metadata/no-name', 'metadata/no-version'].includes(rule);
}

/** What KubeVela would print of our reading: a name without quotes stays as written here, and a finding says what the client makes of it. */
function toRecorded(metadata: AddonMetadata, findings: readonly Finding[]): unknown {
  const reread = findings.map(({ message }) => /^name is written .* the client reads "(.*)"$/.exec(message)?.[1]);
  const { deployTo, ...rest } = metadata;
  const { legacyRuntimeCluster, ...current } = deployTo ?? {};
  return toComparable({
    ...rest,
    icon: metadata.icon ?? '',
    name: reread.find((name) => name !== undefined) ?? metadata.name,
    ...(deployTo === undefined
      ? {}
      : {
          deployTo: {
            disableControlPlane: false,
            runtimeCluster: false,
            ...current,
            ...(legacyRuntimeCluster === undefined ? {} : { runtime_cluster: legacyRuntimeCluster }),
          },
        }),
  });
}

function toComparable(meta: RecordedMeta): unknown {
  const { tags = [], dependencies = [], needNamespace = [], ...rest } = meta;
  return { ...rest, tags, dependencies, needNamespace };
}
