import type { DefinitionKind } from '../../schemas/definition.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { SearchFacetValue, SearchReason, SearchType } from '../../schemas/search.ts';

/** One thing that can be found. Texts are as people wrote them; an adapter folds and splits them itself. */
export interface SearchDocument {
  /** Unique in the index: `<catalog>/<addon>`, `<catalog>/<addon>/<kind>/<name>`, either with `#<path>` for a parameter. */
  readonly id: string;
  readonly type: SearchType;
  readonly catalog: string;
  readonly addon: string;
  readonly version: string;
  /** Name of the addon or definition, or path of the parameter. */
  readonly name: string;
  /** The definition, or the one that has the parameter. */
  readonly definition?: { readonly kind: DefinitionKind; readonly name: string };
  /** Other names: alias, display name; empty when there is none. */
  readonly title: string;
  readonly tags: readonly string[];
  /** Names that belong to it and say what it is for: definitions of an addon, workloads that a trait applies to. */
  readonly keywords: readonly string[];
  readonly description: string;
  /** Long text of little weight, such as the readme of an addon. */
  readonly body: string;
  /** Kinds of definitions that its addon brings (its own kind for a definition). */
  readonly provides: readonly DefinitionKind[];
  /** Lines that are known to enable the version. */
  readonly works: readonly ReleaseLine[];
  /** Orders what is equally good: addons that depend on it; 0 and more. */
  readonly weight: number;
  /** When its version was published: RFC 3339, UTC. */
  readonly published: string;
}

/** The fields by which an answer can be narrowed and counted. */
export type SearchFacet = 'catalog' | 'type' | 'kind' | 'tag' | 'provides' | 'works' | 'addon';

/** All documents of one addon in one catalog, replaced as one. */
export interface SearchBatch {
  /** `<catalog>/<addon>`. */
  readonly group: string;
  /** Differs whenever one of the documents does. */
  readonly fingerprint: string;
  readonly documents: readonly SearchDocument[];
}

/** A search. */
export interface SearchQuery {
  /** Words, separated by anything; the last one may be the beginning of a word. Any text is allowed; one without letters and digits finds all. */
  readonly text: string;
  /** Every facet named must have one of its values. */
  readonly narrow?: Partial<Readonly<Record<SearchFacet, readonly string[]>>>;
  /** Facets to count over all that was found; each as if its own narrowing were not there. */
  readonly facets?: readonly SearchFacet[];
  /** At most 10 000; more is taken as that. */
  readonly limit: number;
  readonly offset?: number;
  /** Whether hits say why they were found; costs time per hit. */
  readonly explain?: boolean;
}

/** A document as it is answered: its long text is searched and not kept. */
export type FoundDocument = Omit<SearchDocument, 'body'>;

/** Something that was found. */
export interface SearchHit {
  readonly document: FoundDocument;
  /** One for each word that was asked for, where it counts most, best first; empty unless asked for. */
  readonly reasons: readonly SearchReason[];
}

/** Best first. Order: how well words fit, then type (addons first), weight, name, id, so that equal questions have equal answers. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /** Most frequent first, then by value. */
  readonly facets: Partial<Readonly<Record<SearchFacet, readonly SearchFacetValue[]>>>;
  /**
   * The words as they would be spelled if a word that is not known were the nearest known one; when no document has all words,
   * without those that keep it from being found. Undefined when all are known and found together, or nothing else would be found.
   */
  readonly didYouMean?: string;
}

/**
 * A search index: a projection that can be made anew at any time.
 * A word that is not known finds its nearest known ones; all words must be found in a document.
 * Throws RegistryError SEARCH_UNAVAILABLE when another program that keeps the index cannot be asked.
 */
export interface SearchIndex {
  /** Fingerprint of every group that is in the index. */
  listGroups(): Promise<ReadonlyMap<string, string>>;
  /** Replaces what the index holds of these groups; a search that begins afterwards sees all of it, one that runs sees none or all of a group. */
  save(batches: readonly SearchBatch[]): Promise<void>;
  remove(groups: readonly string[]): Promise<void>;
  search(query: SearchQuery): Promise<SearchAnswer>;
  close(): Promise<void>;
}
