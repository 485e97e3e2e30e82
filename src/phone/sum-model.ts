/**
 * What an upper union's report adds up on its phone: the approved reports below, as the mirror holds them, and its own
 * activities. Fetched only on the phones of upper unions.
 */
import { taskOfIndicator } from '../domain/indicator.ts';
import type { Indicator, IndicatorCode, IndicatorSet } from '../domain/indicator.ts';
import type { PeriodId } from '../domain/period.ts';
import { Report, reportKind } from '../domain/report.ts';
import { ReviewSlip, reviewSlipKind } from '../domain/review-slip.ts';
import { rollUp, sinceSum } from '../domain/roll-up.ts';
import type { ApprovedReport, RollUp } from '../domain/roll-up.ts';
import type { Unit } from '../domain/unit.ts';
import { reportOfView, viewSources } from '../domain/view-report.ts';
import type { ViewSources } from '../domain/view-report.ts';
import { rolledParagraph, sumOf } from '../i18n/report-narrative.ts';
import type { MirrorRecord } from '../sync/mirror.ts';
import type { Below } from './below.ts';
import type { Book } from './book.ts';
import type { ReportFacts } from './report-model.ts';
import type { BelowState, Corrected, Sum, SumUnit } from './sum.ts';

/** @returns what turns a report of the unit's own activities into its sum. */
export function adderOf({ units, records }: Below): (facts: ReportFacts) => ReportFacts {
  return (facts) => {
    const { unit, period, set, computation, indicators, reference: { calendar } } = facts;
    const madeOf = calendar && viewSources(period, calendar);
    const below = reportsBelow({ units, records }, facts.book);
    const standing = madeOf ? viewsBelow(period.id, madeOf, below, facts) : below.filter(({ report }) => report.periodId === period.id);
    const approved = standing.filter((one) => one.state === 'approved');
    const uncounted = uncountedBelow(units, approved, facts);
    const all = rollUp({
      unit, periodId: period.id, indicators: set, own: computation.indicators, reports: approved,
      // Who reports here does so whatever stands between: a mere group is none.
      units: units.map((one) => ({ ...one, parentId: unit.id })),
      grassroots: units.reduce((sum, one) => sum + (grassrootsIn(one, approved, facts) ?? 0), 0),
    });
    const rolled = uncounted.length > 0 ? withoutShares(all, set) : all;
    const nameOfUnit = (id: string): string => units.find((one) => one.id === id)?.name ?? id;
    const unitOf = new Map([...records.values()].map(({ unitId, record }) => [record.current.recordId, unitId]));
    const sum: Sum = {
      rolled, madeOf,
      units: units.map((one) => {
        const own = standing.findLast((each) => each.report.unitId === one.id);
        return { unit: one, recordId: own?.recordId ?? null, state: own?.state ?? 'none', isUnsent: own?.isUnsent ?? false };
      }),
      sharesOf: (code) => rolled.indicators.get(code)?.from.map(({ unitId, value }) => ({ unitId, unitName: nameOfUnit(unitId), value })) ?? [],
      lackingFor: (code, { missing }) => (set.indicators.some((one) => one.code === code && isOfGrassroots(one))
        ? units.filter((one) => one.kind !== 'grassroots' && (uncounted.includes(one) || missing.includes(one.id))) : []),
      nameOf: (recordId) => nameOfUnit(unitOf.get(recordId) ?? recordId),
      since: (named) => sinceSum(named, rolled.reports),
      paragraphs: (own, corrected) => paragraphsOf(own, rolled, indicators, corrected),
    };
    return { ...facts, found: rolled.indicators, sum };
  };
}

interface Standing extends ApprovedReport, Pick<SumUnit, 'isUnsent'> {
  readonly state: Exclude<BelowState, 'none'>;
}

/** The reports below that count: each in its newest edition, with the decision on that very edition. */
function reportsBelow({ units, records }: Below, book: Book): readonly Standing[] {
  const ids = new Set<string>(units.map((one) => one.id));
  const decided = decidedHere(book);
  return [...records.values()].flatMap(({ unitId, record }): Standing[] => {
    const { current } = record;
    if (current.recordKind !== reportKind || current.voided || !ids.has(unitId)) return [];
    const report = reportIn(record);
    if (report?.unitId !== unitId) return [];
    return [{ recordId: current.recordId, edition: current.edition, report, ...standingOf(record, decided) }];
  }).sort((one, next) => (one.recordId < next.recordId ? -1 : 1));
}

