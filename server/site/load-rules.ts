import { RegistryError } from '../../registry/errors.ts';
import { RulePage } from '../../web/pages/rule-page.tsx';
import { RulesPage } from '../../web/pages/rules-page.tsx';
import { getParam, type PageLoader } from './page-loader.ts';

/** Every rule. */
export const loadRules: PageLoader = async ({ rules }) => {
  return (context) => RulesPage({ context, rules });
};

/** One rule. Throws RULE_NOT_FOUND. */
export const loadRule: PageLoader = async ({ rules }, request) => {
  const id = `${getParam(request, 'family')}/${getParam(request, 'rule')}`;
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined)
    throw new RegistryError('RULE_NOT_FOUND', `no rule is called "${id}"`, { details: { rule: id } });
  return (context) => RulePage({ context, rule });
};
