import { afterEach, describe, expect, it } from 'vitest';
import { createFixtureCatalog } from '../../test/support/fixture-catalog.ts';
import { type FixtureSite, type FixtureSiteOptions, startFixtureSite } from '../../test/support/fixture-site.ts';
import { listCategories } from './list-categories.ts';

const open: FixtureSite[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

const sample: FixtureSiteOptions = {
  versions: [
    {
      name: 'fluxcd',
      version: '2.4.0',
      metadata: { description: 'Helm charts from Git', tags: ['gitops'] },
      parameters: [{ name: 'replicas', type: 'int', optional: true, required: false }],
    },
    { name: 'loki', metadata: { description: 'Logs', tags: ['observability'] }, state: 'deprecated' },
    { catalog: 'team', name: 'gateway', metadata: { description: 'Traffic', tags: ['observability'] } },
  ],
  definitions: [
    { addon: 'fluxcd', versions: ['2.4.0'], document: { kind: 'component', name: 'helm', description: 'A chart' } },
    { addon: 'fluxcd', versions: ['2.4.0'], document: { kind: 'trait', name: 'scaler' } },
    { addon: 'loki', versions: ['1.0.0'], document: { kind: 'trait', name: 'export-logs' } },
    { catalog: 'team', addon: 'gateway', versions: ['1.0.0'], document: { kind: 'trait', name: 'scaler' } },
  ],
};

async function getMain(path: string): Promise<string> {
  const site = await startFixtureSite(sample);
  open.push(site);
  const response = await fetch(`${site.url}${path}`);
  expect([path, response.status, site.bugs]).toEqual([path, 200, []]);
  return /<main.*<\/main>/s.exec(await response.text())?.[0] ?? '';
}

/** The text of a page, in one line. */
function toText(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

function listLinks(html: string): readonly string[] {
  return [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}

describe('the search page', () => {
  it('groups what is found, leads to it, and says why', async () => {
    const main = await getMain('/search?q=helm');
    expect(toText(main)).toContain('1 addon · 1 definition · 0 parameters');
    expect(listLinks(main)).toEqual(
      expect.arrayContaining(['/addons/official/fluxcd', '/definitions/component/helm', '/help#order']),
    );
    expect(toText(main)).toContain('Found by name helm');
  });

  it('takes a typo for what was meant', async () => {
    const main = await getMain('/search?q=fluxdc&catalog=official');
    expect(listLinks(main)).toContain('/search?q=fluxcd&catalog=official');
    expect(toText(main)).toContain('name fluxcd is near fluxdc');
  });

  it('shows parameters alone, with the place of each', async () => {
    const main = await getMain('/search?q=replicas&type=parameter');
    expect(listLinks(main)).toContain('/addons/official/fluxcd/v/2.4.0/parameters#p-replicas');
    expect(toText(main)).toContain('Addons, definitions and parameters together');
  });

  it('says which filters there are before anything is asked', async () => {
    const main = await getMain('/search');
    expect(toText(main)).toContain('How the order is decided');
    expect(listLinks(main)).toContain('/search?q=tag%3Agitops');
  });

  it.each([
    ['x'.repeat(10_000), 'Only the first 200 characters'],
    ['nothing:here', '“nothing:here” is no filter here'],
    ["'; DROP TABLE version; --", 'Nothing was found'],
    ['"*" OR NEAR(a b) AND NOT', 'Nothing was found'],
    ['😀🚢', 'Nothing was found'],
    ['!?.,;()[]{}', 'Nothing was found'],
    ['<script>alert(1)</script>', 'Nothing was found'],
  ])('answers %.40s', async (q, expected) => {
    for (const path of ['/search', '/addons', '/definitions']) {
      const main = await getMain(`${path}?q=${encodeURIComponent(q)}`);
      if (path === '/search') expect(toText(main)).toContain(expected);
      expect(main).not.toContain('<script>alert');
      expect(main.length).toBeLessThan(40_000);
    }
  });
});

describe('the list of addons', () => {
  it('narrows by links that keep what was chosen before', async () => {
    const links = listLinks(await getMain('/addons?tag=observability&sort=updated'));
    expect(links).toContain('/addons?tag=observability&sort=updated&catalog=team');
    expect(links).toContain('/addons?tag=observability&sort=updated&vela=1.10');
    expect(links).toContain('/addons?tag=observability&sort=updated&state=deprecated');
    // Choosing the chosen one again takes it away.
    expect(links).toContain('/addons?sort=updated');
    expect(links).toContain('/addons?tag=observability&sort=dependents');
  });

  it('shows cards when they are asked for', async () => {
    const main = await getMain('/addons?view=grid');
    expect([main.includes('addon-grid'), main.includes('<table')]).toEqual([true, false]);
    expect(listLinks(main)).toContain('/addons?view=grid&tag=gitops');
  });

  it('leads from words to the definitions and parameters that they find, and to both together', async () => {
    const links = listLinks(await getMain('/addons?q=helm'));
    expect(links).toEqual(expect.arrayContaining(['/definitions?q=helm', '/search?q=helm', '/help#order']));
  });

  it('helps where nothing fits: the list without each filter, and names that are nearly the same', async () => {
    const main = await getMain('/addons?q=lokki&tag=gitops');
    expect(listLinks(main)).toEqual(expect.arrayContaining(['/addons?tag=gitops', '/addons/official/loki']));
    expect(toText(main)).toContain('Without text “lokki” 1 addon');
    // That filter alone does not empty the list.
    expect(toText(main)).not.toContain('Without Tag gitops');
  });
});

describe('the list of definitions', () => {
  it('unfolds kinds into names with counts', async () => {
    const main = await getMain('/definitions?kind=trait');
    const tree = /<div class="kind-tree">.*?<\/div>/s.exec(main)?.[0] ?? '';
    expect(toText(tree)).toContain('component 1');
    expect(toText(tree)).toContain('trait 2 Names (trait) scaler 2 addons export-logs');
    expect(listLinks(tree)).toEqual(
      expect.arrayContaining(['/definitions?kind=component', '/definitions', '/definitions/trait/scaler']),
    );
    expect([...tree.matchAll(/<details open/g)]).toHaveLength(1);
  });
});

describe('the home page', () => {
  it('counts what is served of each subject, and names no other', async () => {
    const main = await getMain('/');
    expect(toText(main)).toContain('Helm 1');
    expect(toText(main)).toContain('Observability 2');
    expect(toText(main)).not.toContain('Terraform');
    expect(listLinks(main)).toEqual(
      expect.arrayContaining(['/addons?q=helm', '/addons?tag=observability', '/plan', '/locks']),
    );
  });

  it('has one search', async () => {
    expect([...(await getMain('/')).matchAll(/data-search/g)]).toHaveLength(1);
  });
});

describe('listCategories', () => {
  it('leaves out what only resembles the word', async () => {
    const reader = createFixtureCatalog({ versions: [{ name: 'helmet', metadata: { description: '' } }] });
    const withReasons = (by: 'exact' | 'typo') => ({
      async listAddons(query: Parameters<typeof reader.listAddons>[0]) {
        const page = await reader.listAddons(query);
        const reasons = [{ field: 'name', word: 'helmet', asked: 'helm', by }] as const;
        return { ...page, items: page.items.map((item) => ({ ...item, reasons: [...reasons] })) };
      },
    });
    expect(await listCategories(withReasons('exact'))).toEqual([{ id: 'helm', q: 'helm', total: 1 }]);
    expect(await listCategories(withReasons('typo'))).toEqual([]);
  });
});
