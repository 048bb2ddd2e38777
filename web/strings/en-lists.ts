/** English texts of finding things: search, lists, keys, and where an address leads nowhere. */
export const enLists = {
  keys: {
    title: 'Keys',
    search: 'Search',
    choose: 'Choose among what is found',
    close: 'Close what is found; empty the field',
    move: 'Next and previous entry of a list',
    open: 'Open it',
    copy: 'Copy the install line',
    help: 'Show these keys',
    on: 'Single keys are on',
    done: 'Close',
    intro: 'Keys work wherever nothing is being typed. Everything can be done without them, too.',
    off: 'With scripts, “?” shows them on any page, and switches single keys off for whoever types them by accident.',
  },

  help: {
    title: 'Searching and keys',
    description: 'How to search this server, how the order of results is decided, and which keys there are.',
    nav: 'Help and keys',
  },

  menu: 'Menu',

  locksIntro: {
    title: 'Locks',
    description: 'What a lock is: exact versions of KubeVela addons, decided together and pinned by digest.',
    lead: 'A lock is a set of exact versions, decided together and pinned by digest. Nothing of it ever changes.',
    what: 'What it is good for',
    points: [
      'Whoever enables from it gets the same bytes, on every cluster and on every day.',
      'The server serves it as a registry of its own with exactly one version of each addon. As the only registry of a cluster it leaves an unmodified vela no other choice.',
      'A version that is yanked later stays available to it; only what is quarantined is blocked.',
      'It can be asked whether it still holds: for its bytes, its states, and your KubeVela and Kubernetes.',
    ],
    how: 'How to make one',
    howText: 'Plan what you want on your cluster; the page with the plan offers to pin it.',
    plan: 'Plan an installation',
    closed: 'On this server only its administrator keeps locks. The command line makes one anywhere:',
    command: 'Or on the command line, into a file that is kept beside your code:',
    open: 'Open a lock',
    openText: 'Whoever has its id sees it at its own address. Locks are not listed.',
    id: 'Id of the lock',
    submit: 'Open',
  },
};
