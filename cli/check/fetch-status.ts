/** The status that a host answers with, redirects followed, the body left unread. Throws with the network's own reason. */
export async function fetchStatus(url: string, signal: AbortSignal): Promise<number> {
  try {
    const answer = await fetch(url, { signal, redirect: 'follow', headers: { accept: '*/*' } });
    await answer.body?.cancel();
    return answer.status;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    throw cause instanceof Error ? cause : error;
  }
}
