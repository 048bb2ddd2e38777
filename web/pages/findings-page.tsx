import type { VNode } from 'preact';
import { FindingList } from '../components/finding-list.tsx';
import { VersionFrame } from '../components/version-frame.tsx';
import type { VersionPageData } from '../context/version-page-data.ts';

/** What is wrong or noteworthy in a version, each with file, line and column. */
export function FindingsPage(data: VersionPageData): VNode {
  const { context, version } = data;
  const { links, strings } = context;
  const text = strings.findings;
  const paths = new Set(version.files.map((file) => file.path));
  return (
    <VersionFrame {...data} tab="findings" canonical={links.version(version, 'findings')}>
      <h2>{text.heading}</h2>
      <p>{version.findings.length === 0 ? text.none : text.intro}</p>
      {version.findings.length === 0 && <p class="quiet">{text.noneText}</p>}
      <FindingList
        context={context}
        findings={version.findings}
        toFileHref={(file, line) => (paths.has(file) ? links.file(version, file, line) : undefined)}
      />
    </VersionFrame>
  );
}
