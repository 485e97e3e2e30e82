/**
 * What a reviewer's phone says of the records below: the mirror overlaid with the decisions of its own notebook. Nothing of
 * it is stored; what waits is counted from the records each time.
 */
import type { RecordBelow } from '../device/mirror.ts';
import type { RecordId, UnitId } from '../domain/id.ts';
import type { Programme } from '../domain/programme.ts';
import { isCorrected } from '../domain/report.ts';
import { reviewSlipKind } from '../domain/review-slip.ts';
import type { Review } from '../domain/review.ts';
import { dayOf, daysBetween, instantOf } from '../domain/time.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import type { MirrorRecord } from '../sync/mirror.ts';
import type { Below } from './below.ts';
import type { Book } from './book.ts';
import { besideToday } from './due-facts.ts';
import { programmeIn } from './programme-body.ts';
import { recordView } from './record-view.ts';
import type { RecordView, Standpoint } from './record-view.ts';

export type ReviewState =
  | { readonly kind: 'waiting' }
  /** On this phone, and not read back from the province yet. */
  | { readonly kind: 'decided-here'; readonly slip: RecordView }
  | { readonly kind: 'decided'; readonly review: Review }
  /** The unit took it out of all counts. */
  | { readonly kind: 'cancelled' };

export interface ReviewItem {
  readonly recordId: RecordId;
  readonly unitId: UnitId;
  readonly record: MirrorRecord;
  /** As the unit's own phone would read it. */
  readonly view: RecordView;
  /** The work programme in it; null for everything else, and for one that a later version wrote in a shape of its own. */
  readonly programme: Programme | null;
  readonly state: ReviewState;
  /** The newest decision of this union on the record, where it was not counted. */
  readonly lost: RecordView | null;
  /** An opening of a locked report that is on its way. */
  readonly opening: RecordView | null;
}

/** The decisions of the reviewer's own unit by the record they were made on, the newest first. */
export type SlipsByRecord = ReadonlyMap<RecordId, readonly RecordView[]>;

export function slipsOf(book: Pick<Book, 'views'>): SlipsByRecord {
  const found = new Map<RecordId, RecordView[]>();
  for (const view of book.views) {
    if (!view.slip) continue;
    const list = found.get(view.slip.recordId);
    if (list) list.push(view);
    else found.set(view.slip.recordId, [view]);
  }
  return found;
}

/** The rows of the mirror as they were told: a decision names the words it was made on, so an older life does no harm. */
const asTold: Standpoint = { epoch: null, mirrorEpoch: null, nowMs: 0, sendingIds: new Set(), frozen: false };

/** @returns null for what nobody decides on: a decision of a union below. */
export function reviewItem({ unitId, record }: RecordBelow, slips: SlipsByRecord): ReviewItem | null {
  const view = record.current.recordKind === reviewSlipKind ? null : recordView([], record, asTold);
  if (!view) return null;
  const own = slips.get(record.current.recordId) ?? [];
  const newest = own[0] ?? null;
  const onThis = (slip: RecordView): boolean => slip.slip?.changeId === record.current.changeId && slip.slip.edition === record.current.edition;
  const isCounted = (slip: RecordView): boolean => slip.standing.qualifier !== 'not-counted' && slip.standing.qualifier !== 'no-longer-allowed';
  const decided = own.find((slip) => slip.slip?.decision !== 'unlocked' && onThis(slip) && isCounted(slip));
  const opening = own.find((slip) => slip.slip?.decision === 'unlocked' && onThis(slip) && (slip.standing.state === 'queued' || slip.standing.state === 'sending'));
  return {
    recordId: record.current.recordId, unitId, record, view, programme: programmeIn(view.programme),
    state: stateOf(record, decided),
    lost: newest && !isCounted(newest) ? newest : null,
    opening: opening && view.standing.qualifier === 'locked' ? opening : null,
  };
}

function stateOf({ current, review }: MirrorRecord, slip: RecordView | undefined): ReviewState {
  if (current.voided) return { kind: 'cancelled' };
  if (review?.edition === current.edition) return { kind: 'decided', review };
  return slip ? { kind: 'decided-here', slip } : { kind: 'waiting' };
}

/** Nobody has decided on the edition that the mirror holds. Looked at first: of thousands most are done. */
function isOpen({ current, review }: MirrorRecord): boolean {
  return current.recordKind !== reviewSlipKind && !current.voided && review?.edition !== current.edition;
}

/** Nobody decides on what was not read: a kind, or a shape, that this version does not know is decided elsewhere. */
export function isDecidedHere({ view, programme }: Pick<ReviewItem, 'view' | 'programme'>): boolean {
  return view.activity !== null || view.report !== null || programme !== null;
}

export interface ReviewQueue {
  /** The oldest first. */
  readonly waiting: readonly ReviewItem[];
  /** Nobody has decided on them, and this phone cannot; the oldest first. */
  readonly elsewhere: readonly ReviewItem[];
  /** Decided on this phone, the decision still on its way; the oldest first. */
  readonly decidedHere: readonly ReviewItem[];
  /** Those that somebody else decided while a decision of this union was on its way: for thirty days. */
  readonly lost: readonly ReviewItem[];
}

