/**
 * The one judge of a report: the phone asks it before sending, the server before storing. Numbers are judged by the
 * list of indicators that the report names, days by the calendar; every problem stands at its field.
 */
import type { Figure, FigureKey } from './figure.ts';
import type { Indicator, IndicatorSet } from './indicator.ts';
import { countedLevel, indicatorsFor, womenFigureOf } from './indicator.ts';
import { readNumber } from './number-entry.ts';
import type { Period } from './period.ts';
import { personalDataProblems } from './personal-data.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import { isCorrected, lineOf, mostNarrativeCharacters, mostNumber, mostReasonCharacters, mostReportCharacters, mostSectionCharacters, reportSize, sectionKeys } from './report.ts';
import type { Report, ReportLine } from './report.ts';
import type { ReportDraft } from './report-draft.ts';
import type { LocalDate } from './time.ts';
import type { Unit } from './unit.ts';
import { levelsOf } from './unit.ts';

export interface ReportContext {
  readonly unit: Unit;
  /** Every unit below, for an upper union; without them counts of units have no bound. */
  readonly below?: readonly Unit[];
  /** The list in the version that the report names; null when it is not known. */
  readonly indicators: IndicatorSet | null;
  /** The newest published version of that list. */
  readonly newestVersion: number;
  /** The period that the report names, by the calendar; null when there is none. */
  readonly period: Period | null;
  readonly figures: ReadonlyMap<FigureKey, Figure>;
  readonly knownNames: readonly string[];
  readonly today: LocalDate;
}

export const reportWarningKinds = ['early', 'old-version', 'many-people', 'not-entered', 'section-empty', 'not-reported'] as const;

/** A question that the officer may answer with “đúng”; its words stand in `i18n/report-words.ts`. */
export interface ReportWarning {
  /** What stands in `Report.confirmed` once it is answered. */
  readonly id: string;
  readonly kind: (typeof reportWarningKinds)[number];
  readonly field: string;
  readonly blanks: Readonly<Record<string, string | number>>;
}

export interface ReportVerdict {
  readonly hard: readonly Problem[];
  readonly soft: readonly ReportWarning[];
}

/**
 * Judges a report. `hard` problems keep it from being sent and stored; `soft` ones ask once, unless `confirmed` answers
 * them. Fields: `I4.05` a line, `I4.05.women` and `I4.05.reason` beside it, `tasks.4` a paragraph, `situation` …
 * a section, `periodId`, `unitId`, `indicatorVersion`. Never throws.
 */
export function checkReport(report: Report, context: ReportContext): ReportVerdict {
  const { indicators, unit } = context;
  const hard: Problem[] = [...frameProblems(report, context)];
  const soft: ReportWarning[] = [...frameWarnings(report, context)];
  if (indicators !== null && indicators.version === report.indicatorVersion) {
    const wanted = indicatorsFor(indicators, levelsOf(unit));
    const codes = new Set<string>(wanted.map((one) => one.code));
    for (const code of Object.keys(report.lines)) if (!codes.has(code)) hard.push(problem('report-line-unknown', code));
    for (const indicator of wanted) {
      const line = lineOf(report, indicator.code);
      if (line === undefined) hard.push(problem('report-line-missing', indicator.code, { label: indicator.label }));
      else {
        hard.push(...lineProblems(indicator, line, context));
        soft.push(...lineWarnings(indicator, line, report, context));
      }
    }
    hard.push(...partProblems(wanted, report));
  }
  hard.push(...textProblems(report, context.knownNames));
  return { hard, soft: soft.filter((one) => !report.confirmed.includes(one.id)) };
}

/**
 * Reads what was typed as a report and judges it: “1.200”, “1200” and full-width digits are one number, and a box that
 * cannot be read is a problem at its field while everything typed stays in the draft.
 * @returns the report with its soft warnings, or every hard problem at once.
 */
