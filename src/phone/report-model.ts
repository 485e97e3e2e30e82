/** A report between the records of the phone and the rules of the domain: what stands in it before the officer writes a word. */
import type { ReportDraftEntry } from '../device/report-draft-entry.ts';
import type { OfficerId, TaskId } from '../domain/id.ts';
import { computeIndicators, offlineReportStates } from '../domain/indicator-compute.ts';
import type { Computation, CountedActivity } from '../domain/indicator-compute.ts';
import { indicatorsFor, readIndicatorSet, taskOfIndicator } from '../domain/indicator.ts';
import type { Indicator, IndicatorSet } from '../domain/indicator.ts';
import type { Period, PeriodId } from '../domain/period.ts';
import { periodById } from '../domain/report-calendar.ts';
import { adoptionOf } from '../domain/programme-adoption.ts';
import type { ReportContext } from '../domain/report-check.ts';
import { reportRecordId } from '../domain/report.ts';
import { draftOfReport, linesAgain, ReportDraft } from '../domain/report-draft.ts';
import { partsOf, startLines } from '../domain/report-lines.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import { levelsOf } from '../domain/unit.ts';
import { taskParagraphs } from '../i18n/report-narrative.ts';
import type { Book } from './book.ts';
import type { Reference } from './reference.ts';

export interface ReportFacts {
  readonly unit: Unit;
  readonly period: Period;
  readonly set: IndicatorSet;
  /** Those of this unit's report. */
  readonly indicators: readonly Indicator[];
  readonly activities: readonly CountedActivity[];
  readonly computation: Computation;
  readonly book: Book;
  readonly reference: Reference;
  readonly today: LocalDate;
}

/** Null where the province has not published what a report is made of, or has no such period to report. */
export function reportFacts(periodId: PeriodId, parts: { readonly book: Book; readonly reference: Reference; readonly unit: Unit; readonly today: LocalDate }): ReportFacts | null {
  const { book, reference, unit } = parts;
  const set = readIndicatorSet(reference.indicatorsBody);
  const period = reference.calendar && periodById(periodId, reference.calendar, { occasions: reference.occasions });
  if (!set || !period?.isReport) return null;
  const activities = book.views.flatMap((view): CountedActivity[] => {
    const { recordId, programme, cancelReason, standing } = view;
    // The year's programme answers IC.01 once it is on its way; before that it is no activity left out.
    const adoption = programme?.workingYear === period.year && offlineReportStates.includes(standing.state) ? adoptionOf(programme) : null;
    const activity = view.activity ?? adoption;
    // A change that is not stored yet becomes the first edition, or the next; the server reads its own number.
    return activity && cancelReason === null ? [{ recordId, edition: view.edition ?? 1, state: standing.state, activity }] : [];
  });
  const levels = levelsOf(unit);
  const computation = computeIndicators({ levels, period, indicators: set, activities, states: offlineReportStates, system: {} });
  return { ...parts, period, set, indicators: indicatorsFor(set, levels), activities, computation };
}

export function reportContext({ unit, period, set, reference, today }: ReportFacts): ReportContext {
  return { unit, period, indicators: set, newestVersion: set.version, figures: reference.figures, knownNames: reference.setting.knownNames, today };
}

/** The report as it writes itself: figures, and section II from the same activities. */
export function startReport(facts: ReportFacts): ReportDraft {
  const { period, unit, set, indicators, computation, book, reference } = facts;
  const told = book.views.flatMap(({ recordId, activity }) => (activity && computation.sources.has(recordId)
    ? [{ activity, occasion: activity.occasionId === null ? null : reference.occasionsById.get(activity.occasionId) ?? null }] : []));
  return draftOfReport({
    periodId: period.id, type: period.type, from: period.from, to: period.to, unitId: unit.id, indicatorVersion: set.version,
    lines: startLines(indicators, computation.indicators), parts: partsOf(computation.indicators),
    sections: { situation: '', assessment: '', direction: '', proposal: '' },
    tasks: { ...taskParagraphs(reference.tasks.map((task) => task.id), told) },
    activities: Object.fromEntries(computation.sources), reports: {}, missing: [], confirmed: [],
  });
}

