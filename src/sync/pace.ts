/**
 * How much and how often: the byte budget of one exchange, and the rest after a failure. Never a limit on
 * attempts or age (SPEC.md §8).
 */

export interface Pace {
  /** Bytes on the wire that one exchange may carry. */
  readonly budgetBytes: number;
  /** Failures in a row. */
  readonly failureCount: number;
}

export const paceAtFirst: Pace = { budgetBytes: 4_096, failureCount: 0 };
const leastBytes = 1_024;
const mostBytes = 65_536;
const quickMs = 6_000;
const shortestRestMs = 5_000;
const longestRestMs = 15 * 60_000;

/**
 * The budget counts bytes on the wire. Many reports deflate to a quarter, twenty to a third (measured in tests/bench):
 * at a fifth the first request still holds twenty of them, in about 6 kB.
 */
export const charactersPerByte = 5;

export function afterSuccess(pace: Pace, tookMs: number): Pace {
  const quick = tookMs >= 0 && tookMs <= quickMs;
  return { budgetBytes: quick ? Math.min(pace.budgetBytes * 2, mostBytes) : pace.budgetBytes, failureCount: 0 };
}

/** @param timedOut a silence, rather than an answer that proved nothing: then the load was perhaps too large. */
export function afterFailure(pace: Pace, timedOut: boolean): Pace {
  return {
    budgetBytes: timedOut ? Math.max(Math.floor(pace.budgetBytes / 2), leastBytes) : pace.budgetBytes,
    failureCount: pace.failureCount + 1,
  };
}

/** Full jitter between 5 s and what has doubled from 5 s up to 15 min. @param fraction chance in [0, 1). */
export function restMs(pace: Pace, fraction: number): number {
  const ceiling = Math.min(shortestRestMs * 2 ** Math.min(pace.failureCount, 12), longestRestMs);
  return Math.round(shortestRestMs + (ceiling - shortestRestMs) * fraction);
}