export function readReport(draft: ReportDraft, context: ReportContext): { readonly report: Report; readonly soft: readonly ReportWarning[] } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const unread = new Set<string>();
  const labels = new Map<string, string>(context.indicators?.indicators.map((one) => [one.code, one.label]));
  const lines: Record<string, ReportLine> = {};
  for (const [code, typed] of Object.entries(draft.lines)) {
    const number = (text: string, field: string): number | null => {
      const read = readNumber(text, field);
      if (!('problem' in read)) return read.value;
      unread.add(code);
      problems.push({ ...read.problem, details: { ...read.problem.details, label: labels.get(code) ?? code } });
      return null;
    };
    const { computed, computedWomen, womenMissing, own } = typed;
    const isFixed = methodOf(context.indicators, code) === 'ratio';
    const line: ReportLine = { computed, value: isFixed ? computed : number(typed.value, code) };
    if (computedWomen !== undefined) Object.assign(line, { computedWomen, women: number(typed.women, `${code}.women`) });
    if (womenMissing !== undefined) line.womenMissing = womenMissing;
    if (own !== undefined) line.own = own;
    const reason = typed.reason.normalize('NFC').trim();
    if (reason.length > mostReasonCharacters) {
      unread.add(code);
      problems.push(problem('text-too-long', `${code}.reason`, { max: mostReasonCharacters }));
    } else if (reason !== '' && isCorrected(line)) line.reason = reason;
    lines[code] = line;
  }
  const trimmed = <Texts extends Readonly<Record<string, string>>>(texts: Texts): Texts =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.normalize('NFC').trim()])) as Texts;
  const tasks = Object.fromEntries(Object.entries(trimmed(draft.tasks)).filter(([, text]) => text !== ''));
  const { drafted: _stays, ...sent } = draft;
  const report: Report = { ...sent, lines, sections: trimmed(draft.sections), tasks };
  const verdict = checkReport(report, context);
  // A box that could not be read is not empty, and what depends on it has nothing to say.
  problems.push(...verdict.hard.filter((one) => one.field === undefined || !unread.has(one.field.replace(/\.(women|reason)$/, ''))));
  return problems.length > 0 ? { problems } : { report, soft: verdict.soft };
}

function frameProblems(report: Report, { unit, period, indicators, today }: ReportContext): readonly Problem[] {
  const found: Problem[] = [];
  if (report.unitId !== unit.id) found.push(problem('report-unit-wrong', 'unitId'));
  if (period === null || !period.isReport || period.id !== report.periodId || period.type !== report.type) found.push(problem('report-period-unknown', 'periodId'));
  else if (period.from !== report.from || period.to !== report.to) found.push(problem('report-period-wrong', 'periodId', { from: period.from, to: period.to }));
  else if (today < period.from) found.push(problem('report-period-ahead', 'periodId', { from: period.from }));
  if (indicators === null || indicators.version !== report.indicatorVersion) found.push(problem('report-version-unknown', 'indicatorVersion'));
  return found;
}

function frameWarnings(report: Report, { period, newestVersion, today }: ReportContext): readonly ReportWarning[] {
  const found: ReportWarning[] = [];
  if (period !== null && today >= period.from && today < period.to) found.push({ id: 'early', kind: 'early', field: 'periodId', blanks: { to: period.to } });
  if (report.indicatorVersion < newestVersion) found.push({ id: 'old-version', kind: 'old-version', field: 'indicatorVersion', blanks: {} });
  for (const key of sectionKeys) {
    // Having nothing to ask for is the common case.
    if (key !== 'proposal' && report.sections[key].trim() === '') found.push({ id: `section-empty:${key}`, kind: 'section-empty', field: key, blanks: {} });
  }
  if (report.missing.length > 0) found.push({ id: 'not-reported', kind: 'not-reported', field: 'missing', blanks: { count: report.missing.length } });
  return found;
}

function lineProblems(indicator: Indicator, line: ReportLine, context: ReportContext): readonly Problem[] {
  const { code, label } = indicator;
  const found: Problem[] = [];
  const whole = (value: number | null | undefined, field: string): void => {
    if (value !== null && value !== undefined && !Number.isSafeInteger(value)) found.push(problem('figure-not-whole', field, { label }));
  };
  if (indicator.method === 'ratio') {
    if (line.value !== line.computed) found.push(problem('report-ratio-fixed', code, { label }));
    return found;
  }
  whole(line.value, code);
  whole(line.women, `${code}.women`);
  const needsWord = indicator.method !== 'system' && indicator.method !== 'entered';
  if (line.value === null && needsWord) found.push(problem('report-value-missing', code, { label }));
  const max = mostOf(indicator, context);
  // What the activities add up to is not absurd, however much it is.
  if (line.value !== null && line.value !== line.computed && line.value > max) found.push(problem('figure-out-of-bounds', code, { label, min: 0, max }));
  if (womenFigureOf(indicator) !== null && (line.women ?? 0) > (line.value ?? 0)) found.push(problem('report-women-too-many', `${code}.women`, { label }));
  if (isCorrected(line) && line.reason === undefined) found.push(problem('report-reason-missing', `${code}.reason`, { label }));
  if (line.reason !== undefined) found.push(...personalDataProblems(line.reason, `${code}.reason`, context.knownNames));
  return found;
}

