import type { Request, RequestHandler, Response } from 'express';
import type { VersionDetail } from '../../../schemas/rest.ts';
import { toVerdictWord, type VerdictWord } from '../../../web/context/verdict-word.ts';
import { catalogues } from '../../../web/strings/catalogues.ts';
import type { Strings } from '../../../web/strings/strings.ts';
import { setForeignHeaders } from '../page-headers.ts';
import type { SiteDependencies } from '../site-dependencies.ts';
import { type Card, type CardMark, drawCard } from './draw-card.ts';

const tones = {
  works: 'good',
  'needs-parameters': 'warn',
  refused: 'bad',
  excluded: 'neutral',
  pending: 'neutral',
} as const satisfies Record<VerdictWord, CardMark['tone']>;

/** Sends the card of a version, which other sites show with a link to its page; `lang=zh` says it in Chinese. Throws what the reader throws. */
export function createVersionCardHandler({
  reader,
}: Pick<SiteDependencies, 'reader'>): RequestHandler<{ catalog: string; addon: string; version: string }> {
  return async (request, response) => {
    const { catalog, addon, version } = request.params;
    sendCard(response, toVersionCard(await reader.getVersion(catalog, addon, version), readStrings(request)));
  };
}

/** Sends the card of every page that has none of its own. */
export function createSiteCardHandler(): RequestHandler {
  return (request, response) => {
    const { frame, home } = readStrings(request);
    sendCard(response, { title: frame.product, sentence: home.lead, marks: [], place: home.title });
  };
}

function toVersionCard(version: VersionDetail, strings: Strings): Card {
  const { verdict, states } = strings;
  const state: readonly CardMark[] =
    version.state === 'active'
      ? []
      : [{ text: states.words[version.state], tone: version.state === 'quarantined' ? 'bad' : 'warn' }];
  const verdicts = version.verdicts.map((each): CardMark => {
    const word = toVerdictWord(each);
    return { text: `${verdict.line(each.line)} ${verdict.words[word]}`, tone: tones[word] };
  });
  return {
    title: version.name,
    aside: version.version,
    sentence: version.metadata.description || strings.version.noDescription,
    marks: [...state, ...(version.state === 'quarantined' ? [] : verdicts)],
    place: `${strings.frame.product} · ${version.catalog}`,
  };
}

function readStrings({ query }: Pick<Request, 'query'>): Strings {
  return catalogues[query['lang'] === 'zh' ? 'zh' : 'en'];
}

function sendCard(response: Response, card: Card): void {
  setForeignHeaders(response);
  // Other sites show it.
  response.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cache-Control': 'public, max-age=300' });
  response.type('image/svg+xml; charset=utf-8').send(drawCard(card));
}
