/**
 * What a screen says of one record: the mirror (what the server said) overlaid with the notebook (the officer's own
 * words). Nothing is stored of this; both sides stay as their writers wrote them.
 */
import type { KeptEntry } from '../device/journal-row.ts';
import { Activity } from '../domain/activity.ts';
import type { ChangeId, RecordId } from '../domain/id.ts';
import { isLockedAt } from '../domain/lock.ts';
import type { Lock } from '../domain/lock.ts';
import type { Receipt } from '../domain/receipt.ts';
import { recordState, reviewStanding, slipStanding } from '../domain/record-state.ts';
import type { AnswerCode, JournalState, RecordStanding } from '../domain/record-state.ts';
import { sentAt } from '../domain/report-calendar.ts';
import type { Sending } from '../domain/report-history.ts';
import { Report } from '../domain/report.ts';
import type { Review } from '../domain/review.ts';
import { ReviewSlip, reviewSlipKind } from '../domain/review-slip.ts';
import type { Instant } from '../domain/time.ts';
import { bodySum } from '../sync/edition.ts';
import { isHeldBack, mayUndo } from '../sync/journal.ts';
import type { MirrorRecord } from '../sync/mirror.ts';
import type { JournalEntry } from '../sync/ports.ts';
import { VoidBody, voidKind } from '../sync/protocol.ts';
import type { Base, Epoch, ReturnedProblem, Verdict } from '../sync/protocol.ts';

/** What holds for all records of the phone at this moment. */
export interface Standpoint {
  /** The newest life of the server's database that this phone has heard of: see `newestEpoch`. */
  readonly epoch: Epoch | null;
  /** The life that the mirror's rows belong to. */
  readonly mirrorEpoch: Epoch | null;
  readonly nowMs: number;
  /** What the exchange under way carries; empty when none is. */
  readonly sendingIds: ReadonlySet<ChangeId>;
  /** The server no longer knows this phone. */
  readonly frozen: boolean;
}

export type TimelineStep =
  /** `at` is the phone's own clock put right by what was known of its error, and held at the receipt. */
  | { readonly kind: 'saved'; readonly at: Instant; readonly sending: Sending }
  | { readonly kind: 'received'; readonly at: Instant; readonly receiptNumber: string; readonly edition: number }
  | { readonly kind: 'refused'; readonly at: Instant; readonly code: 'held' | 'returned' | 'conflict' | 'quarantined' | 'year-closed' }
  | { readonly kind: 'reviewed'; readonly at: Instant; readonly review: Review };

/** A work programme by its year, and as it was stored. */
export interface ProgrammeBody {
  readonly workingYear: number;
  readonly body: unknown;
}

export interface RecordView {
  readonly recordId: RecordId;
  readonly standing: RecordStanding;
  /** The text that the standing speaks of; null when it cannot be read as an activity. */
  readonly activity: Activity | null;
  /** The same of a periodic report; null for everything else. */
  readonly report: Report | null;
  /** The same of a work programme. Only its pages read the body (`programmeIn`): home is not to carry the shape of a plan. */
  readonly programme: ProgrammeBody | null;
  /** The same of a reviewer's decision on a record of a unit below. */
  readonly slip: ReviewSlip | null;
  readonly savedAt: Instant;
  /** Shown from the mirror of an earlier life of the server: it waits for the province's word, not to be sent. */
  readonly rechecking: boolean;
  /** Set only when the standing rests on it. */
  readonly receipt: Receipt | null;
  readonly edition: number | null;
  /** The decision on the very edition shown; older ones stand in the timeline. */
  readonly review: Review | null;
  /** An upper union's sum that holds, or held, an edition of it; null where none ever did. */
  readonly lock: Lock | null;
  /** Why a rule refused it, at its fields. */
  readonly problems: readonly ReturnedProblem[];
  /** The newest change of this phone's own, whether or not it is what is shown. */
  readonly latest: JournalEntry | null;
  /** That one was refused and given up: its words are on this phone, and what the province holds stands. */
  readonly hasGivenUp: boolean;
  /** The change the officer may still take back. */
  readonly undoable: ChangeId | null;
  /** What stood there before the text shown, as far as this phone knows it: for “24 → 42”. */
  readonly previous: Activity | null;
  /** The same of a report, as it was stored. */
  readonly previousReport: Report | null;
  readonly previousProgramme: ProgrammeBody | null;
  /** Why the unit takes it out of all counts, or wanted to; null where it never did. */
  readonly cancelReason: string | null;
  /** It is out of all counts, or on its way there: a cancellation that was refused takes out nothing. */
  readonly isCancelled: boolean;
  /** With two versions: what the server holds. */
  readonly other: Activity | null;
  /** The same of a report. */
  readonly otherReport: Report | null;
  readonly otherProgramme: ProgrammeBody | null;
  /** Who wrote the edition that the province holds; null before it holds one. */
  readonly writtenBy: string | null;
  /** What a further edit starts from. */
  readonly nextBase: Base;
  readonly timeline: readonly TimelineStep[];
}

