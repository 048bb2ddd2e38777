import type { VNode } from 'preact';
import type { VersionDetail } from '../../schemas/rest.ts';
import type { Verdict } from '../../schemas/verdict.ts';
import type { PageContext } from '../context/page-context.ts';
import { toVerdictWord } from '../context/verdict-word.ts';
import { CommandLine } from './command-line.tsx';
import { toCurlLine, toKubectlLine } from './install-lines.ts';

interface BundleLinesProps {
  readonly context: PageContext;
  readonly version: VersionDetail;
}

/** How to apply a version without the vela client, for the release line that people most likely have. */
export function BundleLines({ context, version }: BundleLinesProps): VNode {
  const { strings, links } = context;
  const text = strings.bundle;
  const verdict = chooseVerdict(context, version.verdicts);
  if (verdict === undefined) {
    const isSettled =
      version.verdicts.length > 0 && version.verdicts.every((candidate) => toVerdictWord(candidate) !== 'pending');
    return (
      <>
        <h3>{text.title}</h3>
        <p class="hint">{isSettled ? text.none : text.pending}</p>
      </>
    );
  }
  const path = links.bundle(version, { line: verdict.line });
  const whole = links.bundle(version, { line: verdict.line, dependencies: 'include' });
  return (
    <>
      <h3>{text.title}</h3>
      <p class="hint">{text.text(verdict.line)}</p>
      <CommandLine context={context} line={toKubectlLine(context.toAbsolute(path))} byKey />
      {verdict.render === 'needs-parameters' ? (
        <p class="hint">{text.needs}</p>
      ) : (
        <p class="hint">
          <a href={path}>{text.view}</a>
        </p>
      )}
      {version.dependencies.length > 0 && (
        <>
          <p class="hint">{text.whole}</p>
          <CommandLine context={context} line={toKubectlLine(context.toAbsolute(whole))} />
        </>
      )}
      {verdict.render === 'works' && (
        <>
          <p class="hint">{text.gitOps}</p>
          <CommandLine context={context} line={toCurlLine(context.toAbsolute(path), toFileName(version))} />
        </>
      )}
      <p class="hint">{text.large}</p>
      <p class="hint">{text.mixing}</p>
    </>
  );
}

/** A file that any system can have. */
function toFileName({ name, version }: VersionDetail): string {
  return `${`${name}-${version}`.replace(/[^A-Za-z0-9._+-]/g, '-')}.yaml`;
}

/** The default line when it enables the version, else the newest that does, else one that only lacks parameters. */
function chooseVerdict({ defaultLine }: PageContext, verdicts: readonly Verdict[]): Verdict | undefined {
  const inOrder = [...verdicts].reverse().sort((left, right) => rank(left) - rank(right));
  function rank(verdict: Verdict): number {
    const line = verdict.line === defaultLine ? 0 : 1;
    switch (toVerdictWord(verdict)) {
      case 'works':
        return line;
      case 'needs-parameters':
        return 2 + line;
      case 'refused':
      case 'excluded':
      case 'pending':
        return 4;
    }
  }
  return inOrder.find((verdict) => rank(verdict) < 4);
}
