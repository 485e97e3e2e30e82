/** The last exchanges, as the mirror keeps them from one opening of the app to the next. Nothing depends on them. */
import * as z from 'zod/mini';
import { Instant } from '../domain/time.ts';
import type { Outcome } from '../sync/engine.ts';

/** Of an outcome only what is told in words. */
export const LoggedOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), storedCount: z.int() }),
  z.object({ kind: z.literal('unknown'), reason: z.enum(['silence', 'portal', 'garbled', 'server-trouble']) }),
  z.object({ kind: z.enum(['put-off', 'unauthorized', 'busy', 'frozen', 'store-trouble']) }),
]);
export type LoggedOutcome = z.infer<typeof LoggedOutcome>;

export const SyncLogLine = z.object({ at: Instant, outcome: LoggedOutcome });
export type SyncLogLine = z.infer<typeof SyncLogLine>;

export const longestLog = 20;

export function logLine(at: Instant, outcome: Outcome): SyncLogLine {
  switch (outcome.kind) {
    case 'done':
      return { at, outcome: { kind: outcome.kind, storedCount: outcome.storedCount } };
    case 'unknown':
      return { at, outcome: { kind: outcome.kind, reason: outcome.reason } };
    default:
      return { at, outcome: { kind: outcome.kind } };
  }
}

/** Latest first; a line that cannot be read, of a later version perhaps, is left out. */
export function readLog(stored: unknown): readonly SyncLogLine[] {
  return Array.isArray(stored) ? stored.flatMap((line: unknown) => SyncLogLine.safeParse(line).data ?? []).slice(0, longestLog) : [];
}
