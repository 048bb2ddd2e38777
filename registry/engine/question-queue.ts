import { RegistryError } from '../errors.ts';
import type { EngineName, EnginePriority } from './types.ts';

/** What the queue needs to know of a question. */
export interface QueuedQuestion {
  readonly engine: EngineName;
  readonly priority: EnginePriority;
}

export interface QuestionQueueOptions {
  /** How many may wait, of each priority. */
  readonly maxWaiting: Readonly<Record<EnginePriority, number>>;
  /** How many of one priority may run at once, over all engines: background work never takes the place of people who wait. */
  readonly maxRunning: number;
}

const priorities: readonly EnginePriority[] = ['interactive', 'background'];

/** Questions in the order in which they are to be asked: those that somebody waits for first, then by arrival. */
export class QuestionQueue<Question extends QueuedQuestion> {
  readonly #options: QuestionQueueOptions;
  readonly #waiting: Record<EnginePriority, Question[]> = { interactive: [], background: [] };
  readonly #running: Record<EnginePriority, number> = { interactive: 0, background: 0 };

  constructor(options: QuestionQueueOptions) {
    this.#options = options;
  }

  /** Throws ENGINE_BUSY when too many wait already. */
  add(question: Question): void {
    const waiting = this.#waiting[question.priority];
    const limit = this.#options.maxWaiting[question.priority];
    if (waiting.length >= limit) {
      throw new RegistryError('ENGINE_BUSY', `${limit} questions wait for the CUE engines already: try again later`);
    }
    waiting.push(question);
  }

  /** Takes a question out that was not asked yet; false when it was. */
  remove(question: Question): boolean {
    const waiting = this.#waiting[question.priority];
    const index = waiting.indexOf(question);
    if (index !== -1) waiting.splice(index, 1);
    return index !== -1;
  }

  /** Takes every question out that waits and fits. */
  removeAll(fits: (question: Question) => boolean): readonly Question[] {
    const removed = priorities.flatMap((priority) => this.#waiting[priority].filter(fits));
    for (const question of removed) this.remove(question);
    return removed;
  }

  /** Takes the next question that can run now; whoever takes it says when it is `finished`. */
  takeNext(canRun: (question: Question) => boolean): Question | undefined {
    for (const priority of priorities) {
      if (this.#running[priority] >= this.#options.maxRunning) continue;
      const next = this.#waiting[priority].find(canRun);
      if (next === undefined) continue;
      this.remove(next);
      this.#running[priority] += 1;
      return next;
    }
    return undefined;
  }

  finished(question: Question): void {
    this.#running[question.priority] -= 1;
  }
}
