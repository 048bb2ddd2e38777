import { describe, expect, it } from 'vitest';
import { cleanSvg } from './clean-svg.ts';

const open = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">';

function clean(inner: string): string | undefined {
  return cleanSvg(`${open}${inner}</svg>`)?.slice(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'.length,
    -'</svg>'.length,
  );
}

describe('cleanSvg', () => {
  it('keeps a drawing', () => {
    const drawing =
      '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient><clipPath id="c"><path d="M0 0h9"/></clipPath></defs>' +
      '<g class="x" clip-path="url(#c)"><path d="M0 0L9 9z" fill="url(#a)" style="stroke:red"/><text x="1">a &lt; b</text></g>';
    expect(clean(drawing)).toBe(drawing);
  });

  it('lets the page decide the size', () => {
    expect(cleanSvg('<svg xmlns="http://www.w3.org/2000/svg" width="20px" height="10"><path d="M0"/></svg>')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0"/></svg>',
    );
  });

  it('keeps plain rules of a style sheet and reads prefixed documents', () => {
    const style = '.a,.b{fill:#fff;behavior:url(x)}@import url(//e);.c{fill:url(http://e/)}[x^="y"]{fill:red}';
    expect(clean(`<style>${style}</style><path class="a" d="M0"/>`)).toBe(
      '<style>.a,.b{fill:#fff}</style><path class="a" d="M0"/>',
    );
    expect(cleanSvg('<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><s:path d="M0"/></s:svg>')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0"/></svg>',
    );
  });

  it.each([
    ['<script>alert(1)</script>'],
    ['<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>'],
    ['<image href="https://e/x.png"/>'],
    ['<image xlink:href="data:image/svg+xml,x"/>'],
    ['<a href="javascript:alert(1)"><path d="M0"/></a>'],
    ['<animate attributeName="href" values="javascript:alert(1)"/>'],
    ['<set attributeName="onload" to="alert(1)"/>'],
    ['<filter id="f"><feGaussianBlur stdDeviation="999999"/></filter>'],
    ['<pattern id="p"><path d="M0"/></pattern>'],
    ['<iframe xmlns="http://www.w3.org/1999/xhtml" src="//e"/>'],
    ['<handler xmlns="http://www.w3.org/2001/xml-events">alert(1)</handler>'],
  ])('leaves out %s', (inner) => expect(clean(inner)).toBe(''));

  it.each([
    ['onload="alert(1)"'],
    ['ONCLICK="alert(1)"'],
    ['style="fill:url(https://e/)"'],
    ['style="fill:u\\72l(https://e/)"'],
    ['style="background:url(x)"'],
    ['fill="url(https://e/#a)"'],
    ['fill="URL( //e )"'],
    ['fill="expression(1)"'],
    ['href="https://e/"'],
    ['xlink:href="https://e/#a"'],
    ['filter="url(#f)"'],
    ['xml:base="https://e/"'],
  ])('leaves out the attribute %s', (attribute) => {
    expect(clean(`<path ${attribute}/>`)).toBe('<path/>');
  });

  it('refuses an outer reference of a use, and masks inside masks', () => {
    expect(clean('<use href="https://e/x.svg#a"/>')).toBe('<use/>');
    expect(clean('<mask id="m"><path mask="url(#n)" style="mask:url(#n)" d="M0"/></mask>')).toBe(
      '<mask id="m"><path d="M0"/></mask>',
    );
    expect(clean('<style>path{mask:url(#m);fill:red}</style>')).toBe('<style>path{fill:red}</style>');
  });

  it.each([
    ['no XML', '<svg'],
    ['not well-formed', `${open}<path></svg>`],
    ['HTML', '<html><svg/></html>'],
    ['another vocabulary', '<svg viewBox="0 0 1 1"/>'],
    ['no size', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['an empty box', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 1"/>'],
    ['an entity of its own', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${open}<text>&a;</text></svg>`],
    ['an outer entity', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${open}<text>&a;</text></svg>`],
    ['copies of copies', `${open}<g id="a"><use href="#b"/></g><use href="#a"/></svg>`],
    ['a copy of itself', `${open}<g id="a"><use href="#a"/></g></svg>`],
    ['too many copies', `${open}<path id="a"/>${'<use href="#a"/>'.repeat(201)}</svg>`],
    ['too many shapes', `${open}${'<path/>'.repeat(5000)}</svg>`],
    ['too deep', `${open}${'<g>'.repeat(64)}${'</g>'.repeat(64)}</svg>`],
    ['a second document', `${open}</svg><script/>`],
  ])('refuses %s', (_name, text) => expect(cleanSvg(text)).toBeUndefined());
});
