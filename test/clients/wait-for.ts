import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again, five times a second, until the answer is not undefined; throws naming `what` when the time is over. An error of `ask` ends the wait. */
export async function waitFor<Answer>(
  what: string,
  timeoutMs: number,
  ask: () => Answer | undefined | Promise<Answer | undefined>,
): Promise<Answer> {
  const endsAt = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > endsAt) throw new Error(`waited ${timeoutMs / 1000} s for ${what}`);
    await sleep(200);
  }
}
