import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { readAddon } from '../../registry/addon/read-addon.ts';
import { createCachingEngines } from '../../registry/engine/caching-engines.ts';
import { openEngines } from '../../registry/engine/open-engines.ts';
import { readClientPackage } from '../../registry/render/client-package.ts';
import { renderAddon } from '../../registry/render/render-addon.ts';
import type { RenderOptions, RenderOutcome } from '../../registry/render/types.ts';
import { type ReleaseLineFacts, releaseLines } from '../../registry/version/release-lines.ts';
import type { AddonMetadata } from '../../schemas/addon.ts';
import { findShared } from '../support/shared.ts';
import { compareRendering, compareValues } from './compare-rendering.ts';
import { type GoldenCase, listCorpusCases, listProbeCases } from './golden-addons.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const golden = inject('golden');
const shared = findShared();
const missing = findMissing();
// What is judged here is equality, on however busy a machine.
const engines = createCachingEngines(openEngines({ root, timeLimits: { usualMs: 120_000, longMs: 240_000 } }));
afterAll(() => engines.close());

/** What the installer starts from when there is no metadata.yaml. */
const noMetadata: AddonMetadata = {
  name: '',
  version: '',
  description: '',
  tags: [],
  dependencies: [],
  needNamespace: [],
  invisible: false,
};

/** Refused without parameters, as KubeVela's own code has it. */
const refusedPerLine = { '1.9': 12, '1.10': 13, '1.11': 113 };
const atOnce = 4;

const corpus = missing === undefined && shared && 'folder' in golden ? listCorpusCases(golden.folder, shared) : [];
const probes = missing === undefined && shared ? listProbeCases(shared) : [];
const note = missing === undefined ? '' : ` (skipped: ${missing})`;

describe.skipIf(missing !== undefined).each(releaseLines)(`addons on $line${note}`, (facts) => {
  test('the corpus is all there', () => {
    expect([corpus.filter(({ plain }) => plain).length, corpus.filter(({ plain }) => !plain).length]).toEqual([
      313, 42,
    ]);
    expect(probes.length).toBeGreaterThanOrEqual(83);
  });

  test('every version and parameter case of the corpus is rendered as KubeVela does', async () => {
    const judged = await judge(corpus, facts);
    expect(listUnequal(judged)).toEqual(readAdmitted(facts, new Set(corpus.map(({ name }) => name))));
    const refused = judged.filter(({ one, outcome }) => one.plain && outcome.kind === 'refused');
    expect(refused).toHaveLength(refusedPerLine[facts.line]);
  });

  test('every made-up addon is rendered as KubeVela does', async () => {
    const judged = await judge(probes, facts);
    expect(listUnequal(judged)).toEqual(readAdmitted(facts, new Set(probes.map(({ name }) => name))));
  });
});

interface Judged {
  readonly one: GoldenCase;
  readonly outcome: RenderOutcome;
  readonly differences: readonly string[];
}

/** Renders all cases, a few at a time, and prints how many are equal and what differs. */
async function judge(cases: readonly GoldenCase[], facts: ReleaseLineFacts): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  const waiting = [...cases];
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) judged.push(await judgeCase(one, facts));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const unequal = judged.filter(({ differences }) => differences.length > 0);
  console.log(`${facts.line}: ${judged.length - unequal.length} of ${judged.length} equal`);
  for (const { one, differences } of unequal) console.log(`  ${one.name}: ${differences.join('\n    ')}`);
  return judged;
}

async function judgeCase(one: GoldenCase, { line, engine }: ReleaseLineFacts): Promise<Judged> {
  const { tree, parameters, golden: perLine } = one;
  const expected = perLine[line];
  const options: RenderOptions = {
    tree,
    metadata: readAddon(tree).metadata ?? noMetadata,
    line,
    parameters,
    registry: 'local',
    knownClusters: [],
    delivery: 'folder',
  };
  const outcome = await renderAddon({ engines }, options);
  const differences = [...compareRendering(outcome, expected)];
  const { parameter } = readClientPackage(options);
  if (parameter !== undefined && expected.readError === undefined) {
    const file = { name: parameter.path, text: parameter.text };
    const schema = await engines.ask({ engine, operation: 'schema', request: { file, line } });
    const ours = schema.kind === 'answer' ? schema.value.schema : schema.message;
    differences.push(...compareValues(ours, expected.parameterSchema, 'parameter schema'));
  }
  return { one, outcome, differences };
}

function listUnequal(judged: readonly Judged[]): readonly string[] {
  return judged.flatMap(({ one, differences }) => (differences.length > 0 ? [one.name] : [])).sort();
}

/** Reads from docs/FIDELITY.md which of these cases are known not to be equal on a line. */
function readAdmitted({ line }: ReleaseLineFacts, names: ReadonlySet<string>): readonly string[] {
  const document = readFileSync(`${root}/docs/FIDELITY.md`, 'utf8');
  const rows = [...document.matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)];
  const known = rows.filter(([, , lines = '']) => lines.split(',').some((each) => each.trim() === line));
  return known
    .map(([, name = '']) => name)
    .filter((name) => names.has(name))
    .sort();
}

function findMissing(): string | undefined {
  if (shared === undefined) return 'no shared folder with golden data';
  if ('missing' in golden) return golden.missing;
  const artefact = ({ engine }: ReleaseLineFacts) => existsSync(`${root}/cue/engines/cue-${engine}.wasm.br`);
  return releaseLines.every(artefact) ? undefined : 'no engine artefacts in cue/engines';
}
