import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { compareDefinitions } from '../../registry/definition/diff/compare-definitions.ts';
import { judgeBump } from '../../registry/definition/diff/judge-bump.ts';
import { openEngines } from '../../registry/engine/open-engines.ts';
import { releaseLines } from '../../registry/version/release-lines.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { listGoldenDefinitions } from './definition-files.ts';

const golden = inject('golden');
const missing = 'missing' in golden ? ` (skipped: ${golden.missing})` : '';
const engines = openEngines({ root: fileURLToPath(new URL('../..', import.meta.url)) });
afterAll(() => engines.close());

const texts = new Map(
  'missing' in golden
    ? []
    : listGoldenDefinitions(golden.folder).flatMap(({ golden: { in: owners, source } }) =>
        owners.map((owner) => [owner, source] as const),
      ),
);

interface Step {
  readonly addon: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly line: ReleaseLine;
}

async function judge({ addon, file, from, to, line }: Step) {
  const [before, after] = [from, to].map((version) => texts.get(`${addon} ${version} ${file}`));
  if (before === undefined || after === undefined) throw new Error(`no text of ${addon} ${file}`);
  const sides = { before: { file, content: before }, after: { file, content: after }, line };
  const { changes, breaking, bump, findings } = await compareDefinitions({ engines }, sides);
  expect(findings).toEqual([]);
  const told = changes.map((change) => `${change.path.join('.')} ${change.kind}${change.breaking ? ' breaks' : ''}`);
  return { changes: told.sort(), breaking, bump: judgeBump({ from, to }, bump) };
}

describe.skipIf('missing' in golden).each(releaseLines)(`changes of the corpus on $line${missing}`, ({ line }) => {
  test('a removed option breaks and a major version announces it', async () => {
    const step = { addon: 'fluxcd', file: 'kustomize.cue', from: '2.4.0', to: '3.0.0', line };
    expect(await judge(step)).toEqual({
      changes: [
        'git.branch default-added',
        'git.branch optional',
        'git.commit added',
        'git.name added',
        'git.provider removed breaks',
        'git.semver added',
        'git.tag added',
        'oci.digest added',
        'oci.semver added',
        'oci.tag default-removed',
        'oci.tag optional',
      ],
      breaking: true,
      bump: { bump: 'major', adequate: true },
    });
  });

  test('an option that enters the required list but has a default breaks nothing', async () => {
    const step = { addon: 'prometheus-server', file: 'prometheus-scrape.cue', from: 'v0.2.0', to: 'v0.2.1', line };
    expect(await judge(step)).toEqual({
      changes: ['type required'],
      breaking: false,
      bump: { bump: 'patch', adequate: true },
    });
  });
});
