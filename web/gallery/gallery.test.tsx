import { readdirSync, readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { createTestPageContext } from '../../test/support/page-context.ts';
import { GalleryPage } from '../pages/gallery-page.tsx';
import { catalogues } from '../strings/catalogues.ts';
import { galleryEntries, notShownYet, shownOnlyOnPages } from './gallery.ts';
import { toSampleContext } from './samples/context.ts';

const folder = new URL('../components/', import.meta.url);
const exportsComponent = /^export function [A-Z]/m;

function listComponentFiles(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .filter((file) => exportsComponent.test(readFileSync(new URL(file, folder), 'utf8')))
    .map((file) => file.slice(0, -'.tsx'.length));
}

function listRepeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

const contexts = (['en', 'zh'] as const).map((language) =>
  createTestPageContext({ language, strings: catalogues[language] }),
);

describe('the gallery', () => {
  const shown = galleryEntries.map(({ component }) => component);

  it('shows every file of components, or says why not', () => {
    const known = new Set([...shown, ...shownOnlyOnPages.keys(), ...notShownYet]);
    const lost = listComponentFiles().filter((file) => !known.has(file));
    expect(
      lost,
      'give each an entry in web/gallery (or, when nothing of it can stand beside others, a reason in shownOnlyOnPages)',
    ).toEqual([]);
  });

  it('names every file once, and none that is gone', () => {
    const named = [...shown, ...shownOnlyOnPages.keys(), ...notShownYet];
    expect(listRepeated(named), 'take what has an entry off the lists of those that have none').toEqual([]);
    const files = listComponentFiles();
    expect(
      named.filter((name) => !files.includes(name)),
      'web/components has no such file',
    ).toEqual([]);
  });

  it.each(galleryEntries.map((entry) => [entry.component, entry] as const))('draws %s', (_, { states }) => {
    expect(states.length).toBeGreaterThan(0);
    expect(listRepeated(states.map(({ name }) => name))).toEqual([]);
    for (const context of contexts) {
      for (const state of states) {
        const drawn = state.draw(toSampleContext(context));
        const markup = drawn === null ? '' : renderToStaticMarkup(drawn);
        expect(markup, `${state.name} in ${context.language} draws nothing`).not.toBe('');
      }
    }
  });

  it.each(contexts)('is one page without an id that stands twice, in $language', (context) => {
    const html = renderToStaticMarkup(GalleryPage({ context }));
    expect(listRepeated([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id))).toEqual([]);
    expect(html).toContain('content="noindex"');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });
});
