/**
 * Virtual time. Everything that waits in the simulated world waits here; between two steps all promises that can
 * settle have settled, so the order of steps is the seed's and nobody else's.
 */
interface Step {
  readonly atMs: number;
  readonly turn: number;
  readonly run: () => void | Promise<void>;
}

export class Scheduler {
  nowMs: number;
  stepCount = 0;
  /** Whether something outside virtual time (a real database) is still at work. */
  isBusy: () => boolean = () => false;
  #turn = 0;
  readonly #heap: Step[] = [];

  constructor(startMs: number) {
    this.nowMs = startMs;
  }

  after(ms: number, run: () => void | Promise<void>): void {
    this.#push({ atMs: this.nowMs + Math.max(0, ms), turn: (this.#turn += 1), run });
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(ms, resolve);
    });
  }

  /** Runs every step due until the moment; `afterEach` looks at the world between two steps. */
  async runUntil(untilMs: number, afterEach: () => void): Promise<void> {
    for (let step = this.#heap[0]; step && step.atMs <= untilMs; step = this.#heap[0]) {
      this.#pop();
      this.nowMs = Math.max(this.nowMs, step.atMs);
      // oxlint-disable-next-line no-await-in-loop -- one step after the other is the whole point
      await step.run();
      // oxlint-disable-next-line no-await-in-loop -- lets every promise settle that can
      do await settled();
      while (this.isBusy());
      this.stepCount += 1;
      afterEach();
    }
    this.nowMs = Math.max(this.nowMs, untilMs);
  }

  #push(step: Step): void {
    const heap = this.#heap;
    let index = heap.push(step) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(step, heap[parent] as Step)) break;
      heap[index] = heap[parent] as Step;
      index = parent;
    }
    heap[index] = step;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = index * 2 + 1;
      if (child >= heap.length) break;
      const right = heap[child + 1];
      if (right && isBefore(right, heap[child] as Step)) child += 1;
      if (!isBefore(heap[child] as Step, last)) break;
      heap[index] = heap[child] as Step;
      index = child;
    }
    heap[index] = last;
  }
}

function isBefore(one: Step, other: Step): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.turn < other.turn);
}

function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
