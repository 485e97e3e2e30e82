/** A report of a unit below, put before the rules of the domain: its lines, where each comes from, what came later. */
import { Activity } from '../domain/activity.ts';
import type { RecordId, UnitId } from '../domain/id.ts';
import { computeIndicators, ownReportStates, sinceClosing } from '../domain/indicator-compute.ts';
import type { CountedActivity } from '../domain/indicator-compute.ts';
import { indicatorsFor, readIndicatorSet, taskOfIndicator } from '../domain/indicator.ts';
import type { Indicator, IndicatorCode, IndicatorSet } from '../domain/indicator.ts';
import { adoptionOf } from '../domain/programme-adoption.ts';
import { reviewStanding } from '../domain/record-state.ts';
import { periodById } from '../domain/report-calendar.ts';
import { checkReport } from '../domain/report-check.ts';
import type { ReportWarning } from '../domain/report-check.ts';
import type { Report } from '../domain/report.ts';
import type { LocalDate } from '../domain/time.ts';
import { levelsOf } from '../domain/unit.ts';
import type { Unit } from '../domain/unit.ts';
import type { Below } from './below.ts';
import { indicatorSetOf } from './indicator-set.ts';
import { recordName } from './record-name.ts';
import { readProgrammeBody } from './record-view.ts';
import type { Reference } from './reference.ts';

/** One line's name and rule, and the task it stands under. */
export type PlacedLine = Indicator & { readonly taskId: ReturnType<typeof taskOfIndicator> };

/** An activity behind a line; `isEdited`: the unit has changed it since the report was made. */
export interface LineActivity {
  readonly recordId: RecordId;
  readonly title: string;
  readonly heldOn: LocalDate;
  readonly isEdited: boolean;
}

export interface BelowReport {
  /** The list of indicators that the report was written by is not on this phone: none of its lines can be read. */
  readonly isListAway: boolean;
  readonly lines: readonly PlacedLine[];
  readonly sourcesOf: ReadonlyMap<IndicatorCode, readonly LineActivity[]>;
  /** Named by the report and not on this phone. */
  readonly awayCount: number;
  /** Of the period, received and not counted. */
  readonly late: readonly LineActivity[];
  /** What the officer was asked and answered with “đúng”. */
  readonly confirmed: readonly ReportWarning[];
  /** The same, of what cannot be asked again on this phone. */
  readonly confirmedAwayCount: number;
}

interface Held extends CountedActivity {
  readonly title: string;
  readonly isProgramme: boolean;
}

/** @param unit null where the phone does not hold it any more: then its lines are named by their codes. */
export function belowReport(report: Report, unitId: UnitId, facts: { readonly below: Below; readonly reference: Reference; readonly unit: Unit | null; readonly today: LocalDate }): BelowReport {
  const { below, reference, unit, today } = facts;
  const set = indicatorSetOf(reference, report.indicatorVersion);
  const held = heldOf(below, unitId, reference);
  const named = Object.entries(report.activities) as [RecordId, number][];
  const counted = named.flatMap(([id, edition]) => {
    const one = held.get(id);
    return one ? [{ ...one, isEdited: one.edition !== edition }] : [];
  });
  const byId = new Map(counted.map((one) => [one.recordId, lineActivity(one, one.isEdited)]));
  const computed = set && unit && computeIndicators({
    levels: levelsOf(unit), period: report, indicators: set, states: ['approved'], system: {}, activities: counted.map((one) => ({ ...one, state: 'approved' as const })),
  }).indicators;
  const { late } = sinceClosing(report, [...held.values()].filter(({ isProgramme }) => !isProgramme), ownReportStates);
  const confirmed = unit && set ? confirmedOf(report, { reference, unit, today, set }) : [];
  return {
    isListAway: set === null,
    lines: set && unit ? indicatorsFor(set, levelsOf(unit)).map((one) => ({ ...one, taskId: taskOfIndicator(one.code) })) : [],
    sourcesOf: new Map([...(computed ?? [])].map(([code, { sources }]) => [code, [...new Set(sources)].flatMap((id) => byId.get(id) ?? [])])),
    awayCount: named.length - counted.length,
    late: late.flatMap(({ recordId }) => {
      const one = held.get(recordId);
      return one ? [lineActivity(one, false)] : [];
    }),
    confirmed,
    confirmedAwayCount: report.confirmed.filter((id) => !confirmed.some((one) => one.id === id)).length,
  };
}

function confirmedOf(report: Report, { reference, unit, today, set }: { reference: Reference; unit: Unit; today: LocalDate; set: IndicatorSet }): readonly ReportWarning[] {
  const { soft } = checkReport({ ...report, confirmed: [] }, {
    unit, indicators: set, newestVersion: readIndicatorSet(reference.indicatorsBody)?.version ?? set.version, figures: reference.figures, knownNames: reference.setting.knownNames, today,
    period: reference.calendar && periodById(report.periodId, reference.calendar, { occasions: reference.occasions }),
  });
  return soft.filter(({ id }) => report.confirmed.includes(id));
}

/** The activities of a unit as they stand in the mirror; cancelled ones are none. */
function heldOf({ records }: Below, unitId: UnitId, reference: Reference): ReadonlyMap<RecordId, Held> {
  const found = new Map<RecordId, Held>();
  for (const one of records.values()) {
    const { current, review } = one.record;
    if (one.unitId !== unitId || current.voided) continue;
    // The year's programme answers IC.01.
    const programme = readProgrammeBody(current.body);
    const activity = current.recordKind === 'activity' ? Activity.safeParse(current.body).data : programme && adoptionOf(programme);
    const standing = reviewStanding(current.edition, review);
    const state = standing === 'approved' || standing === 'returned' ? standing : 'received';
    if (activity) found.set(current.recordId, { recordId: current.recordId, edition: current.edition, state, activity, title: recordName(current.body, reference), isProgramme: programme !== null });
  }
  return found;
}

function lineActivity({ recordId, activity, title }: Held, isEdited: boolean): LineActivity {
  return { recordId, title, heldOn: activity.heldOn, isEdited };
}