/** Of a view: what each unit's approved reports say together. A unit that lacks one of them is not in it. */
function viewsBelow(view: PeriodId, madeOf: ViewSources, below: readonly Standing[], { set }: ReportFacts): readonly Standing[] {
  const approved = below.filter((one) => one.state === 'approved');
  const periods = [...madeOf.plus, ...madeOf.minus].map(({ id }) => id);
  return [...new Set(approved.map(({ report }) => report.unitId))].flatMap((unitId): Standing[] => {
    const own = approved.filter(({ report }) => report.unitId === unitId);
    const made = reportOfView(view, madeOf, new Map(own.map((one) => [one.report.periodId, one])), set);
    return made ? [{ ...made, state: 'approved', isUnsent: own.some((one) => one.isUnsent && periods.includes(one.report.periodId)) }] : [];
  });
}

/** Parsed once for each record as it lies in the mirror: a district has many, and the book is made anew with every save. */
const parsed = new WeakMap<MirrorRecord, Report | null>();

function reportIn(record: MirrorRecord): Report | null {
  const known = parsed.get(record);
  if (known !== undefined) return known;
  const report = Report.safeParse(record.current.body).data ?? null;
  parsed.set(record, report);
  return report;
}

function standingOf({ current, review }: MirrorRecord, decided: ReturnType<typeof decidedHere>): Pick<Standing, 'state' | 'isUnsent'> {
  if (review?.edition === current.edition) return { state: review.decision, isUnsent: false };
  return decided.get(`${current.recordId} ${current.changeId}`) ?? { state: 'received', isUnsent: false };
}

/**
 * Decisions made on this phone that the mirror does not tell of yet. They travel before the sum that rests on them, so the
 * sum holds what they approve. One that was refused is none: the mirror says what stands.
 */
function decidedHere(book: Book): ReadonlyMap<string, Pick<Standing, 'state' | 'isUnsent'>> {
  return new Map(book.views.flatMap(({ latest, standing }) => {
    if (latest?.change.kind !== reviewSlipKind || (standing.state !== 'queued' && standing.state !== 'sending' && standing.state !== 'received')) return [];
    const slip = ReviewSlip.safeParse(latest.change.body).data;
    return slip && slip.decision !== 'unlocked' ? [[`${slip.recordId} ${slip.changeId}`, { state: slip.decision, isUnsent: standing.state !== 'received' }] as const] : [];
  }));
}

/** Units under an upper union below are not on this phone: its own report says how many there are. Null while it has not said it. */
function grassrootsIn(unit: Unit, approved: readonly ApprovedReport[], { set }: ReportFacts): number | null {
  if (unit.kind === 'grassroots') return 1;
  const counting = set.indicators.find(isOfGrassroots)?.code ?? '';
  return approved.findLast((each) => each.report.unitId === unit.id)?.report.parts[counting]?.denominator ?? null;
}

function uncountedBelow(units: readonly Unit[], approved: readonly ApprovedReport[], facts: ReportFacts): readonly Unit[] {
  return units.filter((one) => grassrootsIn(one, approved, facts) === null);
}

function isOfGrassroots(one: Indicator): boolean {
  return one.method === 'ratio' && 'system' in one.denominator && one.denominator.system === 'grassrootsCount';
}

/** A share of an unknown number is none: too few in all would make it too high, and it would be sent. */
function withoutShares(all: RollUp, { indicators: set }: IndicatorSet): RollUp {
  const blank = new Set(set.filter(isOfGrassroots).map((one) => one.code));
  return { ...all, indicators: new Map([...all.indicators].map(([code, line]) => [code, blank.has(code) ? { ...line, value: null, parts: null } : line])) };
}

type Told = Parameters<typeof rolledParagraph>[2] extends ReadonlyMap<IndicatorCode, infer Line> ? Line : never;

function paragraphsOf(own: Readonly<Record<string, string>>, { indicators: found, reports }: RollUp, indicators: ReportFacts['indicators'], corrected: Corrected = new Map()): Readonly<Record<string, string>> {
  const told = new Map<IndicatorCode, Told>([...found, ...corrected]);
  const paragraphs: Record<string, string> = {};
  for (const task of new Set(indicators.map((one) => taskOfIndicator(one.code)))) {
    const given = indicators.filter(({ code, method }) => method === 'sum' && (found.get(code)?.from.length ?? 0) > 0);
    const text = rolledParagraph(task, given, told, sumOf(reports.size));
    if (text !== '') paragraphs[task] = own[task] === undefined ? text : `${own[task]} ${text}`;
  }
  return paragraphs;
}
