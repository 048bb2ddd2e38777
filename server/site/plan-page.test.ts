import { afterEach, describe, expect, test } from 'vitest';
import { RegistryError } from '../../registry/errors.ts';
import type { Conflict } from '../../schemas/resolution.ts';
import { type FixtureSite, type FixtureSiteOptions, startFixtureSite } from '../../test/support/fixture-site.ts';

const open: FixtureSite[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

async function get(path: string, options: Partial<FixtureSiteOptions> = {}): Promise<string> {
  const site = await startFixtureSite({ versions: [{ name: 'grafana', version: '1.0.0' }], ...options });
  open.push(site);
  const response = await fetch(`${site.url}${path}`);
  expect([response.status, site.bugs]).toEqual([200, []]);
  return response.text();
}

function getArea(html: string, name: string): string | undefined {
  return new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)</textarea>`).exec(html)?.[1]?.trim();
}

test('what could not be read stays in the form', async () => {
  const html = await get('/plan?want=grafana%40%3E%3D1&vela=1.10.9&installed=fluxcd%402.4.0%0Aloki');
  expect(html).toContain('“loki” has no version');
  expect(getArea(html, 'want')).toBe('grafana@>=1');
  expect(getArea(html, 'installed')).toBe('fluxcd@2.4.0\nloki');
  expect(html).toMatch(/<details[^>]* open/);
  expect(html).toMatch(/name="vela" value="1.10.9"/);
});

test.each(['en', 'zh'])('what is wrong stands with its field, and the list of it leads there (%s)', async (lang) => {
  const faults = [
    { pointer: '/want/0/range', message: 'no range' },
    { pointer: '/upgrade/0', message: 'not installed' },
    { pointer: '/vela', message: 'no version' },
  ];
  const html = await get(`/plan?want=grafana%40x&vela=y&installed=loki%401&lang=${lang}`, {
    planner: {
      async resolve() {
        throw new RegistryError('INPUT_INVALID', 'see errors', { faults });
      },
    },
  });
  for (const [field, message] of [
    ['want', 'no range'],
    ['installed', 'not installed'],
    ['vela', 'no version'],
  ]) {
    expect(html).toMatch(
      new RegExp(
        `<(textarea|input) id="plan-${field}"[^>]* aria-describedby="plan-${field}-fault plan-${field}-hint" aria-invalid="true"`,
      ),
    );
    expect(html).toContain(`<ul id="plan-${field}-fault" class="notice notice-bad"><li>${message}</li></ul>`);
    expect(html).toContain(`<a href="#plan-${field}">${message}</a>`);
  }
  expect(html).not.toContain('plan-kubernetes-fault');
});

describe('pinning', () => {
  const path = '/plan?want=grafana&vela=1.10.9&prereleases=true';

  test('is a form where everybody may keep locks', async () => {
    const html = await get(path);
    expect(html).toContain('<form action="/locks" method="post">');
    expect(html).not.toContain('chandlery lock write');
  });

  test('is a command where only the administrator may', async () => {
    const html = await get(path, { openLocks: false });
    expect(html).not.toContain('action="/locks"');
    expect(html).toContain('data-copy="chandlery lock write grafana --vela 1.10.9 --pre --server http://127.0.0.1:');
    expect(await get(`${path}&installed=loki%401.0`, { openLocks: false })).not.toContain('data-copy="chandlery lock');
  });
});

describe('a conflict', () => {
  const show = (conflict: Pick<Conflict, 'text' | 'suggestions'>) =>
    get('/plan?want=grafana', {
      planner: {
        async resolve() {
          throw new RegistryError('NOT_SOLVABLE', conflict.text, { conflict: { facts: [], steps: [], ...conflict } });
        },
      },
    });

  test('without a change that helps says whom to ask', async () => {
    const text = 'grafana cannot be installed.\nAsk the maintainers of grafana.\n\nWhy:\n1. It needs loki.';
    const html = await show({ text, suggestions: [] });
    expect(html).toContain('<p class="notice notice-bad">grafana cannot be installed.</p>');
    expect(html).toContain('<p>Ask the maintainers of grafana.</p>');
    expect(html).not.toContain('Why:');
  });

  test('names the field of the form that a suggestion changes without naming it', async () => {
    const suggestions = [
      { kind: 'prerelease' as const, text: 'Allow pre-releases.' },
      { kind: 'vela' as const, version: '1.10.0', text: 'Upgrade KubeVela to 1.10.0.' },
    ];
    const html = await show({ text: 'It cannot be.', suggestions });
    expect(html).toContain('In the form: <a href="#plan-prereleases">Pre-releases count like any other version</a>');
    expect(html.match(/In the form:/g)).toHaveLength(1);
  });

  test('beside another one says so, and both changes of a pair stand behind its link', async () => {
    const text = 'It cannot be.\nUpgrade both.\n\nWhy:\n1. It needs more.\n\nThere is another one.';
    const also = { kind: 'kubernetes', version: '1.26' } as const;
    const html = await show({ text, suggestions: [{ kind: 'vela', version: '1.10.0', text: 'Upgrade both.', also }] });
    expect(html).toContain('<a href="/plan?want=grafana&amp;vela=1.10.0&amp;kubernetes=1.26">Upgrade both.</a>');
    expect(html).toContain('<p>There is another one.</p>');
    expect(html.match(/Upgrade both/g)).toHaveLength(1);
  });
});
