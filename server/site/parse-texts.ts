import { RegistryError } from '../../registry/errors.ts';

const maxLength = 200;

/** Reads named parameters of a query as texts; empty ones count as absent, other names are left alone. Throws INPUT_INVALID. */
export function parseTexts<Name extends string>(
  query: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): { readonly [name in Name]?: string } {
  const texts: { [name in Name]?: string } = {};
  for (const name of names) {
    const value = query[name];
    if (value === undefined || value === '') continue;
    if (typeof value !== 'string' || value.length > maxLength) throw refuseParameter(name);
    const text = value.trim();
    if (text !== '') texts[name] = text;
  }
  return texts;
}

/** Words that somebody looks for. */
export interface AskedWords {
  /** As they were given: the search itself says what of them it leaves out. */
  readonly asked?: string;
  /** As pages repeat them: never long. */
  readonly q?: string;
}

/** Reads the words of a query, which may be any text. Throws INPUT_INVALID when they are given twice. */
export function parseWords({ q: value }: Readonly<Record<string, unknown>>): AskedWords {
  if (value === undefined || value === '') return {};
  if (typeof value !== 'string') throw refuseParameter('q');
  const asked = value.trim();
  return asked === '' ? {} : { asked, q: cutWords(asked) };
}

/** The beginning of a text, no longer than the field that it is typed into. */
export function cutWords(text: string): string {
  return text.length <= maxLength
    ? text
    : text
        .slice(0, maxLength)
        .replace(/\p{Surrogate}$/u, '')
        .trim();
}

/** A parameter has a value that this server does not take. */
export function refuseParameter(name: string): RegistryError {
  return new RegistryError('INPUT_INVALID', `the query parameter ${name} has a value that is not taken`, {
    faults: [{ pointer: `/${name}`, message: 'not a value of this parameter' }],
  });
}
