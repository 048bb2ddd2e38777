import type { VNode } from 'preact';
import type { Finding } from '../../schemas/finding.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { FindingsByFile } from '../components/findings-by-file.tsx';
import { LineSwitch } from '../components/line-switch.tsx';
import { VerdictExplanations } from '../components/verdict-explanations.tsx';
import { VersionFrame } from '../components/version-frame.tsx';
import type { VersionPageData } from '../context/version-page-data.ts';

export interface FindingsPageData extends VersionPageData {
  /** Keeps what concerns this release line; undefined keeps all. */
  readonly line: ReleaseLine | undefined;
}

/** What each release line makes of a version, and what is wrong or noteworthy in it, file by file. */
export function FindingsPage({ line, ...data }: FindingsPageData): VNode {
  const { context, version } = data;
  const { links, strings, formats } = context;
  const text = strings.findings;
  const paths = new Set(version.files.map((file) => file.path));
  const shown = keepLine(version.findings, line);
  const verdicts = version.verdicts.filter((verdict) => line === undefined || verdict.line === line);
  return (
    <VersionFrame {...data} tab="findings" canonical={links.version(version, 'findings')}>
      <h2>{text.heading}</h2>
      <p>{version.findings.length === 0 ? text.none : text.intro}</p>
      {version.findings.length === 0 && <p class="quiet">{text.noneText}</p>}
      <LineSwitch
        context={context}
        shown={line}
        all={text.allLines}
        toHref={(choice) => links.version(version, 'findings', choice)}
        toNote={(choice) => formats.number(keepLine(version.findings, choice).length)}
      />
      <VerdictExplanations
        context={context}
        version={version}
        verdicts={verdicts}
        minimumVela={version.evaluated?.minimumVela}
      />
      {version.findings.length > 0 && shown.length === 0 && line !== undefined && <p>{text.noneFor(line)}</p>}
      <FindingsByFile
        context={context}
        findings={shown}
        toFileHref={(file, number) => (paths.has(file) ? links.file(version, file, number) : undefined)}
      />
    </VersionFrame>
  );
}

function keepLine(findings: readonly Finding[], line: ReleaseLine | undefined): readonly Finding[] {
  if (line === undefined) return findings;
  return findings.filter((finding) => finding.for === undefined || finding.for.includes(line));
}
