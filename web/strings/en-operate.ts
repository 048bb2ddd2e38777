import { count } from './en-count.ts';

/** English texts of what operators see: progress, banners, a source and its runs. */
export const enOperate = {
  operate: {
    feed: 'Feed',
    progress: 'Progress',
    reading: (done: string, total: string) => `reading, ${done} of ${total} versions`,
    begins: 'being read',
    judging: (done: string, total: string) => `judging, ${done} of ${total} versions`,
    upToDate: 'up to date',
    more: (n: number) => `and ${count(n, 'more source', 'more sources')}`,
    news: 'There is something new.',
    reload: 'Show it',

    stale: (name: string, since: string) => `${name} could not be read since ${since}; what was read before is served.`,
    neverRead: (name: string) => `${name} could not be read yet; nothing of it is served.`,
    troubles: (n: number) =>
      `${count(n, 'source', 'sources')} cannot be read at the moment; what was read before is served.`,
    troubleLink: 'Why',
    storeFull: 'The disk of this server is full. Everything here is served as before; nothing new is taken in.',
    storeReadOnly:
      'The disk of this server takes no writes. Everything here is served as before; nothing new is taken in.',
    banners: 'State of this server',

    lag: 'What is served is',
    lagOf: (age: string) => `as it was ${age}`,
    open: 'Log, and read it again',
    title: (id: string) => `Source ${id}`,
    description: (id: string) => `How the source ${id} fares, and what its last runs did.`,
    again: 'Read it again now',
    token: 'Administrator token',
    tokenHint: 'It is checked once and kept nowhere.',
    submit: 'Read it now',
    refused: 'This is not the administrator token of this server.',
    started: 'It is being read. This page shows how far it has come.',
    cli: 'On the machine of the server:',
    remote: 'From another machine, with the administrator token in CHANDLERY_ADMIN_TOKEN:',
    noToken:
      'This server has no administrator token, so it takes orders from its own machine alone. To change that, set admin.token in chandlery.yaml.',
    findings: 'Findings of the last run',
    noFindings: 'Nothing was found.',
    log: 'What the last runs did',
    noRuns: 'Nothing has run since this server started.',
    outcome: { running: 'running', unchanged: 'nothing new', changed: 'read', failed: 'failed' },
    took: (seconds: string) => `${seconds} s`,
    step: {
      started: 'Started',
      revision: (revision: string) => `The source is at ${revision}`,
      listed: (versions: string, changed: string) => `It holds ${versions} versions; ${changed} are to be read`,
      trouble: (addon: string, version: string) => `${addon} ${version} could not be stored`,
      finished: (saved: string, failed: string) => `Done: ${saved} stored, ${failed} not`,
      failed: 'It could not be read',
    },
    dropped: (n: number) => `${count(n, 'step', 'steps')} more are not kept.`,
  },
};
