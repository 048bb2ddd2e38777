import { gzipSync } from 'node:zlib';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { createFixtureCatalog } from '../../../test/support/fixture-catalog.ts';
import { createLinks } from '../../../web/context/links.ts';
import { createHighlighter } from '../highlight/create-highlighter.ts';
import { loadReadme } from './load-readme.ts';

const bytes = 5_000_000;
const fill = (text: string) => text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes);

const hostile: Readonly<Record<string, string>> = {
  'open brackets': fill('['),
  'open pictures': fill('!['),
  quotes: fill('> > > > a\n'),
  'deep quotes': fill('>'),
  'deep lists': fill(Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth * 2)}- a\n`).join('')),
  'lists in a line': fill('- '),
  headings: Array.from({ length: 10_000 }, (_, index) => `# Heading ${index % 100}\n\n`).join(''),
  emphasis: fill('**a *b __c '),
  backticks: fill('`a``b```'),
  'a long word': fill('x'),
  'right to left': fill('שלום עולם '),
  'less-than signs': fill('<'),
  'open tags': fill('<details><div><b>'),
  'tags without end': fill('a <a b="'),
  'closing tags': fill('</div></b></details>'),
  comments: `a ${fill('<!-- ')}`,
  'empty comments': fill('<!---->'),
  instructions: `a ${fill('<?')}`,
  'character data': `a ${fill('<![CDATA[')}`,
  scripts: fill('<script>alert(1)</script>\n\n'),
  'open scripts': `a ${fill('<script>')}`,
  'javascript links': fill('[a](javascript:alert(1)) <a href="javascript:x">b</a>\n\n'),
  data: `![a](data:image/png;base64,${fill('A')})`,
  'a wide table': `${'|a'.repeat(200)}\n${'|-'.repeat(200)}\n${fill('|\n')}`,
  'tables in tables': fill('<table><tr><td>'),
  definitions: fill('[a]: b\n'),
  addresses: fill('https://a.b '),
  entities: fill('&amp;&#x'),
  fences: fill('```yaml\na: [\n```\n\n'),
  'an open fence': `\`\`\`cue\n${fill('a: "b\\(c)" | [\n')}`,
  'nothing that compresses': Array.from({ length: 300_000 }, (_, index) => `${Math.sin(index)} `).join(''),
};

const links = createLinks('');
const highlighter = createHighlighter();

describe('a readme of 5 MB', () => {
  it.each(Object.entries(hostile))('fits its page and is drawn in time: %s', async (name, markdown) => {
    const reader = createFixtureCatalog({ versions: [{ name: 'a', files: { 'README.md': markdown } }] });
    const version = await reader.getVersion('official', 'a', '1.0.0');
    for (const extent of ['beginning', 'all'] as const) {
      const startedAt = performance.now();
      const view = await loadReadme({ reader, highlighter, links }, version, { variant: 'main', extent });
      if (view.kind !== 'text') throw new Error(view.kind);
      const html = renderToString(h('div', null, view.content));
      const ms = performance.now() - startedAt;
      const size = gzipSync(html).length;
      if (process.env['FIGURES'] !== undefined) console.log(`${name}; ${extent}; ${Math.round(ms)} ms; ${size} B`);
      // A part that has begun is finished, on a machine that has more to do than this.
      expect(ms).toBeLessThan(15_000);
      expect(html).not.toMatch(/<script|javascript:/);
      if (extent === 'beginning') expect(size).toBeLessThanOrEqual(27_000);
    }
  });
});
