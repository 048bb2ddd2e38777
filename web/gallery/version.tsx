import { BadgeLines } from '../components/badge-lines.tsx';
import { BundleLines } from '../components/bundle-lines.tsx';
import { CodeBlock } from '../components/code-block.tsx';
import { CommandLine } from '../components/command-line.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { EffectList } from '../components/effect-list.tsx';
import { FindingEntry } from '../components/finding-entry.tsx';
import { FindingList } from '../components/finding-list.tsx';
import { FindingText } from '../components/finding-text.tsx';
import { FindingsByFile } from '../components/findings-by-file.tsx';
import { InstallBox } from '../components/install-box.tsx';
import { HelmWay, LockWay, VelaWay } from '../components/install-ways.tsx';
import { PendingNotice } from '../components/pending-notice.tsx';
import { StateBanner } from '../components/state-banner.tsx';
import { StateHistory } from '../components/state-history.tsx';
import { VerdictExplanations } from '../components/verdict-explanations.tsx';
import { VerdictList, VerdictSummary } from '../components/verdict-list.tsx';
import { VersionFacts } from '../components/version-facts.tsx';
import { VersionTabs } from '../components/version-tabs.tsx';
import { addon, findings, stateReason, threeVerdicts, verdicts, version } from './samples/addon.ts';
import { diff } from './samples/diff.ts';
import type { GalleryEntry } from './types.ts';

const line = 'vela addon enable harbour/lantern --version 2.0.0';

/** What stands on the pages of one version. */
export const versionEntries: readonly GalleryEntry[] = [
  {
    component: 'copy-button',
    states: [
      { name: 'a line', draw: (context) => <CopyButton context={context} text={line} /> },
      { name: 'with another name', draw: (context) => <CopyButton context={context} text={line} label="the line" /> },
    ],
  },
  {
    component: 'command-line',
    states: [
      { name: 'short', draw: (context) => <CommandLine context={context} line={line} /> },
      {
        name: 'long',
        draw: (context) => <CommandLine context={context} line={`${line} tower.height=30 `.repeat(4)} />,
      },
    ],
  },
  {
    component: 'code-block',
    states: [
      {
        name: 'a few lines',
        draw: (context) => <CodeBlock context={context} label="values.yaml" text={'tower:\n  height: 30\n'} />,
      },
    ],
  },
  {
    component: 'install-box',
    states: [
      { name: 'refused on a line', draw: (context) => <InstallBox context={context} version={version} /> },
      {
        name: 'another way chosen',
        draw: (context) => (
          <InstallBox context={{ ...context, client: 'helm' }} version={{ ...version, verdicts: [verdicts.works] }} />
        ),
      },
      {
        name: 'yanked',
        draw: (context) => <InstallBox context={context} version={{ ...version, state: 'yanked' }} />,
      },
      {
        name: 'quarantined',
        draw: (context) => <InstallBox context={context} version={{ ...version, state: 'quarantined' }} />,
      },
    ],
  },
  {
    component: 'install-ways',
    states: [
      { name: 'vela', draw: (context) => <VelaWay context={context} version={version} /> },
      { name: 'helm', draw: (context) => <HelmWay context={context} version={version} /> },
      { name: 'lock', draw: (context) => <LockWay context={context} version={version} /> },
    ],
  },
  {
    component: 'bundle-lines',
    states: [
      {
        name: 'rendered',
        draw: (context) => <BundleLines context={context} version={{ ...version, verdicts: [verdicts.works] }} />,
      },
      {
        name: 'parameters wanted',
        draw: (context) => <BundleLines context={context} version={{ ...version, verdicts: [verdicts.needs] }} />,
      },
    ],
  },
  {
    component: 'badge-lines',
    states: [{ name: 'of a version', draw: (context) => <BadgeLines context={context} version={version} /> }],
  },
  {
    component: 'state-banner',
    states: (['deprecated', 'yanked', 'quarantined'] as const).map((state) => ({
      name: state,
      draw: (context) => <StateBanner context={context} version={{ state, stateReason }} />,
    })),
  },
  {
    component: 'state-history',
    states: [
      {
        name: 'two events',
        draw: (context) => (
          <StateHistory
            context={context}
            events={[
              { sequence: 2, catalog: 'harbour', name: 'lantern', action: 'deprecate', ...stateReason },
              {
                sequence: 1,
                catalog: 'harbour',
                name: 'lantern',
                version: '1.4.2',
                action: 'yank',
                reason: 'It does not light.',
                author: 'keeper',
                at: '2025-12-01T10:00:00Z',
              },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'pending-notice',
    states: [{ name: 'not judged yet', draw: (context) => <PendingNotice context={context} line="1.11" /> }],
  },
  {
    component: 'verdict-list',
    states: [
      {
        name: 'one of each',
        draw: (context) => <VerdictList context={context} version={version} verdicts={threeVerdicts} />,
      },
      {
        name: 'summary',
        draw: (context) => <VerdictSummary context={context} version={version} verdicts={threeVerdicts} />,
      },
    ],
  },
  {
    component: 'verdict-explanations',
    states: [
      {
        name: 'one of each',
        draw: (context) => (
          <VerdictExplanations context={context} version={version} verdicts={threeVerdicts} minimumVela="1.9.0" />
        ),
      },
    ],
  },
  {
    component: 'version-facts',
    states: [{ name: 'all facts', draw: (context) => <VersionFacts context={context} version={version} /> }],
  },
  {
    component: 'version-tabs',
    states: [
      {
        name: 'findings chosen',
        draw: (context) => <VersionTabs context={context} addon={addon} version={version} tab="findings" />,
      },
    ],
  },
  {
    component: 'finding-entry',
    states: findings.map((finding) => ({
      name: finding.severity,
      draw: (context) => (
        <ul class="findings">
          <FindingEntry
            context={context}
            finding={finding}
            href={finding.file === '' ? undefined : context.links.file(version, finding.file, finding.line)}
          />
        </ul>
      ),
    })),
  },
  {
    component: 'finding-list',
    states: [{ name: 'of each severity', draw: (context) => <FindingList context={context} findings={findings} /> }],
  },
  {
    component: 'finding-text',
    states: [{ name: 'with a way out', draw: (context) => <FindingText context={context} finding={findings[0]} /> }],
  },
  {
    component: 'findings-by-file',
    states: [
      {
        name: 'of two files and the whole',
        draw: (context) => (
          <FindingsByFile
            context={context}
            findings={findings}
            toFileHref={(file, number) => context.links.file(version, file, number)}
          />
        ),
      },
    ],
  },
  {
    component: 'effect-list',
    states: [
      {
        name: 'a danger and a plain one',
        draw: (context) => (
          <EffectList
            context={context}
            effects={[
              ...diff.effects.map(({ effect }) => effect),
              {
                kind: 'namespace',
                severity: 'plain',
                subject: 'Namespace/lantern-system',
                value: 'lantern-system',
                file: 'metadata.yaml',
                line: 6,
                column: 1,
                conditional: true,
              },
            ]}
            toFileHref={(file, number) => context.links.file(version, file, number)}
            toDefinitionHref={() => undefined}
          />
        ),
      },
    ],
  },
];
