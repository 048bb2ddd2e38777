import type { VNode } from 'preact';
import { DocumentFrame } from '../components/document-frame.tsx';
import type { PageContext } from '../context/page-context.ts';

/** What kept a page from being shown. Nothing of a request that could not be understood is repeated. */
export type Problem =
  | { readonly kind: 'catalog'; readonly catalog: string }
  | { readonly kind: 'addon'; readonly catalog: string; readonly addon: string }
  | { readonly kind: 'version'; readonly catalog: string; readonly addon: string; readonly version: string }
  | { readonly kind: 'quarantined'; readonly addon: string; readonly version: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'definition'; readonly definition: string }
  | { readonly kind: 'rule' | 'page' | 'input' | 'failed' | 'busy' | 'lock' | 'locks-closed' | 'foreign-form' };

/** Something that exists and may be what was meant. */
export interface Suggestion {
  readonly label: string;
  readonly href: string;
}

export interface ProblemPageData {
  readonly context: PageContext;
  readonly problem: Problem;
  readonly suggestions: readonly Suggestion[];
}

/** What happened, what exists instead, and how to go on. */
export function ProblemPage({ context, problem, suggestions }: ProblemPageData): VNode {
  const { strings, links } = context;
  const text = strings.problem;
  const { title, detail } = toWords(context, problem);
  return (
    <DocumentFrame context={context} head={{ title, description: detail, trail: [], noIndex: true }}>
      <div class="problem">
        <h1>{title}</h1>
        <p class="lead">{detail}</p>
        {suggestions.length > 0 && (
          <section aria-labelledby="instead">
            <h2 id="instead">{text.instead}</h2>
            <ul>
              {suggestions.map((suggestion) => (
                <li key={suggestion.href}>
                  <a href={suggestion.href}>{suggestion.label}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <h2>{text.back}</h2>
        <ul>
          <li>
            <a href={links.home()}>{text.home}</a>
          </li>
          <li>
            <a href={links.addons()}>{text.all}</a>
          </li>
        </ul>
      </div>
    </DocumentFrame>
  );
}

function toWords(context: PageContext, problem: Problem): { readonly title: string; readonly detail: string } {
  const text = context.strings.problem;
  switch (problem.kind) {
    case 'catalog':
      return { title: text.catalogTitle, detail: text.catalogText(problem.catalog) };
    case 'addon':
      return { title: text.addonTitle, detail: text.addonText(problem.addon, problem.catalog) };
    case 'version':
      return { title: text.versionTitle, detail: text.versionText(problem.addon, problem.version) };
    case 'quarantined': {
      const { problemTitle, problemText } = context.strings.states;
      return { title: problemTitle, detail: problemText(problem.addon, problem.version) };
    }
    case 'file':
      return { title: text.fileTitle, detail: text.fileText(problem.path) };
    case 'definition':
      return { title: text.definitionTitle, detail: text.definitionText(problem.definition) };
    case 'rule':
      return { title: text.ruleTitle, detail: text.ruleText };
    case 'page':
      return { title: text.pageTitle, detail: text.pageText };
    case 'input':
      return { title: text.inputTitle, detail: text.inputText };
    case 'failed':
      return { title: text.failedTitle, detail: text.failedText };
    case 'lock':
      return { title: context.strings.locks.notFoundTitle, detail: context.strings.locks.notFoundText };
    case 'locks-closed':
      return { title: context.strings.locks.closedTitle, detail: context.strings.locks.closedText };
    case 'foreign-form':
      return { title: context.strings.locks.foreignTitle, detail: context.strings.locks.foreignText };
    case 'busy':
      return { title: text.busyTitle, detail: text.busyText };
  }
}
