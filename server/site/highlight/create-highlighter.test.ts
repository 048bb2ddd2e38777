import { describe, expect, it } from 'vitest';
import type { SourceLine } from '../../../web/context/source-lines.ts';
import { createHighlighter } from './create-highlighter.ts';
import type { SourceLanguage } from './find-source-language.ts';

// The first text of a language waits for its grammar, on a busy machine longer than a page would.
const highlighter = createHighlighter({ maxMs: 60_000 });

/** Writes a line as `kind:text`, plain parts bare. */
function write({ parts }: SourceLine): string {
  return parts.map(({ text, kind }) => (kind === undefined ? text : `‹${kind}:${text}›`)).join('');
}

async function highlight(text: string, language: SourceLanguage | undefined): Promise<readonly string[]> {
  return (await highlighter.highlight({ text, language })).map(write);
}

describe('highlighter', () => {
  it.each<[SourceLanguage, string, string]>([
    ['cue', 'a: "b" // c', '‹name:a›: ‹string:"b"› ‹comment:// c›'],
    ['cue', '"a-b": c.d', '‹name:"a-b"›: c.d'],
    ['cue', 'a?: *1 | int', '‹name:a›?: ‹keyword:*›‹constant:1› ‹keyword:|› ‹type:int›'],
    ['yaml', 'a: "b" # c', '‹name:a›: ‹string:"b"› ‹comment:# c›'],
    ['json', '{"a": true}', '{‹name:"a"›: ‹constant:true›}'],
    ['hcl', 'variable "a" {}', '‹type:variable› ‹name:"a"› {}'],
    ['shellscript', 'vela ls # a', '‹call:vela› ‹string:ls› ‹comment:# a›'],
  ])('colours %s: %s', async (language, text, lines) => {
    expect(await highlight(text, language)).toEqual([lines]);
  });

  it('keeps every character of every line, whatever the language', async () => {
    const text = 'a: {\n\tb: """\n\t\tx \\(y)\n\t\t"""\n}\n\n\u202Ez\r\n- "open\n```\n<b>&amp;';
    for (const language of ['cue', 'yaml', 'json', 'markdown', 'hcl', 'shellscript', 'go', undefined] as const) {
      const lines = await highlighter.highlight({ text, language });
      expect([language, lines.map(({ parts }) => parts.map((part) => part.text).join(''))]).toEqual([
        language,
        text.split(/\r\n|\n/),
      ]);
    }
  });

  it('goes on over many lines where the lines before ended', async () => {
    const text = ['a: """', ...Array.from({ length: 200 }, () => '\tno: 1'), '\t"""', 'b: 1'].join('\n');
    const lines = await highlight(text, 'cue');
    expect(lines[150]).toBe('‹string:\tno: 1›');
    expect(lines.at(-1)).toBe('‹name:b›: ‹constant:1›');
  });

  it('leaves a text plain that is too large, and the rest of one that takes too long', async () => {
    const text = Array.from({ length: 4000 }, () => 'a: 1').join('\n');
    const small = createHighlighter({ maxCharacters: 100 });
    expect((await small.highlight({ text, language: 'cue' })).at(-1)).toEqual({ parts: [{ text: 'a: 1' }] });
    const hasty = createHighlighter({ maxMs: 0 });
    const lines = await hasty.highlight({ text, language: 'cue' });
    expect([lines.length, lines.at(-1)]).toEqual([4000, { parts: [{ text: 'a: 1' }] }]);
  });

  it('cuts a line that no screen can show', async () => {
    const [line] = await highlighter.highlight({ text: 'x'.repeat(5000), language: 'yaml' });
    expect([line?.parts[0]?.text.length, line?.hidden]).toEqual([2000, 3000]);
  });

  it('works at a text once while it is asked for again, and remembers it', async () => {
    const request = { text: 'a: 1', language: 'cue', digest: 'sha256:1' } as const;
    const [first, second] = await Promise.all([highlighter.highlight(request), highlighter.highlight(request)]);
    expect(second).toBe(first);
    expect(await highlighter.highlight(request)).toBe(first);
  });
});
