import { readCueOutline } from '../../addon/lint/cue-outline.ts';
import type { TemplateText } from './types.ts';

/**
 * Takes the template of a definition in CUE form out of its file with every character at its place: the head, the package clause and
 * the braces of `template` become blanks. Undefined when the text shows no template that is written as a struct.
 */
export function extractCueTemplate(file: string, source: string): TemplateText | undefined {
  const outline = readCueOutline(file, source);
  const templates = outline.fields.filter(({ label, labelKind }) => label === 'template' && labelKind !== 'let');
  if (templates.length === 0 || templates.some(({ valueKind }) => valueKind !== 'struct')) return undefined;
  const blanks: (readonly [number, number])[] = [];
  if (outline.package !== undefined) {
    const start = source.lastIndexOf('package', outline.package.offset);
    blanks.push([start, outline.package.offset + outline.package.name.length]);
  }
  for (const field of outline.fields) {
    const end = field.valueOffset + field.valueText.length;
    // An alias or `let` stands before the label on the same line.
    const start = source.lastIndexOf('\n', field.offset) + 1;
    if (!templates.includes(field)) blanks.push([start, end]);
    else if (field.valueText.startsWith('{')) blanks.push([start, field.valueOffset + 1], [end - 1, end]);
    else blanks.push([start, field.valueOffset]);
  }
  return { text: blank(source, blanks), locate: (place) => place };
}

function blank(source: string, spans: readonly (readonly [number, number])[]): string {
  let text = '';
  let done = 0;
  for (const [start, end] of [...spans].sort(([left], [right]) => left - right)) {
    if (start < done) continue;
    text += source.slice(done, start) + source.slice(start, end).replace(/[^\n\r]/g, ' ');
    done = end;
  }
  return text + source.slice(done);
}
