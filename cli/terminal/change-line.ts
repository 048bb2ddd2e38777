import type { ValueChange } from '../../schemas/version-diff.ts';
import type { Segment } from './terminal.ts';

/** What a judged difference says; how it says so is the same for all of them. */
export type JudgedChange = Pick<ValueChange, 'breaking' | 'message'> &
  Partial<Pick<ValueChange, 'before' | 'after' | 'beforeAt' | 'afterAt'>>;

/** Shows a judged difference in one line: whether it breaks, what it is, where, and the texts of both sides. */
export function toChangeLine({
  breaking,
  message,
  before,
  after,
  beforeAt,
  afterAt,
}: JudgedChange): readonly Segment[] {
  const at = afterAt ?? beforeAt;
  const texts = before !== undefined && after !== undefined ? ` ${toOneLine(before)} -> ${toOneLine(after)}` : '';
  return [
    breaking ? { text: 'breaking', style: 'red' } : { text: 'fine', style: 'green' },
    `: ${message}`,
    ...(at === undefined ? [] : [{ text: ` ${at.file}:${at.line}:${at.column}`, style: 'dim' as const }]),
    ...(texts === '' ? [] : [{ text: texts, style: 'dim' as const }]),
  ];
}

/** A text in one line, cut where it is long. */
export function toOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
