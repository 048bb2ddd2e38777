import type { VNode } from 'preact';
import type { Finding } from '../../schemas/finding.ts';
import { findRuleText } from '../context/find-rule-text.ts';
import type { PageContext } from '../context/page-context.ts';
import { MarkedText } from './marked-text.tsx';

interface FindingTextProps {
  readonly context: PageContext;
  readonly finding: Pick<Finding, 'rule' | 'message' | 'fix'>;
}

/** What a finding says and how to mend it. Where the page is in another language than the message, its rule speaks first, and the message with its names follows as it is. */
export function FindingText({ context, finding }: FindingTextProps): VNode {
  const { strings } = context;
  const { message, fix } = finding;
  const text = findRuleText(strings, finding.rule);
  return (
    <>
      {text !== undefined && (
        <p class="finding-lead">
          <MarkedText text={text.title} />
        </p>
      )}
      <p class="finding-message" {...(text === undefined ? {} : { lang: 'en' })}>
        <MarkedText text={message} />
      </p>
      {(fix !== undefined || text !== undefined) && (
        <p class="finding-fix">
          <strong>{strings.findings.fix}:</strong> <MarkedText text={text?.fix ?? fix ?? ''} />
        </p>
      )}
      {fix !== undefined && text !== undefined && (
        <p class="finding-fix" lang="en">
          <MarkedText text={fix} />
        </p>
      )}
    </>
  );
}
