import type { Request } from 'express';
import { type InstallClient, installClients, type Language, type Theme } from '../../web/context/page-context.ts';

/** How a visitor wants the pages, and what of it the address said anew. */
export interface Visitor {
  readonly language: Language;
  readonly theme: Theme;
  /** The way to install that was looked at last. */
  readonly client: InstallClient;
  /** Choices made by this very address, to be remembered in cookies of the same names. */
  readonly choices: { readonly lang?: Language; readonly theme?: Theme };
}

const languages: readonly Language[] = ['en', 'zh'];
const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** Reads language (`?lang=`, then a cookie, then Accept-Language), theme (`?theme=`, then a cookie) and the way to install (a cookie). */
export function readVisitor(request: Request): Visitor {
  const cookies = parseCookies(request.headers.cookie ?? '');
  const lang = languages.find((language) => language === request.query['lang']);
  const theme = themes.find((candidate) => candidate === request.query['theme']);
  return {
    language:
      lang ??
      languages.find((language) => language === cookies.get('lang')) ??
      chooseLanguage(request.headers['accept-language'] ?? ''),
    theme: theme ?? themes.find((candidate) => candidate === cookies.get('theme')) ?? 'auto',
    client: installClients.find((candidate) => candidate === cookies.get('client')) ?? 'vela',
    choices: { ...(lang === undefined ? {} : { lang }), ...(theme === undefined ? {} : { theme }) },
  };
}

/** Chooses by an `Accept-Language` header (RFC 9110, 12.5.4); English when it names no language that exists here. */
export function chooseLanguage(header: string): Language {
  let chosen: Language = 'en';
  let best = 0;
  for (const item of header.toLowerCase().split(',')) {
    const [range = '', ...parameters] = item.split(';').map((part) => part.trim());
    const weight = Number(parameters.find((part) => part.startsWith('q='))?.slice(2) ?? '1');
    const language = languages.find((candidate) => range === candidate || range.startsWith(`${candidate}-`));
    if (language === undefined || Number.isNaN(weight) || weight <= best) continue;
    chosen = language;
    best = weight;
  }
  return chosen;
}

function parseCookies(header: string): ReadonlyMap<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}
