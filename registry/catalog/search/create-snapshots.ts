import type { SearchDocument } from '../../search/types.ts';
import type { ContentDefinitions } from '../addon-candidates.ts';
import { countDependents, type DependentCounts } from '../count-dependents.ts';
import type { DefinitionIndex } from '../create-definition-index.ts';
import { toContentDefinitions } from '../to-content-definitions.ts';
import type { CatalogDefinition, CatalogView, CatalogViews } from '../types.ts';
import { listSearchSubjects } from './list-search-subjects.ts';
import { toSearchDocuments } from './search-documents.ts';
import { createVocabulary, type SearchVocabulary } from './search-vocabulary.ts';

/** What lists and searches need of one generation of the whole catalogue. */
export interface CatalogueSnapshot {
  readonly views: readonly CatalogView[];
  readonly definitions: DefinitionIndex;
  readonly contents: ContentDefinitions;
  readonly dependents: DependentCounts;
  readonly vocabulary: SearchVocabulary;
  /** What can be found without reading anything. */
  listDocuments(): readonly SearchDocument[];
}

export interface SnapshotOptions {
  readonly views: CatalogViews;
  readonly catalogs: readonly CatalogDefinition[];
  readonly getDefinitions: () => Promise<DefinitionIndex>;
}

/** Returns a function that gives the snapshot of now, made once for each generation. */
export function createSnapshots(options: SnapshotOptions): () => Promise<CatalogueSnapshot> {
  let last: CatalogueSnapshot | undefined;

  return async () => {
    const views = options.views.listViews();
    if (last?.views.every((view, index) => view === views[index])) return last;
    const definitions = await options.getDefinitions();
    last = toSnapshot({ catalogs: options.catalogs, views, definitions });
    return last;
  };
}

function toSnapshot(content: {
  readonly catalogs: readonly CatalogDefinition[];
  readonly views: readonly CatalogView[];
  readonly definitions: DefinitionIndex;
}): CatalogueSnapshot {
  const { catalogs, views, definitions } = content;
  let documents: readonly SearchDocument[] | undefined;
  return {
    views,
    definitions,
    contents: toContentDefinitions(definitions),
    dependents: countDependents(views, catalogs),
    vocabulary: createVocabulary(content),
    listDocuments() {
      documents ??= listSearchSubjects(content).flatMap((subject) => toSearchDocuments(subject));
      return documents;
    },
  };
}
