/** A report between the records of the phone and the rules of the domain: what stands in it before the officer writes a word. */
import type { ReportDraftEntry } from '../device/report-draft-entry.ts';
import type { OfficerId, TaskId } from '../domain/id.ts';
import { computeIndicators, offlineReportStates } from '../domain/indicator-compute.ts';
import type { Computation, CountedActivity } from '../domain/indicator-compute.ts';
import { indicatorsFor, readIndicatorSet, taskOfIndicator } from '../domain/indicator.ts';
import type { Indicator, IndicatorCode, IndicatorSet } from '../domain/indicator.ts';
import { readNumber } from '../domain/number-entry.ts';
import type { Period, PeriodId } from '../domain/period.ts';
import { periodById } from '../domain/report-calendar.ts';
import { adoptionOf } from '../domain/programme-adoption.ts';
import type { ReportContext } from '../domain/report-check.ts';
import { reportRecordId, sectionKeys } from '../domain/report.ts';
import type { Report } from '../domain/report.ts';
import { draftOfReport, isTyped, linesAgain, linesThatGo, ReportDraft, tasksAgain } from '../domain/report-draft.ts';
import type { ReportLineDraft } from '../domain/report-draft.ts';
import { partsOf, startLines } from '../domain/report-lines.ts';
import type { LineSource } from '../domain/report-lines.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import { levelsOf } from '../domain/unit.ts';
import { taskParagraphs } from '../i18n/report-narrative.ts';
import { reportPageWords } from '../i18n/report-words.ts';
import type { Book } from './book.ts';
import { indicatorSetOf } from './indicator-set.ts';
import { shownReportFigures } from './own-reports.ts';
import type { Reference } from './reference.ts';
import type { Corrected, Sum } from './sum.ts';

/** What a report is made from. `addUp` is given on a phone of an upper union alone, once what adds up has been fetched. */
export interface ReportParts {
  readonly book: Book;
  readonly reference: Reference;
  readonly unit: Unit;
  readonly today: LocalDate;
  readonly addUp?: (facts: ReportFacts) => ReportFacts;
}

export interface ReportFacts extends ReportParts {
  readonly period: Period;
  readonly set: IndicatorSet;
  /** The newest published version of the list; that of `set` where the report was not begun before it. */
  readonly newestVersion: number;
  /** Those of this unit's report. */
  readonly indicators: readonly Indicator[];
  readonly activities: readonly CountedActivity[];
  /** Of the unit's own activities. */
  readonly computation: Computation;
  /** What the lines begin with: the unit's own, or the sum. */
  readonly found: ReadonlyMap<IndicatorCode, LineSource>;
  /** Of an upper union: what the units below gave. Null for everybody else. */
  readonly sum: Sum | null;
}

/**
 * Null where the province has not published what a report is made of, or has no such period.
 * @param version of the list of indicators; null the newest. One that is not on the phone is taken for the newest.
 */
export function reportFacts(periodId: PeriodId, parts: ReportParts, version: number | null = null): ReportFacts | null {
  const { book, reference, unit } = parts;
  const newest = readIndicatorSet(reference.indicatorsBody);
  const period = reference.calendar && periodById(periodId, reference.calendar, { occasions: reference.occasions });
  if (!newest || !period || !isAskedOrView(period)) return null;
  const set = (version === null || version === newest.version ? null : indicatorSetOf(reference, version)) ?? newest;
  const activities = book.views.flatMap((view): CountedActivity[] => {
    const { recordId, programme, isCancelled, standing } = view;
    // The year's programme answers IC.01 once it is on its way; before that it is no activity left out.
    const adoption = programme?.workingYear === period.year && offlineReportStates.includes(standing.state) ? adoptionOf(programme) : null;
    const activity = view.activity ?? adoption;
    // A change that is not stored yet becomes the first edition, or the next; the server reads its own number.
    return activity && !isCancelled ? [{ recordId, edition: view.edition ?? 1, state: standing.state, activity }] : [];
  });
  const levels = levelsOf(unit);
  const system = shownReportFigures(unit, period, book, reference);
  const computation = computeIndicators({ levels, period, indicators: set, activities, states: offlineReportStates, system });
  const facts: ReportFacts = {
    ...parts, period, set, newestVersion: newest.version, indicators: indicatorsFor(set, levels), activities, computation, found: computation.indicators, sum: null,
  };
  return parts.addUp ? parts.addUp(facts) : facts;
}

