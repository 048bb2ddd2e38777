import type { VNode } from 'preact';
import type { StepVerdict, VersionDiff } from '../../schemas/version-diff.ts';
import type { PageContext } from '../context/page-context.ts';
import { MarkedText } from './marked-text.tsx';

const maxReasons = 8;

/** What all differences of two versions mean together: whether something breaks, and whether the number says so. */
export function StepVerdictNotice({ context, diff }: { context: PageContext; diff: VersionDiff }): VNode {
  const text = context.strings.compare;
  const { breaking, reasons: all, required } = diff.verdict;
  const shown = context.strings.machine.reasons(diff).slice(0, maxReasons);
  if (required === 'none') return <p class="notice notice-good">{text.same}</p>;
  return (
    <div class={`notice ${toTone(diff.verdict)}`}>
      <p>
        <strong>{breaking ? text.breakingTitle : text.compatibleTitle}</strong> {text.needs[required]}{' '}
        <NumberJudgement context={context} verdict={diff.verdict} />
      </p>
      {shown.length > 0 && (
        <ul class="compare-reasons">
          {shown.map((reason) => (
            <li key={reason}>
              <MarkedText text={reason} />
            </li>
          ))}
          {all.length > shown.length && <li>{text.more(all.length - shown.length)}</li>}
        </ul>
      )}
    </div>
  );
}

function toTone({ breaking, adequate }: StepVerdict): string {
  if (!breaking) return adequate === false ? 'notice-warn' : 'notice-good';
  return adequate === false ? 'notice-bad' : 'notice-warn';
}

function NumberJudgement({ context, verdict }: { context: PageContext; verdict: StepVerdict }): VNode {
  const text = context.strings.compare;
  const { actual, adequate, suggested } = verdict;
  if (actual === undefined) return <>{text.backwards}</>;
  return (
    <>
      {text.moved[actual]}
      {context.language === 'zh' ? '，' : ', '}
      {adequate === true ? text.enough : text.tooLittle} {suggested !== undefined && text.suggested(suggested)}
    </>
  );
}
