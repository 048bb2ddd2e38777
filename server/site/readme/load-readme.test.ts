import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { createFixtureCatalog, type FixtureVersion } from '../../../test/support/fixture-catalog.ts';
import { createLinks } from '../../../web/context/links.ts';
import { createHighlighter } from '../highlight/create-highlighter.ts';
import { loadReadme, type ReadmeOptions } from './load-readme.ts';

const base = '/x/addons/official/a/v/1.0.0';

const links = createLinks('/x');
const highlighter = createHighlighter({ maxMs: 60_000 });

async function load(files: FixtureVersion['files'] & object, options: Partial<ReadmeOptions> = {}) {
  const reader = createFixtureCatalog({ versions: [{ name: 'a', files }] });
  const version = await reader.getVersion('official', 'a', '1.0.0');
  return loadReadme({ reader, highlighter, links }, version, { variant: 'main', extent: 'beginning', ...options });
}

async function loadText(files: FixtureVersion['files'] & object, options: Partial<ReadmeOptions> = {}) {
  const view = await load(files, options);
  if (view.kind !== 'text') throw new Error(view.kind);
  return { ...view, html: renderToString(h('div', null, view.content)).slice('<div>'.length, -'</div>'.length) };
}

async function render(markdown: string): Promise<string> {
  const files = { 'README.md': markdown, 'docs/b c.md': '', 'docs/p.png': '', 'template.cue': '' };
  return (await loadText(files)).html;
}

/** Without what every block has. */
async function renderPlain(markdown: string): Promise<string> {
  return (await render(markdown)).replaceAll(' dir="auto"', '').replaceAll(/ <a class="anchor".*?<\/a>/g, '');
}

