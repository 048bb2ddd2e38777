import { expect, test } from 'vitest';
import { QuestionQueue } from './question-queue.ts';
import type { EngineName, EnginePriority } from './types.ts';

function ask(name: string, priority: EnginePriority = 'interactive', engine: EngineName = '0.9.2') {
  return { name, priority, engine };
}

function createQueue(maxRunning = 1, maxWaiting = { interactive: 2, background: 3 }) {
  return new QuestionQueue<ReturnType<typeof ask>>({ maxRunning, maxWaiting });
}

const always = () => true;

test('who waits goes first, then the order of arrival', () => {
  const queue = createQueue(9);
  for (const question of [ask('a', 'background'), ask('b'), ask('c', 'background'), ask('d')]) queue.add(question);
  const order = [1, 2, 3, 4, 5].map(() => queue.takeNext(always)?.name);
  expect(order).toEqual(['b', 'd', 'a', 'c', undefined]);
});

test('a question that cannot run now lets others pass', () => {
  const queue = createQueue();
  queue.add(ask('a', 'interactive', '0.5.0'));
  queue.add(ask('b'));
  expect(queue.takeNext(({ engine }) => engine === '0.9.2')?.name).toBe('b');
});

test('so many run at once, of each priority', () => {
  const queue = createQueue(1);
  for (const question of [ask('a', 'background'), ask('b', 'background'), ask('c')]) queue.add(question);
  const first = queue.takeNext(always);
  expect(first?.name).toBe('c');
  const second = queue.takeNext(always);
  expect(second?.name).toBe('a');
  expect(queue.takeNext(always)).toBeUndefined();
  queue.finished(ask('a', 'background'));
  expect(queue.takeNext(always)?.name).toBe('b');
});

test('each priority has its own bound', () => {
  const queue = createQueue();
  queue.add(ask('a'));
  queue.add(ask('b'));
  expect(() => queue.add(ask('c'))).toThrow(expect.objectContaining({ code: 'ENGINE_BUSY' }));
  queue.add(ask('d', 'background'));
});

test('what was taken back is not asked', () => {
  const queue = createQueue();
  const [a, b] = [ask('a'), ask('b', 'background')];
  queue.add(a);
  queue.add(b);
  expect([queue.remove(a), queue.remove(a)]).toEqual([true, false]);
  expect(queue.removeAll(always)).toEqual([b]);
  expect(queue.takeNext(always)).toBeUndefined();
});
