import type { Rule, RuleExample } from '../addon/lint/types.ts';
import { createFindingMaker } from '../findings.ts';

/** A rule that reading a source itself checks: documented like a lint rule, with its examples as text. */
export type SourceRule = Omit<Rule, 'check'>;

/** A listing of a folder of addons stands for a source in an example. */
function listing(...lines: readonly string[]): readonly RuleExample[] {
  return [{ file: 'addons/', text: `${lines.join('\n')}\n` }];
}

function metadata(file: string, text: string): readonly RuleExample[] {
  return [{ file, text }];
}

function commits(...lines: readonly string[]): readonly RuleExample[] {
  return [{ file: 'git log --oneline --first-parent', text: `${lines.join('\n')}\n` }];
}

const plain = listing('fluxcd/metadata.yaml', 'fluxcd/template.cue');

/** What is wrong or noteworthy about a source as a whole: its folders, names and history. */
export const sourceRules = [
  {
    id: 'source/not-an-addon',
    severity: 'info',
    title: 'A folder without metadata.yaml',
    reason: 'Every folder beside the addons is looked at; one without metadata.yaml is no addon and is left out.',
    fix: 'Add metadata.yaml with name and version, or keep the folder elsewhere.',
    wrong: listing('fluxcd/metadata.yaml', 'scripts/release.sh'),
    right: plain,
  },
  {
    id: 'source/metadata-unreadable',
    severity: 'error',
    title: 'metadata.yaml tells no name and version',
    reason:
      'Name and version are read from metadata.yaml. Without them a folder is no version; those that were released before stay.',
    fix: 'Make it a YAML mapping with name and version.',
    wrong: metadata('addons/fluxcd/metadata.yaml', '- name: fluxcd\n- version: 1.0.0\n'),
    right: metadata('addons/fluxcd/metadata.yaml', 'name: fluxcd\nversion: 1.0.0\n'),
  },
  {
    id: 'source/name-unusable',
    severity: 'error',
    title: 'A name that cannot be addressed',
    reason:
      'Names stand in URLs. One that is empty, a relative path, longer than 253 characters, or holds a slash, a backslash or a control character has no URL.',
    fix: 'Use lower-case letters, digits and hyphens.',
    wrong: metadata('addons/evil/metadata.yaml', 'name: ../evil\nversion: 1.0.0\n'),
    right: metadata('addons/evil/metadata.yaml', 'name: evil\nversion: 1.0.0\n'),
  },
  {
    id: 'source/version-unusable',
    severity: 'error',
    title: 'A version that cannot be addressed',
    reason:
      'Versions stand in URLs. One that is empty, a relative path, longer than 253 characters, or holds a slash, a backslash or a control character has no URL.',
    fix: 'Write a semantic version such as 1.2.3.',
    wrong: metadata('addons/fluxcd/metadata.yaml', 'name: fluxcd\nversion: release/1.0\n'),
    right: metadata('addons/fluxcd/metadata.yaml', 'name: fluxcd\nversion: 1.0.0\n'),
  },
  {
    id: 'source/duplicate-name',
    severity: 'warning',
    title: 'Two folders with one name',
    reason:
      'An addon is known by its name. Where two folders claim the same version, the first folder by name counts and the other is not served.',
    fix: 'Give each folder a name of its own.',
    wrong: listing('fluxcd/metadata.yaml  (name: fluxcd)', 'fluxcd-copy/metadata.yaml  (name: fluxcd)'),
    right: listing('fluxcd/metadata.yaml  (name: fluxcd)', 'fluxcd-copy/metadata.yaml  (name: fluxcd-copy)'),
  },
  {
    id: 'source/version-two-spellings',
    severity: 'info',
    title: 'One version with and without a leading v',
    reason: 'v1.0.0 and 1.0.0 are one version for KubeVela. The spelling that came first is kept.',
    fix: 'Write versions in one style, with or without a leading v.',
    wrong: commits('b release 1.0.0', 'a release v1.0.0'),
    right: commits('b release v1.0.1', 'a release v1.0.0'),
  },
  {
    id: 'source/folder-is-link',
    severity: 'warning',
    title: 'A link or submodule in place of a folder',
    reason:
      'Links can point at files of the machine that reads them, and submodules at other repositories: neither is followed.',
    fix: 'Put the files themselves into the source.',
    wrong: listing('fluxcd -> /srv/addons/fluxcd'),
    right: plain,
  },
  {
    id: 'source/unreadable',
    severity: 'error',
    title: 'A file that may not be read',
    reason: 'The server has no right to read the file, so the addon cannot be served as a whole and is left out.',
    fix: 'Give the user that runs the server the right to read it.',
    wrong: listing('-rw------- root  fluxcd/template.cue'),
    right: listing('-rw-r--r-- root  fluxcd/template.cue'),
  },
  {
    id: 'source/folder-missing',
    severity: 'warning',
    title: 'The followed folder is gone',
    reason:
      'The configured path was there in earlier commits and is not in the last one. The versions that it held stay.',
    fix: 'Set `path` of the source to where the addons are now.',
    wrong: commits('b move addons/ to packages/', 'a release 1.0.0'),
    right: [{ file: 'chandlery.yaml', text: 'sources: [{ type: git, url: …, path: packages }]\n' }],
  },
  {
    id: 'source/history-rewritten',
    severity: 'warning',
    title: 'The history was rewritten',
    reason:
      'The commit that was read last is no longer in the branch, or a tag names another commit than before. The new history is followed; versions that were served keep their bytes.',
    fix: 'Publish changes as new commits and new versions.',
    wrong: [{ file: 'shell', text: 'git commit --amend && git push --force\n' }],
    right: [{ file: 'shell', text: 'git commit && git push\n' }],
  },
  {
    id: 'source/adoption-moved',
    severity: 'warning',
    title: 'The commit of adoption is gone',
    reason:
      'The commit at which the catalog began to follow the source is no longer in its history. It is adopted anew at the tip: versions that are not stored yet get their last content there; versions that were served keep their bytes.',
    fix: 'Check why the history was rewritten, or name a commit with `adopted`.',
    wrong: [{ file: 'shell', text: 'git rebase --root && git push --force\n' }],
    right: [{ file: 'shell', text: 'git commit && git push\n' }],
  },
] as const satisfies readonly SourceRule[];

/** The ids of all rules about sources. */
export type SourceRuleId = (typeof sourceRules)[number]['id'];

/** Makes a finding of a source rule; its file is a path from the root of the source, empty when the source as a whole is meant. */
export const createSourceFinding = createFindingMaker<SourceRuleId>(sourceRules);
