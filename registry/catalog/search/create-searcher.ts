import type { SearchGroup, SearchItem, SearchType } from '../../../schemas/search.ts';
import { searchTypeSchema } from '../../../schemas/search.ts';
import { catalogNotFound } from '../../errors.ts';
import type { FoundDocument, SearchHit, SearchQuery } from '../../search/types.ts';
import { type AddonCandidate, listCandidates } from '../addon-candidates.ts';
import { invalidQuery } from '../paging.ts';
import type { CatalogView, CatalogViews, Searcher, SearchQuestion } from '../types.ts';
import type { DocumentFinder, FoundDocuments } from './create-document-finder.ts';
import type { CatalogueSnapshot } from './create-snapshots.ts';
import { toDocumentPath } from './document-path.ts';
import { listFilterValues, toFilterConditions } from './filter-conditions.ts';
import { parseSearchText, type SearchText, toSearchText } from './parse-search-text.ts';
import { toUnderstanding } from './understand-search.ts';
import { maxFound } from './word-finding.ts';

export interface SearcherOptions {
  readonly views: CatalogViews;
  readonly getSnapshot: () => Promise<CatalogueSnapshot>;
  readonly finder: DocumentFinder;
}

const defaultLimit = 10;
const maxLimit = 50;
/** Names that an index is told to look among; it is asked for everything, and the rest is sorted out here, when there are more. */
const maxNames = 200;

/** Searches addons, definitions and parameters at once; filters about addons hold for what belongs to them, too. */
export function createSearcher(options: SearcherOptions): Searcher {
  const { finder } = options;

  return {
    async search(question) {
      const { limit = defaultLimit, types = searchTypeSchema.enum } = question;
      if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) {
        throw invalidQuery('limit', `limit must be a whole number from 1 to ${maxLimit}`);
      }
      const united = getViews(options.views, question);
      const snapshot = await options.getSnapshot();
      const asked = parseSearchText(question.q, snapshot.vocabulary);
      const scope = createScope(snapshot, { asked, united });
      const typed = listFilterValues(asked.filters, 'type');
      const wanted = types.filter((type) => typed.length === 0 || typed.includes(type));
      const found = await Promise.all(
        wanted.map(async (type) => ({ type, ...(await findType(finder, { type, limit, asked, scope })) })),
      );
      const [first] = found.filter(({ didYouMean }) => didYouMean !== undefined);
      const plain = found.some((each) => each.plain);
      const meant = first?.didYouMean === undefined ? {} : { didYouMean: first.didYouMean };
      return {
        q: toSearchText(asked),
        ...toUnderstanding(asked, { plain, ...meant }),
        groups: found.map(({ type, total, items }): SearchGroup => ({ type, total, items: [...items] })),
      };
    },
  };
}

/** Which addons are looked at. */
interface Scope {
  /** The addon that a document belongs to; undefined when it is not looked at. */
  findAddon(document: FoundDocument): AddonCandidate | undefined;
  /** Names of all of them; undefined when nothing narrows them. */
  readonly names: readonly string[] | undefined;
}

function createScope(
  { views, contents, vocabulary }: CatalogueSnapshot,
  { asked, united }: { readonly asked: SearchText; readonly united: readonly CatalogView[] | undefined },
): Scope {
  const conditions = toFilterConditions(asked.filters, { vocabulary, contents });
  const candidates = listCandidates(united ?? views, conditions);
  const byId = new Map(candidates.map((each) => [`${each.shown.catalog}/${each.addon.name}`, each]));
  const narrowed = conditions.length > 0 || united !== undefined;
  return {
    findAddon: ({ catalog, addon }) => byId.get(`${catalog}/${addon}`),
    names: narrowed ? [...new Set(candidates.map(({ addon }) => addon.name))] : undefined,
  };
}

function getViews(views: CatalogViews, { catalog }: SearchQuestion): readonly CatalogView[] | undefined {
  if (catalog === undefined) return undefined;
  const view = views.findView(catalog);
  if (view === undefined) throw catalogNotFound(catalog);
  return [view];
}

interface TypeQuestion {
  readonly type: SearchType;
  readonly limit: number;
  readonly asked: SearchText;
  readonly scope: Scope;
}

interface FoundItems extends Pick<FoundDocuments, 'total' | 'didYouMean' | 'plain'> {
  readonly items: readonly SearchItem[];
}

async function findType(finder: DocumentFinder, question: TypeQuestion): Promise<FoundItems> {
  const { type, limit, asked, scope } = question;
  const kind =
    type === 'addon'
      ? []
      : [...listFilterValues(asked.filters, 'kind'), ...listFilterValues(asked.filters, 'provides')];
  const names = listFilterValues(asked.filters, 'definition');
  const few = scope.names !== undefined && scope.names.length <= maxNames ? scope.names : undefined;
  const narrow: NonNullable<SearchQuery['narrow']> = {
    type: [type],
    ...(kind.length === 0 ? {} : { kind }),
    ...(few === undefined ? {} : { addon: few }),
  };
  const ofNames = type === 'addon' ? [] : names;
  const isAsked = ({ document }: SearchHit) =>
    scope.findAddon(document) !== undefined &&
    (ofNames.length === 0 || ofNames.includes(document.definition?.name ?? ''));
  const text = asked.words;
  if (scope.names === undefined && ofNames.length === 0) {
    const { hits, ...found } = await finder.find({ text, narrow, limit, explain: true });
    return { ...found, items: hits.filter(isAsked).map((hit) => toItem(hit, scope)) };
  }
  const { hits, ...found } = await finder.find({ text, narrow, limit: maxFound });
  const kept = hits.filter(isAsked);
  return { ...found, total: kept.length, items: kept.slice(0, limit).map((hit) => toItem(hit, scope)) };
}

function toItem({ document, reasons }: SearchHit, scope: Scope): SearchItem {
  const { type, addon, name, definition, description } = document;
  const candidate = scope.findAddon(document);
  const catalog = candidate?.catalog ?? document.catalog;
  const version = type === 'addon' ? (candidate?.shown.version ?? document.version) : document.version;
  return {
    type,
    catalog,
    addon,
    version,
    name,
    ...(definition === undefined ? {} : { definition }),
    description,
    path: toDocumentPath({ ...document, catalog, version }),
    reasons: [...reasons],
  };
}
