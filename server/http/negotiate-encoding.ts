export type ContentEncoding = 'br' | 'gzip' | 'identity';

const remembered = new Map<string, ContentEncoding>();
const maxRemembered = 256;

/** Chooses the smallest encoding that an `Accept-Encoding` header admits (RFC 9110, 12.5.3); without a header, identity. */
export function negotiateEncoding(header: string | undefined): ContentEncoding {
  if (header === undefined) return 'identity';
  const known = remembered.get(header);
  if (known !== undefined) return known;
  const chosen = chooseEncoding(header);
  if (remembered.size < maxRemembered) remembered.set(header, chosen);
  return chosen;
}

function chooseEncoding(header: string): ContentEncoding {
  const weights = new Map<string, number>();
  for (const item of header.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = item.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    weights.set(coding, weight === undefined ? 1 : Number(weight) || 0);
  }
  const weightOf = (coding: string) => weights.get(coding) ?? weights.get('*') ?? 0;
  if (weightOf('br') > 0 && weightOf('br') >= weightOf('gzip')) return 'br';
  return weightOf('gzip') > 0 ? 'gzip' : 'identity';
}
