import { measureText } from '../../http/text-width.ts';
import { toXmlText } from '../../http/xml.ts';

/** What a badge says: what it is about, and what is to be said of that. */
export interface Badge {
  readonly label: string;
  readonly message: string;
  readonly tone: 'good' | 'warn' | 'bad' | 'neutral' | 'plain';
}

// White text has a contrast of 4.5 or more on each.
const colours = {
  good: '#1d7a3e',
  warn: '#8a5200',
  bad: '#b3261e',
  neutral: '#5f6b75',
  plain: '#0b6e78',
} as const satisfies Record<Badge['tone'], string>;

const height = 20;
const fontSize = 11;
const padding = 6;
const maxCharacters = 60;

/** Draws a badge as SVG, with its text for who cannot see it. The widths are told to the browser, so that text fits whatever its font is. */
export function drawBadge({ label, message, tone }: Badge): string {
  const [left, right] = [shorten(label), shorten(message)];
  const [leftText, rightText] = [left, right].map((text) => Math.ceil(measureText(text, fontSize)));
  const leftWidth = (leftText ?? 0) + 2 * padding;
  const rightWidth = (rightText ?? 0) + 2 * padding;
  const width = leftWidth + rightWidth;
  const name = toXmlText(`${left}: ${right}`);
  const text = (words: string, x: number, length: number) =>
    `<text x="${x}" y="14" textLength="${length}" lengthAdjust="spacingAndGlyphs">${toXmlText(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}">`,
    `<title>${name}</title>`,
    `<clipPath id="r"><rect width="${width}" height="${height}" rx="3"/></clipPath>`,
    '<g clip-path="url(#r)">',
    `<rect width="${leftWidth}" height="${height}" fill="#3a4650"/>`,
    `<rect x="${leftWidth}" width="${rightWidth}" height="${height}" fill="${colours[tone]}"/>`,
    '</g>',
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="${fontSize}" aria-hidden="true">`,
    text(left, padding, leftText ?? 0),
    text(right, leftWidth + padding, rightText ?? 0),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= maxCharacters ? text : `${characters.slice(0, maxCharacters - 1).join('')}…`;
}
