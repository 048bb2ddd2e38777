import type { VNode } from 'preact';
import type { Finding } from '../../schemas/finding.ts';
import { findRuleText } from '../context/find-rule-text.ts';
import type { PageContext } from '../context/page-context.ts';
import type { SourceLine, TokenPart } from '../context/source-lines.ts';
import { MarkedText } from './marked-text.tsx';
import { VisibleText } from './visible-text.tsx';

interface SourceTextProps {
  readonly context: PageContext;
  readonly label: string;
  readonly lines: readonly SourceLine[];
  /** Number of the first line; default 1. */
  readonly first?: number;
  /** Shown below the line that they are about. */
  readonly findings: readonly Finding[];
  /** Begins the id of each line; a page with several texts gives each its own. */
  readonly anchorPrefix?: string;
}

/** Lines of a text with a number before and an anchor on each. Characters that steer the display are written out. */
export function SourceText(props: SourceTextProps): VNode {
  const { context, label, lines, first = 1, findings, anchorPrefix = 'L' } = props;
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings) byLine.set(finding.line, [...(byLine.get(finding.line) ?? []), finding]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="source" aria-label={label} tabIndex={0}>
      <ol class="source-lines" data-lines={anchorPrefix}>
        {lines.map((line, index) => (
          <Line
            key={first + index}
            context={context}
            number={first + index}
            anchor={`${anchorPrefix}${first + index}`}
            line={line}
            findings={byLine.get(first + index)}
          />
        ))}
      </ol>
    </section>
  );
}

interface LineProps {
  readonly context: PageContext;
  readonly number: number;
  readonly anchor: string;
  readonly line: SourceLine;
  readonly findings: readonly Finding[] | undefined;
}

function Line({ context, number, anchor, line, findings = [] }: LineProps): VNode {
  return (
    <li id={anchor} class={findings.length > 0 ? 'line-marked' : undefined}>
      <a class="line-number" href={`#${anchor}`}>
        {number}
      </a>
      <code>
        <LineParts parts={line.parts} />
      </code>
      {line.hidden !== undefined && <span class="line-cut">{context.strings.source.hidden(line.hidden)}</span>}
      {findings.map((finding) => (
        <LineNote key={`${finding.rule}${finding.message}`} context={context} finding={finding} />
      ))}
    </li>
  );
}

/** The parts of a line, each in its colour. */
export function LineParts({ parts }: { parts: readonly TokenPart[] }): VNode {
  return (
    <>
      {parts.map(({ text, kind }, index) =>
        kind === undefined ? (
          <VisibleText key={index} text={text} />
        ) : (
          <span key={index} class={`tk-${kind}`}>
            <VisibleText text={text} />
          </span>
        ),
      )}
    </>
  );
}

function LineNote({ context, finding }: { context: PageContext; finding: Finding }): VNode {
  const { strings, links } = context;
  const text = findRuleText(strings, finding.rule);
  return (
    <p class={`line-note severity-${finding.severity}`}>
      {strings.severity[finding.severity]}: <a href={links.rule(finding.rule)}>{finding.rule}</a>{' '}
      {text !== undefined && (
        <>
          <MarkedText text={text.title} />{' '}
        </>
      )}
      <span {...(text === undefined ? {} : { lang: 'en' })}>
        <MarkedText text={finding.message} />
      </span>
    </p>
  );
}
