import type { SearchIndex } from '../../search/types.ts';
import type { BlobStore, LineEvaluationStore, LineRules, VersionReader } from '../../storage/types.ts';
import { createDefinitionIndex, type DefinitionIndex } from '../create-definition-index.ts';
import type { DefinitionReader } from '../definition-types.ts';
import type { CatalogDefinition, CatalogReader, CatalogViews, Searcher } from '../types.ts';
import { createAddonLister } from './create-addon-lister.ts';
import { createContentReader } from './create-content-reader.ts';
import { createDefinitionLister } from './create-definition-lister.ts';
import { createDocumentFinder } from './create-document-finder.ts';
import { createSearchProjection } from './create-search-projection.ts';
import { createSearcher } from './create-searcher.ts';
import { createSnapshots } from './create-snapshots.ts';

export interface CatalogueSearchOptions {
  readonly views: CatalogViews;
  readonly catalogs: readonly CatalogDefinition[];
  readonly store: Pick<VersionReader, 'findVersion'> &
    Pick<LineEvaluationStore, 'findFacts' | 'listDefinitions' | 'listDefinitionEntries'>;
  readonly blobs: Pick<BlobStore, 'readBlob'>;
  readonly lines: readonly LineRules[];
  readonly index: SearchIndex;
  /** How long an answer waits for an index that is behind the views. */
  readonly patienceMs: number;
  /** Told of trouble with the index, which nobody's request fails for. */
  readonly onTrouble: (error: unknown) => void;
}

/** Lists and searches over the views and an index that follows them. */
export interface CatalogueSearch extends Searcher {
  readonly listAddons: CatalogReader['listAddons'];
  readonly listDefinitions: DefinitionReader['listDefinitions'];
  /** The index of definitions of the views of now. */
  readonly getDefinitions: () => Promise<DefinitionIndex>;
  /** Done when the index holds what the views of now show, or cannot. */
  update(): Promise<void>;
  /** Changes whenever an answer to the same question may have. */
  readonly epoch: string;
}

/** Joins views, index and store into everything that finds. */
export function createCatalogueSearch(options: CatalogueSearchOptions): CatalogueSearch {
  const { views, catalogs, store, index, onTrouble } = options;
  const lines = options.lines.map(({ line }) => line);
  const getDefinitions = createDefinitionIndex({ views, store, lines });
  const getSnapshot = createSnapshots({ views, catalogs, getDefinitions });
  const readContent = createContentReader({ store, blobs: options.blobs, lines });
  const projection = createSearchProjection({ ...options, getDefinitions, readContent });
  const finder = createDocumentFinder({
    projection,
    index,
    listDocuments: async () => (await getSnapshot()).listDocuments(),
    patienceMs: options.patienceMs,
    onTrouble,
  });
  const shared = { views, getSnapshot, finder };
  return {
    ...createSearcher(shared),
    listAddons: createAddonLister(shared),
    listDefinitions: createDefinitionLister(shared),
    getDefinitions,
    update: () => projection.update().catch(onTrouble),
    get epoch() {
      return finder.epoch;
    },
  };
}
