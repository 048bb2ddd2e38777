import { LiveLine } from '../components/live-line.tsx';
import { LiveStrip } from '../components/live-strip.tsx';
import { NextRun, PublishSources } from '../components/publish-sources.tsx';
import { RunList } from '../components/run-list.tsx';
import { SourceFacts } from '../components/source-facts.tsx';
import { StateBanners } from '../components/state-banners.tsx';
import { source, sources } from './samples/addon.ts';
import type { GalleryEntry } from './types.ts';

const place = { source: 'harbour/main', url: source.url, revision: '0a1b2c3d4e5f', folder: 'addons' };
const otherPlace = { source: 'workshop/main', url: 'https://github.com/example/workshop', folder: '' };

/** Sources, how they fare, and publishing. */
export const operateEntries: readonly GalleryEntry[] = [
  {
    component: 'live-line',
    states: (['ok', 'begins', 'reading', 'judging', 'stale', 'unreachable'] as const).map((name) => ({
      name,
      draw: (context) => <LiveLine context={context} source={sources[name]} named />,
    })),
  },
  {
    component: 'live-strip',
    states: [
      {
        name: 'reading',
        draw: (context) => <LiveStrip context={{ ...context, sources: [sources.reading] }} />,
      },
      {
        name: 'judging',
        draw: (context) => <LiveStrip context={{ ...context, sources: [sources.judging], evaluating: true }} />,
      },
    ],
  },
  {
    component: 'state-banners',
    states: [
      {
        name: 'one stale source',
        draw: (context) => <StateBanners context={{ ...context, sources: [sources.stale] }} />,
      },
      {
        name: 'two sources in trouble',
        draw: (context) => (
          <StateBanners
            context={{ ...context, sources: [sources.stale, { ...sources.unreachable, id: 'harbour/old' }] }}
          />
        ),
      },
      {
        name: 'a full disk',
        draw: (context) => (
          <StateBanners
            context={{
              ...context,
              storeHealth: { writable: false, since: '2026-03-04T09:00:00Z', reason: 'full', message: 'no space left' },
            }}
          />
        ),
      },
    ],
  },
  {
    component: 'source-facts',
    states: (['ok', 'stale', 'unreachable'] as const).map((name) => ({
      name,
      draw: (context) => <SourceFacts context={context} source={sources[name]} now="2026-03-04T09:05:00Z" />,
    })),
  },
  {
    component: 'run-list',
    states: [
      {
        name: 'under way, done and failed',
        draw: (context) => (
          <RunList
            context={context}
            runs={[
              {
                started: '2026-03-04T09:10:00Z',
                outcome: 'running',
                steps: [{ at: '2026-03-04T09:10:00Z', step: 'started' }],
                dropped: 0,
              },
              {
                started: '2026-03-04T09:00:00Z',
                ended: '2026-03-04T09:00:02Z',
                outcome: 'changed',
                steps: [
                  { at: '2026-03-04T09:00:00Z', step: 'listed', versions: 12, changed: 2 },
                  {
                    at: '2026-03-04T09:00:01Z',
                    step: 'trouble',
                    addon: 'foghorn',
                    version: '0.3.0-beta.1',
                    message: 'metadata.yaml is no YAML',
                  },
                  { at: '2026-03-04T09:00:02Z', step: 'finished', saved: 1, failed: 1 },
                ],
                dropped: 4,
              },
              {
                started: '2026-03-04T08:50:00Z',
                ended: '2026-03-04T08:50:01Z',
                outcome: 'failed',
                steps: [{ at: '2026-03-04T08:50:01Z', step: 'failed', message: 'the host name could not be resolved' }],
                dropped: 0,
              },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'publish-sources',
    states: [
      {
        name: 'the first of two',
        draw: (context) => <PublishSources context={context} places={[place, otherPlace]} chosen={place} />,
      },
      { name: 'when it is read next', draw: (context) => <NextRun context={context} source={source.id} /> },
    ],
  },
];
