/** English texts about deprecated, yanked and quarantined versions. */
export const enStates = {
  states: {
    words: { active: 'active', deprecated: 'deprecated', yanked: 'yanked', quarantined: 'quarantined' },
    titles: {
      deprecated: 'This version is deprecated.',
      yanked: 'This version is yanked.',
      quarantined: 'This version is quarantined.',
    },
    meaning: {
      deprecated: 'It is served as before, but it is time to move on.',
      yanked:
        'No index and no list has it, and nothing chooses it any more. Locks, and whoever names it exactly, still get it.',
      quarantined: 'An administrator blocked it: none of its files is served to anybody.',
    },
    reason: 'Reason:',
    since: (day: string, author: string) => `Since ${day}, by ${author}.`,
    replacement: 'Use instead:',
    notByName: 'No index lists this version, so clients cannot install it by name. Its bytes still answer:',
    nothingServed: 'Nothing of this version is served, so there is nothing to install.',
    withheld: 'The readme is not shown',
    actions: {
      yank: 'yanked',
      unyank: 'no longer yanked',
      deprecate: 'deprecated',
      undeprecate: 'no longer deprecated',
      quarantine: 'quarantined',
      release: 'no longer quarantined',
    },
    history: {
      heading: 'What was decided',
      at: 'On',
      action: 'Decision',
      author: 'By',
      reason: 'Reason',
      everyVersion: 'every version',
    },
    problemTitle: 'This version is quarantined',
    problemText: (addon: string, version: string) =>
      `An administrator blocked ${addon} ${version}. None of its files is served; its page says why.`,
  },
};
