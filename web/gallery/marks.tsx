import { AddonIcon } from '../components/addon-icon.tsx';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { BreakableName } from '../components/breakable-name.tsx';
import { BreakingMark, ChangeMark } from '../components/change-marks.tsx';
import { FactPair } from '../components/fact-pair.tsx';
import { FindingCountsMark } from '../components/finding-counts-mark.tsx';
import { LetterTile } from '../components/letter-tile.tsx';
import { Mark } from '../components/mark.tsx';
import { MarkedText } from '../components/marked-text.tsx';
import { NamedText } from '../components/named-text.tsx';
import { RequirementList } from '../components/requirement-list.tsx';
import { RevisionText } from '../components/revision-text.tsx';
import { SourceStateMark } from '../components/source-state-mark.tsx';
import { StateMark } from '../components/state-mark.tsx';
import { VerdictMark } from '../components/verdict-mark.tsx';
import { VisibleText } from '../components/visible-text.tsx';
import { sources, verdicts, version } from './samples/addon.ts';
import type { GalleryEntry } from './types.ts';

/** Marks, names and single facts. */
export const markEntries: readonly GalleryEntry[] = [
  { component: 'mark', states: [{ name: 'the mark of the product', draw: () => <Mark /> }] },
  {
    component: 'letter-tile',
    states: ['lantern', 'foghorn', '灯塔'].map((name) => ({ name, draw: () => <LetterTile name={name} /> })),
  },
  {
    component: 'addon-icon',
    states: [
      { name: 'without an icon', draw: (context) => <AddonIcon context={context} addon={version} /> },
      {
        name: 'with an icon',
        draw: (context) => (
          <AddonIcon
            context={{ ...context, findIcon: () => context.links.asset(context.assets.icon) }}
            addon={version}
          />
        ),
      },
    ],
  },
  {
    component: 'state-mark',
    states: (['deprecated', 'yanked', 'quarantined'] as const).map((state) => ({
      name: state,
      draw: (context) => <StateMark context={context} state={state} />,
    })),
  },
  {
    component: 'source-state-mark',
    states: (['ok', 'begins', 'stale', 'unreachable'] as const).map((name) => ({
      name,
      draw: (context) => <SourceStateMark context={context} source={sources[name]} />,
    })),
  },
  {
    component: 'verdict-mark',
    states: (['works', 'needs', 'refused', 'notAdmitted', 'pending'] as const).map((name) => ({
      name,
      draw: (context) => <VerdictMark context={context} verdict={verdicts[name]} />,
    })),
  },
  {
    component: 'finding-counts-mark',
    states: [
      {
        name: 'of each severity',
        draw: (context) => <FindingCountsMark context={context} counts={{ error: 2, warning: 1, info: 4 }} />,
      },
      {
        name: 'none',
        draw: (context) => <FindingCountsMark context={context} counts={{ error: 0, warning: 0, info: 0 }} />,
      },
    ],
  },
  {
    component: 'change-marks',
    states: [
      { name: 'breaking', draw: (context) => <BreakingMark context={context} breaking={true} /> },
      { name: 'not breaking', draw: (context) => <BreakingMark context={context} breaking={false} /> },
      ...(['added', 'removed', 'changed'] as const).map((change): GalleryEntry['states'][number] => ({
        name: change,
        draw: (context) => <ChangeMark context={context} change={change} />,
      })),
    ],
  },
  {
    component: 'requirement-list',
    states: [
      {
        name: 'both',
        draw: (context) => <RequirementList context={context} requirements={version.requirements} />,
      },
      { name: 'none', draw: (context) => <RequirementList context={context} requirements={{}} /> },
    ],
  },
  {
    component: 'revision-text',
    states: [
      {
        name: 'a commit',
        draw: () => <RevisionText repository={version.origin.url} revision={version.origin.revision} />,
      },
      { name: 'of a folder', draw: () => <RevisionText repository="/srv/addons" revision="content-of-today" /> },
    ],
  },
  {
    component: 'fact-pair',
    states: [
      {
        name: 'a fact',
        draw: () => (
          <dl>
            <FactPair label="Height">30 m</FactPair>
          </dl>
        ),
      },
    ],
  },
  {
    component: 'breakable-name',
    states: [{ name: 'a long path', draw: () => <BreakableName name="tower.light.lens.rotation.periodSeconds" /> }],
  },
  {
    component: 'marked-text',
    states: [{ name: 'with code', draw: () => <MarkedText text="Write `needNamespace`, not `needNamepace`." /> }],
  },
  {
    component: 'named-text',
    states: [
      {
        name: 'with two names',
        draw: () => <NamedText sentence={(first, second) => `${first} needs ${second}`} names={['lantern', 'lens']} />,
      },
    ],
  },
  {
    component: 'visible-text',
    states: [{ name: 'with what would steer it', draw: () => <VisibleText text={'light \u202Edark\u202C'} /> }],
  },
  {
    component: 'breadcrumbs',
    states: [
      {
        name: 'three steps',
        draw: (context) => (
          <Breadcrumbs
            context={context}
            trail={[
              { label: 'harbour', href: context.links.addons({ catalog: 'harbour' }) },
              { label: 'lantern', href: context.links.addon('harbour', 'lantern') },
              { label: '2.0.0' },
            ]}
          />
        ),
      },
    ],
  },
];
