import { afterEach, describe, expect, it } from 'vitest';
import { type FixtureSite, fixtureRule, startFixtureSite } from '../../test/support/fixture-site.ts';
import { zhRules } from '../../web/strings/zh-rules.ts';

const open: FixtureSite[] = [];
const chinese = zhRules.ruleTexts[fixtureRule.id];
const finding = {
  rule: fixtureRule.id,
  severity: 'warning',
  file: 'metadata.yaml',
  line: 3,
  column: 1,
  message: '"needNamepace" is no key',
  fix: 'Write `needNamespace`.',
  doc: `/rules/${fixtureRule.id}`,
} as const;

afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

async function readPage(path: string): Promise<string> {
  const site = await startFixtureSite({ versions: [{ name: 'fluxcd', findings: [finding] }] });
  open.push(site);
  const response = await fetch(`${site.url}${path}`);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

describe('pages of rules', () => {
  it('speak Chinese to those who read it', async () => {
    expect(await readPage('/rules?lang=zh')).toContain(chinese?.title);
    const page = await readPage(`/rules/${fixtureRule.id}?lang=zh`);
    expect(page).toContain(chinese?.title);
    expect(page).toContain(chinese?.reason.replaceAll(/`([^`]*)`/g, '<code>$1</code>'));
    expect(page).not.toContain(fixtureRule.reason);
  });

  it('keep the words of the rule in English', async () => {
    const page = await readPage(`/rules/${fixtureRule.id}?lang=en`);
    expect(page).toContain(fixtureRule.reason);
    expect(page).not.toMatch(/<main.*\p{Script=Han}.*<\/main>/su);
  });

  it('colour the examples', async () => {
    expect(await readPage(`/rules/${fixtureRule.id}`)).toContain('<span class="tk-name">needNamespace</span>');
  });
});

describe('findings', () => {
  const path = '/addons/official/fluxcd/v/1.0.0/findings';

  it('begin with the rule in Chinese, and keep the message that names names', async () => {
    const page = await readPage(`${path}?lang=zh`);
    const lead = page.indexOf(`<p class="finding-lead">${chinese?.title}</p>`);
    const message = page.indexOf('<p class="finding-message" lang="en">&quot;needNamepace&quot; is no key</p>');
    expect(lead).toBeGreaterThan(0);
    expect(message).toBeGreaterThan(lead);
    expect(page.indexOf(chinese?.fix ?? '')).toBeGreaterThan(message);
    expect(page).toContain('<p class="finding-fix" lang="en">Write <code>needNamespace</code>.</p>');
  });

  it('have no lead where the message is in the language of the page', async () => {
    const page = await readPage(`${path}?lang=en`);
    expect(page).toContain('<p class="finding-message">&quot;needNamepace&quot; is no key</p>');
    expect(page).not.toContain('finding-lead');
  });
});
