import type { VNode } from 'preact';
import type { VersionDetail } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';
import { CommandLine } from './command-line.tsx';

interface BadgeLinesProps {
  readonly context: PageContext;
  readonly version: VersionDetail;
}

/** Markdown of the badges of an addon, for its readme. */
export function BadgeLines({ context, version }: BadgeLinesProps): VNode {
  const { links, strings, defaultLine } = context;
  const text = strings.install;
  const toMarkdown = (line?: string) => {
    const label = `${version.name}${line === undefined ? '' : ` on KubeVela ${line}`}`.replace(/[[\]\\]/g, '\\$&');
    const page = context.toAbsolute(links.addon(version.catalog, version.name));
    return `[![${label}](${toTarget(context.toAbsolute(links.badge(version, line)))})](${toTarget(page)})`;
  };
  return (
    <details class="badge-lines">
      <summary>{text.badges}</summary>
      <p class="hint">{text.badgeVersion}</p>
      <CommandLine context={context} line={toMarkdown()} />
      <p class="hint">{text.badgeVerdict(defaultLine)}</p>
      <CommandLine context={context} line={toMarkdown(defaultLine)} />
    </details>
  );
}

/** An address as the target of a Markdown link: parentheses would end it. */
function toTarget(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29');
}
