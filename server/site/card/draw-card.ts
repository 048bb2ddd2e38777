import { measureText, wrapText } from '../../http/text-width.ts';
import { toXmlText } from '../../http/xml.ts';

/** A word about something, such as what a release line makes of a version. */
export interface CardMark {
  readonly text: string;
  readonly tone: 'good' | 'warn' | 'bad' | 'neutral';
}

/** What a card says. */
export interface Card {
  readonly title: string;
  /** Beside the title, in lighter ink. */
  readonly aside?: string;
  readonly sentence: string;
  readonly marks: readonly CardMark[];
  /** Where it belongs. */
  readonly place: string;
}

/** Size of every card in pixels, as Open Graph readers want it. */
export const cardSize = { width: 1200, height: 630 } as const;

const margin = 80;
const room = cardSize.width - 2 * margin;
const tones = {
  good: '#1d7a3e',
  warn: '#8a5200',
  bad: '#b3261e',
  neutral: '#5f6b75',
} as const satisfies Record<CardMark['tone'], string>;

const titleSize = 76;
const asideSize = 44;
const sentenceSize = 38;
const markSize = 26;
const markPadding = 18;
const markRows = 2;
const firstRow = 482;
const rowHeight = 62;

/** Draws a card as SVG. Widths are told to whoever draws it, so that text fits whatever the font is. */
export function drawCard(card: Card): string {
  const title = wrapText(card.title, { width: room, fontSize: titleSize, maxLines: 1 })[0] ?? '';
  const sentence = wrapText(card.sentence, { width: room, fontSize: sentenceSize, maxLines: 3 });
  const name = toXmlText([card.title, card.aside, card.sentence].filter(Boolean).join(' · ').slice(0, 300));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" viewBox="0 0 ${cardSize.width} ${cardSize.height}" role="img" aria-label="${name}">`,
    `<title>${name}</title>`,
    `<rect width="${cardSize.width}" height="${cardSize.height}" fill="#fbfbf9"/>`,
    `<rect width="${cardSize.width}" height="14" fill="#0b6e78"/>`,
    '<g font-family="Verdana,DejaVu Sans,Noto Sans,Noto Sans CJK SC,sans-serif">',
    toText(card.place, { x: margin, y: 108, size: 30, colour: '#0b6e78' }),
    toText(title, { x: margin, y: 216, size: titleSize, colour: '#16202a', weight: 700 }),
    ...(card.aside === undefined
      ? []
      : [toText(card.aside, { x: margin, y: 280, size: asideSize, colour: '#55636f' })]),
    ...sentence.map((line, index) =>
      toText(line, { x: margin, y: 352 + index * 50, size: sentenceSize, colour: '#16202a' }),
    ),
    ...drawMarks(card.marks),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

interface TextLook {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly weight?: number;
}

function toText(text: string, { x, y, size, colour, weight = 400 }: TextLook): string {
  const [fitting = ''] = wrapText(text, { width: cardSize.width - margin - x, fontSize: size, maxLines: 1 });
  const length = Math.ceil(measureText(fitting, size));
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}" textLength="${length}" lengthAdjust="spacingAndGlyphs">${toXmlText(fitting)}</text>`;
}

/** Marks in two rows, as many as have room. */
function drawMarks(marks: readonly CardMark[]): readonly string[] {
  const drawn: string[] = [];
  let x = margin;
  let row = 0;
  for (const { text, tone } of marks) {
    const width = Math.ceil(measureText(text, markSize)) + 2 * markPadding;
    if (x > margin && x + width > cardSize.width - margin) {
      x = margin;
      row += 1;
    }
    if (row === markRows || width > room) break;
    const y = firstRow + row * rowHeight;
    drawn.push(
      `<rect x="${x}" y="${y}" width="${width}" height="48" rx="10" fill="${tones[tone]}"/>`,
      toText(text, { x: x + markPadding, y: y + 33, size: markSize, colour: '#ffffff' }),
    );
    x += width + 16;
  }
  return drawn;
}
