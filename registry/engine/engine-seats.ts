import type { EngineChild } from './engine-child.ts';
import type { EnginePriority } from './types.ts';

export interface EngineSeatsOptions {
  startChild(): Promise<EngineChild>;
  /** A child that was asked nothing for so long is ended. */
  readonly idleMs: number;
}

/** The place of one child, which is started when it is first needed and again when it was lost. */
export interface EngineSeat {
  busyWith: EnginePriority | undefined;
  getChild(): Promise<EngineChild>;
}

interface Seat extends EngineSeat {
  child: Promise<EngineChild> | undefined;
  idle: NodeJS.Timeout | undefined;
}

/** How many children of an engine may be busy, by what the newest is asked for: the second is for people who would wait for background work. */
const maxBusy: Readonly<Record<EnginePriority, number>> = { background: 1, interactive: 2 };

/** The children of one engine: usually one. */
export class EngineSeats {
  readonly #options: EngineSeatsOptions;
  readonly #seats = new Set<Seat>();

  constructor(options: EngineSeatsOptions) {
    this.#options = options;
  }

  hasFree(priority: EnginePriority): boolean {
    const busy = [...this.#seats].filter(({ busyWith }) => busyWith !== undefined).length;
    return busy < maxBusy[priority];
  }

  /** Takes a free seat, one with a living child if there is one. */
  take(priority: EnginePriority): EngineSeat {
    const seat = [...this.#seats].find(({ busyWith }) => busyWith === undefined) ?? this.#add();
    clearTimeout(seat.idle);
    seat.busyWith = priority;
    return seat;
  }

  /** Gives a seat back; its child is ended when nobody takes it in time. */
  giveBack(seat: EngineSeat): void {
    const own = [...this.#seats].find((each) => each === seat);
    if (own === undefined) return;
    own.busyWith = undefined;
    own.idle = setTimeout(() => this.#remove(own), this.#options.idleMs);
    own.idle.unref();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#seats].map((seat) => this.#remove(seat)));
  }

  #add(): Seat {
    const { startChild } = this.#options;
    const seat: Seat = {
      busyWith: undefined,
      child: undefined,
      idle: undefined,
      async getChild() {
        const living = await seat.child?.catch(() => undefined);
        if (living !== undefined && !living.isLost()) return living;
        seat.child = startChild();
        return seat.child;
      },
    };
    this.#seats.add(seat);
    return seat;
  }

  async #remove(seat: Seat): Promise<void> {
    this.#seats.delete(seat);
    clearTimeout(seat.idle);
    // A child that could not be started has told its reason to whoever asked for it.
    const child = await seat.child?.catch(() => undefined);
    await child?.stop();
  }
}
