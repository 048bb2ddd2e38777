import type { VNode } from 'preact';
import type { RuleDocument } from '../../schemas/rest.ts';
import { DocumentFrame } from '../components/document-frame.tsx';
import { MarkedText } from '../components/marked-text.tsx';
import { findRuleText } from '../context/find-rule-text.ts';
import type { PageContext } from '../context/page-context.ts';

/** Every rule by family, each with its severity and meaning. */
export function RulesPage({ context, rules }: { context: PageContext; rules: readonly RuleDocument[] }): VNode {
  const { strings } = context;
  const text = strings.rules;
  return (
    <DocumentFrame
      context={context}
      head={{ title: text.title, description: text.description, trail: [{ label: text.title }] }}
    >
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p class="list-count">{rules.length === 0 ? text.none : strings.counts.rules(rules.length)}</p>
      {listFamilies(rules).map(([family, members]) => (
        <RuleFamily key={family} context={context} family={family} rules={members} />
      ))}
    </DocumentFrame>
  );
}

interface RuleFamilyProps {
  readonly context: PageContext;
  readonly family: string;
  readonly rules: readonly RuleDocument[];
}

function RuleFamily({ context, family, rules }: RuleFamilyProps): VNode {
  const { strings, links } = context;
  const text = strings.rules;
  return (
    <section aria-labelledby={`family-${family}`}>
      <h2 id={`family-${family}`}>{family}</h2>
      <table class="rows rule-rows">
        <thead>
          <tr>
            <th scope="col">{text.rule}</th>
            <th scope="col">{text.severity}</th>
            <th scope="col">{text.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row">
                <a href={links.rule(rule.id)}>{rule.id}</a>
              </th>
              <td>
                <span class={`count severity-${rule.severity}`}>{strings.severity[rule.severity]}</span>
              </td>
              <td>
                <MarkedText text={findRuleText(strings, rule.id)?.title ?? rule.title} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function listFamilies(rules: readonly RuleDocument[]): readonly (readonly [string, readonly RuleDocument[]])[] {
  const families = new Map<string, RuleDocument[]>();
  for (const rule of rules) {
    const family = rule.id.split('/')[0] ?? rule.id;
    families.set(family, [...(families.get(family) ?? []), rule]);
  }
  return [...families].sort(([left], [right]) => (left < right ? -1 : 1));
}
