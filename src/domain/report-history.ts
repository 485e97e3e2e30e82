/**
 * Đường đi của báo cáo: how a unit's report was handed in and what came of it, and what IC.02–IC.04 count of that. The
 * phone computes these figures for its report and the server for the sum; both tell the same history to one rule.
 */
import type { SystemFigure } from './indicator.ts';
import type { Occasion } from './occasion.ts';
import type { Period, PeriodId, ReportCalendar } from './period.ts';
import { notAfter, reportCounts, sentAt } from './report-calendar.ts';
import type { SentMoment } from './report-calendar.ts';
import type { Review } from './review.ts';
import type { LocalDate } from './time.ts';
import type { Unit } from './unit.ts';

/** One press of “Gửi”. */
export interface Sending extends SentMoment {
  /**
   * The edition it became; `nothing`, where a rule refused it, another version came first or nobody understands it yet;
   * `unanswered`, as long as the server has not spoken.
   */
  readonly became: number | 'nothing' | 'unanswered';
  /** It takes the report out of all counts. */
  readonly isCancellation: boolean;
}

/** What happened to one report of the unit. */
export interface ReportHistory {
  readonly periodId: PeriodId;
  readonly sendings: readonly Sending[];
  /** Every decision of a person, of any edition. */
  readonly decisions: readonly Review['decision'][];
}

/**
 * The press by which a report was handed in: that of its first edition, for what is mended after a return makes no report
 * late; before the server has answered, the earliest one. What the machine refused handed in nothing and was returned by
 * nobody: a report is returned after it was received (domain paper §3.3). Null where nothing was handed in, or its unit
 * took it back; a cancellation that was refused takes nothing back.
 */
export function handedInBy(sendings: readonly Sending[]): Sending | null {
  if (sendings.some(({ isCancellation, became }) => isCancellation && became !== 'nothing')) return null;
  const first = (of: (one: Sending) => number | string | null): Sending | null => sendings.reduce<Sending | null>((best, one) => {
    const [mark, known] = [of(one), best && of(best)];
    return mark !== null && (known === null || mark < known) ? one : best;
  }, null);
  return first(({ became }) => (typeof became === 'number' ? became : null)) ?? first((one) => (one.became === 'unanswered' ? sentAt(one) : null));
}

/**
 * IC.02–IC.04 of a period: what was due in it by today, for what is due later may still be kept.
 * @param histories of the unit's own reports, whichever their periods. @param today of the server's clock.
 * @returns nothing before the province has published its calendar: then nobody knows what is owed.
 */
export function ownReportFigures(
  unit: Unit, period: Pick<Period, 'from' | 'to'>, histories: readonly ReportHistory[],
  { calendar, occasions, today }: { readonly calendar: ReportCalendar | null; readonly occasions: readonly Occasion[]; readonly today: LocalDate },
): Readonly<Partial<Record<SystemFigure, number>>> {
  if (calendar === null) return {};
  const handedIn = histories.flatMap(({ periodId, sendings, decisions }) => {
    const sending = handedInBy(sendings);
    return sending ? [{ periodId, sentAt: notAfter(sentAt(sending), today), returnCount: decisions.filter((one) => one === 'returned').length }] : [];
  });
  return reportCounts(unit, { from: period.from, to: today < period.to ? today : period.to }, handedIn, calendar, occasions);
}
