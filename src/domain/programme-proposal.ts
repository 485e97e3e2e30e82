/**
 * Đề xuất chương trình công tác: what the directive asks of a unit, dated by what it says itself of the time (`when`) and
 * by the occasions that belong to it. A proposal: the officer moves, takes out and adds.
 */
import type { FitMeasure } from './requirement-fit.ts';
import { requirementFit } from './requirement-fit.ts';
import { programmeRequirement } from './requirement.ts';
import type { Requirement } from './requirement.ts';
import { ItemKey } from './programme.ts';
import type { ProgrammeDraft, ProgrammeItemDraft } from './programme.ts';
import { monthAt, monthOf, monthOrder, spanOf, wholeYear } from './month-span.ts';
import type { MonthSpan } from './month-span.ts';
import type { Occasion } from './occasion.ts';
import { foldPlain } from './plain-fold.ts';
import type { Task } from './task.ts';
import { workingYearOf } from './time.ts';
import type { Unit } from './unit.ts';

export interface ProposalQuestion {
  readonly tasks: readonly Task[];
  /** As they stand in the working year (`occasionsOfYear`). */
  readonly occasions: readonly Occasion[];
  readonly unit: Unit;
  readonly measure: FitMeasure;
  readonly workingYear: number;
  /** The role that most items are given to. */
  readonly responsible: string;
}

/**
 * Every requirement that is given to the unit, in; those that it may take on, and those whose occasions were all called
 * off, beside it and taken out, so that one tap puts them in.
 */
export function proposeProgramme({ tasks, occasions, unit, measure, workingYear, responsible }: ProposalQuestion): ProgrammeDraft {
  const items = tasks.flatMap((task) => task.requirements).flatMap((requirement): [ItemKey, ProgrammeItemDraft][] => {
    const fit = requirementFit(requirement, unit, measure);
    if (fit === 'no' || requirement.id === programmeRequirement) return [];
    const isKept = fit === 'applies' && !isCalledOff(requirement, occasions);
    return [[ItemKey.parse(requirement.id), { requirementId: requirement.id, title: requirement.words, months: proposedMonths(requirement, occasions, workingYear), responsible, isKept }]];
  });
  return { unitId: unit.id, workingYear, items: Object.fromEntries(items), confirmed: {} };
}

/**
 * The months of a requirement: the days it names, else its own words of time, else its occasions, else the whole year.
 *
 * | the directive says | months |
 * |---|---|
 * | đầu năm, cuối năm | January to March, October to November (the working year closes on 30/11) |
 * | cả năm, trong năm, thường xuyên | the whole year |
 * | trước 9/2020 | its occasions, up to August |
 * | trước, sau đại hội | its occasions, and one month before, one after |
 * | quanh, dịp, tháng, theo từng ngày lễ | its occasions, else the month that is named |
 */
export function proposedMonths(requirement: Pick<Requirement, 'id' | 'when' | 'window' | 'occasionIds'>, occasions: readonly Occasion[], workingYear: number): MonthSpan {
  const named = requirement.window;
  if (named !== null) return spanOf(monthOf(named.from), monthOf(named.to));
  const text = foldPlain(requirement.when);
  if (/dau nam/.test(text)) return { from: 1, to: 3 };
  if (/cuoi nam/.test(text)) return { from: 10, to: 11 };
  if (/ca nam|trong nam|thuong xuyen/.test(text)) return wholeYear;
  const found = spanOfOccasions(ownOccasions(requirement, occasions).filter((one) => !isOff(one)), workingYear);
  const limit = lastMonthBefore(text, workingYear);
  if (found === null) return limit !== null ? { from: 12, to: limit } : namedMonth(text, workingYear) ?? wholeYear;
  const isAround = !/\d/.test(text);
  const from = isAround && /truoc/.test(text) ? monthAt(monthOrder(found.from) - 1) : found.from;
  const to = isAround && /sau/.test(text) ? monthAt(monthOrder(found.to) + 1) : found.to;
  return limit !== null && monthOrder(limit) >= monthOrder(from) && monthOrder(limit) < monthOrder(to) ? { from, to: limit } : { from, to };
}

function ownOccasions({ id, occasionIds }: Pick<Requirement, 'id' | 'occasionIds'>, occasions: readonly Occasion[]): readonly Occasion[] {
  return occasions.filter((one) => occasionIds.includes(one.id) || one.requirementIds.includes(id));
}

function isCalledOff(requirement: Requirement, occasions: readonly Occasion[]): boolean {
  const own = ownOccasions(requirement, occasions);
  return own.length > 0 && own.every(isOff);
}

function isOff({ status }: Occasion): boolean {
  return status === 'cancelled' || status === 'postponed';
}

/** From the first to the last of those that fall into the year. */
function spanOfOccasions(occasions: readonly Occasion[], workingYear: number): MonthSpan | null {
  const orders = occasions.flatMap(({ startsOn, endsOn }) => (startsOn === null ? [] : [startsOn, endsOn ?? startsOn]))
    .filter((day) => workingYearOf(day) === workingYear).map((day) => monthOrder(monthOf(day)));
  return orders.length === 0 ? null : { from: monthAt(Math.min(...orders)), to: monthAt(Math.max(...orders)) };
}

/** “trước 25/01/2020” → January, “trước 9/2020” → August; null where nothing is named, or another year. */
function lastMonthBefore(text: string, workingYear: number): number | null {
  const [, day, month, year] = /truoc (?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})/.exec(text) ?? [];
  if (month === undefined || Number(year) !== workingYear) return null;
  return day === undefined ? monthAt(monthOrder(Number(month)) - 1) : Number(month);
}

function namedMonth(text: string, workingYear: number): MonthSpan | null {
  const [, month, year] = /(\d{1,2})\/(\d{4})/.exec(text) ?? [];
  const number = Number(month);
  return Number(year) === workingYear && number >= 1 && number <= 12 ? { from: number, to: number } : null;
}
