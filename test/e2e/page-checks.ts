import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The renderer writes void elements with a slash and attributes in its own order: valid HTML, other taste.
    'doctype-style': ['error', { style: 'lowercase' }],
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'no-inline-style': 'error',
    'require-sri': 'off',
    // Long work shows how it goes on a page that reloads itself where there are no scripts.
    'meta-refresh': 'off',
    // Dots in the path of a parameter make better anchors than anything that would have to stand for them.
    'valid-id': ['error', { relaxed: true }],
  },
});

/** What axe finds wrong on the page as it stands, one line for each rule with the elements concerned. */
export async function listAxeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  const { violations } = results as axe.AxeResults; // the browser hands back what axe.run resolves to
  return violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  );
}

/** What html-validate finds wrong in the source of a page, one line for each fault. */
export async function listMarkupFaults(html: string): Promise<readonly string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map((message) => `${message.ruleId} ${message.line}:${message.column} ${message.message}`),
  );
}
