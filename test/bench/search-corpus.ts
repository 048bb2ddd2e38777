import type { SearchDocument } from '../../registry/search/types.ts';
import type { DefinitionKind } from '../../schemas/definition.ts';
import { createRandom, type Random } from '../support/generated-addon/random.ts';
import { aDefinitionDocument, anAddonDocument, aParameterDocument } from '../support/search-documents.ts';

const addonCount = 1_500;
const definitionsOfAddon = 9;
const parametersOfAddon = 30;
const wordCount = 30_000;

const syllables =
  'al bo cer do en fa gri ho in ka lo mi nu or pra qui ro sta tu ver win xe yo zan bel cra dis flo gen hul'.split(' ');
const domainWords =
  'helm kubernetes gateway ingress database metrics observability release controller operator cluster storage certificate terraform scaler rollout pipeline secret image service'.split(
    ' ',
  );
const chineseWords = ['数据库', '监控', '网关', '部署', '集群', '日志'] as const;
const kinds: readonly [DefinitionKind, ...DefinitionKind[]] = ['component', 'trait', 'policy', 'workflow-step'];

/** What is searched, and what people ask of it: the same on every machine. */
export interface SearchCorpus {
  readonly documents: readonly SearchDocument[];
  readonly questions: readonly string[];
}

/** Makes 60 000 documents of 1 500 addons in words that are as frequent and as rare as those of a language, and 1 000 questions. */
export function createSearchCorpus(): SearchCorpus {
  const random = createRandom(7);
  const pickWord = createLanguage(random);
  const names = new Set<string>();
  while (names.size < addonCount) names.add(`${pickWord()}-${pickWord()}`);
  const documents = [...names].flatMap((name) => createAddon(name, random, pickWord));
  const questions = random.times(1_000, () => createQuestion(random, documents, pickWord));
  return { documents, questions };
}

/** Few words are frequent and most are rare: the chance of a word falls with its rank (Zipf). */
function createLanguage(random: Random): () => string {
  const made = new Set(domainWords);
  while (made.size < wordCount) made.add(random.times(2 + random.below(3), () => syllables[random.below(30)]).join(''));
  const words = [...made];
  return () => words[Math.floor(words.length ** (random.below(2 ** 30) / 2 ** 30)) - 1] ?? 'helm';
}

function createAddon(name: string, random: Random, pickWord: () => string): readonly SearchDocument[] {
  const text = (words: number) => random.times(words, pickWord).join(' ');
  const tags = random.times(1 + random.below(3), () => domainWords[random.below(domainWords.length)] ?? 'helm');
  const works = random.chance(0.7) ? (['1.9', '1.10'] as const) : (['1.10'] as const);
  const weight = random.chance(0.05) ? random.below(50) : 0;
  const definitions = random.times(definitionsOfAddon, (at) =>
    aDefinitionDocument({
      addon: name,
      definition: { kind: random.pick(kinds), name: `${pickWord()}-${at}` },
      tags,
      works,
      weight,
      description: text(12),
    }),
  );
  const parameters = random.times(parametersOfAddon, (at) =>
    aParameterDocument({
      addon: name,
      name: `${pickWord()}.${pickWord()}${at}`,
      tags,
      works,
      weight,
      description: text(10),
    }),
  );
  const chinese = random.chance(0.2) ? random.times(4, () => random.pick(chineseWords)).join('') : '';
  const addon = anAddonDocument({
    name,
    tags,
    works,
    weight,
    keywords: definitions.map((definition) => definition.name),
    description: `${text(14)} ${chinese}`,
    body: text(150),
    provides: [...new Set(definitions.flatMap(({ provides }) => provides))],
  });
  return [addon, ...definitions, ...parameters];
}

/** A third is misspelled; the rest are names, words, and words that are begun. */
function createQuestion(random: Random, documents: readonly SearchDocument[], pickWord: () => string): string {
  const name = documents[random.below(documents.length)]?.name ?? '';
  const word = pickWord();
  const asked = random.weigh([
    [3, name],
    [3, `${pickWord()} ${pickWord()}`],
    [2, name.slice(0, 3 + random.below(4))],
    [1, word.slice(0, 2)],
    [1, `${domainWords[random.below(domainWords.length)] ?? ''} ${word}`],
    [1, 'k8s object storage'],
    [1, random.pick(chineseWords)],
  ]);
  return random.chance(0.33) ? misspell(random, asked) : asked;
}

function misspell(random: Random, text: string): string {
  const at = 1 + random.below(Math.max(1, text.length - 2));
  const [before, letter, next, after] = [text.slice(0, at), text.charAt(at), text.charAt(at + 1), text.slice(at + 2)];
  return random.pick([
    `${before}${next}${letter}${after}`,
    `${before}${next}${after}`,
    `${before}${letter}${letter}${next}${after}`,
    `${before}e${next}${after}`,
  ]);
}
