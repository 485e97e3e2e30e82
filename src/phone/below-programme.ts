/** A work programme of a unit below, put before the rules of the domain: how far each item is, what the officer was asked. */
import { Activity } from '../domain/activity.ts';
import type { RecordId, UnitId } from '../domain/id.ts';
import { checkProgramme } from '../domain/programme-check.ts';
import type { ProgrammeWarning } from '../domain/programme-check.ts';
import { deedOf, programmeProgress, untoldRequirements } from '../domain/programme-progress.ts';
import type { Deed, ItemProgress } from '../domain/programme-progress.ts';
import type { ItemKey, Programme } from '../domain/programme.ts';
import { reviewStanding } from '../domain/record-state.ts';
import { Report } from '../domain/report.ts';
import { workingYearOf } from '../domain/time.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import type { LineActivity } from './below-report.ts';
import type { Below } from './below.ts';
import { recordName } from './record-name.ts';
import type { Reference } from './reference.ts';

export interface BelowProgramme {
  /** Told by the records of the unit that this phone holds. */
  readonly progressOf: ReadonlyMap<ItemKey, Pick<ItemProgress, 'state'> & { readonly deeds: readonly LineActivity[] }>;
  /** What the officer was asked and answered with “đúng”. */
  readonly confirmed: readonly ProgrammeWarning[];
  /** The same, of what cannot be asked again on this phone. */
  readonly confirmedAwayCount: number;
}

/** @param unit null where the phone does not hold it any more: then nothing is asked again. */
export function belowProgramme(programme: Programme, unitId: UnitId, facts: { readonly below: Below; readonly reference: Reference; readonly unit: Unit | null; readonly today: LocalDate }): BelowProgramme {
  const { below, reference, unit, today } = facts;
  const { requirements, setting: { manyMembers, knownNames } } = reference;
  const done = deedsBelow(below, unitId, programme.workingYear, reference, today);
  const soft = unit ? checkProgramme({ ...programme, confirmed: {} }, { unit, requirements, measure: { manyMembers }, knownNames, today }).soft : [];
  const confirmed = soft.filter(({ id }) => Object.hasOwn(programme.confirmed, id));
  const progress = programmeProgress(programme, [...done.values()].map(({ deed }) => deed), untoldRequirements(requirements.values()), today);
  return {
    progressOf: new Map(progress.map(({ key, state, deeds }) => [key, { state, deeds: deeds.flatMap((id) => done.get(id)?.shown ?? []) }])),
    confirmed,
    confirmedAwayCount: Object.keys(programme.confirmed).length - confirmed.length,
  };
}

/** What the unit did in the year and the province counts: neither cancelled nor returned. */
function deedsBelow({ records }: Below, unitId: UnitId, workingYear: number, reference: Reference, today: LocalDate): ReadonlyMap<RecordId, { readonly deed: Deed; readonly shown: LineActivity }> {
  const found = new Map<RecordId, { readonly deed: Deed; readonly shown: LineActivity }>();
  for (const one of records.values()) {
    const { current: { recordId, edition, body, voided }, review } = one.record;
    if (one.unitId !== unitId || voided || reviewStanding(edition, review) === 'returned') continue;
    const activity = Activity.safeParse(body).data ?? null;
    const heldOn = activity?.heldOn ?? Report.safeParse(body).data?.to;
    if (heldOn === undefined || workingYearOf(heldOn) !== workingYear) continue;
    found.set(recordId, { deed: deedOf(recordId, { activity, heldOn }, today), shown: { recordId, title: recordName(body, reference), heldOn, isEdited: false } });
  }
  return found;
}
