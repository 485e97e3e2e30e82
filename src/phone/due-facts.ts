/** What home needs of the records, put before the rules of `domain/due-list.ts` and `domain/task-progress.ts`. */
import type { DueFacts, ReturnedRecord } from '../domain/due-list.ts';
import type { TaskRecord } from '../domain/task-progress.ts';
import { phoneWords as words } from '../i18n/phone-words.ts';
import { addDays, dayOf, daysBetween, instantOf, workingYearOf } from '../domain/time.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import { dueReports } from '../domain/report-calendar.ts';
import type { Unit } from '../domain/unit.ts';
import { isWaiting } from './book.ts';
import type { Book } from './book.ts';
import { draftTitle } from './draft-title.ts';
import type { RecordView } from './record-view.ts';
import { owedProgramme } from './programme-title.ts';
import { handedInPeriods, paperTitle } from './report-title.ts';
import type { Reference } from './reference.ts';

/**
 * @param today the working day; moments of the real clock are moved to it, so that “hôm qua” stays yesterday in the
 * sample mode, whose day stands still.
 */
export function dueFactsOf(book: Book, reference: Reference, unit: Unit, today: LocalDate, nowMs: number): DueFacts {
  const realToday = dayOf(instantOf(nowMs));
  const beside = (at: Instant): LocalDate => besideToday(dayOf(at), today, realToday);
  const returned = book.views.filter((view) => view.standing.state === 'returned');
  const mending = new Set<string>(returned.map((view) => view.recordId));
  return {
    today,
    unit,
    measure: { manyMembers: reference.setting.manyMembers },
    returned: returned.map((view) => returnedRecord(view, reference, beside)),
    unsentSince: book.views
      .filter(isWaiting)
      .map((view) => beside(view.savedAt)),
    occasions: reference.occasions,
    requirements: reference.requirements,
    // The same occasion comes again each year: last year's record does not answer this year's.
    recordedOccasionIds: new Set(book.views.flatMap(({ activity }) =>
      activity?.occasionId && workingYearOf(activity.heldOn) === workingYearOf(today) ? [activity.occasionId] : [])),
    reports: reference.calendar ? dueReports({ unit, today, submitted: handedInPeriods(book, unit.id), occasions: reference.occasions }, reference.calendar) : [],
    programme: owedProgramme(book, reference, unit, today),
    drafts: book.drafts
      .filter((draft) => !mending.has(draft.recordId))
      .map((draft) => ({ draftId: draft.draftId, title: draftTitle(draft), touchedOn: beside(draft.updatedAt) })),
  };
}

/** The unit that returned a record, as a line of home has room for it: the province without its name. */
export function shortUnitName(name: string): string {
  return /^(LĐLĐ|Liên đoàn Lao động) tỉnh(?=\s|$)/i.test(name.normalize('NFC')) ? words.province : name;
}

/** A day of the real clock as a day beside the working day; days long before both stay as they are. */
export function besideToday(day: LocalDate, today: LocalDate, realToday: LocalDate): LocalDate {
  return day > today ? addDays(today, Math.min(0, daysBetween(realToday, day))) : day;
}

/** @param year the working year whose records count. */
export function taskRecordsOf(book: Book, year: number): readonly TaskRecord[] {
  return book.views.flatMap(({ activity, standing }) =>
    activity && workingYearOf(activity.heldOn) === year ? [{ requirementIds: [activity.requirementId, ...activity.alsoRequirementIds], state: standing.state }] : []);
}

function returnedRecord(view: RecordView, reference: Reference, beside: (at: Instant) => LocalDate): ReturnedRecord {
  const fields = view.review
    ? view.review.remarks.map((remark) => remark.field)
    : view.problems.flatMap((problem) => problem.field ?? []);
  const at = view.review?.decidedAt ?? view.latest?.acknowledgement?.at ?? view.savedAt;
  return {
    recordId: view.recordId,
    title: paperTitle(view, reference) ?? view.activity?.title ?? '',
    fields: [...new Set(fields)],
    returnedOn: beside(at),
    dueOn: view.review?.dueOn ?? null,
  };
}
