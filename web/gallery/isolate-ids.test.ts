import { describe, expect, it } from 'vitest';
import { isolateIds } from './isolate-ids.ts';

const place = { id: 'box-2', title: 'box, open' };

describe('isolateIds', () => {
  it.each([
    ['<p id="a">', '<p id="box-2-a">'],
    ['<label for="a">', '<label for="box-2-a">'],
    ['<a href="#a">', '<a href="#box-2-a">'],
    ['<a href="/page#a">', '<a href="/page#a">'],
    ['<input aria-describedby="a b">', '<input aria-describedby="box-2-a box-2-b">'],
    ['<path marker-end="url(#a)">', '<path marker-end="url(#box-2-a)">'],
    ['<input type="radio" id="a" name="c">', '<input type="radio" id="box-2-a" name="box-2-c">'],
    ['<input type="text" name="c">', '<input type="text" name="c">'],
    ['<p title="a > b" id="a">', '<p title="a > b" id="box-2-a">'],
    ['<p> id="a"</p>', '<p> id="a"</p>'],
  ])('makes %s a part of its drawing', (before, after) => {
    expect(isolateIds(before, place)).toBe(after);
  });

  it.each([
    ['<section aria-labelledby="a">', '<section aria-labelledby="box-2 box-2-a">'],
    ['<nav aria-label="Parts">', '<nav aria-label="box, open: Parts">'],
    ['<search class="x">', '<search class="x" aria-label="box, open">'],
    ['<section class="x">', '<section class="x">'],
    ['<div role="region" aria-label="Rows">', '<div role="region" aria-label="box, open: Rows">'],
  ])('gives %s a name that no other drawing has', (before, after) => {
    expect(isolateIds(before, place)).toBe(after);
  });
});
