import { toShellWord } from './shell-word.ts';

/** Where an addon folder of a source goes: the repository, the commit that was read last, and the folder that holds addon folders. */
export interface PublishPlace {
  /** `<catalog>/<name>` */
  readonly source: string;
  readonly url: string;
  readonly revision?: string;
  /** Empty when addon folders stand at the root of the repository. */
  readonly folder: string;
}

/** The name that the lines give an addon of which nothing is known yet. */
export const exampleAddon = 'my-addon';

/** Path of the example addon inside the repository. */
export function toExampleFolder({ folder }: Pick<PublishPlace, 'folder'>): string {
  return folder === '' ? exampleAddon : `${folder}/${exampleAddon}`;
}

/** Lines that copy the repository and begin a branch at the commit that the server has read. */
export function toBranchLines({ url, revision }: PublishPlace): readonly string[] {
  const from = revision === undefined ? '' : ` ${toShellWord(revision)}`;
  return [
    `git clone ${toShellWord(url)} addons-of-source`,
    'cd addons-of-source',
    `git switch --create ${exampleAddon}${from}`,
  ];
}

/** Lines that say what is wrong with the addon, and make the archive that every server makes of it. */
export function toCheckLines(place: PublishPlace): readonly string[] {
  const folder = toShellWord(toExampleFolder(place));
  return [`chandlery check ${folder}`, `chandlery pack ${folder} --output ../${exampleAddon}.tgz`];
}

/** Lines that commit the addon folder and bring the branch to where a pull request begins. */
export function toCommitLines(place: PublishPlace): readonly string[] {
  return [
    `git add ${toShellWord(toExampleFolder(place))}`,
    `git commit --signoff --message 'feat: ${exampleAddon} 1.0.0'`,
    `git push --set-upstream origin ${exampleAddon}`,
  ];
}

/** Lines that have the server read the source at once and then say what it has of the addon. */
export function toReadLines({ source }: PublishPlace, serverUrl: string): readonly string[] {
  const catalog = source.split('/')[0] ?? source;
  const server = toShellWord(serverUrl);
  return [
    `chandlery source sync ${toShellWord(source)} --server ${server}`,
    `chandlery show ${toShellWord(`${catalog}/${exampleAddon}`)} --server ${server}`,
  ];
}

/** A GitHub workflow that checks the addon folders that a pull request touches; findings stand beside its lines. */
export function toCheckWorkflow({ folder }: Pick<PublishPlace, 'folder'>): string {
  const within = folder === '' ? '.' : folder;
  const depth = folder === '' ? 1 : folder.split('/').length + 1;
  return `name: addons
on: pull_request
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm install --global "$CHANDLERY_PACKAGE"
        env:
          CHANDLERY_PACKAGE: \${{ vars.CHANDLERY_PACKAGE }}
      - run: |
          git -c core.quotePath=off diff --name-only "origin/$GITHUB_BASE_REF...HEAD" -- ${toShellWord(within)} |
            cut -d / -f 1-${depth} | sort -u |
            while IFS= read -r addon; do if [ -d "$addon" ]; then printf '%s\\n' "$addon"; fi; done |
            xargs --no-run-if-empty -d '\\n' chandlery check --format github
`;
}
