/** English texts of the install box. */
export const enInstall = {
  install: {
    ways: 'With which client',
    clients: { vela: 'vela', kubectl: 'kubectl', helm: 'Helm', lock: 'Plan and lock' },
    onceHere: 'Once on this machine:',
    withLock: 'With a plan and a lock',
    plan: 'What else it needs, in install order, and why:',
    lock: 'The same, pinned by version and digest in chandlery.lock:',
    planPage: 'Plan it on the page, for your cluster',
    badges: 'Badges for your readme',
    badgeVersion: 'Its version',
    badgeVerdict: (line: string) => `What KubeVela ${line} makes of it`,
  },
};
