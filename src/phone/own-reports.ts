/** What IC.02–IC.04 count of a unit's own reports, from the records of its phone. */
import type { SystemFigure } from '../domain/indicator.ts';
import { notAfter, reportCounts } from '../domain/report-calendar.ts';
import type { HandedIn } from '../domain/report-calendar.ts';
import type { Period } from '../domain/period.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import type { Book } from './book.ts';
import type { RecordView } from './record-view.ts';
import type { Reference } from './reference.ts';

/** Empty before the province has published its calendar: then nobody knows what is owed. */
export function ownReportFigures(unit: Unit, period: Pick<Period, 'from' | 'to'>, book: Book, { calendar, occasions }: Pick<Reference, 'calendar' | 'occasions'>, today: LocalDate): Partial<Record<SystemFigure, number>> {
  if (!calendar) return {};
  const handedIn = book.views.flatMap((view): HandedIn[] => (view.report?.unitId === unit.id && view.cancelReason === null ? [handedInOf(view.report.periodId, view, today)] : []));
  // Only what is due by today is owed: a day to come may still be kept.
  return reportCounts(unit, { from: period.from, to: today < period.to ? today : period.to }, handedIn, calendar, occasions);
}

/** By the first time it was sent: what is mended after a return makes no report late. */
function handedInOf(periodId: HandedIn['periodId'], { timeline, savedAt }: RecordView, today: LocalDate): HandedIn {
  const first = timeline.find((step) => step.kind === 'saved')?.at ?? savedAt;
  const at = notAfter(first, today);
  return { periodId, moment: { savedAt: at, offset: null, receivedAt: at }, returnCount: timeline.filter((step) => step.kind === 'reviewed' && step.review.decision === 'returned').length };
}
