import type { VNode } from 'preact';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { PageContext } from '../context/page-context.ts';

interface LineSwitchProps {
  readonly context: PageContext;
  readonly shown: ReleaseLine | undefined;
  readonly toHref: (line: ReleaseLine | undefined) => string;
  /** What stands for all lines together; without it one line is always chosen. */
  readonly all?: string;
  /** Said behind a line: a count, or that it is the same as another one. */
  readonly toNote?: (line: ReleaseLine | undefined) => string | undefined;
}

/** The release lines that a page can be seen for, as links. */
export function LineSwitch({ context, shown, toHref, all, toNote }: LineSwitchProps): VNode {
  const text = context.strings.verdict;
  const entries: readonly (ReleaseLine | undefined)[] = [...(all === undefined ? [] : [undefined]), ...context.lines];
  return (
    <nav class="line-switch" aria-label={text.otherLines}>
      <ul>
        {entries.map((line) => {
          const note = toNote?.(line);
          return (
            <li key={line ?? ''}>
              <a href={toHref(line)} aria-current={line === shown ? 'true' : undefined}>
                {line === undefined ? all : text.line(line)}
                {note !== undefined && <span class="tab-count"> {note}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
