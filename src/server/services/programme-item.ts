/** A programme as a row of the desk: where it stands, what is in it, how far it is. */
import { Activity } from '../../domain/activity.ts';
import type { RequirementId } from '../../domain/id.ts';
import type { Officer } from '../../domain/officer.ts';
import { itemsOf, Programme } from '../../domain/programme.ts';
import { deedOf, programmeProgress, untoldRequirements } from '../../domain/programme-progress.ts';
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

/** What was done, with the words the desk lists it by. */
export interface NamedDeed extends Deed {
  readonly kind: 'activity' | 'report';
  readonly name: string;
}

/** What units did in a working year and the province counts: activities, and reports under the requirement that asks for them. */
export async function deedsOfUnits(page: StoragePage, unitIds: readonly Unit['id'][], workingYear: number, today: LocalDate): Promise<ReadonlyMap<Unit['id'], readonly NamedDeed[]>> {
  const range = workingYearRange(workingYear);
  const [activities, reports] = [await page.recordsOfKind({ kind: 'activity', unitIds, ...range }), await page.recordsOfKind({ kind: reportKind, unitIds, ...range })];
  const found = new Map<Unit['id'], NamedDeed[]>();
  for (const record of [...activities, ...reports]) {
    if (record.state !== 'received' && record.state !== 'approved') continue;
    const { recordId, scope, title, recordKind, heldOn } = record;
    const isReport = recordKind === reportKind;
    const activity = isReport ? null : Activity.safeParse(JSON.parse(record.text)).data ?? { requirementId: record.requirementId as RequirementId, alsoRequirementIds: [], title };
    const deed: NamedDeed = { ...deedOf(recordId, { activity, heldOn: heldOn as LocalDate }, today), name: title, kind: isReport ? 'report' : 'activity' };
    const list = found.get(scope);
    if (list) list.push(deed);
    else found.set(scope, [deed]);
  }
  return found;
}

export function progressOf(record: RecordSummary, deeds: readonly Deed[], context: Pick<JudgeContext, 'requirements' | 'today'>): readonly ItemProgress[] {
  return programmeProgress(Programme.parse(JSON.parse(record.text)), deeds, untoldRequirements(context.requirements.values()), context.today);
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
    untoldCount: progress.filter((one) => one.state === 'untold').length,
    lateCount: progress.filter((one) => one.state === 'late').length,
    lastReview: review,
  };
}
