import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { createFixtureCatalog } from '../../../test/support/fixture-catalog.ts';
import { createLinks } from '../../../web/context/links.ts';
import type { PageContext } from '../../../web/context/page-context.ts';
import { loadReadme } from './load-readme.ts';

const base = '/x/addons/official/a/v/1.0.0';

async function render(markdown: string): Promise<string> {
  const files = { 'README.md': markdown, 'docs/b c.md': '', 'docs/p.png': '', 'template.cue': '' };
  const reader = createFixtureCatalog({ versions: [{ name: 'a', files }] });
  const draw = await loadReadme(reader, await reader.getVersion('official', 'a', '1.0.0'));
  const view = draw({ links: createLinks('/x') } as PageContext); // a readme needs nothing of the context but its links
  if (view.kind !== 'text') throw new Error(view.kind);
  return renderToString(h('div', null, view.content)).slice('<div>'.length, -'</div>'.length);
}

describe('loadReadme', () => {
  it.each([
    ['text', 'a *b* **c** ~~d~~ `e`', '<p>a <em>b</em> <strong>c</strong> <s>d</s> <code>e</code></p>'],
    ['list', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['list with a start', '3. a', '<ol start="3"><li>a</li></ol>'],
    ['code', '```sh\na <b>\n```', '<pre tabindex="0"><code>a &lt;b>\n</code></pre>'],
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
    expect(await render(markdown)).toBe(html);
  });

  it('moves headings below those of the page, closes gaps and gives each an id of its own', async () => {
    const html = await render('## A b!\n\n#### C\n\n## A b!\n\n#\n');
    expect(html.replace(/ <a class="anchor".*?<\/a>/g, '')).toBe(
      '<h3 id="readme-a-b">A b!</h3><h4 id="readme-c">C</h4><h3 id="readme-a-b-1">A b!</h3>',
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

  it('says when there is none, or when it is too large', async () => {
    const versions = [
      { name: 'none', files: {} },
      { name: 'large', files: { 'README.md': 'x'.repeat(200_001) } },
    ];
    const reader = createFixtureCatalog({ versions });
    const context = { links: createLinks('') } as PageContext; // a readme needs nothing of the context but its links
    const none = await loadReadme(reader, await reader.getVersion('official', 'none', '1.0.0'));
    const large = await loadReadme(reader, await reader.getVersion('official', 'large', '1.0.0'));
    expect([none(context), large(context)]).toEqual([{ kind: 'missing' }, { kind: 'tooLarge', path: 'README.md' }]);
  });
});
