import { describe, expect, it } from 'vitest';
import { rankByLikeness } from './rank-by-likeness.ts';

const names = ['fluxcd', 'flink-kubernetes-operator', 'terraform', 'terraform-aws', 'x'];

describe('rankByLikeness', () => {
  it.each([
    ['fluxd', ['fluxcd']],
    ['FluxCD', ['fluxcd']],
    ['terafrom', ['terraform', 'terraform-aws']],
    ['terraform_aws', ['terraform-aws', 'terraform']],
    ['x', ['x']],
    ['prometheus', []],
  ])('%s', (text, expected) => {
    expect(rankByLikeness(text, names, { toName: (name) => name })).toEqual(expected);
  });
});
