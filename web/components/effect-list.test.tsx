import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../../schemas/effects.ts';
import { createTestPageContext } from '../../test/support/page-context.ts';
import { EffectList } from './effect-list.tsx';

const effect: Effect = {
  kind: 'wildcard-rule',
  severity: 'danger',
  subject: 'service-account/a',
  value: '* on *',
  file: 'resources/rbac.cue',
  line: 12,
  column: 4,
};

function draw(effects: readonly Effect[]): string {
  return renderToStaticMarkup(
    <EffectList
      context={createTestPageContext()}
      effects={effects}
      toFileHref={(file, line) => (file === '' ? undefined : `/${file}#L${line}`)}
      toDefinitionHref={(definition) => `/definitions/${definition}`}
    />,
  );
}

function count(html: string, part: string): number {
  return html.split(part).length - 1;
}

describe('EffectList', () => {
  it('says once what concerns several objects at one place', () => {
    const html = draw([effect, { ...effect, subject: 'service-account/b' }, { ...effect, line: 24 }]);
    expect(count(html, '* on *')).toBe(2);
    expect(count(html, '<code>service-account/a</code>')).toBe(2);
    expect(count(html, '<code>service-account/b</code>')).toBe(1);
    expect(html).toContain('<a href="/resources/rbac.cue#L12">resources/rbac.cue:12:4</a>');
  });

  it('puts the dangerous first, whatever order they come in', () => {
    const html = draw([
      { ...effect, kind: 'image', severity: 'plain', value: 'nginx:1' },
      { ...effect, kind: 'namespace', severity: 'notice', value: 'flux-system', file: '' },
      effect,
    ]);
    const order = ['* on *', 'flux-system', 'nginx:1'].map((text) => html.indexOf(text));
    expect(order).toEqual([...order].sort((left, right) => left - right));
    expect(order).not.toContain(-1);
  });

  it('says what happens only where a definition is used', () => {
    const html = draw([{ ...effect, definition: 'component/netlify' }]);
    expect(html).toContain('only where this definition is used: <a href="/definitions/component/netlify">');
  });

  it('folds many harmless things and never dangerous ones', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ ...effect, line: index + 1 }));
    expect(draw(many)).not.toContain('<details');
    expect(draw(many.map((each) => ({ ...each, kind: 'image', severity: 'plain' })))).toContain('<details');
  });
});
