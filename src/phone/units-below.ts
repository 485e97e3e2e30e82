/** Địa bàn: what each unit below has sent of the period that closed last, as far as this phone has pulled it. */
import { begunPeriods, lastClosed } from '../domain/begun-periods.ts';
import type { Period, ReportCalendar } from '../domain/period.ts';
import { dueOnOf, reportLevelOf } from '../domain/report-calendar.ts';
import { reviewSlipKind } from '../domain/review-slip.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import type { Below } from './below.ts';
import type { Book } from './book.ts';
import { isDecidedHere, reviewItem, slipsOf } from './review-view.ts';
import type { ReviewItem } from './review-view.ts';

export interface UnitBelow {
  readonly unit: Unit;
  /** The unit's report of the period; null while none has come. */
  readonly report: ReviewItem | null;
  /** Null where the calendar asks nothing of it. */
  readonly dueOn: LocalDate | null;
  readonly waitingCount: number;
  readonly lastReceivedAt: Instant | null;
}

export interface UnitsBelow {
  /** Null where the province has published no calendar. */
  readonly period: Period | null;
  /** By name. */
  readonly units: readonly UnitBelow[];
}

export function unitsBelow(below: Below, book: Pick<Book, 'views'>, calendar: ReportCalendar | null, today: LocalDate): UnitsBelow {
  const period = calendar && lastClosed(begunPeriods(calendar, today), today);
  const slips = slipsOf(book);
  const found = new Map<string, { report: ReviewItem | null; waitingCount: number; lastReceivedAt: Instant | null }>(
    below.units.map(({ id }) => [id, { report: null, waitingCount: 0, lastReceivedAt: null }]),
  );
  for (const one of below.records.values()) {
    const { current, review } = one.record;
    const row = found.get(one.unitId);
    if (!row || current.recordKind === reviewSlipKind) continue;
    const at = current.receipt.receivedAt;
    if (row.lastReceivedAt === null || row.lastReceivedAt < at) row.lastReceivedAt = at;
    if (current.voided) continue;
    const isReport = period !== null && (current.body as { readonly periodId?: unknown }).periodId === period.id;
    if (!isReport && review?.edition === current.edition) continue;
    const item = reviewItem(one, slips);
    if (item?.state.kind === 'waiting' && isDecidedHere(item)) row.waitingCount += 1;
    if (item?.view.report && isReport) row.report = item;
  }
  return {
    period,
    units: below.units.map((unit) => {
      const level = reportLevelOf(unit);
      const row = found.get(unit.id) ?? { report: null, waitingCount: 0, lastReceivedAt: null };
      return { unit, ...row, dueOn: calendar && period && level ? dueOnOf(period, level, calendar) : null };
    }).toSorted((one, next) => one.unit.name.localeCompare(next.unit.name, 'vi')),
  };
}
