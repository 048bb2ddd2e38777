import { beforeAll, describe, expect, it } from 'vitest';
import { lintAddon } from '../../registry/addon/lint/lint-addon.ts';
import { lintRules } from '../../registry/addon/lint/rules.ts';
import { readAddon } from '../../registry/addon/read-addon.ts';
import { readCatalogTip } from '../support/catalog-corpus.ts';
import { findShared } from '../support/shared.ts';
import { goldenAdditions, goldenList, goldenTraps } from './golden-list.ts';

const shared = findShared();
const note = shared === undefined ? ' (skipped: no shared judging material)' : '';
const entries = [...goldenList, ...goldenAdditions];

it('maps each entry to one rule, and no rule to two entries', () => {
  const rules = entries.map(({ rule }) => rule);
  expect(new Set(rules).size).toBe(rules.length);
  expect(rules.filter((rule) => lintRules.every(({ id }) => id !== rule))).toEqual([]);
});

describe.skipIf(shared === undefined)(`the tip of the corpus${note}`, () => {
  /** Places by rule, `addon/file:line`. */
  const found = new Map<string, string[]>();

  beforeAll(() => {
    for (const [directory, tree] of readCatalogTip(shared ?? '')) {
      const { metadata } = readAddon(tree);
      for (const { rule, file, line } of lintAddon({ tree, metadata, directory })) {
        found.set(rule, [...(found.get(rule) ?? []), `${directory}/${file}:${line}`]);
      }
    }
  });

  it.each(entries.map((entry) => [entry.id, entry.rule, entry] as const))('%s: %s', (_, rule, entry) => {
    expect([...(found.get(rule) ?? [])].sort()).toEqual([...entry.places].sort());
  });

  it('breaks no other rule', () => {
    const listed = new Set(entries.map(({ rule }) => rule));
    expect([...found.keys()].filter((rule) => !listed.has(rule))).toEqual([]);
  });

  it.each(goldenTraps)('$id ($file)', ({ file, lines }) => {
    const places = [...found.values()].flat();
    expect(places.filter((place) => lines.some((line) => place === `${file}:${line}`))).toEqual([]);
  });

  it('N1: sums of texts in config templates', () => {
    const places = [...found.values()].flat();
    expect(places.filter((place) => /\/config-templates\/.*\.cue:/.test(place))).toEqual([]);
  });

  it('N4: two definitions of one name and different kinds', () => {
    expect(found.get('definition/duplicate')).toBeUndefined();
  });
});
