/** A programme as a row of the desk: where it stands, what is in it, how far it is. */
import { Activity } from '../../domain/activity.ts';
import type { RequirementId } from '../../domain/id.ts';
import type { Officer } from '../../domain/officer.ts';
import { itemsOf, Programme } from '../../domain/programme.ts';
import { programmeProgress } from '../../domain/programme-progress.ts';
import type { Deed, ItemProgress } from '../../domain/programme-progress.ts';
import { reportKind } from '../../domain/report.ts';
import type { LocalDate } from '../../domain/time.ts';
import { workingYearRange } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { DeskProgrammeItem } from '../../sync/desk-programme-protocol.ts';
import type { JudgeContext } from '../../sync/judge.ts';
import type { RecordSummary } from '../../sync/ports.ts';
import type { StoragePage } from '../storage/port.ts';

/** The programmes of these units for one working year: they bear its last day. */
export function programmeRecords(page: StoragePage, unitIds: readonly Unit['id'][], workingYear: number): Promise<readonly RecordSummary[]> {
  const { to } = workingYearRange(workingYear);
  return page.recordsOfKind({ kind: 'programme', unitIds, from: to, to });
}

/** What units did in a working year and the province counts: activities, and reports under the requirement that asks for them. */
export async function deedsOfUnits(page: StoragePage, unitIds: readonly Unit['id'][], workingYear: number, today: LocalDate): Promise<ReadonlyMap<Unit['id'], readonly (Deed & { readonly kind: 'activity' | 'report' })[]>> {
  const range = workingYearRange(workingYear);
  const [activities, reports] = [await page.recordsOfKind({ kind: 'activity', unitIds, ...range }), await page.recordsOfKind({ kind: reportKind, unitIds, ...range })];
  const found = new Map<Unit['id'], (Deed & { readonly kind: 'activity' | 'report' })[]>();
  for (const record of [...activities, ...reports]) {
    if (record.state !== 'received' && record.state !== 'approved') continue;
    const { recordId, scope, title, recordKind, heldOn } = record;
    const on = heldOn as LocalDate;
    const activity = recordKind === 'activity' ? Activity.safeParse(JSON.parse(record.text)).data : undefined;
    const requirementIds = activity ? [activity.requirementId, ...activity.alsoRequirementIds] : [record.requirementId as RequirementId];
    // A report has the last day of its period, and is done when it is there.
    const deed = { recordId, requirementIds, on: on < today ? on : today, title, kind: recordKind === reportKind ? 'report' as const : 'activity' as const };
    const list = found.get(scope);
    if (list) list.push(deed);
    else found.set(scope, [deed]);
  }
  return found;
}

export function progressOf(record: RecordSummary, deeds: readonly Deed[], context: Pick<JudgeContext, 'requirements' | 'today'>): readonly ItemProgress[] {
  // A closed requirement has no activities; C.2 is told by reports, which do name it.
  const untold = new Set([...context.requirements.values()].flatMap(({ id, isOpen }) => (isOpen || id === 'C.2' ? [] : [id])));
  return programmeProgress(Programme.parse(JSON.parse(record.text)), deeds, untold, context.today);
}

export function programmeItemOf(record: RecordSummary, unit: Unit, officers: readonly Officer[], progress: readonly ItemProgress[]): DeskProgrammeItem {
  const { recordId, state, edition, receivedAt, receiptNumber, review } = record;
  const programme = Programme.parse(JSON.parse(record.text));
  const items = itemsOf(programme).map(([, item]) => item);
  return {
    recordId, unitId: unit.id, unitName: unit.name, workingYear: programme.workingYear, state, edition, receivedAt, receiptNumber,
    officerName: officers.find((officer) => officer.id === record.officerId)?.name ?? '',
    keptCount: items.filter((one) => one.isKept).length,
    ownCount: items.filter((one) => one.isKept && one.requirementId === null).length,
    outCount: items.filter((one) => !one.isKept).length,
    doneCount: progress.filter((one) => one.state === 'done').length,
    lateCount: progress.filter((one) => one.state === 'late').length,
    lastReview: review,
  };
}
