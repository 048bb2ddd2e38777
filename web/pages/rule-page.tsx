import type { VNode } from 'preact';
import type { RuleDocument } from '../../schemas/rest.ts';
import { DocumentFrame } from '../components/document-frame.tsx';
import { MarkedText } from '../components/marked-text.tsx';
import { SourceText } from '../components/source-text.tsx';
import { findRuleText } from '../context/find-rule-text.ts';
import type { PageContext } from '../context/page-context.ts';
import type { SourceLine } from '../context/source-lines.ts';

/** One file of an example. */
export interface ExampleFile {
  readonly file: string;
  /** Absent where the example is that there is no such file. */
  readonly lines?: readonly SourceLine[];
}

/** A rule and its examples. */
export interface RulePageData {
  readonly context: PageContext;
  readonly rule: RuleDocument;
  readonly wrong: readonly ExampleFile[];
  readonly right: readonly ExampleFile[];
}

/** What a rule wants, why, how it looks wrong and right, and how to mend it. */
export function RulePage({ context, rule, wrong, right }: RulePageData): VNode {
  const { strings, links } = context;
  const text = strings.rules;
  const own = findRuleText(strings, rule.id);
  const { title, reason } = own ?? rule;
  return (
    <DocumentFrame
      context={context}
      head={{
        title: rule.id,
        description: title,
        trail: [{ label: text.title, href: links.rules() }, { label: rule.id }],
      }}
    >
      <h1 class="rule-title">{rule.id}</h1>
      <p class="lead">
        <span class={`count severity-${rule.severity}`}>{strings.severity[rule.severity]}</span>{' '}
        <MarkedText text={title} />
      </p>
      <h2>{text.why}</h2>
      <p class="measure">
        <MarkedText text={reason} />
      </p>
      {own !== undefined && (
        <>
          <h2>{strings.findings.fix}</h2>
          <p class="measure">
            <MarkedText text={own.fix} />
          </p>
        </>
      )}
      <div class="pair">
        <Example context={context} title={text.wrong} tone="wrong" files={wrong} />
        <Example context={context} title={text.right} tone="right" files={right} />
      </div>
      <p>
        <a href={links.rules()}>{text.all}</a>
      </p>
    </DocumentFrame>
  );
}

interface ExampleProps {
  readonly context: PageContext;
  readonly title: string;
  readonly tone: 'wrong' | 'right';
  readonly files: readonly ExampleFile[];
}

function Example({ context, title, tone, files }: ExampleProps): VNode {
  return (
    <section class={`example example-${tone}`} aria-labelledby={`example-${tone}`}>
      <h2 id={`example-${tone}`}>{title}</h2>
      {files.map(({ file, lines }, index) => (
        <div key={file}>
          <h3>
            <code>{file}</code>
          </h3>
          {lines === undefined ? (
            <p>{context.strings.rules.absent}</p>
          ) : (
            <SourceText
              context={context}
              label={`${title}: ${file}`}
              lines={lines}
              findings={[]}
              anchorPrefix={`${tone}-${index + 1}-L`}
            />
          )}
        </div>
      ))}
    </section>
  );
}