const lostDays = 30;

export function reviewQueue(below: Below, book: Pick<Book, 'views'>, nowMs: number): ReviewQueue {
  const slips = slipsOf(book);
  const units = new Set<UnitId>(below.units.map(({ id }) => id));
  const open: ReviewItem[] = [];
  const lost: ReviewItem[] = [];
  for (const one of below.records.values()) {
    if (!units.has(one.unitId)) continue;
    if (isOpen(one.record)) {
      const item = reviewItem(one, slips);
      if (item) open.push(item);
    } else if (slips.has(one.record.current.recordId)) {
      const item = reviewItem(one, slips);
      if (item?.lost && daysBetween(dayOf(item.lost.savedAt), dayOf(instantOf(nowMs))) <= lostDays) lost.push(item);
    }
  }
  open.sort(byReceipt);
  return {
    waiting: open.filter((item) => item.state.kind === 'waiting' && isDecidedHere(item)),
    elsewhere: open.filter((item) => item.state.kind === 'waiting' && !isDecidedHere(item)),
    decidedHere: open.filter(({ state }) => state.kind === 'decided-here'),
    lost: lost.toSorted(byReceipt),
  };
}

export function receivedAt({ record }: Pick<ReviewItem, 'record'>): Instant {
  return record.current.receipt.receivedAt;
}

function byReceipt(one: ReviewItem, next: ReviewItem): number {
  const [left, right] = [receivedAt(one), receivedAt(next)];
  if (left !== right) return left < right ? -1 : 1;
  return one.recordId < next.recordId ? -1 : 1;
}

/** Days since the oldest came, beside the working day: the sample's own day stands still. */
export function oldestDays({ waiting }: Pick<ReviewQueue, 'waiting'>, today: LocalDate, nowMs: number): number {
  const [oldest] = waiting;
  return oldest ? Math.max(0, daysBetween(besideToday(dayOf(receivedAt(oldest)), today, dayOf(instantOf(nowMs))), today)) : 0;
}

/** The records beside one in the order of waiting; also of one that waits no longer. */
export function neighbours({ waiting }: Pick<ReviewQueue, 'waiting'>, item: ReviewItem): { readonly before: RecordId | null; readonly next: RecordId | null } {
  const others = waiting.filter(({ recordId }) => recordId !== item.recordId);
  const after = others.findIndex((one) => byReceipt(one, item) > 0);
  const at = after < 0 ? others.length : after;
  return { before: others[at - 1]?.recordId ?? null, next: others[at]?.recordId ?? null };
}

export const reviewFlags = ['over-members', 'same-photo', 'future', 'confirmed', 'corrected', 'mended', 'edited-after-approval', 'not-counted'] as const;
/** What deserves a look before the decision. */
export type ReviewFlag = (typeof reviewFlags)[number];

/** How many records of its unit show a picture; a cancelled one shows none. */
export type PhotoUse = ReadonlyMap<string, number>;

export function photoUse(records: ReadonlyMap<string, RecordBelow>): PhotoUse {
  const found = new Map<string, number>();
  for (const { unitId, record: { current } } of records.values()) {
    if (current.voided) continue;
    const { photos } = current.body as { readonly photos?: unknown };
    if (!Array.isArray(photos)) continue;
    for (const hash of new Set(photos.map((photo) => String((photo as { readonly hash?: unknown } | null)?.hash)))) {
      found.set(`${unitId} ${hash}`, (found.get(`${unitId} ${hash}`) ?? 0) + 1);
    }
  }
  return found;
}

/** Heads in one sitting: who came to three meetings is counted three times among the attendances. */
function peopleAtOnce({ figures }: NonNullable<RecordView['activity']>): number {
  return (figures['attendances'] ?? 0) / Math.max(1, figures['sessions'] ?? 1);
}

export function flagsOf({ unitId, view, programme, lost }: ReviewItem, facts: { readonly unit: Unit | null; readonly today: LocalDate; readonly photos: PhotoUse }): readonly ReviewFlag[] {
  const { activity, report, standing } = view;
  const is: Readonly<Record<ReviewFlag, boolean>> = {
    'over-members': activity !== null && facts.unit?.memberCount != null && peopleAtOnce(activity) > facts.unit.memberCount,
    'same-photo': activity !== null && activity.photos.some(({ hash }) => (facts.photos.get(`${unitId} ${hash}`) ?? 0) > 1),
    future: activity !== null && activity.heldOn > facts.today,
    confirmed: (activity?.confirmed ?? report?.confirmed ?? Object.keys(programme?.confirmed ?? {})).length > 0,
    corrected: report !== null && Object.values(report.lines).some(isCorrected),
    mended: standing.qualifier === 'edited-after-return',
    'edited-after-approval': standing.qualifier === 'edited-after-approval',
    'not-counted': lost !== null,
  };
  return reviewFlags.filter((flag) => is[flag]);
}

/** How many took part, by the first figure that says so; null where none does. */
export function peopleIn(view: RecordView): number | null {
  const figures = view.activity?.figures ?? {};
  return figures['attendances'] ?? figures['beneficiaries'] ?? figures['honoured'] ?? null;
}
