/**
 * A saved change as the notebook's database holds it. The shape may gain optional fields, never lose or change one:
 * a phone may come back after years, and its store never migrates.
 */
import * as z from 'zod/mini';
import { ChangeId } from '../domain/id.ts';
import { Receipt } from '../domain/receipt.ts';
import { Instant } from '../domain/time.ts';
import type { JournalEntry } from '../sync/ports.ts';
import { Change, Verdict } from '../sync/protocol.ts';
import { DraftEntry } from './draft-entry.ts';

const Flag = z.optional(z.literal(1));

export const JournalRow = z.object({
  // Indexed. IndexedDB leaves out of an index what is absent, so a flag is 1 or not there at all.
  changeId: ChangeId,
  recordId: z.string(),
  seq: z.int(),
  open: Flag,
  /** Refused or in conflict, and the last word on its record: somebody has to do something. */
  hands: Flag,
  change: Change,
  sendAfterMs: z.number(),
  offeredAtMs: z.nullable(z.number()),
  putOffCount: z.int(),
  acknowledgement: z.nullable(z.object({ epochId: z.string(), epochOrdinal: z.int(), at: Instant, verdict: Verdict })),
  receipt: z.nullable(Receipt),
  /** What the form held, given back if the officer takes the change back. */
  draft: z.nullable(DraftEntry),
  /** When it was last handed on in a file; gone with the answer to it. */
  exportedAtMs: z.optional(z.number()),
  /** The same of a report or a programme, apart from it: an older version that met a report in `draft` could not read the row, and would not send it. */
  reportDraft: z.optional(z.unknown()),
  /** The same of a return. */
  returnDraft: z.optional(z.unknown()),
  /** When the officer gave a refused edit up: see `giveUp` of the notebook. */
  givenUpAt: z.optional(Instant),
});
export type JournalRow = z.infer<typeof JournalRow>;

/**
 * The row as it stands, or null when it cannot be read. What a later version of the app added stays in it: the
 * schema judges, it does not rewrite.
 */
export function readJournalRow(stored: unknown): JournalRow | null {
  return JournalRow.safeParse(stored).success ? (stored as JournalRow) : null;
}

/** With what only the notebook and its screens know of a change. */
export interface KeptEntry extends JournalEntry {
  /** Refused, and given up by the officer: what the province holds stands in its place. Nothing offers it again. */
  readonly givenUpAt?: Instant;
}

export function entryOf(row: JournalRow): KeptEntry {
  const { change, sendAfterMs, offeredAtMs, putOffCount, acknowledgement, receipt, exportedAtMs, givenUpAt } = row;
  return {
    change, sendAfterMs, offeredAtMs, putOffCount, acknowledgement, receipt, open: row.open === 1,
    ...(exportedAtMs === undefined ? {} : { exportedAtMs }), ...(givenUpAt === undefined ? {} : { givenUpAt }),
  };
}

/** The row after its entry moved on. */
export function withEntry(row: JournalRow, entry: JournalEntry): JournalRow {
  const { open, receipt, ...rest } = entry;
  const { open: _open, hands: _hands, exportedAtMs: _exportedAtMs, ...kept } = row;
  const moved: JournalRow = { ...kept, ...rest, receipt: receipt ?? null };
  if (open) moved.open = 1;
  return moved;
}

/** The last change of a record needs hands when it was stored but not taken as it was, until it is given up. */
export function needsHands(entry: KeptEntry): boolean {
  const code = entry.acknowledgement?.verdict.code;
  return !entry.open && entry.givenUpAt === undefined && (code === 'returned' || code === 'conflict' || code === 'quarantined');
}
