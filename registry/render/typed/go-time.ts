import { quoteGo } from '../quote-go.ts';

const layout = '2006-01-02T15:04:05Z07:00';
const form = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,]\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads a time as `metav1.Time` does (RFC 3339) and prints it in UTC without fractions, or says in Go's form why not. */
export function parseGoTime(
  text: string,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string } {
  const match = form.exec(text);
  const time = Date.parse(text.replace(',', '.'));
  if (match !== null && !Number.isNaN(time)) return { ok: true, text: `${new Date(time).toISOString().slice(0, 19)}Z` };
  const rest = findRest(text);
  return {
    ok: false,
    message: `parsing time ${quoteGo(text)} as "${layout}": cannot parse ${quoteGo(rest.text)} as "${rest.as}"`,
  };
}

const parts: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}/, '2006'],
  [/^-/, '-'],
  [/^\d{2}/, '01'],
  [/^-/, '-'],
  [/^\d{2}/, '02'],
  [/^T/, 'T'],
  [/^\d{2}/, '15'],
  [/^:/, ':'],
  [/^\d{2}/, '04'],
  [/^:/, ':'],
  [/^\d{2}(?:[.,]\d+)?/, '05'],
  [/^(?:Z|[+-]\d{2}:\d{2})$/, 'Z07:00'],
];

function findRest(text: string): { readonly text: string; readonly as: string } {
  let rest = text;
  for (const [part, as] of parts) {
    const found = part.exec(rest);
    if (found === null) return { text: rest, as };
    rest = rest.slice(found[0].length);
  }
  return { text: rest, as: '' };
}
