import type { ComponentChild, VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';
import { CopyButton } from './copy-button.tsx';

interface CommandLineProps {
  readonly context: PageContext;
  readonly line: string;
  /** The line that the key for copying takes. */
  readonly byKey?: true;
}

/** One line to copy into a terminal. */
export function CommandLine({ context, line, byKey }: CommandLineProps): VNode {
  return (
    <div class="command">
      <code class="command-text">{toWords(line)}</code>
      <CopyButton context={context} text={line} {...(byKey && { byKey })} />
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
