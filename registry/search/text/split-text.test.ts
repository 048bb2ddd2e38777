import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWord, normalizeText, splitText } from './split-text.ts';

const split = (text: string) => splitText(normalizeText(text, 1_000));

test.each([
  ['helm release', ['helm', 'release']],
  ['helm-release', ['helm+release']],
  ['HelmRelease', ['helm+release']],
  ['HTTPRoute', ['http+route']],
  ['VelaUX k8s', ['vela+ux', 'k8s']],
  ['a.b[].cDef', ['a+b', 'c+def']],
  ['ＨｅｌｍＲｅｌｅａｓｅ', ['helm+release']],
  ['don’t Straße É İstanbul ﬁle', ['don+t', 'strasse', 'e', 'istanbul', 'file']],
  ['使用helm部署', ['使+用', 'helm', '部+署']],
  ['"NEAR/2" OR *', ['near', '2', 'or']],
  ['\ud800x\udc00 🚀', ['x']],
  ['--..__', []],
])('%j is split into %j', (text, words) => {
  expect(split(text).map(({ parts }) => parts.map(({ word }) => word).join('+'))).toEqual(words);
});

test('a word stands where it says, and is of letters and digits alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const normal = normalizeText(text, 1_000);
      for (const { start, end, parts, joined } of splitText(normal)) {
        expect(foldWord(normal.slice(parts[0]?.start, parts[0]?.end))).toBe(parts[0]?.word);
        expect(start).toBeLessThan(end);
        expect(joined).toMatch(/^[\p{L}\p{N}\p{M}\p{S}\p{Lm}]+$/u);
      }
    }),
    { numRuns: 500 },
  );
});
