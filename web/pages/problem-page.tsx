import type { VNode } from 'preact';
import { DocumentFrame } from '../components/document-frame.tsx';
import { NamedText, toShort } from '../components/named-text.tsx';
import type { PageContext } from '../context/page-context.ts';

/** What kept a page from being shown. Nothing of a request that could not be understood is repeated. */
export type Problem =
  | { readonly kind: 'catalog'; readonly catalog: string }
  | { readonly kind: 'addon'; readonly catalog: string; readonly addon: string }
  | { readonly kind: 'version'; readonly catalog: string; readonly addon: string; readonly version: string }
  | { readonly kind: 'quarantined'; readonly addon: string; readonly version: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'definition'; readonly definition: string }
  | {
      readonly kind:
        | 'rule'
        | 'page'
        | 'input'
        | 'too-large'
        | 'failed'
        | 'busy'
        | 'lock'
        | 'locks-closed'
        | 'foreign-form';
    };

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
  const { strings } = context;
  const text = strings.problem;
  const { title, detail, names = [] } = toWords(context, problem);
  const description = detail(...names.map(toShort));
  return (
    <DocumentFrame context={context} head={{ title, description, trail: [], noIndex: true }}>
      <div class="problem">
        <h1>{title}</h1>
        <p class="lead">
          <NamedText sentence={detail} names={names} />
        </p>
        {suggestions.length > 0 && (
          <section aria-labelledby="instead">
            <h2 id="instead">{text.instead}</h2>
            <LinkList entries={suggestions} />
          </section>
        )}
        <h2>{text.back}</h2>
        <LinkList entries={listWaysOn(context, problem)} />
      </div>
    </DocumentFrame>
  );
}

function LinkList({ entries }: { entries: readonly Suggestion[] }): VNode {
  return (
    <ul>
      {entries.map(({ label, href }) => (
        <li key={href}>
          <a href={href} data-item>
            <bdi>{label}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

const aboutLocks: readonly Problem['kind'][] = ['lock', 'locks-closed', 'foreign-form'];

function listWaysOn({ strings, links }: PageContext, problem: Problem): readonly Suggestion[] {
  const text = strings.problem;
  const ways = [
    { label: text.home, href: links.home() },
    { label: text.all, href: links.addons() },
  ];
  if (problem.kind === 'definition')
    return [...ways, { label: strings.definitions.everything, href: links.definitions() }];
  if (!aboutLocks.includes(problem.kind)) return ways;
  return [
    { label: strings.plan.title, href: links.plan() },
    { label: strings.locksIntro.title, href: links.locks() },
    ...ways,
  ];
}

interface ProblemWords {
  readonly title: string;
  readonly detail: (...names: readonly string[]) => string;
  /** What the sentence is about, as others named it. */
  readonly names?: readonly string[];
}

function toWords(context: PageContext, problem: Problem): ProblemWords {
  const text = context.strings.problem;
  const { locks, states } = context.strings;
  switch (problem.kind) {
    case 'catalog':
      return { title: text.catalogTitle, detail: (name = '') => text.catalogText(name), names: [problem.catalog] };
    case 'addon':
      return {
        title: text.addonTitle,
        detail: (name = '', catalog = '') => text.addonText(name, catalog),
        names: [problem.addon, problem.catalog],
      };
    case 'version':
      return {
        title: text.versionTitle,
        detail: (name = '', version = '') => text.versionText(name, version),
        names: [problem.addon, problem.version],
      };
    case 'quarantined':
      return {
        title: states.problemTitle,
        detail: (name = '', version = '') => states.problemText(name, version),
        names: [problem.addon, problem.version],
      };
    case 'file':
      return { title: text.fileTitle, detail: (path = '') => text.fileText(path), names: [problem.path] };
    case 'definition':
      return {
        title: text.definitionTitle,
        detail: (name = '') => text.definitionText(name),
        names: [problem.definition],
      };
    case 'rule':
      return { title: text.ruleTitle, detail: () => text.ruleText };
    case 'page':
      return { title: text.pageTitle, detail: () => text.pageText };
    case 'input':
      return { title: text.inputTitle, detail: () => text.inputText };
    case 'too-large':
      return { title: text.tooLargeTitle, detail: () => text.tooLargeText };
    case 'failed':
      return { title: text.failedTitle, detail: () => text.failedText };
    case 'lock':
      return { title: locks.notFoundTitle, detail: () => locks.notFoundText };
    case 'locks-closed':
      return { title: locks.closedTitle, detail: () => locks.closedText };
    case 'foreign-form':
      return { title: locks.foreignTitle, detail: () => locks.foreignText };
    case 'busy':
      return { title: text.busyTitle, detail: () => text.busyText };
  }
}