/** The same report read by the list of indicators that it names. */
export function factsIn(facts: ReportFacts, version: number): ReportFacts {
  return facts.set.version === version ? facts : reportFacts(facts.period.id, facts, version) ?? facts;
}

/** Quarters and what they add up to may be looked at; a month, an occasion or a day only where the province asks. */
function isAskedOrView({ isReport, kind }: Period): boolean {
  return isReport || kind === 'quarter' || kind === 'cumulative';
}

export function reportContext({ unit, period, set, newestVersion, reference, today, sum }: ReportFacts): ReportContext {
  // The units under an upper union below are not on this phone: counts of theirs have no bound here.
  const below = sum === null || unit.kind === 'province' ? {} : { below: sum.units.map((one) => one.unit) };
  return { unit, period, indicators: set, newestVersion, figures: reference.figures, knownNames: reference.setting.knownNames, today, ...below };
}

/** The report as it writes itself: figures, and section II from the same activities. */
export function startedReport(facts: ReportFacts): Report {
  const { period, unit, set, indicators, computation, found, sum } = facts;
  return {
    periodId: period.id, type: period.type, from: period.from, to: period.to, unitId: unit.id, indicatorVersion: set.version,
    lines: startLines(indicators, found), parts: partsOf(found),
    sections: { situation: '', assessment: '', direction: '', proposal: '' },
    tasks: paragraphsOf(facts),
    activities: Object.fromEntries(computation.sources), reports: Object.fromEntries(sum?.rolled.reports ?? []),
    missing: sum?.rolled.missing.map((one) => one.id) ?? [], confirmed: [],
  };
}

/** Section II as the machine writes it. @param corrected the numbers that somebody put in place of those added up. */
function paragraphsOf(facts: ReportFacts, corrected?: Corrected): Readonly<Record<string, string>> {
  const { sum, computation, book, reference } = facts;
  const told = book.views.flatMap(({ recordId, activity }) => (activity && computation.sources.has(recordId)
    ? [{ activity, occasion: activity.occasionId === null ? null : reference.occasionsById.get(activity.occasionId) ?? null }] : []));
  const own = taskParagraphs(reference.tasks.map((task) => task.id), told);
  return { ...own, ...sum?.paragraphs(own, corrected) };
}

/**
 * One line as somebody wrote it. In a sum the machine's own paragraphs tell the number that is sent, not the one added up;
 * where something has come in since, they wait for “Tính lại”, lest it slip in with them.
 */
export function withLine(draft: ReportDraft, facts: ReportFacts, code: string, line: ReportLineDraft): ReportDraft {
  const next = { ...draft, lines: { ...draft.lines, [code]: line } };
  return isMadeOfSame(draft, facts) ? toldAsCorrected(next, facts) : next;
}

function isMadeOfSame({ reports, activities }: ReportDraft, { sum, computation, book }: ReportFacts): boolean {
  // An edit on its way has no number yet, and would pass for the edition before it.
  const hasEdit = book.views.some(({ recordId, edition, writtenBy }) => Object.hasOwn(activities, recordId) && edition === null && writtenBy !== null);
  return !hasEdit && isSame(reports, sum?.rolled.reports ?? new Map()) && isSame(activities, computation.sources);
}

function isSame(one: Readonly<Record<string, number>>, other: ReadonlyMap<string, number>): boolean {
  const entries = Object.entries(one);
  return entries.length === other.size && entries.every(([key, value]) => other.get(key) === value);
}

function toldAsCorrected(draft: ReportDraft, facts: ReportFacts): ReportDraft {
  if (!facts.sum) return draft;
  const drafted = { ...paragraphsOf(facts, correctedIn(draft)) };
  // One that was emptied stays empty, like any other that a person has changed.
  const tasks = Object.fromEntries([...new Set([...Object.keys(draft.tasks), ...Object.keys(drafted)])].map((task) =>
    [task, (draft.tasks[task] === draft.drafted?.[task] ? drafted[task] : draft.tasks[task]) ?? '']));
  return { ...draft, tasks, drafted };
}

/** A report that was sent, opened for mending: paragraphs of a sum that are still the machine's own go on following the numbers. */
export function mendedDraft(report: Report, facts: ReportFacts): ReportDraft {
  const draft = draftOfReport(report);
  return facts.sum && isMadeOfSame(draft, facts) ? { ...draft, drafted: { ...paragraphsOf(facts, correctedIn(draft)) } } : draft;
}