/**
 * @param entries the record's changes in this notebook; @param mirrored what the server said of it.
 * @returns null when there is neither.
 * “Tỉnh đã nhận” comes only from the mirror, or from an acknowledgement given by the newest known life of the server:
 * one of an earlier life proves nothing after a restore.
 */
export function recordView(entries: readonly KeptEntry[], mirrored: MirrorRecord | null, standpoint: Standpoint): RecordView | null {
  // As if those had never been saved that were given up; only the timeline tells of them.
  const kept = entries.filter(({ givenUpAt }) => givenUpAt === undefined);
  // Where nothing else is known of the record, they are all there is to show.
  const standing = kept.length === 0 && mirrored === null ? entries : kept;
  const view = standingView(newestOf(standing), standing, mirrored, standpoint);
  if (!view || standing.length === entries.length) return view;
  const latest = newestOf(entries);
  return { ...view, latest, hasGivenUp: latest?.givenUpAt !== undefined, timeline: timelineOf(entries, mirrored) };
}

function newestOf<Entry extends JournalEntry>(entries: readonly Entry[]): Entry | null {
  return entries.reduce<Entry | null>((best, each) => (best && best.change.seq > each.change.seq ? best : each), null);
}

function standingView(latest: JournalEntry | null, entries: readonly JournalEntry[], mirrored: MirrorRecord | null, standpoint: Standpoint): RecordView | null {
  if (!latest) return mirrored && shownFromMirror(mirrored, null, [], standpoint);
  if (mirrored && mirrorHasMovedPast(latest, mirrored)) return shownFromMirror(mirrored, latest, entries, standpoint);
  return shownFromNotebook(latest, mirrored, entries, standpoint);
}

function editionOf({ current }: MirrorRecord): Base {
  return { edition: current.edition, changeId: current.changeId, sum: bodySum(current.body) };
}

/** Whichever life began later. */
export function newestEpoch(one: Epoch | null, other: Epoch | null): Epoch | null {
  if (!one || !other) return one ?? other;
  return other.ordinal > one.ordinal ? other : one;
}

/** The mirror shows this very change, or a later edition than the one it became. */
function mirrorHasMovedPast(latest: JournalEntry, mirrored: MirrorRecord): boolean {
  if (latest.open) return false;
  if (mirrored.current.changeId === latest.change.changeId) return true;
  const verdict = latest.acknowledgement?.verdict;
  // The year was closed before this edit: what the province holds stands, and nothing is left to mend here.
  if (isTooLate(verdict)) return true;
  const stored = verdict?.code === 'ok' || verdict?.code === 'duplicate';
  return stored && mirrored.current.edition > verdict.edition;
}

/** Refused because its year was closed. */
function isTooLate(verdict: Verdict | undefined): boolean {
  return verdict?.code === 'returned' && verdict.problems.some((problem) => problem.code === 'year-closed');
}

function shownFromMirror(
  mirrored: MirrorRecord, latest: JournalEntry | null, entries: readonly JournalEntry[], standpoint: Standpoint,
): RecordView {
  const { current } = mirrored;
  const lock = current.voided ? 'void' : isLockedAt(current.edition, mirrored.lock) ? 'locked' : 'none';
  const facts = { journal: latest ? 'settled' : 'none', code: latest ? 'ok' : 'none', lock } as const;
  // A mirror of an earlier life than the one the phone has heard of is about to be replaced: it proves nothing now.
  const isStale = standpoint.mirrorEpoch?.id !== standpoint.epoch?.id;
  const before = bodyBefore(current.changeId, entries, null);
  const slip = readSlip(current.recordKind, current.body);
  return {
    recordId: current.recordId,
    standing: isStale
      ? recordState({ journal: 'queued', code: 'none', review: 'none', lock: 'none' })
      : recordState({ ...facts, review: reviewStanding(current.edition, mirrored.review) }),
    activity: slip ? null : readActivity(current.body),
    report: slip ? null : readReportBody(current.body),
    programme: slip ? null : readProgrammeBody(current.body),
    slip,
    savedAt: current.savedAt,
    rechecking: isStale,
    receipt: isStale ? null : current.receipt,
    edition: current.edition,
    review: mirrored.review?.edition === current.edition ? mirrored.review : null,
    lock: mirrored.lock ?? null,
    problems: [],
    latest,
    hasGivenUp: false,
    undoable: null,
    previous: readActivity(before),
    previousReport: readReportBody(before),
    previousProgramme: readProgrammeBody(before),
    cancelReason: current.voided?.reason ?? null,
    isCancelled: current.voided !== undefined,
    other: null,
    otherReport: null,
    otherProgramme: null,
    writtenBy: mirrored?.current.officerId ?? null,
    nextBase: editionOf(mirrored),
    timeline: timelineOf(entries, mirrored),
  };
}

