/**
 * The notebook's rules as pure functions, shared by every implementation of its port: what to send next, what
 * a verdict does to an entry, and what a new epoch reopens (SPEC.md §4).
 */
import type { Instant } from '../domain/time.ts';
import type { Anchor, Cursor, Epoch, OfferedChange, Verdict } from './protocol.ts';
import type { JournalEntry, NotebookHead, Settlement } from './ports.ts';

/** Undo: a saved change rests this long before it may be sent. */
export const undoWindowMs = 8_000;

/**
 * Whether the undo window holds the entry back at this moment. A clock that was set back must not hold it for
 * years: no window is ever longer than its own length.
 */
export function isHeldBack(entry: Pick<JournalEntry, 'sendAfterMs'>, nowMs: number): boolean {
  const remaining = entry.sendAfterMs - nowMs;
  return remaining > 0 && remaining <= undoWindowMs;
}

/** May the officer still take it back? Only while no exchange has been handed it. */
export function mayUndo(entry: JournalEntry): boolean {
  return entry.open && entry.offeredAtMs === null && entry.acknowledgement === null;
}

export interface Choice {
  readonly chosen: readonly JournalEntry[];
  readonly moreDue: boolean;
  readonly nextDueMs: number | null;
}

/**
 * What the next exchange carries: fewest put-offs first, so that one refused change never starves the others,
 * then the order of saving. At least one change goes, however large.
 */
export function chooseForExchange(open: readonly JournalEntry[], nowMs: number, budgetCharacters: number, mostChanges: number): Choice {
  const waiting = open.filter((entry) => isHeldBack(entry, nowMs));
  const due = open
    .filter((entry) => !isHeldBack(entry, nowMs))
    .toSorted((one, other) => one.putOffCount - other.putOffCount || one.change.seq - other.change.seq);
  const chosen: JournalEntry[] = [];
  let characters = 0;
  for (const entry of due) {
    const size = JSON.stringify(entry.change).length;
    if (chosen.length > 0 && (characters + size > budgetCharacters || chosen.length >= mostChanges)) break;
    chosen.push(entry);
    characters += size;
  }
  const nextDueMs = waiting.length === 0 ? null : Math.min(...waiting.map((entry) => entry.sendAfterMs));
  return { chosen, moreDue: due.length > chosen.length, nextDueMs };
}

/** The change as it travels: with the receipt it already holds, if any, so that the server can honour it. */
export function asOffered(entry: JournalEntry): OfferedChange {
  return entry.receipt ? { ...entry.change, receipt: entry.receipt } : entry.change;
}

/** Entry after the server's word. `order`, `big` and `retry` were not stored: it stays open and waits its turn. */
export function settleEntry(entry: JournalEntry, verdict: Verdict, epoch: Epoch, at: Instant): JournalEntry {
  if (verdict.code === 'order' || verdict.code === 'big' || verdict.code === 'retry') {
    return entry.open ? { ...entry, putOffCount: entry.putOffCount + 1 } : entry;
  }
  const receipt = verdict.code === 'ok' || verdict.code === 'duplicate' ? verdict.receipt : entry.receipt;
  const { exportedAtMs: _exportedAtMs, ...rest } = entry;
  return {
    ...rest,
    open: false,
    receipt,
    acknowledgement: { epochId: epoch.id, epochOrdinal: epoch.ordinal, at, verdict },
  };
}

/** A new epoch: everything that is not safe is offered again, and shown as "Chờ gửi" until acknowledged again. */
export function reopenEntry(entry: JournalEntry, safe: Settlement['safe']): JournalEntry {
  if (entry.open || isSafe(entry, safe)) return entry;
  return { ...entry, open: true, putOffCount: 0 };
}

/**
 * What of a settlement's watermarks a newer epoch may be believed. A reply speaks of what the request showed: where the
 * notebook has meanwhile come to another epoch, its positions are others, and nothing is proven of them.
 */
export function provenSafe(head: Pick<NotebookHead, 'epoch'>, settlement: Pick<Settlement, 'knownEpochId' | 'safe'>): Settlement['safe'] {
  return head.epoch !== null && head.epoch.id === settlement.knownEpochId ? settlement.safe : {};
}

/** The anchor that the head remembers: the one told; through a new epoch only one that was proven there. */
export function anchorAfter(head: Pick<NotebookHead, 'epoch' | 'anchor'>, settlement: Settlement): Anchor | null {
  if (settlement.anchor) return settlement.anchor;
  if (!head.anchor || head.epoch?.id === settlement.epoch.id) return head.anchor;
  return provenSafe(head, settlement)[head.anchor.scope] === head.anchor.position ? head.anchor : null;
}

/** Safe: its position lies under the backup watermark of its scope. Refusals have no position and never are. */
export function isSafe(entry: JournalEntry, safe: Settlement['safe']): boolean {
  const verdict = entry.acknowledgement?.verdict;
  if (!verdict || (verdict.code !== 'ok' && verdict.code !== 'duplicate')) return false;
  return verdict.position <= (safe[entry.change.scope] ?? 0);
}

/** What the head remembers as the furthest position told; a newer epoch begins from nothing. */
export function witnessAfter(head: Pick<NotebookHead, 'epoch' | 'witness'>, settlement: Pick<Settlement, 'epoch' | 'witness'>): Cursor | null {
  const former = head.epoch?.id === settlement.epoch.id ? head.witness : null;
  if (!settlement.witness) return former;
  // Of a unit that the phone was moved from, positions say nothing about those of the next.
  if (former && former.scope === settlement.witness.scope && former.position > settlement.witness.position) return former;
  return settlement.witness;
}

/** Is a settlement of this epoch still news to a notebook that knows `known`? Older ones are of no use. */
export function epochStanding(known: Epoch | null, told: Epoch): 'same' | 'newer' | 'older' {
  if (known === null) return 'newer';
  if (known.id === told.id) return 'same';
  return told.ordinal > known.ordinal ? 'newer' : 'older';
}
