/** Việc cần làm: what waits for the officer, in the order of its urgency. Data only; the words stand in `i18n`. */
import type { OccasionId, RecordId, RequirementId, TaskId } from './id.ts';
import { taskOf } from './id.ts';
import type { Occasion } from './occasion.ts';
import type { FitMeasure } from './requirement-fit.ts';
import { requirementFit } from './requirement-fit.ts';
import type { Requirement } from './requirement.ts';
import type { DueReport } from './report-calendar.ts';
import type { LocalDate } from './time.ts';
import { daysBetween } from './time.ts';
import type { Unit } from './unit.ts';

export interface ReturnedRecord {
  readonly recordId: RecordId;
  readonly title: string;
  /** The fields with a remark, in the order of the form; empty when two versions wait for a choice. */
  readonly fields: readonly string[];
  readonly returnedOn: LocalDate;
  readonly dueOn: LocalDate | null;
}

export interface WaitingDraft {
  readonly draftId: string;
  readonly title: string;
  readonly touchedOn: LocalDate;
}

export interface DueFacts {
  readonly today: LocalDate;
  readonly unit: Unit;
  readonly measure: FitMeasure;
  readonly returned: readonly ReturnedRecord[];
  /** The day each unsent change was saved. */
  readonly unsentSince: readonly LocalDate[];
  readonly occasions: readonly Occasion[];
  readonly requirements: ReadonlyMap<RequirementId, Requirement>;
  /** Occasions for which the unit already has an activity, sent or not. */
  readonly recordedOccasionIds: ReadonlySet<OccasionId>;
  /** What the unit owes (`dueReports`); those still far off are passed over here. */
  readonly reports: readonly DueReport[];
  readonly drafts: readonly WaitingDraft[];
  /** The work programme that the unit owes; null when it has one, or is asked for none. */
  readonly programme: { readonly workingYear: number; readonly isBegun: boolean } | null;
}

export type DueItem =
  | ({ readonly kind: 'returned'; readonly inDays: number | null } & ReturnedRecord)
  /** Saved long ago and never sent: the officer should open the app where there is a signal. */
  | { readonly kind: 'unsent'; readonly count: number; readonly forDays: number }
  | { readonly kind: 'report'; readonly report: DueReport }
  | { readonly kind: 'programme'; readonly workingYear: number; readonly isBegun: boolean; readonly isYoung: boolean }
  | { readonly kind: 'occasion'; readonly occasionId: OccasionId; readonly shortTitle: string; readonly startsOn: LocalDate; readonly inDays: number; readonly taskIds: readonly TaskId[] }
  | ({ readonly kind: 'draft' } & WaitingDraft);

const patientDays = 7;
const comingDays = 7;
const justPastDays = 1;
/** A report asks for more than a minute: it is named three weeks ahead, so that what is missing can still be recorded. */
const reportDays = 21;

/**
 * Returned records (the nearest deadline first), then what has been unsent for more than 7 days (one item for all), then
 * reports that are late or due within three weeks, then
 * the work programme that the year has none of, then
 * occasions from yesterday to 7 days ahead that ask something of this unit and have no activity yet, then drafts (the
 * one touched last first).
 */
export function dueList(facts: DueFacts): readonly DueItem[] {
  const { today } = facts;
  return [...returnedItems(facts), ...unsentItems(facts.unsentSince, today), ...reportItems(facts.reports), ...programmeItems(facts), ...occasionItems(facts), ...draftItems(facts.drafts)];
}

function returnedItems({ returned, today }: DueFacts): readonly DueItem[] {
  return returned
    .map((record) => ({ kind: 'returned' as const, inDays: record.dueOn === null ? null : daysBetween(today, record.dueOn), ...record }))
    .sort((left, right) => (left.inDays ?? Infinity) === (right.inDays ?? Infinity)
      ? daysBetween(right.returnedOn, left.returnedOn)
      : (left.inDays ?? Infinity) - (right.inDays ?? Infinity));
}

function unsentItems(unsentSince: readonly LocalDate[], today: LocalDate): readonly DueItem[] {
  const days = unsentSince.map((day) => daysBetween(day, today)).filter((count) => count > patientDays);
  return days.length === 0 ? [] : [{ kind: 'unsent', count: days.length, forDays: Math.max(...days) }];
}

function reportItems(reports: readonly DueReport[]): readonly DueItem[] {
  return reports.filter((one) => one.inDays <= reportDays).map((report) => ({ kind: 'report', report }));
}

/** Until the end of March the year is young enough for a plan to come before its deeds. */
const planningEnds = '-03-31';

function programmeItems({ programme, today }: DueFacts): readonly DueItem[] {
  return programme === null ? [] : [{ kind: 'programme', ...programme, isYoung: today <= `${programme.workingYear}${planningEnds}` }];
}

function occasionItems(facts: DueFacts): readonly DueItem[] {
  const { today, unit, measure, requirements, recordedOccasionIds } = facts;
  const items: (DueItem & { readonly kind: 'occasion' })[] = [];
  for (const occasion of facts.occasions) {
    const { startsOn, status } = occasion;
    if (startsOn === null || status === 'cancelled' || status === 'postponed' || recordedOccasionIds.has(occasion.id)) continue;
    // From its first day: a month of action is news when it begins, not on each of its days.
    const inDays = daysBetween(today, startsOn);
    if (inDays < -justPastDays || inDays > comingDays) continue;
    const asking = occasion.requirementIds.flatMap((id) => requirements.get(id) ?? [])
      .filter((requirement) => requirement.isOpen && requirementFit(requirement, unit, measure) !== 'no');
    if (asking.length === 0) continue;
    const taskIds = [...new Set(asking.map((requirement) => taskOf(requirement.id)))];
    items.push({ kind: 'occasion', occasionId: occasion.id, shortTitle: occasion.shortTitle, startsOn, inDays, taskIds });
  }
  return items.sort((left, right) => left.inDays - right.inDays);
}

function draftItems(drafts: readonly WaitingDraft[]): readonly DueItem[] {
  return drafts.map((draft) => ({ kind: 'draft' as const, ...draft })).sort((left, right) => daysBetween(left.touchedOn, right.touchedOn));
}