function shownFromNotebook(
  latest: JournalEntry, mirrored: MirrorRecord | null, entries: readonly JournalEntry[], standpoint: Standpoint,
): RecordView {
  const verdict = latest.acknowledgement?.verdict ?? null;
  const isProven = !latest.open && (latest.acknowledgement?.epochOrdinal ?? 0) >= (standpoint.epoch?.ordinal ?? 0);
  const journal = journalState(latest, isProven, standpoint);
  const code = codeOf(latest, journal, standpoint);
  const review = mirrored?.review ?? null;
  const isVoiding = latest.change.kind === voidKind;
  const edition = isProven && (verdict?.code === 'ok' || verdict?.code === 'duplicate') ? verdict.edition : null;
  const slip = readSlip(latest.change.kind, latest.change.body);
  const found = recordState({ journal, code, review: edition === null ? 'none' : reviewStanding(edition, review), lock: edition !== null && isVoiding ? 'void' : edition !== null && isLockedAt(edition, mirrored?.lock) ? 'locked' : 'none' });
  const standing = slip ? slipStanding(found, standpoint.frozen) : found;
  const before = bodyBefore(latest.change.changeId, entries, mirrored);
  const shown = isVoiding ? before : latest.change.body;
  return {
    recordId: latest.change.recordId,
    standing,
    // A cancellation holds a reason only: what it cancels is what stands on the page.
    activity: readActivity(shown),
    report: readReportBody(shown),
    programme: readProgrammeBody(shown),
    slip,
    savedAt: latest.change.savedAt,
    rechecking: false,
    receipt: edition === null ? null : (latest.receipt ?? null),
    edition,
    review: edition !== null && review?.edition === edition ? review : null,
    lock: mirrored?.lock ?? null,
    problems: found.qualifier === 'machine-check' && verdict?.code === 'returned' ? verdict.problems : [],
    latest,
    hasGivenUp: false,
    undoable: mayUndo(latest) ? latest.change.changeId : null,
    previous: readActivity(before),
    previousReport: readReportBody(before),
    previousProgramme: readProgrammeBody(before),
    cancelReason: isVoiding ? (VoidBody.safeParse(latest.change.body).data?.reason ?? '') : null,
    isCancelled: isVoiding && (latest.open || !isRefusal(verdict)),
    other: standing.qualifier === 'two-versions' && mirrored ? readActivity(mirrored.current.body) : null,
    otherReport: standing.qualifier === 'two-versions' && mirrored ? readReportBody(mirrored.current.body) : null,
    otherProgramme: standing.qualifier === 'two-versions' && mirrored ? readProgrammeBody(mirrored.current.body) : null,
    writtenBy: mirrored?.current.officerId ?? null,
    nextBase: nextBase(latest, mirrored),
    timeline: timelineOf(entries, mirrored),
  };
}

function isRefusal(verdict: Verdict | null): boolean {
  return verdict?.code === 'returned' || verdict?.code === 'conflict' || verdict?.code === 'quarantined';
}

function journalState(latest: JournalEntry, isProven: boolean, standpoint: Standpoint): JournalState {
  if (isProven) return 'settled';
  if (latest.offeredAtMs === null && isHeldBack(latest, standpoint.nowMs)) return 'waiting';
  if (latest.open && standpoint.sendingIds.has(latest.change.changeId)) return 'sending';
  return latest.open && latest.exportedAtMs !== undefined ? 'exported' : 'queued';
}

// The journal counts how often a change was put off and keeps no code: whichever it was, the machine tries again.
function codeOf(latest: JournalEntry, journal: JournalState, standpoint: Standpoint): AnswerCode {
  if (journal === 'settled') return latest.acknowledgement?.verdict.code ?? 'none';
  if (standpoint.frozen) return 'unauthorized';
  return latest.putOffCount > 0 ? 'retry' : 'none';
}

/**
 * What a further edit is made from. A conflicting change made no edition, and the officer has seen both: the edit stands
 * where the record stands; a change still on its way is followed by its id.
 */
