import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { metadataExample } from '../../addon/lint/examples.ts';
import { addonOf } from '../../addon/lint/test-support/lint-input.ts';
import type { RuleExample } from '../../addon/lint/types.ts';
import { openEngines } from '../../engine/open-engines.ts';
import { releaseLines } from '../../version/release-lines.ts';
import { evaluateAddon } from '../evaluate-addon.ts';
import { findStepFindings } from './find-step-findings.ts';
import { stepRules } from './step-rules.ts';

const engines = openEngines({ root: fileURLToPath(new URL('../../..', import.meta.url)) });
afterAll(() => engines.close());

const text =
  'parameter: {\n\t// +usage=Who greets\n\tname?: string\n\t// +usage=Whom to greet\n\twhom: *"world" | string\n}\n';
const published = addonOf([metadataExample(), { file: 'parameter.cue', text }]);

async function judge(example: readonly RuleExample[], line = releaseLines[1]?.line ?? '1.10') {
  const sides = [published, addonOf(example)].map(({ tree, metadata }) => {
    if (metadata === undefined) throw new Error('an example has no metadata');
    return { tree, metadata };
  });
  const read = sides.map(async (side) => {
    const { facts } = await evaluateAddon({ engines }, { ...side, line });
    return { ...side, definitions: facts.definitions, effects: facts.effects };
  });
  const [before, after] = await Promise.all(read);
  if (before === undefined || after === undefined) throw new Error('there are two sides');
  return findStepFindings({ engines }, { before, after, line });
}

describe.each(stepRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(releaseLines)('is broken by its wrong example and not by its right one, on $line', async ({ line }) => {
    expect((await judge(rule.wrong, line)).map((finding) => finding.rule)).toEqual([id]);
    expect(await judge(rule.right, line)).toEqual([]);
  });

  it('speaks in whole sentences', () => {
    expect(rule.title).toMatch(/[^.]$/);
    for (const sentence of [rule.reason, rule.fix]) expect(sentence).toMatch(/^[A-Z`].*[.?]$/s);
  });
});

it('says what breaks, where the number stands and what it should be', async () => {
  const [rule] = stepRules;
  const [finding] = await judge(rule.wrong);
  expect(finding).toMatchObject({
    severity: 'warning',
    file: 'metadata.yaml',
    line: 2,
    column: 1,
    message:
      '1.0.1 breaks what worked with 1.0.0: `name` is gone; a value that is still given for it is accepted and ignored.',
    fix: 'Keep what 1.0.0 took, or publish the change as 2.0.0.',
  });
});

it('says nothing of a change that breaks nothing, however small the number', async () => {
  expect(
    await judge([metadataExample({ version: '1.0.1' }), { file: 'parameter.cue', text: `${text}// other\n` }]),
  ).toEqual([]);
});
