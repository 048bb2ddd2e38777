import { expect, test } from 'vitest';
import { createCachingEngines } from './caching-engines.ts';
import type { EngineOperation, EngineOutcome, EngineQuestion, OpenEngines } from './types.ts';

type Answer = (question: EngineQuestion<EngineOperation>) => Promise<EngineOutcome<EngineOperation>>;

/** An inner layer that counts what reaches it. */
function createCounted(answer: Answer, revision = () => 'sha256:1') {
  const asked: EngineQuestion<EngineOperation>[] = [];
  const engines: OpenEngines = {
    async ask(question) {
      asked.push(question);
      // One kind of answer serves every operation here.
      return (await answer(question)) as never;
    },
    getRevision: async () => revision(),
    close: async () => undefined,
  };
  return { engines, asked };
}

const packaged = async () => ({ kind: 'answer', value: { package: 'main' } }) as const;

function about(text: string): EngineQuestion<'package'> {
  return { engine: '0.9.2', operation: 'package', request: { file: { name: 'a.cue', text } } };
}

test('an answer is remembered, whatever the order of keys', async () => {
  const { engines, asked } = createCounted(packaged);
  const caching = createCachingEngines(engines);
  await caching.ask(about('a: 1'));
  const same = { text: 'a: 1', name: 'a.cue' };
  expect(await caching.ask({ ...about('a: 1'), request: { file: same } })).toEqual(await packaged());
  expect(asked).toHaveLength(1);
});

test.each([
  ['another text', { request: { file: { name: 'a.cue', text: 'a: 2' } } }],
  ['another file name', { request: { file: { name: 'b.cue', text: 'a: 1' } } }],
  ['another operation', { operation: 'upgrade' }],
])('%s is another question', async (_what, change) => {
  const { engines, asked } = createCounted(packaged);
  const caching = createCachingEngines(engines);
  await caching.ask(about('a: 1'));
  await caching.ask({ ...about('a: 1'), ...change } as EngineQuestion<'package'>);
  expect(asked).toHaveLength(2);
});

test('another build of the engine is asked again', async () => {
  let revision = 'sha256:1';
  const { engines, asked } = createCounted(packaged, () => revision);
  const caching = createCachingEngines(engines);
  await caching.ask(about('a: 1'));
  revision = 'sha256:2';
  await caching.ask(about('a: 1'));
  expect(asked).toHaveLength(2);
});

test('the least recently used answer goes when there is no room', async () => {
  const { engines, asked } = createCounted(packaged);
  // Room for two, of about 130 each.
  const caching = createCachingEngines(engines, { maxBytes: 300 });
  for (const text of ['a', 'b', 'a', 'c', 'a']) await caching.ask(about(text));
  expect(asked).toHaveLength(3);
  await caching.ask(about('b'));
  expect(asked).toHaveLength(4);
});

test('a question that was stopped is not asked again, however many answers come after it', async () => {
  const { engines, asked } = createCounted(async ({ request }) =>
    JSON.stringify(request).includes('evil') ? { kind: 'stopped', reason: 'time', message: 'no answer' } : packaged(),
  );
  const caching = createCachingEngines(engines, { maxBytes: 400 });
  await caching.ask(about('evil'));
  for (let index = 0; index < 20; index += 1) await caching.ask(about(String(index)));
  expect(await caching.ask(about('evil'))).toMatchObject({ kind: 'stopped' });
  expect(asked).toHaveLength(21);
});

test('what is thrown is not remembered', async () => {
  let fails = true;
  const { engines } = createCounted(async () => {
    if (fails) throw new Error('no engine');
    return packaged();
  });
  const caching = createCachingEngines(engines);
  await expect(caching.ask(about('a'))).rejects.toThrow('no engine');
  fails = false;
  expect(await caching.ask(about('a'))).toEqual(await packaged());
});

test('equal questions at the same time are asked once, and taken back when nobody waits any more', async () => {
  const { engines, asked } = createCounted(
    ({ signal }) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  );
  const caching = createCachingEngines(engines);
  const [first, second] = [new AbortController(), new AbortController()];
  const asking = [first, second].map(({ signal }) => caching.ask({ ...about('a'), signal }));
  const refused = asking.map((each) => expect(each).rejects.toMatchObject({ name: 'AbortError' }));
  await new Promise((resolve) => setTimeout(resolve, 10));
  first.abort();
  await refused[0];
  expect(asked[0]?.signal?.aborted).toBe(false);
  second.abort();
  await refused[1];
  expect(asked[0]?.signal?.aborted).toBe(true);
  expect(asked).toHaveLength(1);
});

test('somebody who waits does not stand behind background work', async () => {
  const waiting: (() => void)[] = [];
  const { engines, asked } = createCounted(async ({ priority }) => {
    if (priority === 'background') await new Promise<void>((resolve) => waiting.push(resolve));
    return packaged();
  });
  const caching = createCachingEngines(engines);
  const background = caching.ask({ ...about('a'), priority: 'background' });
  expect(await caching.ask(about('a'))).toEqual(await packaged());
  for (const resolve of waiting) resolve();
  await background;
  expect(asked).toHaveLength(2);
});