/** The most that can be meant: of plans one for each union that is counted, of figures the bound of one activity for each union. */
function mostOf(indicator: Indicator, { unit, below, figures }: ReportContext): number {
  const isUpper = unit.kind !== 'grassroots';
  if (indicator.rollUp === 'countUnits') {
    const counted = countedLevel(indicator);
    if (!isUpper || (counted === 'U' && unit.kind !== 'province')) return 1;
    return below === undefined ? mostNumber : below.filter((one) => levelsOf(one).includes(counted)).length;
  }
  if (indicator.method === 'entered') return 100;
  if (indicator.method !== 'sum' && indicator.method !== 'latest') return mostNumber;
  const bound = figures.get(indicator.figure)?.max;
  if (bound === undefined || isUpper) return mostNumber;
  return bound;
}

function partProblems(wanted: readonly Indicator[], report: Report): readonly Problem[] {
  return wanted.flatMap(({ code, label, partOf }) => {
    const whole = wanted.find((one) => one.code === partOf);
    const part = lineOf(report, code)?.value ?? null;
    const total = whole === undefined ? null : lineOf(report, whole.code)?.value ?? null;
    return part !== null && total !== null && whole !== undefined && part > total ? [problem('report-part-too-big', code, { label, whole: whole.label })] : [];
  });
}

/** The same as the question on one activity’s attendances (domain paper §3.5, validation rules). */
const absurdFactor = 1.5;

/**
 * More people than there are: persons against the members, attendances against the members at every session. For an
 * upper union against the members of all below; where members are not known nothing is asked.
 */
function lineWarnings(indicator: Indicator, line: ReportLine, report: Report, { unit, below, indicators }: ReportContext): readonly ReportWarning[] {
  const { code, label } = indicator;
  if (indicator.method === 'entered' && line.value === null) return [{ id: `not-entered:${code}`, kind: 'not-entered', field: code, blanks: { label } }];
  const members = memberCount(unit, below);
  if (members === null || line.value === null) return [];
  const most = indicator.unit === 'người' ? members : indicator.unit === 'lượt người' ? members * absurdFactor * Math.max(1, occasionCount(report, indicators)) : null;
  if (most === null || line.value <= most) return [];
  return [{ id: `many-people:${code}`, kind: 'many-people', field: code, blanks: { label, value: line.value, members } }];
}

/** How often people may have come together: what was counted, and every session. */
function occasionCount(report: Report, indicators: IndicatorSet | null): number {
  const sessions = (indicators?.indicators ?? []).filter((one) => one.unit === 'buổi' && one.partOf === null).map((one) => lineOf(report, one.code)?.value ?? 0);
  return Object.keys(report.activities).length + sessions.reduce((sum, count) => sum + count, 0);
}

function memberCount(unit: Unit, below: readonly Unit[] | undefined): number | null {
  if (unit.kind === 'grassroots') return unit.memberCount;
  const counts = (below ?? []).filter((one) => one.kind === 'grassroots').map((one) => one.memberCount);
  return counts.length === 0 || counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

function textProblems(report: Report, knownNames: readonly string[]): readonly Problem[] {
  const texts: [string, string][] = [
    ...sectionKeys.map((key): [string, string] => [key, report.sections[key]]),
    ...Object.entries(report.tasks).map(([task, text]): [string, string] => [`tasks.${task}`, text]),
  ];
  const found = texts.flatMap(([field, text]) => [
    ...(text.length > mostSectionCharacters ? [problem('text-too-long', field, { max: mostSectionCharacters })] : []),
    ...personalDataProblems(text, field, knownNames),
  ]);
  const { characters, narrative } = reportSize(report);
  if (narrative > mostNarrativeCharacters || characters > mostReportCharacters) {
    const [longest] = texts.toSorted(([, one], [, next]) => next.length - one.length);
    const over = Math.max(narrative - mostNarrativeCharacters, characters - mostReportCharacters);
    found.push(problem('report-too-long', longest?.[0] ?? 'situation', { over }));
  }
  return found;
}

function methodOf(set: IndicatorSet | null, code: string): Indicator['method'] | null {
  return set?.indicators.find((one) => one.code === code)?.method ?? null;
}
