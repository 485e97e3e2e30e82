/** Dòng số liệu: the lines of a report as they begin, and where nothing came about. */
import type { Indicator, IndicatorCode } from './indicator.ts';
import { womenFigureOf } from './indicator.ts';
import type { RatioParts, Report, ReportLine } from './report.ts';

/** What was computed for one indicator, from own activities or from reports below. */
export interface LineSource {
  readonly value: number | null;
  readonly women: number | null;
  readonly womenMissing: number;
  readonly parts: RatioParts | null;
  readonly own?: number | null;
}

type Lines = Report['lines'];

/**
 * The lines of a new report. What was computed stands there at once; where nothing came about the box is empty, for
 * “không phát sinh” is the officer's word and not the machine's. What the machine counts itself, and ratios, need none.
 * @param indicators those of the unit's report (`indicatorsFor`).
 */
export function startLines(indicators: readonly Indicator[], found: ReadonlyMap<IndicatorCode, LineSource>): Lines {
  return Object.fromEntries(indicators.map((indicator) => [indicator.code, startLine(indicator, found.get(indicator.code))]));
}

/** Both sides of every ratio, shown in this report or not: they are added up further up. */
export function partsOf(found: ReadonlyMap<IndicatorCode, LineSource>): Report['parts'] {
  return Object.fromEntries([...found].flatMap(([code, { parts }]) => (parts === null ? [] : [[code, parts]])));
}

/** “Không phát sinh” for these indicators, where nothing was computed and nothing was entered. */
export function chooseNothing(lines: Lines, codes: readonly IndicatorCode[]): Lines {
  return Object.fromEntries(Object.entries(lines).map(([code, line]) => {
    const isChosen = codes.some((one) => one === code) && line.value === null && line.computed === 0;
    return [code, isChosen ? { ...line, value: 0 } : line];
  }));
}

function startLine(indicator: Indicator, found: LineSource | undefined): ReportLine {
  const computed = found?.value ?? null;
  const needsWord = indicator.method !== 'ratio' && indicator.method !== 'system';
  const line: ReportLine = { computed, value: computed === 0 && needsWord ? null : computed };
  if (womenFigureOf(indicator) !== null) {
    line.computedWomen = found?.women ?? null;
    line.women = found?.women ?? null;
    if ((found?.womenMissing ?? 0) > 0) line.womenMissing = found?.womenMissing ?? 0;
  }
  if (found?.own !== undefined && found.own !== null && found.own !== 0) line.own = found.own;
  return line;
}
