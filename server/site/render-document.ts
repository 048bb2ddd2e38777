import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

// Controls other than tab and line ends, and everything that turns the direction of text.
const steering = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}]/gu;

/** Writes a page as an HTML document. Characters that could disguise text are dropped; links keep them percent-encoded. */
export function renderDocument(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`.replace(steering, '');
}
