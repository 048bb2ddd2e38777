import { describe, expect, test } from 'vitest';
import { createTerminal } from './terminal.ts';

function openTerminal(options: { isTTY?: boolean; environment?: Record<string, string> } = {}) {
  const written = { out: '', err: '' };
  const clock = { ms: 0 };
  const { isTTY = false, environment = {} } = options;
  const stream = (name: 'out' | 'err') => ({
    isTTY,
    write(text: string) {
      written[name] += text;
    },
  });
  const terminal = createTerminal({ stdout: stream('out'), stderr: stream('err'), environment, now: () => clock.ms });
  return { terminal, written, clock };
}

const hostile = 'a\u001b[31mred\u009b0m\u0007\r\nb\tc\u202edesrever\u2066\u0000';

describe('a terminal', () => {
  test('lets no control character of a stranger through', () => {
    const { terminal, written } = openTerminal({ isTTY: true });
    terminal.print(['x ', hostile]);
    terminal.note(hostile);
    expect(written.out).toBe('x a[31mred0m b cdesrever\n');
    expect(written.err).toBe('a[31mred0m b cdesrever\n');
  });

  test('prints JSON that says the same without control characters', () => {
    const { terminal, written } = openTerminal();
    terminal.printJson({ hostile });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    expect(written.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2066]/);
    expect(JSON.parse(written.out)).toEqual({ hostile });
  });

  test.each([
    [{ isTTY: true }, '\u001b[31mbad\u001b[39m\n'],
    [{ isTTY: true, environment: { NO_COLOR: '1' } }, 'bad\n'],
    [{ isTTY: true, environment: { NO_COLOR: '' } }, '\u001b[31mbad\u001b[39m\n'],
    [{ isTTY: true, environment: { TERM: 'dumb' } }, 'bad\n'],
    [{ isTTY: false }, 'bad\n'],
    [{ isTTY: false, environment: { FORCE_COLOR: '1' } }, 'bad\n'],
  ])('%j decides on colours', (options, expected) => {
    const { terminal, written } = openTerminal(options);
    terminal.print([{ text: 'bad', style: 'red' }]);
    expect(written.out).toBe(expected);
  });
});

describe('progress', () => {
  test('of less than a second is not shown', () => {
    const { terminal, written, clock } = openTerminal({ isTTY: true });
    terminal.progress('1 of 3');
    clock.ms = 999;
    terminal.progress('2 of 3');
    terminal.progress('');
    expect(written.err).toBe('');
  });

  test('is rewritten in place on a terminal and gone before a result', () => {
    const { terminal, written, clock } = openTerminal({ isTTY: true });
    terminal.progress('1 of 3');
    clock.ms = 1_000;
    terminal.progress('2 of 3');
    clock.ms = 1_050;
    terminal.progress('not shown, too soon');
    clock.ms = 1_200;
    terminal.progress('3 of 3');
    terminal.print('done');
    expect(written.err).toBe('2 of 3\r\u001b[K3 of 3\r\u001b[K');
    expect(written.out).toBe('done\n');
  });

  test('is a plain line now and then elsewhere', () => {
    const { terminal, written, clock } = openTerminal();
    for (; clock.ms <= 12_000; clock.ms += 100) terminal.progress(`${clock.ms} ms`);
    expect(written.err).toBe('1000 ms\n6000 ms\n11000 ms\n');
  });
});
