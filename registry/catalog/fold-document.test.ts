import { expect, it } from 'vitest';
import type { PreviewDocument } from '../../schemas/preview.ts';
import { foldDocument, foldLimits } from './fold-document.ts';

const deep = Array.from({ length: 3000 }, (_, index) => `        field${index}: value`);
const lines = ['kind: Application', 'spec:', '  components:', '    - name: one', ...deep, 'status: {}'];

function aDocument(rest: Partial<PreviewDocument> = {}): PreviewDocument {
  const text = `${lines.join('\n')}\n`;
  return { from: 'application', kind: 'Application', name: 'one', state: 'same', lines: lines.length, text, ...rest };
}

it('leaves a short document as it is', () => {
  const document = aDocument({ text: 'kind: Application\n', lines: 1 });
  expect(foldDocument(document)).toBe(document);
});

it('keeps the levels that there is room for and counts what is left out', () => {
  expect(foldDocument(aDocument())).toEqual(
    aDocument({
      text: 'kind: Application\nspec:\n  components:\n    - name: one\nstatus: {}\n',
      gaps: [{ at: 5, lines: 3000 }],
    }),
  );
});

it('keeps what differs and what is around it, in the numbers of the lines that are left', () => {
  const folded = foldDocument(aDocument({ state: 'changed', added: [1005], removed: [{ at: 1005, text: 'gone' }] }));
  expect(folded.text?.split('\n')).toEqual([...lines.slice(0, 4), ...deep.slice(998, 1003), 'status: {}', '']);
  expect(folded.added).toEqual([7]);
  expect(folded.removed).toEqual([{ at: 7, text: 'gone' }]);
  expect(folded.gaps).toEqual([
    { at: 5, lines: 998 },
    { at: 10, lines: 1997 },
  ]);
});

it('never outgrows its limit, however much differs, and marks no line in the place of one that is gone', () => {
  const added = lines.map((_, index) => index + 1);
  const folded = foldDocument(aDocument({ state: 'added', added }));
  expect(folded.text?.length).toBeLessThanOrEqual(foldLimits.characters + 1);
  const count = folded.text?.trimEnd().split('\n').length ?? 0;
  expect(folded.added).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  expect(folded.gaps?.reduce((sum, gap) => sum + gap.lines, count)).toBe(lines.length);
});

it('finds levels in the items of lists that are written at the level of their parent', () => {
  const items = Array.from({ length: 3000 }, (_, index) => `- name: item${index}`);
  const folded = foldDocument(aDocument({ text: `kind: List\nitems:\n${items.join('\n')}\n`, lines: 3002 }));
  expect(folded).toMatchObject({ text: 'kind: List\nitems:\n', gaps: [{ at: 3, lines: 3000 }] });
});
