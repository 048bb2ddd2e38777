import type { VNode } from 'preact';

/** The mark of the product: two sails over a hull. */
export function Mark(): VNode {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d="M11 2.5V16H3.6C7.4 12 10 7.6 11 2.5Z" />
      <path class="mark-jib" d="M13 5.5c3.8 2.5 6.2 6.2 6.9 10.5H13Z" />
      <path d="M2.5 18h19l-2.3 3.5H5.3Z" />
    </svg>
  );
}