/**
 * A report that is begun. Its record is the same on every phone of the unit, so that two officers without a signal write
 * two versions of one report; after one that was cancelled it is another, for nothing can follow that.
 */
export function newReportEntry(facts: ReportFacts, officerId: OfficerId, draftId: string, at: Instant): ReportDraftEntry {
  const { unit, period, book } = facts;
  const attempt = book.views.filter(({ report, cancelReason }) => report?.periodId === period.id && cancelReason !== null).length;
  return {
    draftId, recordId: reportRecordId(unit.id, period.id, attempt), base: null, startedAt: at, updatedAt: at, officerId, periodId: period.id,
    report: { ...startReport(facts) },
  };
}

/** New numbers beside the old words; a paragraph that somebody wrote stays. */
export function computedAgain(draft: ReportDraft, facts: ReportFacts): ReportDraft {
  const fresh = startReport(facts);
  const tasks = { ...fresh.tasks, ...Object.fromEntries(Object.entries(draft.tasks).filter(([, text]) => text.trim() !== '')) };
  return {
    ...draft, indicatorVersion: fresh.indicatorVersion, lines: linesAgain(draft.lines, fresh.lines, facts.indicators), tasks,
    parts: fresh.parts, activities: fresh.activities, confirmed: [],
  };
}

/** The draft as the notebook holds it; null when a later version wrote it in a shape of its own. */
export function draftIn(entry: ReportDraftEntry): ReportDraft | null {
  return ReportDraft.safeParse(entry.report).data ?? null;
}

export type PartState = 'done' | 'partly' | 'none';

/** The nine tasks in their order. */
export function reportTasks({ reference }: Pick<ReportFacts, 'reference'>): readonly TaskId[] {
  return reference.tasks.map((task) => task.id).filter((id) => id !== 'C');
}

/** The nine, and after them the closing part where it asks a figure of this unit. */
export function figureTasks(facts: Pick<ReportFacts, 'reference' | 'indicators'>): readonly TaskId[] {
  const nine = reportTasks(facts);
  return [...nine, ...facts.reference.tasks.map((task) => task.id).filter((id) => !nine.includes(id) && taskIndicators(facts, id).length > 0)];
}

export function taskIndicators({ indicators }: Pick<ReportFacts, 'indicators'>, taskId: TaskId): readonly Indicator[] {
  return indicators.filter((one) => taskOfIndicator(one.code) === taskId);
}

/** How far a task is: what nobody has to write does not count. A task without figures is judged by its paragraph. */
export function taskState(draft: ReportDraft, facts: Pick<ReportFacts, 'indicators'>, taskId: TaskId): PartState {
  const asked = taskIndicators(facts, taskId).filter((one) => one.method === 'sum' || one.method === 'latest' || one.method === 'yesNo');
  if (asked.length === 0) return (draft.tasks[taskId] ?? '').trim() === '' ? 'none' : 'done';
  const given = asked.filter((one) => (draft.lines[one.code]?.value ?? '').trim() !== '');
  return given.length === asked.length ? 'done' : given.length > 0 ? 'partly' : 'none';
}

export interface ReportProgress {
  readonly done: number;
  readonly all: number;
}

/** How many tasks have something that the officer does not have to write any more: for home, before the report is opened. */
export function progressOf(periodId: PeriodId, parts: Parameters<typeof reportFacts>[1]): ReportProgress | null {
  const facts = reportFacts(periodId, parts);
  if (!facts) return null;
  const kept = parts.book.reportDrafts.find((one) => one.periodId === periodId);
  const draft = (kept && draftIn(kept)) ?? startReport(facts);
  const tasks = reportTasks(facts);
  return { done: tasks.filter((id) => taskState(draft, facts, id) !== 'none').length, all: tasks.length };
}
