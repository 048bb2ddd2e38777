import { definitionKindSchema } from '../../../schemas/definition.ts';
import { releaseLineSchema } from '../../../schemas/release-line.ts';
import { type SearchFilter, type SearchNotice, searchTypeSchema } from '../../../schemas/search.ts';
import { versionStateSchema } from '../../../schemas/version-state.ts';
import { findNearestWord } from '../../nearest-word.ts';
import { isOfficialKubeVelaVersion } from '../../version/official-version.ts';
import { foldName } from './fold-name.ts';
import type { NameKind, SearchVocabulary } from './search-vocabulary.ts';

/** What may stand before the colon of a typed filter. */
export type FilterKey =
  | 'type'
  | 'kind'
  | 'provides'
  | 'definition'
  | 'addon'
  | 'catalog'
  | 'tag'
  | 'works'
  | 'vela'
  | 'kubernetes'
  | 'is';

/** A typed filter in the spelling of the catalogue. */
export interface TypedFilter extends SearchFilter {
  readonly key: FilterKey;
}

/** A question as it was understood. */
export interface SearchText {
  /** What is left without filters, parted by single spaces. */
  readonly words: string;
  readonly filters: readonly TypedFilter[];
  readonly notices: readonly SearchNotice[];
}

/** How many characters of a question are looked at. */
export const maxSearchLength = 200;
const maxFilters = 10;

/** What is allowed after the colon: one of a list, the name of something in the catalogue, or a version. */
type FilterValues = { readonly among: readonly string[] } | { readonly named: NameKind } | { readonly version: string };

const kinds = { among: definitionKindSchema.enum };
const filterValues: { readonly [key in FilterKey]: FilterValues } = {
  type: { among: searchTypeSchema.enum },
  kind: kinds,
  provides: kinds,
  definition: { named: 'definition' },
  addon: { named: 'addon' },
  catalog: { named: 'catalog' },
  tag: { named: 'tag' },
  works: { among: releaseLineSchema.enum },
  vela: { version: '1.10 or 1.10.9' },
  kubernetes: { version: '1.29 or 1.29.4' },
  is: { among: versionStateSchema.enum },
};
const otherKeys: ReadonlyMap<string, FilterKey> = new Map([
  ['k8s', 'kubernetes'],
  ['kubevela', 'vela'],
  ['state', 'is'],
  ['tags', 'tag'],
]);
const filterKeys = Object.keys(filterValues);

/**
 * Reads what somebody typed into a search: words, `"words that hold a colon: or spaces"`, and filters such as `provides:trait` or `tag:"service mesh"`.
 * Any text is allowed: what is no filter, or has a value that nothing can have, is taken as words, and a notice says so.
 */
export function parseSearchText(text: string, vocabulary: SearchVocabulary): SearchText {
  const words: string[] = [];
  const filters: TypedFilter[] = [];
  const notices: SearchNotice[] = [];
  const cut = cutText(text);
  if (cut.length < text.length) {
    notices.push({ code: 'too-long', text: `only the first ${maxSearchLength} characters were looked at` });
  }
  for (const match of cut.matchAll(/([^\s":：]+)[:：](?:"([^"]*)"?|(\S*))|"([^"]*)"?|[^\s"]+/gu)) {
    const [part, key, quoted, plain, phrase] = match;
    const value = (quoted ?? plain ?? '').trim();
    // An address is no filter, and neither is what nobody would call one.
    if (key === undefined || value.startsWith('//') || !/^\p{L}[\p{L}\p{N}_-]+$/u.test(key)) {
      words.push(phrase ?? part);
      continue;
    }
    const read = filters.length < maxFilters ? readFilter({ part, key, value }, vocabulary) : { words: part };
    if (read.filter !== undefined && !filters.some((each) => isSame(each, read.filter))) filters.push(read.filter);
    if (read.words !== undefined) words.push(read.words);
    if (read.notice !== undefined) notices.push(read.notice);
  }
  return { words: words.join(' ').replace(/\s+/g, ' ').trim(), filters, notices };
}

