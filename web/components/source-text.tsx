import type { VNode } from 'preact';
import type { Finding } from '../../schemas/finding.ts';
import type { PageContext } from '../context/page-context.ts';
import { MarkedText } from './marked-text.tsx';
import { VisibleText } from './visible-text.tsx';

interface SourceTextProps {
  readonly context: PageContext;
  readonly label: string;
  readonly text: string;
  /** Shown below the line that they are about. */
  readonly findings: readonly Finding[];
  /** Begins the id of each line; a page with several texts gives each its own. */
  readonly anchorPrefix?: string;
}

/** A text file with a number before and an anchor on each line. Characters that steer the display are written out. */
export function SourceText({ context, label, text, findings, anchorPrefix = 'L' }: SourceTextProps): VNode {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings) byLine.set(finding.line, [...(byLine.get(finding.line) ?? []), finding]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="source" aria-label={label} tabIndex={0}>
      <ol class="source-lines">
        {lines.map((line, index) => (
          <SourceLine
            key={index}
            context={context}
            number={index + 1}
            anchor={`${anchorPrefix}${index + 1}`}
            line={line}
            findings={byLine.get(index + 1)}
          />
        ))}
      </ol>
    </section>
  );
}

interface SourceLineProps {
  readonly context: PageContext;
  readonly number: number;
  readonly anchor: string;
  readonly line: string;
  readonly findings: readonly Finding[] | undefined;
}

function SourceLine({ context, number, anchor, line, findings = [] }: SourceLineProps): VNode {
  return (
    <li id={anchor}>
      <a class="line-number" href={`#${anchor}`}>
        {number}
      </a>
      <code>
        <VisibleText text={line} />
      </code>
      {findings.map((finding) => (
        <p key={`${finding.rule}${finding.message}`} class={`line-note severity-${finding.severity}`}>
          <a href={context.links.rule(finding.rule)}>{finding.rule}</a> <MarkedText text={finding.message} />
        </p>
      ))}
    </li>
  );
}