describe('loadReadme', () => {
  it.each([
    ['text', 'a *b* **c** ~~d~~ `e`', '<p>a <em>b</em> <strong>c</strong> <s>d</s> <code>e</code></p>'],
    ['list', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['list with a start', '3. a', '<ol start="3"><li>a</li></ol>'],
    ['code', '```x\na <b>\n```', '<pre tabindex="0"><code>a &lt;b>\n</code></pre>'],
    [
      'coloured code',
      '```YAML title\na: "<"\n```',
      '<pre tabindex="0"><code><span class="tk-name">a</span>: <span class="tk-string">&quot;&lt;&quot;</span>\n</code></pre>',
    ],
    [
      'table',
      '|a|b|\n|-:|:-:|\n|1|2|',
      '<div class="table-frame" tabindex="0"><table><thead><tr><th scope="col" class="align-right">a</th><th scope="col" class="align-center">b</th></tr></thead><tbody><tr><td class="align-right">1</td><td class="align-center">2</td></tr></tbody></table></div>',
    ],
    [
      'external link',
      '[a](https://b.c/d?e=f&g "title")',
      '<p><a href="https://b.c/d?e=f&amp;g" class="external" rel="noopener nofollow">a</a></p>',
    ],
    ['mail', '[a](mailto:b@c.d)', '<p><a href="mailto:b@c.d" class="external" rel="noopener nofollow">a</a></p>'],
    [
      'bare address',
      'https://b.c',
      '<p><a href="https://b.c/" class="external" rel="noopener nofollow">https://b.c</a></p>',
    ],
    ['bare host', 'see b.com', '<p>see b.com</p>'],
    ['file', '[a](./docs/b%20c.md#x)', `<p><a href="${base}/files/docs/b%20c.md">a</a></p>`],
    ['file through a folder', '[a](docs/../template.cue)', `<p><a href="${base}/files/template.cue">a</a></p>`],
    ['file that is not there', '[a](nothing.md)', '<p>a</p>'],
    ['file outside', '[a](../README.md)', '<p>a</p>'],
    ['absolute path', '[a](/etc/passwd)', '<p>a</p>'],
    ['heading of the readme', '[a](#What-is it?)', '<p>[a](#What-is it?)</p>'],
    ['heading link', '[a](#B-c)', '<p><a href="#readme-b-c">a</a></p>'],
    ['picture of the package', '![a](docs/p.png)', `<p><img src="${base}/raw/docs/p.png" alt="a" loading="lazy"/></p>`],
    [
      'picture from elsewhere',
      '![a](https://b.c/p.png)',
      '<p><a href="https://b.c/p.png" class="external" rel="noopener nofollow">a</a></p>',
    ],
    [
      'picture from elsewhere in a link',
      '[![a](https://b.c/p.png)](https://d.e)',
      '<p><a href="https://d.e/" class="external" rel="noopener nofollow">a</a></p>',
    ],
    [
      'picture without words',
      '![](https://b.c/p.png?x)',
      '<p><a href="https://b.c/p.png?x" class="external" rel="noopener nofollow">p.png</a></p>',
    ],
  ])('%s', async (_name, markdown, html) => {
    expect(await renderPlain(markdown)).toBe(html);
  });

  it.each([
    [
      'picture',
      '<img src="docs/p.png" width=200 height="1e9" style="x" alt="a&amp;b">',
      `<img src="${base}/raw/docs/p.png" alt="a&amp;b" width="200" loading="lazy"/>`,
    ],
    [
      'picture from elsewhere',
      '<IMG alt=a src=https://b.c/p.png>',
      '<a href="https://b.c/p.png" class="external" rel="noopener nofollow">a</a>',
    ],
    [
      'picture in a link',
      '<a href="https://d.e"><img alt="a" src="https://b.c/p.png"></a>',
      '<p><a href="https://d.e/" class="external" rel="noopener nofollow">a</a></p>',
    ],
    ['data', '![a](data:image/png;base64,AAAA) ![](data:image/png;base64,AAAA) <img src="data:,x">', '<p>a  </p>'],
    [
      'film',
      '<video src="https://b.c/d.mp4" autoplay></video>',
      '<p><a href="https://b.c/d.mp4" class="external" rel="noopener nofollow">d.mp4</a></p>',
    ],
    [
      'line',
      'a<br>b<sub>c</sub><kbd>d</kbd><b onclick="x">e</b><br/>',
      '<p>a<br/>b<sub>c</sub><kbd>d</kbd><b>e</b><br/></p>',
    ],
    [
      'folded',
      '<details><summary>a</summary>\n\n*b*\n\n</details>\n\nc',
      '<details><summary>a</summary>\n<p><em>b</em></p></details>\n<p>c</p>',
    ],
    ['aligned', '<p align="center">\n<b>a</b>\n</p>', '<div class="align-center">\n<b>a</b>\n</div>'],
    ['heading', '<h1 align="center">a <i>b</i></h1>', '<h3 id="readme-a-b" class="align-center">a <i>b</i></h3>'],
    [
      'table',
      '<table><tr><th>a</th><td colspan=2 rowspan=x>b</td></tr></table>',
      '<div class="table-frame" tabindex="0"><table><tr><th>a</th><td colspan="2">b</td></tr></table></div>',
    ],
    [
      'text in a table',
      '<table>a<tr>b<td>c</table>',
      '<div class="table-frame" tabindex="0"><table><tr><td>c</td></tr></table></div>ab',
    ],
    ['comment', 'a <!-- <b>x</b> --> b\n\n<!-- c\n\nd -->', '<p>a  b</p>'],
    ['silent', 'a<script>x</script>b\n\n<style>\nx\n\ny</style>\n\n<svg><text>x</text></svg>', '<p>ab</p>\n'],
    ['unknown', 'a <cluster> <foo bar>b</foo>', '<p>a  b</p>'],
    ['not closed', '**a <b>c** d\n\ne', '<p><strong>a <b>c</b></strong> d</p><p>e</p>'],
    ['closed by nobody', '</div></p></table>a', 'a'],
    ['closed out of turn', '- a <b>\n- </b></li></ul>c\n\nd', '<ul><li>a <b></b></li><li>c</li></ul><p>d</p>'],
    ['folded and not closed', '<details>\n\na', '<details open>\n<p>a</p></details>'],
    ['heading not closed', '<h1>a\n\nb', '<h3 id="readme-a">a\n</h3><p>b</p>'],
    ['cell on its own', '<td>a</td>', 'a'],
    ['blocks in a line', '**a <div>b</div> <h2>c</h2>**', '<p><strong>a b c</strong></p>'],
  ])('takes HTML: %s', async (_name, markdown, html) => {
    expect(await renderPlain(markdown)).toBe(html);
  });

  it('moves headings below those of the page, closes gaps and gives each an id of its own', async () => {
    const markdown = '## A b!\n\n#### C\n\n## A b!\n\n## A b 1\n\n#\n\n<h2>D</h2>';
    expect(await renderPlain(markdown)).toBe(
      '<h3 id="readme-a-b">A b!</h3><h4 id="readme-c">C</h4><h3 id="readme-a-b-1">A b!</h3>' +
        '<h3 id="readme-a-b-1-1">A b 1</h3><h3 id="readme-d">D</h3>',
    );
    const { headings } = await loadText({ 'README.md': markdown });
    expect(headings.map(({ id, level }) => [id, level])).toEqual([
      ['readme-a-b', 3],
      ['readme-c', 4],
      ['readme-a-b-1', 3],
      ['readme-a-b-1-1', 3],
      ['readme-d', 3],
    ]);
  });

  it('gives blocks the direction of their own text', async () => {
    expect(await render('שלום\n\n> a')).toBe(
      '<p dir="auto">שלום</p><blockquote dir="auto"><p dir="auto">a</p></blockquote>',
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<style>*{display:none}</style>',
    '<base href="https://evil.example/">',
    '<form action="https://evil.example/"><input name=location>',
    '<a id="content" name="body">clobber</a>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java&#x09;script:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](vbscript:x)',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](file:///etc/passwd)',
    '![a](data:image/svg+xml,<svg onload=alert(1)>)',
    '![a](javascript:alert(1))',
    '<javascript:alert(1)>',
    '[a](https://b.c "\\" onclick=alert(1)")',
    '![" onerror="alert(1)](https://b.c/p.png)',
    '|<img src=x onerror=alert(1)>|\n|-|\n|<script>|',
    '# <img src=x onerror=alert(1)>',
    '[a]: javascript:alert(1)\n\n[a]',
    '`<script>`',
    '```"><script>alert(1)</script>\nx\n```',
    '{{constructor.constructor("alert(1)")()}}',
  ])('lets nothing of %s become markup', async (markdown) => {
    const html = await render(markdown);
    const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
    for (const tag of tags) {
      expect(tag).toMatch(/^<(p|h3|a|code|pre|div|table|thead|tbody|tr|th|td)[ >]/);
      expect(tag.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/\son|style=/);
      expect(tag).not.toMatch(/(href|src)="(?!https:\/\/|#readme-|\/x\/)/);
    }
  });

  it('says when there is none', async () => {
    expect(await load({})).toEqual({ kind: 'missing' });
  });

  it.each(['readme_cn.md', 'README_ZH.md', 'README.zh-CN.md', 'readme-zh_Hans.md', 'README.md.zh'])(
    'finds the Chinese one: %s',
    async (name) => {
      const files = { 'README.md': 'main', [name]: 'other', 'docs/README_zh.md': 'x', 'readme_czech.md': 'x' };
      const { html, variant, hasOther, path } = await loadText(files, { variant: 'zh' });
      expect([html, variant, hasOther, path]).toEqual(['<p dir="auto">other</p>', 'zh', true, name]);
      expect(await loadText(files)).toMatchObject({ path: 'README.md', variant: 'main', hasOther: true });
    },
  );

  it('takes the other one where there is only one', async () => {
    expect(await loadText({ 'README.md': 'a' }, { variant: 'zh' })).toMatchObject({
      path: 'README.md',
      hasOther: false,
    });
    expect(await loadText({ 'readme_cn.md': 'a' })).toMatchObject({
      path: 'readme_cn.md',
      variant: 'zh',
      hasOther: false,
    });
  });

  it('cuts a long one between blocks, and shows more of it to whoever wants all', async () => {
    const block = (index: number) =>
      `## Part ${index}\n\n${createHash('sha512').update(String(index)).digest('hex')}\n\n`;
    const markdown = Array.from({ length: 9000 }, (_, index) => block(index)).join('');
    const beginning = await loadText({ 'README.md': markdown });
    expect(beginning.cut).toBe('beginning');
    expect(gzipSync(beginning.html).length).toBeLessThan(27_001);
    expect(beginning.html).toMatch(/<p dir="auto">[0-9a-f]{128}<\/p>$/);
    const all = await loadText({ 'README.md': markdown }, { extent: 'all', maxMs: 60_000 });
    expect(all.cut).toBe('all');
    expect(all.headings.length).toBeGreaterThan(4 * beginning.headings.length);
    const short = await loadText({ 'README.md': markdown.slice(0, 20_000) }, { extent: 'all', maxMs: 60_000 });
    expect(short.cut).toBeUndefined();
    const hasty = await loadText({ 'README.md': markdown }, { extent: 'all', maxMs: 0 });
    expect([hasty.cut, hasty.html]).toEqual(['all', '']);
  });

  it('uses in one part what is defined in another', async () => {
    const markdown = `[a][b]\n\n${'x\n\n'.repeat(10_000)}[b]: https://c.d`;
    const { html } = await loadText({ 'README.md': markdown }, { maxMs: 60_000 });
    expect(html).toMatch(/^<p dir="auto"><a href="https:\/\/c.d\/"/);
  });
});
