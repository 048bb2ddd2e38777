import type { VNode } from 'preact';
import type { Verdict } from '../../schemas/verdict.ts';
import type { VersionReference } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';
import { toVerdictWord } from '../context/verdict-word.ts';
import { toAnchor } from './parameter-table.tsx';
import { VerdictMark } from './verdict-mark.tsx';

interface VerdictExplanationsProps {
  readonly context: PageContext;
  readonly version: VersionReference;
  readonly verdicts: readonly Verdict[];
  /** The oldest release that knows everything that the version imports. */
  readonly minimumVela: string | undefined;
}

/** The verdict of each release line in a sentence, with KubeVela's own words and the parameters that it wants. */
export function VerdictExplanations({
  context,
  version,
  verdicts,
  minimumVela,
}: VerdictExplanationsProps): VNode | null {
  if (verdicts.length === 0) return null;
  return (
    <section class="verdict-reasons" aria-labelledby="verdicts">
      <h3 id="verdicts">{context.strings.findings.verdicts}</h3>
      <dl>
        {verdicts.map((verdict) => (
          <Explanation key={verdict.line} context={context} version={version} verdict={verdict} />
        ))}
      </dl>
      {minimumVela !== undefined && <p class="hint">{context.strings.verdict.minimumVela(minimumVela)}</p>}
    </section>
  );
}

function Explanation({
  context,
  version,
  verdict,
}: {
  context: PageContext;
  version: VersionReference;
  verdict: Verdict;
}): VNode {
  const { strings, links } = context;
  const text = strings.verdict;
  const { line, reason, parameters = [] } = verdict;
  return (
    <div class="verdict-reason">
      <dt>
        {text.line(line)} <VerdictMark context={context} verdict={verdict} />
      </dt>
      <dd>
        <p>{text.meaning[toVerdictWord(verdict)](line)}</p>
        {parameters.length > 0 && (
          <p>
            {text.wants}{' '}
            {parameters.map((path) => (
              <a
                key={path}
                class="label"
                href={`${links.version(version, 'parameters', line)}#${encodeURIComponent(toAnchor(path))}`}
              >
                {path}
              </a>
            ))}
          </p>
        )}
        {reason !== undefined && (
          <>
            <p class="hint">{text.says}</p>
            <pre class="said">{reason}</pre>
          </>
        )}
      </dd>
    </div>
  );
}
