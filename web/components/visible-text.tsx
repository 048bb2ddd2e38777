import type { VNode } from 'preact';

const steering = /(?!\t)([\p{Cc}\p{Bidi_Control}\uFEFF])/u;

/** A line of somebody's text; characters that steer the display are written out. */
export function VisibleText({ text }: { text: string }): VNode {
  if (!steering.test(text)) return <>{text}</>;
  return (
    <>
      {text.split(steering).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <span key={index} class="steering">
            U+{(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}
          </span>
        ),
      )}
    </>
  );
}
