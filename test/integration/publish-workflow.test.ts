import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { toCheckWorkflow } from '../../web/context/publish-lines.ts';
import { createTestRepository } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Workflow {
  readonly jobs: { readonly check: { readonly steps: readonly { readonly run?: string }[] } };
}

/** Runs the last step of the workflow where a branch stands against `main`, and returns what `chandlery` was given. */
function listChecked(folder: string, change: Readonly<Record<string, string | undefined>>): readonly string[] {
  const repository = createTestRepository();
  onTestFinished(() => repository.remove());
  const within = folder === '' ? '' : `${folder}/`;
  repository.commit({ [`${within}old/metadata.yaml`]: 'name: old', [`${within}gone/metadata.yaml`]: 'name: gone' });
  repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  repository.commit(change);
  // As after a fresh checkout: no empty folders.
  repository.git('clean', '-fdx');
  const programs = temporaryFolder();
  const log = join(programs, 'log');
  writeFileSync(log, '');
  writeFileSync(join(programs, 'chandlery'), `#!/bin/sh\nprintf '%s\\n' "$@" > '${log}'\n`);
  chmodSync(join(programs, 'chandlery'), 0o755);
  const workflow: Workflow = parse(toCheckWorkflow({ folder }));
  const script = workflow.jobs.check.steps.at(-1)?.run ?? '';
  execFileSync('bash', ['-e', '-c', script], {
    cwd: repository.folder,
    env: { PATH: `${programs}:${process.env['PATH'] ?? ''}`, GITHUB_BASE_REF: 'main' },
  });
  return readFileSync(log, 'utf8').split('\n').filter(Boolean);
}

test.each([
  ['addons', { 'addons/new/metadata.yaml': 'a', 'addons/new/x/y.cue': 'b' }, ['addons/new']],
  ['addons', { 'addons/a b é/metadata.yaml': 'a', 'addons/old/README.md': 'b' }, ['addons/a b é', 'addons/old']],
  ['addons', { 'addons/gone/metadata.yaml': undefined, 'addons/README.md': 'a', 'docs/new/x': 'b' }, undefined],
  ['deep/in/addons', { 'deep/in/addons/new/metadata.yaml': 'a' }, ['deep/in/addons/new']],
  ['', { 'new/metadata.yaml': 'a', 'README.md': 'b' }, ['new']],
] as const)('below "%s" a change of %j has the addons checked that it touches', (folder, change, addons) => {
  const expected = addons === undefined ? [] : ['check', '--format', 'github', ...addons];
  expect(listChecked(folder, change)).toEqual(expected);
});
