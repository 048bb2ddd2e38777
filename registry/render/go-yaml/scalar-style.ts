import { resolvePlainScalar } from '../../addon/metadata/resolve-scalar.ts';
import { isLineBreak, isPrintable } from './yaml-letters.ts';

/** How a text is written. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal';

/** Chooses the style of a text in block context as goyaml.v2 does (`encode.go`, stringv; `emitterc.go`, analyze and select). */
export function analyzeScalar(text: string): { readonly style: ScalarStyle; readonly multiline: boolean } {
  const wanted = text.includes('\n') ? 'literal' : staysText(text) ? 'plain' : 'double';
  if (text === '') return { style: 'double', multiline: false };
  const { plain, single, block, multiline } = analyze(text);
  switch (wanted) {
    case 'double':
      return { style: 'double', multiline };
    case 'plain':
      return { style: plain ? 'plain' : single ? 'single' : 'double', multiline };
    case 'literal':
      return { style: block ? 'literal' : 'double', multiline };
  }
}

const base60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;

/** Tells whether a text without quotes would be read as the same text. */
function staysText(text: string): boolean {
  return typeof resolvePlainScalar(text) === 'string' && !base60.test(text) && !isTimestamp(text);
}

const timestamp =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[+-](\d{2}):(\d{2}))| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?)?$/;

function isTimestamp(text: string): boolean {
  const match = timestamp.exec(text);
  if (match === null) return false;
  const numbers = match.slice(1).map((digits) => (digits === undefined ? 0 : Number(digits)));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0, ...spaced] =
    numbers;
  const [spacedHour = 0, spacedMinute = 0, spacedSecond = 0] = spaced;
  const last = month >= 1 && month <= 12 ? new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate() : 0;
  if (day < 1 || day > last || zoneHour > 24 || zoneMinute > 59) return false;
  return Math.max(hour, spacedHour) < 24 && Math.max(minute, spacedMinute, second, spacedSecond) < 60;
}

const indicatorsInFront = new Set('#,[]{}&*!|>\'"%@`');

interface Analysis {
  readonly plain: boolean;
  readonly single: boolean;
  readonly block: boolean;
  readonly multiline: boolean;
}

/** Words of letters, digits and some signs, which is what most texts are. */
const simple = /^[A-Za-z_/][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*$/;

function analyze(text: string): Analysis {
  if (simple.test(text)) return { plain: true, single: true, block: true, multiline: false };
  const letters = [...text];
  let indicators = text.startsWith('---') || text.startsWith('...');
  let [special, multiline, breakThenSpace, spaceThenBreak] = [false, false, false, false];
  for (const [index, letter] of letters.entries()) {
    const before = letters[index - 1];
    const after = letters[index + 1];
    if (index === 0 && indicatorsInFront.has(letter)) indicators = true;
    if ((letter === ':' || (index === 0 && (letter === '?' || letter === '-'))) && isBlank(after)) indicators = true;
    if (letter === '#' && (before === ' ' || before === '\t' || isLineBreak(before))) indicators = true;
    if (!isPrintable(letter)) special = true;
    if (isLineBreak(letter)) multiline = true;
    if (letter === ' ' && isLineBreak(before)) breakThenSpace = true;
    if (isLineBreak(letter) && before === ' ') spaceThenBreak = true;
  }
  const [first, last] = [letters[0], letters.at(-1)];
  const surrounded = first === ' ' || last === ' ' || isLineBreak(first) || isLineBreak(last);
  const hard = special || spaceThenBreak;
  return {
    plain: !(indicators || surrounded || breakThenSpace || hard || multiline),
    single: !(breakThenSpace || hard),
    block: !(last === ' ' || hard),
    multiline,
  };
}

function isBlank(letter: string | undefined): boolean {
  return letter === undefined || letter === ' ' || letter === '\t';
}
