/** What an upper union's report is made of, as its pages read it; `sum-model.ts` makes it. */
import type { RecordId, UnitId } from '../domain/id.ts';
import type { IndicatorCode } from '../domain/indicator.ts';
import type { Report } from '../domain/report.ts';
import type { RollUp, SinceSum } from '../domain/roll-up.ts';
import type { Unit } from '../domain/unit.ts';
import type { ViewSources } from '../domain/view-report.ts';

/** Where a unit below stands with its report of the period; `none`: nothing has come. */
export type BelowState = 'none' | 'received' | 'returned' | 'approved';

export interface SumUnit {
  readonly unit: Unit;
  readonly recordId: RecordId | null;
  readonly state: BelowState;
  /** Decided on this phone, and the province has not the decision yet. */
  readonly isUnsent: boolean;
}

/** One unit's part of a figure. */
export interface SumShare {
  readonly unitId: UnitId;
  readonly unitName: string;
  readonly value: number;
}

export interface Sum {
  readonly rolled: RollUp;
  /** Every unit that reports here, in the order of their names. */
  readonly units: readonly SumUnit[];
  /** Of a view: the reports of each unit that its numbers are made of. Null of a report. */
  readonly madeOf: ViewSources | null;
  sharesOf(code: IndicatorCode): readonly SumShare[];
  /** Why a share of all grassroots unions is empty in a report: the upper unions that have not said how many they have. */
  lackingFor(code: IndicatorCode, named: Pick<Report, 'missing'>): readonly Unit[];
  /** The unit whose report a record is, as it stands in a list; the id where it is not known any more. */
  nameOf(recordId: RecordId): string;
  since(named: Report['reports']): SinceSum;
  /** Section II with what the units below gave put behind what the union did itself; with the numbers as they were corrected. */
  paragraphs(own: Readonly<Record<string, string>>, corrected?: Corrected): Readonly<Record<string, string>>;
}

/** Numbers that somebody put in place of those added up. */
export type Corrected = ReadonlyMap<IndicatorCode, { readonly value: number; readonly women: number | null; readonly womenMissing: number }>;