function nextBase(latest: JournalEntry, mirrored: MirrorRecord | null): Base {
  const verdict = latest.acknowledgement?.verdict;
  if (latest.open) return { changeId: latest.change.changeId };
  if (verdict?.code === 'ok' || verdict?.code === 'duplicate') {
    // Not read back yet: perhaps somebody else's edit stands in that edition too, so the phone's own words are named.
    return mirrored && mirrored.current.edition > verdict.edition ? editionOf(mirrored) : { changeId: latest.change.changeId };
  }
  // The form opens with the refused words, so they are merged from where they began: somebody else's edit may stand by now.
  if (verdict?.code === 'returned' && latest.change.base) return latest.change.base;
  if (mirrored) return editionOf(mirrored);
  if (verdict?.code === 'conflict') return verdict.edition > 0 ? { edition: verdict.edition } : null;
  return verdict?.code === 'held' ? { changeId: latest.change.changeId } : latest.change.base;
}

function timelineOf(entries: readonly JournalEntry[], mirrored: MirrorRecord | null): TimelineStep[] {
  const steps: TimelineStep[] = [];
  const save = (sending: Sending): number => steps.push({ kind: 'saved', at: sentAt(sending), sending });
  // A row that an earlier version wrote says nothing of the clock; this phone's own change does.
  const offsets = new Map(entries.map(({ change, receipt }) => [receipt?.number as string | undefined, change.offset]));
  // Nothing follows a cancellation.
  const voided = mirrored?.current.voided && mirrored.current.edition;
  const known = new Set<string>();
  for (const { edition, savedAt, offset, receivedAt, receiptNumber } of mirrored?.history ?? []) {
    known.add(receiptNumber);
    save({ savedAt: savedAt as Instant, offset: offset ?? offsets.get(receiptNumber) ?? null, receivedAt: receivedAt as Instant, became: edition, isCancellation: edition === voided });
    steps.push({ kind: 'received', at: receivedAt as Instant, receiptNumber, edition });
  }
  for (const review of mirrored?.reviews ?? []) steps.push({ kind: 'reviewed', at: review.decidedAt, review });
  for (const { change: { kind, savedAt, offset }, acknowledgement, receipt, open } of entries) {
    if (receipt && known.has(receipt.number)) continue;
    const verdict = open ? undefined : acknowledgement?.verdict;
    const isStored = verdict?.code === 'ok' || verdict?.code === 'duplicate';
    save({ savedAt, offset, receivedAt: receipt?.receivedAt ?? null, became: isStored ? verdict.edition : open ? 'unanswered' : 'nothing', isCancellation: kind === voidKind });
    if (!acknowledgement || !verdict) continue;
    if (isStored) {
      const { number, receivedAt } = verdict.receipt;
      steps.push({ kind: 'received', at: receivedAt, receiptNumber: number, edition: verdict.edition });
    } else if (verdict.code === 'held' || verdict.code === 'returned' || verdict.code === 'conflict' || verdict.code === 'quarantined') {
      steps.push({ kind: 'refused', at: acknowledgement.at, code: isTooLate(verdict) ? 'year-closed' : verdict.code });
    }
  }
  return steps.sort((one, next) => (one.at < next.at ? -1 : one.at > next.at ? 1 : 0));
}

/** The province's own version where it is another one, else the officer's change before this one. */
function bodyBefore(changeId: ChangeId, entries: readonly JournalEntry[], mirrored: MirrorRecord | null): unknown {
  if (mirrored && mirrored.current.changeId !== changeId) return mirrored.current.body;
  const seq = entries.find((entry) => entry.change.changeId === changeId)?.change.seq ?? 0;
  const before = entries.filter((entry) => entry.change.seq < seq).sort((one, next) => next.change.seq - one.change.seq)[0];
  return before?.change.body ?? null;
}

// Neither can be taken for the other: each asks for fields that the other has not.
function readReportBody(body: unknown): Report | null {
  const result = Report.safeParse(body);
  return result.success ? result.data : null;
}

export function readProgrammeBody(body: unknown): ProgrammeBody | null {
  const year = (body as { readonly workingYear?: unknown } | null)?.workingYear;
  return typeof year === 'number' ? { workingYear: year, body } : null;
}

function readSlip(kind: string, body: unknown): ReviewSlip | null {
  return kind === reviewSlipKind ? (ReviewSlip.safeParse(body).data ?? null) : null;
}

function readActivity(body: unknown): Activity | null {
  const result = Activity.safeParse(body);
  return result.success ? result.data : null;
}