/** What cannot be read as a number yet is told as it was added up. */
function correctedIn({ lines }: ReportDraft): Corrected {
  const corrected = new Map<IndicatorCode, { readonly value: number; readonly women: number | null; readonly womenMissing: number }>();
  for (const [code, line] of Object.entries(lines)) {
    const value = isTyped(line) ? numberIn(line.value) : null;
    if (value !== null) corrected.set(code as IndicatorCode, { value, women: numberIn(line.women), womenMissing: 0 });
  }
  return corrected;
}

function numberIn(text: string): number | null {
  const read = readNumber(text, '');
  return 'value' in read ? read.value : null;
}

export function startReport(facts: ReportFacts): ReportDraft {
  const report = startedReport(facts);
  return { ...draftOfReport(report), drafted: { ...report.tasks } };
}

/**
 * A report that is begun. Its record is the same on every phone of the unit, so that two officers without a signal write
 * two versions of one report; after one that was cancelled it is another, for nothing can follow that.
 */
export function newReportEntry(facts: ReportFacts, officerId: OfficerId, draftId: string, at: Instant): ReportDraftEntry {
  const { unit, period, book } = facts;
  const attempt = book.views.filter(({ report, isCancelled }) => report?.periodId === period.id && isCancelled).length;
  return {
    draftId, recordId: reportRecordId(unit.id, period.id, attempt), base: null, startedAt: at, updatedAt: at, officerId, periodId: period.id,
    report: { ...startReport(facts) },
  };
}

/** New numbers beside the old words; a paragraph that somebody wrote stays. */
export function computedAgain(draft: ReportDraft, facts: ReportFacts): ReportDraft {
  const fresh = startReport(facts);
  return toldAsCorrected({
    ...fresh, lines: linesAgain(draft.lines, fresh.lines, facts.indicators), tasks: tasksAgain(draft, fresh.tasks), sections: draft.sections,
  }, facts);
}

/** Texts that were written for this period elsewhere, put where this report has none of a person's; figures are never taken over. */
export function withWordsOf(draft: ReportDraft, other: Pick<ReportDraft, 'sections' | 'tasks'>): ReportDraft {
  const sections = Object.fromEntries(sectionKeys.map((key) => [key, draft.sections[key].trim() === '' ? other.sections[key] : draft.sections[key]]));
  const tasks = Object.fromEntries([...new Set([...Object.keys(draft.tasks), ...Object.keys(other.tasks)])].map((task) => {
    const [own = '', theirs = ''] = [draft.tasks[task], other.tasks[task]];
    const isWritten = own.trim() !== '' && own !== draft.drafted?.[task];
    return [task, isWritten || theirs.trim() === '' ? own : theirs];
  }));
  return { ...draft, sections: { ...draft.sections, ...sections }, tasks };
}

/** What somebody wrote in lines that the newest list has no more, by their names in the list of the draft. */
export function goneWith(draft: ReportDraft, newest: ReportFacts, before: IndicatorSet): readonly string[] {
  const gone = linesThatGo(draft.lines, startReport(newest).lines);
  return gone.map((code) => before.indicators.find((one) => one.code === code)?.label ?? code);
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

/** Đơn vị tính: of a plan an upper union does not say yes or no, it counts who has one. */
export function measureOf({ method, unit }: Pick<Indicator, 'method' | 'unit'>, { unit: own }: Pick<ReportFacts, 'unit'>): string {
  return method === 'yesNo' && addsUp(own) ? reportPageWords.countedUnits : unit;
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

/**
 * How many tasks have something that the officer does not have to write any more: for home, before the report is opened.
 * Null for an upper union's that was not begun: what the units below gave is not read at every start.
 */
export function progressOf(periodId: PeriodId, parts: ReportParts): ReportProgress | null {
  const kept = parts.book.reportDrafts.find((one) => one.periodId === periodId);
  const begun = kept && draftIn(kept);
  if (!begun && addsUp(parts.unit)) return null;
  const facts = reportFacts(periodId, parts, begun?.indicatorVersion);
  if (!facts) return null;
  const draft = begun ?? startReport(facts);
  const tasks = reportTasks(facts);
  return { done: tasks.filter((id) => taskState(draft, facts, id) !== 'none').length, all: tasks.length };
}

/** Whether a unit's report is a sum of those below. */
export function addsUp(unit: Unit): boolean {
  return levelsOf(unit).some((level) => level === 'U' || level === 'P');
}
