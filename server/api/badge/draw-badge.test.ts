import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { type Badge, drawBadge } from './draw-badge.ts';

function parse(svg: string): { readonly names: readonly string[]; readonly text: string; readonly label: string } {
  const parser = new SaxesParser({ xmlns: true });
  const names: string[] = [];
  let text = '';
  let label = '';
  parser.on('opentag', (tag) => {
    names.push(tag.local);
    if (tag.local === 'svg') label = tag.attributes['aria-label']?.value ?? '';
  });
  parser.on('text', (piece) => {
    text += piece.trim();
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return { names, text, label };
}

test.each<[Badge, string]>([
  [{ label: 'official/fluxcd', message: '2.4.0', tone: 'plain' }, 'official/fluxcd: 2.4.0'],
  [{ label: '<script>alert(1)</script>', message: '"&\u0000\u202e', tone: 'bad' }, '<script>alert(1)</script>: "&'],
  [{ label: '可观测性', message: '可用', tone: 'good' }, '可观测性: 可用'],
  [{ label: '', message: '', tone: 'neutral' }, ': '],
])('%j is drawn as well-formed XML and says itself', (badge, expected) => {
  const { names, label } = parse(drawBadge(badge));
  expect(label).toBe(expected);
  expect(names).not.toContain('script');
});

test('a long name is cut, and its badge stays small', () => {
  const svg = drawBadge({ label: 'x'.repeat(5000), message: 'y'.repeat(5000), tone: 'plain' });
  expect(svg.length).toBeLessThan(2000);
  expect(parse(svg).label).toContain('…');
});
