import type { ReadingRule } from './reading-rule.ts';

/** A listing of paths stands for a package in an example. */
function listing(...paths: string[]): ReadingRule['wrong'] {
  return { file: 'files', text: `${paths.join('\n')}\n` };
}

const plain = listing('metadata.yaml', 'template.cue');

/** What unpacking and laying out a package checks. */
export const packageRules = [
  {
    id: 'package/not-an-archive',
    severity: 'error',
    title: 'Not a gzip archive',
    reason: 'A package is a tar archive compressed with gzip; nothing else is read.',
    breaks: 'load',
    wrong: { file: 'example-1.0.0.tgz', text: 'PK… (a zip archive)\n' },
    right: { file: 'example-1.0.0.tgz', text: 'tar czf example-1.0.0.tgz example/\n' },
  },
  {
    id: 'package/broken-archive',
    severity: 'error',
    title: 'A damaged archive',
    reason: 'The archive ends too early, or its checksums or headers do not fit.',
    breaks: 'load',
    wrong: { file: 'example-1.0.0.tgz', text: 'the first half of an upload\n' },
    right: { file: 'example-1.0.0.tgz', text: 'the whole file\n' },
  },
  {
    id: 'package/trailing-data',
    severity: 'warning',
    title: 'Data after the end of the archive',
    reason: 'Nobody reads it, and it hides content from those who look at the package.',
    wrong: { file: 'example-1.0.0.tgz', text: 'archive, end-of-archive, then more\n' },
    right: { file: 'example-1.0.0.tgz', text: 'archive, end-of-archive\n' },
  },
  {
    id: 'package/empty',
    severity: 'error',
    title: 'No file in the archive',
    reason: 'The client refuses an archive without files.',
    breaks: 'load',
    wrong: listing('example/'),
    right: plain,
  },
  {
    id: 'package/outside-top-folder',
    severity: 'error',
    title: 'A file beside the top folder',
    reason: 'The client strips the first part of every path and refuses the archive when nothing is left.',
    breaks: 'load',
    wrong: listing('metadata.yaml', 'example/template.cue'),
    right: listing('example/metadata.yaml', 'example/template.cue'),
  },
  {
    id: 'package/other-top-folder',
    severity: 'error',
    title: 'The folder inside ./ has another name than the addon',
    reason:
      'In an archive whose paths begin with ./ the folder name stays part of the path, and the client finds the files only when it equals the addon name.',
    wrong: listing('./other/metadata.yaml'),
    right: listing('./example/metadata.yaml'),
  },
  {
    id: 'package/too-large',
    severity: 'error',
    title: 'The package is too large',
    reason:
      'Size, number of entries and compression ratio are bounded, so that no package can exhaust a server or a client.',
    wrong: { file: 'example-1.0.0.tgz', text: 'more than 10 MiB, or more than 50 MiB once inflated\n' },
    right: {
      file: 'example-1.0.0.tgz',
      text: 'definitions and templates; images and charts stay in their own registries\n',
    },
  },
  {
    id: 'package/file-too-large',
    severity: 'error',
    title: 'A file is too large',
    reason: 'A single file is bounded; the Kubernetes API refuses objects far smaller than that.',
    wrong: listing('resources/crds.yaml (6 MiB)'),
    right: listing('resources/crds-a.yaml (500 KiB)', 'resources/crds-b.yaml (500 KiB)'),
  },
  {
    id: 'package/too-many-files',
    severity: 'error',
    title: 'Too many files',
    reason: 'The number of entries is bounded; the rest is not read.',
    wrong: listing('resources/0001.yaml', '…', 'resources/9999.yaml'),
    right: plain,
  },
  {
    id: 'package/unsafe-path',
    severity: 'error',
    title: 'A path that leads elsewhere',
    reason:
      'Absolute paths, drive letters, backslashes, empty parts, `.` and `..` mean different places to different programs, and some of them write outside the folder that they unpack into.',
    wrong: listing('../../etc/cron.d/job', 'C:/Windows/x', 'resources\\a.cue'),
    right: listing('resources/a.cue'),
  },
  {
    id: 'package/unprintable-path',
    severity: 'error',
    title: 'A path with control characters',
    reason: 'Control characters and bytes that are not UTF-8 deceive terminals, logs and people.',
    wrong: listing('resources/a\\u001b[2Kb.cue'),
    right: listing('resources/a.cue'),
  },
  {
    id: 'package/path-too-long',
    severity: 'error',
    title: 'A path that is too long or too deep',
    reason: 'Length and depth of paths are bounded, because file systems and clients bound them too.',
    wrong: listing('a/a/a/a/… (33 folders)/x.cue'),
    right: listing('resources/x.cue'),
  },
  {
    id: 'package/duplicate-path',
    severity: 'error',
    title: 'Two entries with one path',
    reason: 'Programs disagree whether the first or the last counts, so nobody knows what would be installed.',
    wrong: listing('template.cue', 'template.cue'),
    right: plain,
  },
  {
    id: 'package/file-and-folder',
    severity: 'error',
    title: 'One path is both a file and a folder',
    reason: 'Such a package cannot be unpacked anywhere.',
    wrong: listing('resources', 'resources/a.cue'),
    right: listing('resources/a.cue'),
  },
  {
    id: 'package/case-collision',
    severity: 'error',
    title: 'Paths that differ in letter case only',
    reason: 'On file systems that ignore letter case one of them overwrites the other.',
    wrong: listing('resources/A.cue', 'resources/a.cue'),
    right: listing('resources/a.cue', 'resources/b.cue'),
  },
  {
    id: 'package/link',
    severity: 'error',
    title: 'A link',
    reason: 'Links can point at files of the machine that reads them, so they are never followed and never packed.',
    wrong: listing('README.md -> /etc/passwd'),
    right: listing('README.md'),
  },
  {
    id: 'package/special-file',
    severity: 'error',
    title: 'Neither a file nor a folder',
    reason: 'Devices, pipes, sparse files and unknown kinds of entries have no place in a package.',
    wrong: listing('resources/zero (character device)'),
    right: listing('resources/a.cue'),
  },
  {
    id: 'package/submodule',
    severity: 'error',
    title: 'A Git submodule',
    reason: 'Its content lives in another repository and is not part of the package.',
    wrong: listing('resources/shared (submodule)'),
    right: listing('resources/shared/a.cue'),
  },
  {
    id: 'package/git-folder',
    severity: 'error',
    title: 'A .git folder',
    reason: 'Programs that find it run what it configures; it is never content.',
    wrong: listing('.git/config'),
    right: plain,
  },
  {
    id: 'package/reserved-name',
    severity: 'error',
    title: 'The addon name begins a file name',
    reason:
      'The client does not prepend the addon name to paths that already begin with it, and then does not recognise them: an addon called `res` loses everything in `resources/`.',
    wrong: { file: 'metadata.yaml', text: 'name: res\nversion: 1.0.0\n' },
    right: { file: 'metadata.yaml', text: 'name: resource-quota-example\nversion: 1.0.0\n' },
  },
  {
    id: 'package/stray-match',
    severity: 'warning',
    title: 'A stray file counts as another one',
    reason:
      'The client goes by the beginning of a path: `metadata.yaml.bak` is read as metadata after `metadata.yaml` and overrides it, `resources-old/` counts as `resources/`.',
    wrong: listing('metadata.yaml', 'metadata.yaml.bak'),
    right: listing('metadata.yaml'),
  },
  {
    id: 'package/two-readmes',
    severity: 'warning',
    title: 'Both README.md and readme.md',
    reason: 'Which of the two the client shows changes from run to run. Catalogs show README.md.',
    wrong: listing('README.md', 'readme.md'),
    right: listing('README.md'),
  },
  {
    id: 'package/readme-too-large',
    severity: 'warning',
    title: 'The readme is too large to be shown',
    reason: 'Clients fetch it whole for every look at the addon. Link to long documents instead.',
    wrong: listing('README.md (2 MiB)'),
    right: listing('README.md (20 KiB)'),
  },
] as const satisfies readonly ReadingRule[];
