import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { readAddon } from '../../registry/addon/read-addon.ts';
import { makeTree } from '../../registry/addon/test-support/tree-builder.ts';
import { openEngines } from '../../registry/engine/open-engines.ts';
import type { Engines } from '../../registry/engine/types.ts';
import { readClientPackage } from '../../registry/render/client-package.ts';
import { renderAddon } from '../../registry/render/render-addon.ts';
import type { RenderOptions } from '../../registry/render/types.ts';
import { getReleaseLine } from '../../registry/version/release-lines.ts';
import { generateAddon, generatedClusters } from '../support/generated-addon/generate-addon.ts';
import { type InstallQuestion, installAddons, installerRegistry } from './addon-installer.ts';
import { compareInstall, type OwnAnswer } from './compare-install.ts';
import { describeJudge } from './describe-judge.ts';

/** Another seed asks about other addons; addon n of a run has the seed plus n, so one addon is asked about again with a count of 1. */
const seed = Number(process.env['CHANDLERY_JUDGE_SEED'] ?? Math.floor(Math.random() * 1_000_000_000));
const count = Number(process.env['CHANDLERY_JUDGE_ADDONS'] ?? 300);
const atOnce = 4;

describeJudge(
  `KubeVela's own installer, ${count} addons from seed ${seed}`,
  ['reader-1.10', 'reader-1.9'],
  (folders) => {
    const engines = openEngines({ root: fileURLToPath(new URL('../..', import.meta.url)) });
    afterAll(() => engines.close());

    it.each(['1.10', '1.9'] as const)(
      'enables what we render, and refuses what we refuse, on %s',
      async (line) => {
        const questions = Array.from({ length: count }, (_, index) => createQuestion(seed + index));
        const answers = await installAddons(folders[`reader-${line}`], questions);
        const differences: string[] = [];
        let enabled = 0;
        await forEachAtOnce([...questions.entries()], async ([index, question]) => {
          const answer = answers[index] ?? {};
          if (answer.documents !== undefined) enabled += 1;
          const ours = await answerOurselves(engines, {
            ...question,
            line,
            registry: installerRegistry,
            knownClusters: question.clusters,
          });
          for (const difference of compareInstall(ours, answer))
            differences.push(`seed ${seed + index}: ${difference}`);
        });
        console.log(`${line}: ${enabled} of ${count} addons from seed ${seed} are enabled, the others refused`);
        expect(differences.sort()).toEqual([]);
        // Addons that are all refused, or none, would ask nothing.
        if (count >= 100) expect(enabled / count).toSatisfy((share: number) => share > 0.35 && share < 0.9);
      },
      600_000,
    );
  },
);

function createQuestion(of: number): InstallQuestion {
  const { files, parameters } = generateAddon(of);
  const tree = makeTree(files);
  const { metadata } = readAddon(tree);
  if (metadata === undefined) throw new Error(`the metadata of addon ${of} cannot be read`);
  return { tree, metadata, parameters, clusters: generatedClusters };
}

async function answerOurselves(engines: Engines, options: RenderOptions): Promise<OwnAnswer> {
  const outcome = await renderAddon({ engines }, options);
  const { parameter } = readClientPackage(options);
  if (parameter === undefined) return { outcome, schema: undefined };
  const { line } = options;
  const { engine } = getReleaseLine(line);
  const request = { file: { name: parameter.path, text: parameter.text }, line };
  const schema = await engines.ask({ engine, operation: 'schema', request });
  return { outcome, schema: schema.kind === 'answer' ? schema.value.schema : undefined };
}

async function forEachAtOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const next = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}
