import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './visitor.ts';

describe('chooseLanguage', () => {
  it.each([
    ['', 'en'],
    ['zh', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-GB,zh;q=0.9', 'en'],
    ['de,fr;q=0.9', 'en'],
    ['de,zh-TW;q=0.2,en;q=0.1', 'zh'],
    ['en;q=0, zh;q=0.1', 'zh'],
    ['zh;q=nonsense,en;q=0.1', 'en'],
    ['*', 'en'],
    ['zhuang', 'en'],
  ])('%j', (header, language) => {
    expect(chooseLanguage(header)).toBe(language);
  });
});
