import { describe, expect, it } from 'vitest';
import { zhRules } from '../../web/strings/zh-rules.ts';
import { listRules } from '../list-rules.ts';

const texts = Object.entries(zhRules.ruleTexts);

describe('Chinese texts of the rules', () => {
  it('stand for every rule, and for nothing else', () => {
    expect(texts.map(([id]) => id).sort()).toEqual(listRules().map(({ id }) => id));
  });

  it.each(texts)('%s: each part is a Chinese sentence whose code is closed', (_id, { title, reason, fix }) => {
    for (const part of [title, reason, fix]) {
      expect(part).toMatch(/\p{Script=Han}/u);
      // Between backticks stands code: an odd number would show them.
      expect(part.split('`').length % 2).toBe(1);
    }
    expect(title).not.toMatch(/。$/);
    expect(reason).toMatch(/。$|）$/);
    expect(fix).toMatch(/。$/);
  });
});
