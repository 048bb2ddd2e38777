import { describe, expect, it } from 'vitest';
import { defaultPackageLimits } from '../limits.ts';
import { lexYaml } from './lex-yaml.ts';
import { readYaml } from './read-yaml.ts';

describe('quoted scalars with unindented lines', () => {
  it.each([
    ['single quotes', "a:\n  b: 'one\n  two'\n  c: 1\n", 'one two', 4],
    ['an escaped quote at the line end', "a:\n  b: 'it''\n  s'\n  c: 1\n", "it' s", 4],
    ['double quotes', 'a:\n  b: "one\n  \\"two\\"\n three"\n  c: 1\n', 'one "two" three', 5],
    ['something like a key inside', "a:\n  b: 'one\n  two: three'\n  c: 1\n", 'one two: three', 4],
    ['a comment behind it', "a:\n  b: 'one\n  two' # three\n  c: 1\n", 'one two', 4],
  ])('%s', (_, text, value, line) => {
    const reading = readYaml(text, defaultPackageLimits);
    if (!reading.ok) throw new Error(reading.faults[0]?.message);
    const inner = reading.root.kind === 'mapping' ? reading.root.values.get('a') : undefined;
    if (inner?.kind !== 'mapping') throw new Error('no mapping');
    expect(inner.values.get('b')).toMatchObject({ value });
    expect(inner.entries.at(-1)).toMatchObject({ key: 'c', position: { line, column: 3 } });
  });

  it('are an error where the quote never closes', () => {
    expect(readYaml("a:\n  b: 'one\n  two\n", defaultPackageLimits).ok).toBe(false);
  });
});

it('loses no character', () => {
  const text = "%YAML 1.1\n---\na: 'x\ny'\nb: [\"c\nd\", e]\n---\nf: |\n  it's\n";
  const signs = ['\u0002', '\u0018', '\u001f'];
  expect([...lexYaml(text)].filter((token) => !signs.includes(token)).join('')).toBe(text);
});
