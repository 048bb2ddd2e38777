import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { RenderVerdict, Verdict } from '../../schemas/verdict.ts';
import { createFixtureCatalog } from '../../test/support/fixture-catalog.ts';
import { createTestPageContext } from '../../test/support/page-context.ts';
import { BundleLines } from './bundle-lines.tsx';

type Words = readonly [RenderVerdict | 'excluded', RenderVerdict | 'excluded', RenderVerdict | 'excluded'];

const lines: readonly ReleaseLine[] = ['1.9', '1.10', '1.11'];

async function draw(words: Words): Promise<string> {
  const verdicts = words.map(
    (word, index): Verdict => ({
      line: lines[index] ?? '1.10',
      render: word === 'excluded' ? 'works' : word,
      admitted: word !== 'excluded',
    }),
  );
  const catalog = createFixtureCatalog({ versions: [{ name: 'a', verdicts }] });
  const version = await catalog.getVersion('official', 'a', '1.0.0');
  return renderToStaticMarkup(<BundleLines context={createTestPageContext()} version={version} />);
}

describe('BundleLines', () => {
  it.each<[Words, string | undefined]>([
    [['works', 'works', 'works'], '1.10'],
    [['works', 'refused', 'works'], '1.11'],
    [['works', 'needs-parameters', 'refused'], '1.9'],
    [['works', 'excluded', 'refused'], '1.9'],
    [['needs-parameters', 'needs-parameters', 'needs-parameters'], '1.10'],
    [['refused', 'refused', 'needs-parameters'], '1.11'],
    [['refused', 'refused', 'excluded'], undefined],
    [['pending', 'pending', 'pending'], undefined],
  ])('%j is offered for %s', async (words, line) => {
    const html = await draw(words);
    expect(/bundle\.yaml\?flavor=apply&amp;for=([\d.]+)/.exec(html)?.[1]).toBe(line);
  });

  it('says that there is nothing to apply only once every line has spoken', async () => {
    expect(await draw(['refused', 'refused', 'refused'])).toContain('nothing to apply');
    const html = await draw(['refused', 'pending', 'refused']);
    expect(html).not.toContain('nothing to apply');
    expect(html).toContain('Not every release line was asked yet');
  });

  it('asks for the parameters that are missing', async () => {
    expect(await draw(['refused', 'needs-parameters', 'refused'])).toContain('&amp;set=name=value');
    expect(await draw(['works', 'works', 'works'])).not.toContain('set=');
  });
});