/** Writes a question as it was understood: words first, then filters, so that reading it gives the same again. */
export function toSearchText({ words, filters }: Pick<SearchText, 'words' | 'filters'>): string {
  const written = filters.map(({ key, value }) => `${key}:${/\s/.test(value) ? `"${value}"` : value}`);
  // A word with a colon would be read as a filter.
  const quoted = words.replace(/[^\s"]*[:：][^\s"]*/g, '"$&"');
  return [quoted, ...written].filter((part) => part !== '').join(' ');
}

interface TypedPart {
  readonly part: string;
  readonly key: string;
  readonly value: string;
}

interface ReadPart {
  readonly filter?: TypedFilter;
  readonly words?: string;
  readonly notice?: SearchNotice;
}

function readFilter({ part, key: typed, value }: TypedPart, vocabulary: SearchVocabulary): ReadPart {
  const key = findKey(typed);
  if (key === undefined) {
    const nearest = findNearestWord(typed, filterKeys);
    const advice = nearest === undefined ? '' : `; "${nearest}:" is`;
    return {
      words: `${typed} ${value}`,
      notice: {
        code: 'unknown-filter',
        text: `"${typed}:" is no filter${advice}. It was taken as words`,
        part,
        ...(nearest === undefined || value === '' ? {} : { suggestion: writeFilter(nearest, value) }),
      },
    };
  }
  const known = value === '' ? undefined : findValue(filterValues[key], value, vocabulary);
  if (known !== undefined) return { filter: { key, value: known } };
  const nearest = value === '' ? undefined : suggestValue(filterValues[key], value, vocabulary);
  return {
    ...(value === '' ? {} : { words: value }),
    notice: {
      code: 'bad-filter-value',
      text: describeBadValue(key, value, nearest),
      part,
      ...(nearest === undefined ? {} : { suggestion: writeFilter(key, nearest) }),
    },
  };
}

function findKey(typed: string): FilterKey | undefined {
  const lower = typed.toLowerCase();
  return otherKeys.get(lower) ?? (Object.hasOwn(filterValues, lower) ? (lower as FilterKey) : undefined);
}

function findValue(values: FilterValues, typed: string, vocabulary: SearchVocabulary): string | undefined {
  if ('named' in values) return vocabulary.findNames(values.named, typed)[0];
  const plain = typed.replace(/^v(?=[0-9])/, '');
  if ('version' in values) return isOfficialKubeVelaVersion(plain) && plain.includes('.') ? plain : undefined;
  const folded = foldName(plain);
  return values.among.find((each) => foldName(each) === folded || `${foldName(each)}s` === folded);
}

function suggestValue(values: FilterValues, typed: string, vocabulary: SearchVocabulary): string | undefined {
  if ('named' in values) return vocabulary.suggestName(values.named, typed);
  return 'among' in values ? findNearestWord(typed, values.among) : undefined;
}

function describeBadValue(key: FilterKey, value: string, nearest: string | undefined): string {
  if (value === '') return `"${key}:" names nothing yet`;
  const values = filterValues[key];
  if ('version' in values) return `"${value}" is no version such as ${values.version}. It was taken as words`;
  if ('among' in values) {
    return `"${value}" is none of ${values.among.join(', ')}. It was taken as words`;
  }
  const advice = nearest === undefined ? '' : `; there is "${nearest}"`;
  return `there is no ${values.named} "${value}"${advice}. It was taken as words`;
}

function writeFilter(key: string, value: string): string {
  return toSearchText({ words: '', filters: [{ key: key as FilterKey, value }] });
}

function isSame(left: TypedFilter, right: TypedFilter | undefined): boolean {
  return left.key === right?.key && left.value === right.value;
}

/** Never between the two halves of a character. */
function cutText(text: string): string {
  const cut = text.slice(0, maxSearchLength);
  return /[\uD800-\uDBFF]$/.test(cut) && text.length > maxSearchLength ? cut.slice(0, -1) : cut;
}
