/** A document as a client sent it. */
export type FakeDocument = Readonly<Record<string, unknown>>;

/** Reads what an attribute such as `facet.tag` holds; the values of a list are several. */
export function listValues(document: FakeDocument, attribute: string): readonly (string | number | boolean)[] {
  let found: unknown = document;
  for (const key of attribute.split('.')) {
    found = typeof found === 'object' && found !== null ? new Map(Object.entries(found)).get(key) : undefined;
  }
  return [found].flat().filter((value): value is string | number | boolean => {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  });
}

/** The server compares values without regard to letter case, accents and spaces around them. */
export function normalizeValue(value: string | number | boolean): string {
  return String(value)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();
}

/** A filter that cannot be taken; the message says why. */
export class FilterError extends Error {}

type Passes = (document: FakeDocument) => boolean;

const tokenPattern = /\s*(?:(?<quoted>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?<sign>[()[\],=])|(?<word>[\w.:-]+))/uy;

/** Reads a filter expression of `=`, `IN`, `NOT`, `AND`, `OR` and parentheses over attributes that may be filtered. Throws FilterError. */
export function parseFilter(text: string, filterable: readonly string[]): Passes {
  const tokens = listTokens(text);
  let at = 0;
  const isKeyword = (keyword: string) => tokens[at]?.quoted === false && tokens[at]?.text.toUpperCase() === keyword;

  function take(expected?: string): string {
    const token = tokens[at];
    if (token === undefined || (expected !== undefined && (token.quoted || token.text !== expected))) {
      throw new FilterError(`Was expecting ${expected ?? 'a value'} at token ${at + 1} of \`${text.slice(0, 200)}\`.`);
    }
    at += 1;
    return token.text;
  }

  function readAny(): Passes {
    const each = [readAll()];
    while (isKeyword('OR')) {
      at += 1;
      each.push(readAll());
    }
    return (document) => each.some((passes) => passes(document));
  }

  function readAll(): Passes {
    const each = [readOne()];
    while (isKeyword('AND')) {
      at += 1;
      each.push(readOne());
    }
    return (document) => each.every((passes) => passes(document));
  }

  function readOne(): Passes {
    if (isKeyword('NOT')) {
      at += 1;
      const inner = readOne();
      return (document) => !inner(document);
    }
    if (tokens[at]?.text === '(' && tokens[at]?.quoted === false) {
      at += 1;
      const inner = readAny();
      take(')');
      return inner;
    }
    const attribute = take();
    if (!filterable.includes(attribute)) {
      throw new FilterError(
        `Attribute \`${attribute}\` is not filterable. Available filterable attributes: ${filterable.join(', ')}.`,
      );
    }
    const wanted = new Set(readValues().map(normalizeValue));
    return (document) => listValues(document, attribute).some((value) => wanted.has(normalizeValue(value)));
  }

  function readValues(): readonly string[] {
    if (!isKeyword('IN')) {
      take('=');
      return [take()];
    }
    at += 1;
    take('[');
    const values: string[] = [];
    while (tokens[at]?.text !== ']' || tokens[at]?.quoted === true) {
      values.push(take());
      if (tokens[at]?.text !== ']') take(',');
    }
    take(']');
    return values;
  }

  const passes = readAny();
  if (at < tokens.length)
    throw new FilterError(`Found unexpected characters at the end of the filter: token ${at + 1}.`);
  return passes;
}

function listTokens(text: string): readonly { readonly text: string; readonly quoted: boolean }[] {
  const tokens: { text: string; quoted: boolean }[] = [];
  const end = text.trimEnd().length;
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < end) {
    const match = tokenPattern.exec(text);
    if (match === null) throw new FilterError(`Unexpected characters in the filter \`${text.slice(0, 200)}\`.`);
    const quoted = match.groups?.['quoted'];
    tokens.push(
      quoted === undefined
        ? { text: match[0].trim(), quoted: false }
        : { text: quoted.slice(1, -1).replaceAll(`\\${quoted[0]}`, quoted[0] ?? ''), quoted: true },
    );
  }
  return tokens;
}
