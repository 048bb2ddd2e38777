import type { AddonMetadata } from '../../schemas/addon.ts';
import type { AddonDetail, VersionDetail } from '../../schemas/rest.ts';
import type { ExaminedPackage } from '../examine-package.ts';
import { toFindingLines } from '../terminal/finding-lines.ts';
import { type Cell, toTable } from '../terminal/table.ts';
import type { Line } from '../terminal/terminal.ts';
import {
  count,
  toDependencyText,
  toFindingText,
  toRequirementText,
  toStateText,
  toVerdictText,
} from '../terminal/words.ts';

/** Shows one version of the catalogue. */
export function toVersionLines(version: VersionDetail, addon: AddonDetail): readonly Line[] {
  const { metadata, origin } = version;
  const others = [
    count(addon.versions.length, 'version'),
    `newest ${addon.versions[0]?.version ?? '-'}`,
    addon.latest === undefined ? 'none is stable' : `newest stable ${addon.latest}`,
  ];
  return [
    [{ text: version.name, style: 'bold' }, ` ${version.version} `, { text: `(${version.catalog})`, style: 'dim' }],
    metadata.description,
    '',
    ...toFacts([
      ['state', toStateText(version)],
      ['versions', others.join(', ')],
      ['published', version.published],
      ['KubeVela', toVerdictText(version.verdicts)],
      ...refusals(version),
      ...toMetadataFacts(metadata),
      ['archive', `${version.url} (${version.sizeBytes} bytes)`],
      ['digest', version.digest],
      ['tree digest', version.treeDigest],
      [
        'source',
        [origin.source, origin.url, origin.directory, origin.revision].filter((part) => part !== '').join(' '),
      ],
      ...(version.contents > 1 ? [['contents', `${version.contents} under this number in the source`] as const] : []),
      ['files', String(version.files.length)],
      ['findings', toFindingText(version.counts)],
    ]),
    ...indent(toFindingLines(version.findings, (file) => file)),
  ];
}

/** Shows a package of this machine. */
export function toPackageLines({ path, addon, findings }: ExaminedPackage): readonly Line[] {
  const metadata = addon?.metadata;
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return [
    [
      { text: metadata?.name ?? 'an addon that cannot be read', style: 'bold' },
      ` ${metadata?.version ?? ''} `,
      { text: `(${path})`, style: 'dim' },
    ],
    ...(metadata === undefined ? [] : [metadata.description]),
    '',
    ...toFacts([
      ...(metadata === undefined ? [] : toMetadataFacts(metadata)),
      ...(addon === undefined ? [] : [['tree digest', addon.treeDigest] as const]),
      ['files', String(addon?.files.length ?? 0)],
      ['findings', toFindingText(counts)],
    ]),
    ...indent(toFindingLines(findings, (file) => file)),
  ];
}

/** KubeVela's own words, once for lines that say the same. */
function refusals({ verdicts }: VersionDetail): readonly Fact[] {
  const reasons = new Map<string, string[]>();
  for (const { line, render, reason } of verdicts) {
    if (render !== 'refused' || reason === undefined) continue;
    reasons.set(reason, [...(reasons.get(reason) ?? []), line]);
  }
  return [...reasons].map(([reason, lines]) => [`refused by ${lines.join(', ')}`, reason.replaceAll('\n', ' ')]);
}

type Fact = readonly [name: string, value: string];

function toMetadataFacts(metadata: AddonMetadata): readonly Fact[] {
  return [
    ['requires', toRequirementText(metadata.system ?? {})],
    ['depends on', toDependencyText(metadata.dependencies)],
    ['tags', metadata.tags.join(', ')],
    ['url', metadata.url ?? ''],
  ];
}

function toFacts(facts: readonly Fact[]): readonly Line[] {
  const told = facts.filter(([, value]) => value !== '');
  return toTable(told.map(([name, value]): readonly Cell[] => [{ text: name, style: 'dim' }, value]));
}

function indent(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => ['  ', ...(typeof line === 'string' ? [line] : line)]);
}
