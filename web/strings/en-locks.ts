import { count } from './en-count.ts';

/** English texts about locks. */
export const enLocks = {
  locks: {
    title: (id: string) => `Lock ${id}`,
    description: 'Exact versions of KubeVela addons, pinned by digest, and the lines that install them.',
    crumb: 'Lock',
    lead: (n: number) =>
      `${count(n, 'addon', 'addons')}, decided together and pinned by digest. Nothing of it ever changes.`,
    decidedFor: (system: string) => `Decided for ${system}.`,
    kept: (day: string) => `Kept since ${day}.`,
    id: 'Id',
    file: 'chandlery.lock',
    json: 'JSON',
    members: 'What is pinned',
    order: 'Order',
    addon: 'Addon',
    version: 'Version',
    digest: 'Digest',
    why: 'Why',
    outside: 'The cluster must have already, from elsewhere:',
    troubled: 'Not every version of this lock is as it was.',
    troubledText: 'Yanked versions are served to this lock as before; the bytes of quarantined ones are blocked.',
    install: 'Install it',
    only: 'Make the lock the only registry first: vela asks all registries, takes the newest version that any of them has, and then fails on a lock that pins an older one. And the addons must not be installed yet: vela keeps what is installed.',
    keep: 'Note which registries there are, and keep them in a file',
    remove: 'Delete each registry that the first line listed, such as',
    add: 'Add the lock',
    enable: 'Enable in this order, and wait for each',
    enableText: 'One call installs one missing dependency, so what is needed comes first.',
    back: 'Go back',
    backText: 'This brings the registries back as they were.',
    check: 'See whether it still holds',
    checkText: 'Its versions exist, have the same bytes, are not yanked, and fit your KubeVela and Kubernetes.',
    notFoundTitle: 'There is no such lock',
    notFoundText: 'This server keeps no lock with this id.',
    closedTitle: 'Locks cannot be kept here',
    closedText:
      'The operator of this server keeps locks for the administrator alone. “chandlery lock write” makes a file anywhere.',
    foreignTitle: 'This came from somewhere else',
    foreignText: 'Only a page of this server can keep a lock by a form.',
  },
};
