/**
 * Số liệu để xem: what a unit's reports say of a period that nobody hands in. Nine months are the half year and the third
 * quarter; the second quarter is the half year without the first. A number recorded late stands where its report has it.
 */
import type { IndicatorSet } from './indicator.ts';
import { periodsOfYear } from './period.ts';
import type { Period, PeriodId, ReportCalendar } from './period.ts';
import type { RatioParts, Report, ReportLine } from './report.ts';
import type { ApprovedReport } from './roll-up.ts';
import { addDays, workingYearRange } from './time.ts';
import type { LocalDate } from './time.ts';

/** The reports that a view is made of: those added, and those taken away again. The last added one ends with the view. */
export interface ViewSources {
  readonly plus: readonly Period[];
  readonly minus: readonly Period[];
}

/** @returns null for a period that is handed in itself, and where no reports of the calendar meet its ends. */
export function viewSources(view: Period, calendar: ReportCalendar): ViewSources | null {
  if (view.isReport) return null;
  // The longest first: the fewer reports it takes, the more units have them all.
  const reports = periodsOfYear(calendar, view.year).filter((one) => one.isReport).toSorted((one, next) => (one.from < next.from ? -1 : 1));
  const before = (day: LocalDate): readonly Period[] | null => {
    if (day === workingYearRange(view.year).from) return [];
    for (const one of reports) {
      const rest = addDays(one.to, 1) === day ? before(one.from) : null;
      if (rest !== null) return [...rest, one];
    }
    return null;
  };
  const [plus, minus] = [before(addDays(view.to, 1)), before(view.from)];
  if (plus === null || minus === null) return null;
  return { plus: plus.filter((one) => !minus.includes(one)), minus: minus.filter((one) => !plus.includes(one)) };
}

/**
 * What one unit gives to a view, to be added up like its report. Figures of days are added and taken away, those of the
 * newest record stand as in the report that ends with the view.
 * @param approved the unit's, by period. @returns null while one of them is missing.
 */
export function reportOfView(view: PeriodId, { plus, minus }: ViewSources, approved: ReadonlyMap<PeriodId, ApprovedReport>, { indicators }: IndicatorSet): ApprovedReport | null {
  const found = (periods: readonly Period[]): readonly ApprovedReport[] | null => {
    const reports = periods.flatMap(({ id }) => approved.get(id) ?? []);
    return reports.length === periods.length ? reports : null;
  };
  const [added, taken] = [found(plus), found(minus)];
  const last = added?.at(-1);
  if (!added || !taken || !last) return null;
  const combined = (read: (one: ApprovedReport['report']) => number | null | undefined): number | null => {
    const [gives, takes] = [added.map(({ report }) => read(report)), taken.map(({ report }) => read(report))];
    const all = [...gives, ...takes.map((value) => (value == null ? null : -value))];
    return all.some((value) => value == null) ? null : all.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  };
  const lines: Record<string, ReportLine> = {};
  const parts: Record<string, RatioParts> = {};
  for (const indicator of indicators) {
    const { code, method } = indicator;
    const end = last.report.lines[code];
    if (method === 'ratio') {
      const side = (share: typeof indicator.numerator, which: keyof RatioParts): number | null =>
        ('system' in share && share.system !== 'grassrootsCount' ? combined(({ parts: all }) => all[code]?.[which]) : last.report.parts[code]?.[which]) ?? null;
      const [numerator, denominator] = [side(indicator.numerator, 'numerator'), side(indicator.denominator, 'denominator')];
      // What one of the reports does not say is not nought.
      if (numerator !== null && denominator !== null) parts[code] = { numerator, denominator };
    } else if (end !== undefined && method !== 'entered') {
      lines[code] = method === 'latest' || method === 'yesNo' ? end : {
        computed: null, value: combined((one) => one.lines[code]?.value), women: combined((one) => one.lines[code]?.women),
        womenMissing: Math.max(0, combined((one) => one.lines[code]?.womenMissing ?? 0) ?? 0),
      };
    }
  }
  return { recordId: last.recordId, edition: last.edition, report: { unitId: last.report.unitId, periodId: view, lines, parts } satisfies Pick<Report, 'unitId' | 'periodId' | 'lines' | 'parts'> };
}
