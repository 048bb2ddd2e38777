import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { lintAddon } from '../../registry/addon/lint/lint-addon.ts';
import { readAddon } from '../../registry/addon/read-addon.ts';
import { createCachingEngines } from '../../registry/engine/caching-engines.ts';
import { openEngines } from '../../registry/engine/open-engines.ts';
import { evaluateAddon } from '../../registry/evaluation/evaluate-addon.ts';
import type { LineEvaluation } from '../../registry/evaluation/types.ts';
import { releaseLines } from '../../registry/version/release-lines.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { findShared } from '../support/shared.ts';
import { type GoldenCase, listCorpusCases } from './golden-addons.ts';

const golden = inject('golden');
const missing = 'missing' in golden ? ` (skipped: ${golden.missing})` : '';
const engines = createCachingEngines(openEngines({ root: fileURLToPath(new URL('../..', import.meta.url)) }));
afterAll(() => engines.close());

/** How many of the corpus each line refuses, those included that only need a parameter. */
const refusedOf: Readonly<Record<ReleaseLine, number>> = { '1.9': 12, '1.10': 13, '1.11': 113 };

const cases =
  'missing' in golden ? [] : listCorpusCases(golden.folder, findShared() ?? '').filter(({ plain }) => plain);

interface Judged {
  readonly name: string;
  readonly evaluation: LineEvaluation;
  /** Errors of both families of rules that hold for the line. */
  readonly errors: readonly Finding[];
  readonly isRefused: boolean;
}

async function judge({ name, tree, golden: said }: GoldenCase, line: ReleaseLine): Promise<Judged> {
  const { metadata, findings } = readAddon(tree);
  if (metadata === undefined) throw new Error(`${name} has no metadata`);
  const evaluation = await evaluateAddon({ engines }, { tree, metadata, line });
  const all = [...findings, ...lintAddon({ tree, metadata, directory: metadata.name }), ...evaluation.findings];
  const errors = all.filter((finding) => finding.severity === 'error' && (finding.for ?? [line]).includes(line));
  const { readError, renderError } = said[line];
  return { name, evaluation, errors, isRefused: (readError ?? renderError) !== undefined };
}

describe.skipIf('missing' in golden).each(releaseLines)(`the corpus on $line${missing}`, ({ line }) => {
  const judged: Judged[] = [];

  beforeAll(async () => {
    for (const each of cases) judged.push(await judge(each, line));
  }, 900_000);

  const list = (holds: (each: Judged) => boolean) => judged.filter(holds).map(({ name }) => name);

  test('is all there', () => {
    expect(judged).toHaveLength(313);
  });

  test('is refused where KubeVela refuses it, and nowhere else', () => {
    const refused = list(({ evaluation }) => evaluation.render !== 'works');
    expect(refused).toEqual(list(({ isRefused }) => isRefused));
    expect(refused).toHaveLength(refusedOf[line]);
  });

  test('needs parameters where nothing else is wrong', () => {
    const needing = judged.filter(({ evaluation }) => evaluation.render === 'needs-parameters');
    expect(needing.map(({ name, evaluation }) => [name, evaluation.parameters])).toEqual([
      ['example/1.0.0', ['example']],
    ]);
  });

  test('says why, in the words of KubeVela', () => {
    expect(list(({ evaluation }) => (evaluation.reason === undefined) !== (evaluation.render === 'works'))).toEqual([]);
  });

  test('has an error where it is refused, and only there', () => {
    const wrong = judged.filter(({ errors, isRefused }) => errors.length > 0 !== isRefused);
    expect(wrong.map(({ name, errors }) => [name, errors.map(({ rule }) => rule)])).toEqual([]);
  });
});
