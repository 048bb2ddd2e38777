import type { CatalogDefinition, CatalogViews } from '../registry/catalog/types.ts';
import type { LiveCatalog, LiveEvaluation, LiveSource } from '../schemas/live.ts';
import type { ReleaseLine } from '../schemas/release-line.ts';
import type { SourceState } from '../schemas/rest.ts';
import { createLiveStream, type LiveMessage, type LiveStream } from './http/live-stream.ts';

export interface ComposeLiveOptions {
  readonly catalogs: readonly CatalogDefinition[];
  readonly views: CatalogViews;
  readonly listSources: () => readonly SourceState[];
  readonly isEvaluating: () => boolean;
  readonly onBug: (error: unknown) => void;
}

/** The live stream with its topics: every source, every catalog, and the evaluation as a whole. */
export interface LiveUpdates {
  readonly stream: LiveStream;
  touchSource(source: string): void;
  /** A catalog is served anew; its sources, which tell how far evaluation has come, with it. */
  touchCatalog(catalog: string): void;
  setPending(pending: ReadonlyMap<ReleaseLine, number>): void;
  /** Nothing is being judged any more. */
  touchEvaluation(): void;
  /** Readers begin with everything that is known. */
  touchAll(): void;
}

/** Makes the live stream of one server. */
export function composeLive(options: ComposeLiveOptions): LiveUpdates {
  const { catalogs, views, listSources, isEvaluating } = options;
  let pending: LiveEvaluation['pending'] = [];
  const stream = createLiveStream({ read, onBug: options.onBug });

  function read(topic: string): LiveMessage | undefined {
    if (topic === 'evaluation') {
      return { event: 'evaluation', data: { running: isEvaluating(), pending } satisfies LiveEvaluation };
    }
    const [kind, name] = topic.split(':', 2);
    if (kind === 'source') {
      const source = listSources().find(({ id }) => id === name);
      return source === undefined ? undefined : { event: 'source', data: toLiveSource(source) };
    }
    const view = views.findView(name ?? '');
    if (view === undefined) return undefined;
    const { catalog, generation, addonCount, versionCount, evaluation } = view;
    const data: LiveCatalog = {
      name: catalog,
      generation,
      addons: addonCount,
      versions: versionCount,
      evaluation,
    };
    return { event: 'catalog', data };
  }

  function touchCatalog(catalog: string): void {
    stream.touch(`catalog:${catalog}`);
    for (const source of listSources()) if (source.catalog === catalog) stream.touch(`source:${source.id}`);
  }

  return {
    stream,
    touchSource: (source) => stream.touch(`source:${source}`),
    touchCatalog,
    setPending(counts) {
      pending = [...counts].map(([line, contents]) => ({ line, contents }));
      stream.touch('evaluation');
    },
    touchEvaluation: () => stream.touch('evaluation'),
    touchAll() {
      for (const { name } of catalogs) touchCatalog(name);
      stream.touch('evaluation');
    },
  };
}

function toLiveSource({ findings, ...state }: SourceState): LiveSource {
  return { ...state, findings: findings.length };
}
