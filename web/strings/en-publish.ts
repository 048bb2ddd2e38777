/** English texts of the page about publishing. */
export const enPublish = {
  publish: {
    nav: 'Publish an addon',
    title: 'Publish an addon',
    description: 'How an addon comes into the catalogs of this server, with exact lines.',
    lead: 'What stands here is read from sources. Whatever the way, an addon is published by standing in one of them.',
    pull: 'By pull request',
    pullText: 'The way for everybody. Nothing but the repository of the source has to know you.',
    sources: 'Which source',
    repository: 'Repository',
    folder: 'Folder of the addons',
    root: 'the root',
    none: 'No source of this server is a Git repository. Its addons come from folders of the server itself: whoever runs it puts them there.',
    chosen: 'the lines below are for this one',
    choose: (source: string) => `Show the lines for ${source}`,
    branch: '1. Begin where this server is',
    branchText:
      'The branch begins at the commit that this server has read. Clone your own copy of the repository instead when you may not write to this one.',
    write: '2. Write the addon',
    writeText: (folder: string) =>
      `Put it into “${folder}”: metadata.yaml with name and version, template.cue or a resources folder, README.md. A published version keeps its content for ever, so a change needs a new number.`,
    check: '3. Check it',
    checkText:
      'The same rules and evaluators as here, without asking this server. The first line ends with 0 only when there is nothing to say; the second makes the archive, byte for byte as it will be served.',
    install: (version: string) =>
      `The program is in the package chandlery-${version}.tgz, which “npm pack” makes of the sources of Chandlery; “npm install --global” takes its path or address.`,
    propose: '4. Propose it',
    proposeText: 'Then open the pull request from that branch, as the host of the repository offers it.',
    ci: 'Checked by CI',
    ciText:
      'A workflow for GitHub. It checks the addon folders that a pull request touches, and findings stand beside the lines that they are about. The variable CHANDLERY_PACKAGE of the repository says where the package is.',
    ciLabel: 'workflow',
    ciElsewhere: 'Elsewhere the same lines do, with --format sarif or --format json.',
    merged: 'After the merge',
    mergedSync: 'The source is read again by itself.',
    mergedNext: (time: string) => `The next run is planned for ${time}.`,
    mergedState: 'How that went is on the page of the source:',
    mergedFindings:
      'The version is then on its own page, with its findings and, some minutes later, with a verdict for each KubeVela release line. It is also in the feed.',
    mergedRules: 'What each finding means',
    mergedNow:
      'The administrator need not wait. With the token in CHANDLERY_ADMIN_TOKEN, this reads the source and shows what came of it:',
    push: 'By push',
    pushNot: 'This server takes no pushed archives: there is no route for them, and no setting that opens one.',
    pushText:
      'What comes nearest: whoever may write to the branch that is followed pushes the commit there, and whoever has the token of this server has it read.',
    identity: 'By the identity of a CI run',
    identityNot:
      'This server trusts no identity tokens of CI systems: there is no exchange of them for a right to publish.',
    identityText:
      'A pipeline in the repository of the source needs none: it checks, a person merges, and this server reads. The token of the administrator does not belong into a pipeline; it may do far more than publish.',
  },
};
