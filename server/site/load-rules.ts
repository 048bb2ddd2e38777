import { RegistryError } from '../../registry/errors.ts';
import type { RuleDocument } from '../../schemas/rest.ts';
import { type ExampleFile, RulePage } from '../../web/pages/rule-page.tsx';
import { RulesPage } from '../../web/pages/rules-page.tsx';
import type { Highlighter } from './highlight/create-highlighter.ts';
import { findFileLanguage } from './highlight/find-source-language.ts';
import { getParam, type PageDrawing, type PageLoader, type PageRequest } from './page-loader.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** Every rule. */
export const loadRules: PageLoader = async ({ rules }) => {
  return (context) => RulesPage({ context, rules });
};

/** Makes the loader of one rule, its examples in colour. It throws RULE_NOT_FOUND. */
export function createRuleLoader(highlighter: Highlighter): PageLoader {
  return (site, request) => loadRule(highlighter, site, request);
}

async function loadRule(
  highlighter: Highlighter,
  { rules }: SiteDependencies,
  request: PageRequest,
): Promise<PageDrawing> {
  const id = `${getParam(request, 'family')}/${getParam(request, 'rule')}`;
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined)
    throw new RegistryError('RULE_NOT_FOUND', `no rule is called "${id}"`, { details: { rule: id } });
  const [wrong, right] = await Promise.all([
    colourFiles(highlighter, rule.wrong),
    colourFiles(highlighter, rule.right),
  ]);
  return (context) => RulePage({ context, rule, wrong, right });
}

function colourFiles(highlighter: Highlighter, files: RuleDocument['wrong']): Promise<readonly ExampleFile[]> {
  return Promise.all(
    files.map(async ({ file, text }) => {
      if (text === undefined) return { file };
      return { file, lines: await highlighter.highlight({ text, language: findFileLanguage(file) }) };
    }),
  );
}
