/**
 * How much and how often: the byte budget of one exchange, the size of a picture's parts, and the rest after a failure. Never a limit on
 * attempts or age (SPEC.md §8).
 */

export interface Pace {
  /** Bytes on the wire that one exchange may carry. */
  readonly budgetBytes: number;
  /** Failures in a row. */
  readonly failureCount: number;
  /** Bytes of a picture that one part may carry. */
  readonly chunkBytes: number;
  /** Parts in a row that did not arrive. */
  readonly chunkFailureCount: number;
  /** Parts that the server did not want, since a picture last became whole: sound parts in between do not make up for them. */
  readonly chunkRefusalCount: number;
}

export const paceAtFirst: Pace = { budgetBytes: 4_096, failureCount: 0, chunkBytes: 16_384, chunkFailureCount: 0, chunkRefusalCount: 0 };
const leastBytes = 1_024;
const mostBytes = 65_536;
const leastChunkBytes = 8_192;
const mostChunkBytes = 524_288;
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
  return { ...pace, budgetBytes: quick ? Math.min(pace.budgetBytes * 2, mostBytes) : pace.budgetBytes, failureCount: 0 };
}

/** The pace at the opening of the app: the budget that was good last tells how large the first part of a picture may be. */
export function paceFrom(budgetBytes: number): Pace {
  return { ...paceAtFirst, budgetBytes, chunkBytes: Math.min(Math.max(budgetBytes * 4, leastChunkBytes), mostBytes) };
}

/** A part of a picture has arrived. @param isWhole the picture is complete with it. */
export function afterChunk(pace: Pace, tookMs: number, isWhole: boolean): Pace {
  const quick = tookMs >= 0 && tookMs <= quickMs;
  return {
    ...pace,
    chunkBytes: quick ? Math.min(pace.chunkBytes * 2, mostChunkBytes) : pace.chunkBytes,
    chunkFailureCount: 0,
    chunkRefusalCount: isWhole ? 0 : pace.chunkRefusalCount,
  };
}

/** @param why silence makes the next part smaller; a refusal weighs until a picture is whole. */
export function afterChunkFailure(pace: Pace, why: 'silence' | 'refused' | 'trouble'): Pace {
  return {
    ...pace,
    chunkBytes: why === 'silence' ? Math.max(Math.floor(pace.chunkBytes / 2), leastChunkBytes) : pace.chunkBytes,
    chunkFailureCount: pace.chunkFailureCount + (why === 'refused' ? 0 : 1),
    chunkRefusalCount: pace.chunkRefusalCount + (why === 'refused' ? 1 : 0),
  };
}

/** @param timedOut a silence, rather than an answer that proved nothing: then the load was perhaps too large. */
export function afterFailure(pace: Pace, timedOut: boolean): Pace {
  return {
    ...pace,
    budgetBytes: timedOut ? Math.max(Math.floor(pace.budgetBytes / 2), leastBytes) : pace.budgetBytes,
    failureCount: pace.failureCount + 1,
  };
}

/** Full jitter between 5 s and what has doubled from 5 s up to 15 min. @param fraction chance in [0, 1). */
export function restMs(pace: Pick<Pace, 'failureCount'>, fraction: number): number {
  const ceiling = Math.min(shortestRestMs * 2 ** Math.min(pace.failureCount, 12), longestRestMs);
  return Math.round(shortestRestMs + (ceiling - shortestRestMs) * fraction);
}

/** The rest of the pictures, by their own failures. */
export function photoRestMs(pace: Pace, fraction: number): number {
  return restMs({ failureCount: pace.chunkFailureCount + pace.chunkRefusalCount }, fraction);
}
