import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StateReason } from '../../schemas/version-state.ts';
import { type SendTextOptions, sendText } from './send-text.ts';

/** Refuses everything but GET and HEAD; returns whether it did. */
export function refuseMethod(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  sendText(response, {
    status: 405,
    text: 'only GET and HEAD are answered here',
    headers: ['Allow', 'GET, HEAD'],
  });
  return true;
}

/** Ends an answer that fails while it is made: `onBug` is told, and nobody is left waiting. */
export function finishAnswer(
  response: ServerResponse,
  work: Promise<void> | undefined,
  onBug: (error: unknown) => void,
): void {
  work?.catch((error: unknown) => {
    onBug(error);
    if (response.headersSent) response.destroy();
    else sendText(response, { status: 500, text: 'the server failed; its log says more' });
  });
}

/** The code stands in the text and in a header, because clients of this surface show no more than that. */
export function toGone(version: string, stateReason: StateReason | undefined): SendTextOptions {
  const reason = stateReason === undefined ? '' : `: ${stateReason.reason}`;
  return {
    status: 410,
    text: `VERSION_QUARANTINED: version ${version} is quarantined, and its archive is not served${reason}`,
    headers: ['Cache-Control', 'no-store'],
  };
}

/** A segment of a path as it was meant; one that is encoded wrongly stays as it came and names nothing. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
