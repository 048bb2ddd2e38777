import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAddon } from '../../registry/addon/read-addon.ts';
import { createCachingEngines } from '../../registry/engine/caching-engines.ts';
import { openEngines } from '../../registry/engine/open-engines.ts';
import { type CatalogMember, findCatalogFindings } from '../../registry/evaluation/catalog/find-catalog-findings.ts';
import { evaluateAddon } from '../../registry/evaluation/evaluate-addon.ts';
import { defaultReleaseLine, releaseLines } from '../../registry/version/release-lines.ts';
import { evaluatedAdditions, evaluatedList } from '../contract/evaluated-list.ts';
import { goldenTraps } from '../contract/golden-list.ts';
import { readCatalogTip } from '../support/catalog-corpus.ts';
import { findShared } from '../support/shared.ts';

const shared = findShared();
const note = shared === undefined ? ' (skipped: no shared judging material)' : '';
const entries = [...evaluatedList, ...evaluatedAdditions];
const engines = createCachingEngines(openEngines({ root: fileURLToPath(new URL('../..', import.meta.url)) }));
afterAll(() => engines.close());

describe.skipIf(shared === undefined)(`the tip of the corpus, evaluated${note}`, () => {
  /** Places by rule, `addon/file:line`, over all lines. */
  const found = new Map<string, Set<string>>();

  const add = (directory: string, { rule, file, line }: { rule: string; file: string; line: number }) => {
    found.set(rule, (found.get(rule) ?? new Set()).add(`${directory}/${file}:${line}`));
  };

  beforeAll(async () => {
    const members: CatalogMember[] = [];
    for (const [directory, tree] of readCatalogTip(shared ?? '')) {
      const { metadata } = readAddon(tree);
      if (metadata === undefined) throw new Error(`${directory} has no metadata`);
      for (const { line } of releaseLines) {
        const { findings, facts } = await evaluateAddon({ engines }, { tree, metadata, line });
        for (const finding of findings) add(directory, finding);
        const dependencies = metadata.dependencies.map(({ name }) => name);
        const { version } = metadata;
        if (line === defaultReleaseLine) members.push({ catalog: 'c', name: directory, version, dependencies, facts });
      }
    }
    for (const { name, findings } of findCatalogFindings(members, defaultReleaseLine)) {
      for (const finding of findings) add(name, finding);
    }
  }, 600_000);

  it.each(entries.map((entry) => [entry.id, entry.rule, entry] as const))('%s: %s', (_, rule, entry) => {
    expect([...(found.get(rule) ?? [])].sort()).toEqual([...entry.places].sort());
  });

  it('breaks no other rule', () => {
    // What the cores say themselves is compared elsewhere.
    const listed = new Set(entries.map(({ rule }) => rule));
    const others = [...found.keys()].filter((rule) => !listed.has(rule) && !rule.startsWith('render/'));
    expect(others).toEqual([]);
  });

  it.each(goldenTraps)('$id ($file)', ({ file, lines }) => {
    const places = [...found.values()].flatMap((each) => [...each]);
    expect(places.filter((place) => lines.some((line) => place === `${file}:${line}`))).toEqual([]);
  });
});
