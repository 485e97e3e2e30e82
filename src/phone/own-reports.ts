/** What IC.02–IC.04 count of a unit's own reports, from the records of its phone. */
import type { SystemFigure } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import { ownReportFigures } from '../domain/report-history.ts';
import type { ReportHistory } from '../domain/report-history.ts';
import type { Unit } from '../domain/unit.ts';
import type { Book } from './book.ts';
import type { RecordView } from './record-view.ts';
import { todayOf } from './reference.ts';
import type { Reference } from './reference.ts';

export function shownReportFigures(unit: Unit, period: Pick<Period, 'from' | 'to'>, book: Pick<Book, 'views' | 'at'>, reference: Reference): Readonly<Partial<Record<SystemFigure, number>>> {
  const histories = book.views.flatMap((view) => (view.report?.unitId === unit.id ? [historyOf(view.report.periodId, view)] : []));
  return ownReportFigures(unit, period, histories, { calendar: reference.calendar, occasions: reference.occasions, today: todayOf(reference, book.at) });
}

function historyOf(periodId: ReportHistory['periodId'], { timeline }: RecordView): ReportHistory {
  return {
    periodId,
    sendings: timeline.flatMap((step) => (step.kind === 'saved' ? [step.sending] : [])),
    decisions: timeline.flatMap((step) => (step.kind === 'reviewed' ? [step.review.decision] : [])),
  };
}
