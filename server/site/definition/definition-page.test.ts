import { afterEach, describe, expect, it } from 'vitest';
import type { FixtureVersion } from '../../../test/support/fixture-catalog.ts';
import { type FixtureSite, startFixtureSite } from '../../../test/support/fixture-site.ts';

const open: FixtureSite[] = [];
const stateReason = { reason: 'broken charts', author: 'Ann Example', at: '2026-11-21T18:00:00Z' };

afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

async function readPage(path: string, version: Omit<FixtureVersion, 'name'> = {}): Promise<string> {
  const document = { kind: 'component', name: 'helm' } as const;
  const parameter = (name: string) => ({ name, type: 'string', optional: true, required: false }) as const;
  const site = await startFixtureSite({
    versions: [{ name: 'fluxcd', version: '1.0.0', ...version }],
    definitions: [
      { addon: 'fluxcd', versions: ['1.0.0'], document: { ...document, parameters: [parameter('chart')] } },
    ],
  });
  open.push(site);
  const response = await fetch(`${site.url}${path}`);
  expect(response.status).toBe(200);
  return response.text();
}

describe('the page of a definition', () => {
  it.each([
    ['yanked', 'This version is yanked.', '此版本已撤回。'],
    ['deprecated', 'This version is deprecated.', '此版本已弃用。'],
  ] as const)('says that its version is %s, and why', async (state, english, chinese) => {
    for (const [language, title] of [
      ['en', english],
      ['zh', chinese],
    ] as const) {
      const page = await readPage(`/definitions/component/helm?lang=${language}`, { state, stateReason });
      expect(page).toContain(`<strong>${title}</strong>`);
      expect(page).toContain('<q>broken charts</q>');
    }
  });

  it('has no banner for a version that is simply active', async () => {
    expect(await readPage('/definitions/component/helm')).not.toContain('state-banner');
  });
});

describe('search results', () => {
  it('show the icon of an addon, or the tile with its initials', async () => {
    expect(await readPage('/search?q=fluxcd')).toMatch(/<p class="found-name found-addon"><span class="tile /);
  });
});
