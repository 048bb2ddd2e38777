import type { VNode } from 'preact';
import type { VersionReference } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';
import { type SourceExtract, toSourcePage } from '../context/source-lines.ts';

interface SourcePagesProps {
  readonly context: PageContext;
  readonly version: VersionReference;
  readonly path: string;
  readonly extract: SourceExtract;
}

/** Which lines of a long file are shown, and the way to those before and after; nothing when it is shown whole. */
export function SourcePages({ context, version, path, extract }: SourcePagesProps): VNode | null {
  const { first, lines, total } = extract;
  if (lines.length >= total) return null;
  const { strings, links, formats } = context;
  const last = first + lines.length - 1;
  const number = toSourcePage(first);
  const range = strings.source.range(formats.number(first), formats.number(last), formats.number(total));
  return (
    <p class="source-pages">
      <span>{range}</span>
      {first > 1 && <a href={links.filePage(version, path, number - 1)}>{strings.source.before}</a>}
      {last < total && <a href={links.filePage(version, path, number + 1)}>{strings.source.after}</a>}
    </p>
  );
}
