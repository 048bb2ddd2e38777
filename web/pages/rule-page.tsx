import type { VNode } from 'preact';
import type { RuleDocument } from '../../schemas/rest.ts';
import { DocumentFrame } from '../components/document-frame.tsx';
import { MarkedText } from '../components/marked-text.tsx';
import { SourceText } from '../components/source-text.tsx';
import type { PageContext } from '../context/page-context.ts';
import { toPlainLines } from '../context/source-lines.ts';

/** What a rule wants, why, and how it looks wrong and right. */
export function RulePage({ context, rule }: { context: PageContext; rule: RuleDocument }): VNode {
  const { strings, links } = context;
  const text = strings.rules;
  return (
    <DocumentFrame
      context={context}
      head={{
        title: rule.id,
        description: rule.title,
        trail: [{ label: text.title, href: links.rules() }, { label: rule.id }],
      }}
    >
      <h1 class="rule-title">{rule.id}</h1>
      <p class="lead">
        <span class={`count severity-${rule.severity}`}>{strings.severity[rule.severity]}</span>{' '}
        <MarkedText text={rule.title} />
      </p>
      <h2>{text.why}</h2>
      <p class="measure">
        <MarkedText text={rule.reason} />
      </p>
      <div class="pair">
        <Example context={context} title={text.wrong} tone="wrong" files={rule.wrong} />
        <Example context={context} title={text.right} tone="right" files={rule.right} />
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
  readonly files: RuleDocument['wrong'];
}

function Example({ context, title, tone, files }: ExampleProps): VNode {
  return (
    <section class={`example example-${tone}`} aria-labelledby={`example-${tone}`}>
      <h2 id={`example-${tone}`}>{title}</h2>
      {files.map(({ file, text }, index) => (
        <div key={file}>
          <h3>
            <code>{file}</code>
          </h3>
          {text === undefined ? (
            <p>{context.strings.rules.absent}</p>
          ) : (
            <SourceText
              context={context}
              label={`${title}: ${file}`}
              lines={toPlainLines(text)}
              findings={[]}
              anchorPrefix={`${tone}-${index + 1}-L`}
            />
          )}
        </div>
      ))}
    </section>
  );
}
