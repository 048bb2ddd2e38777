import type { TokenPart } from '../../../web/context/source-lines.ts';

const label = /((?:[A-Za-z_$#][\w$#]*))([?!]?:)(?!=)/g;
const colonFirst = /^[?!]?:/;

/** Marks the names of fields in a line of CUE, which the grammar tells from references by nothing but the colon after them. */
export function markCueLabels(parts: readonly TokenPart[]): readonly TokenPart[] {
  return parts.flatMap((part, index): readonly TokenPart[] => {
    if (part.kind === 'string' && colonFirst.test(parts[index + 1]?.text ?? '')) return [{ ...part, kind: 'name' }];
    return part.kind === undefined ? splitLabels(part.text) : [part];
  });
}

function splitLabels(text: string): readonly TokenPart[] {
  const parts: TokenPart[] = [];
  let end = 0;
  for (const match of text.matchAll(label)) {
    const [, name = ''] = match;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: name, kind: 'name' });
    end = match.index + name.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}
