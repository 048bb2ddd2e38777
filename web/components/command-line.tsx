import type { ComponentChild, VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';

/** One line to copy into a terminal. The button stays hidden until the script that serves it has come. */
export function CommandLine({ context, line }: { context: PageContext; line: string }): VNode {
  const { frame } = context.strings;
  return (
    <div class="command">
      <code class="command-text">{toWords(line)}</code>
      <button
        type="button"
        class="command-copy"
        hidden
        data-copy={line}
        data-copied={frame.copied}
        aria-label={frame.copyLine(line)}
      >
        {frame.copy}
      </button>
    </div>
  );
}

/** Words that break between them rather than at a hyphen inside. */
function toWords(line: string): ComponentChild[] {
  return line.split(' ').flatMap((word, index) => {
    const whole = (
      <span key={index} class="command-word">
        {word}
      </span>
    );
    return index === 0 ? [whole] : [' ', whole];
  });
}
