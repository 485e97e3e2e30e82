/**
 * What an upper union's records do to those of the units below: a slip decides on one, and a sum holds the reports it was
 * made of (SPEC.md S12, S13). Pure: `accept.ts` writes what is answered here.
 */
import type { RecordId, UnitId } from '../domain/id.ts';
import type { Instant } from '../domain/time.ts';
import { Lock } from '../domain/lock.ts';
import { Report, reportKind } from '../domain/report.ts';
import type { ReviewSlip } from '../domain/review-slip.ts';
import { Review } from '../domain/review.ts';
import type { RecordSummary } from './ports.ts';

/** Who writes from above. `unitsBelow` are those that report to this unit, the only ones that it decides on. */
export interface UpperUnion {
  readonly unitId: UnitId;
  readonly unitName: string;
  readonly officerName: string;
  readonly unitsBelow: ReadonlySet<UnitId>;
}

/** A record below after something was done to it, and the row that tells its unit. */
export interface Touched {
  readonly record: RecordSummary;
  readonly row: { readonly kind: 'review'; readonly body: Review } | { readonly kind: 'lock'; readonly body: Lock };
}

/**
 * What a slip does, or why it does nothing: the record has moved on, was cancelled, or somebody decided on this edition before.
 * @param standing the edition that the slip's names lead to in this life of the database.
 */
export function touchedBySlip(slip: ReviewSlip, record: RecordSummary, standing: number, upper: UpperUnion, at: Instant): Touched | 'conflict' {
  if (record.isVoid || record.edition !== standing) return 'conflict';
  if (slip.decision === 'unlocked') return opened(record, standing, upper, slip.reason, at);
  if (record.review?.edition === standing) return 'conflict';
  const { decision, remarks, dueOn } = slip;
  const review = Review.parse({
    recordId: record.recordId, edition: standing, decision, remarks, dueOn,
    reviewer: upper.officerName, byUnitId: upper.unitId, byUnitName: upper.unitName, decidedAt: at,
  });
  return { record: { ...record, state: decision, review: { edition: standing, decision } }, row: { kind: 'review', body: review } };
}

/** A locked report is opened by a person, on a phone or at the desk; `conflict` where it is not locked in this edition. */
export function opened(record: RecordSummary, standing: number, upper: Pick<UpperUnion, 'unitId' | 'unitName'>, reason: string, at: Instant): { readonly record: RecordSummary; readonly row: { readonly kind: 'lock'; readonly body: Lock } } | 'conflict' {
  if (record.lock?.edition !== standing) return 'conflict';
  return { record: { ...record, lock: null }, row: { kind: 'lock', body: lockOf(record, false, upper, record.lock.sumId, reason, at) } };
}

/** The reports that a body was made of, by record with their editions; none of what is no sum. */
export function reportsIn(recordKind: string, body: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, number>> {
  if (recordKind !== reportKind || body === undefined) return {};
  return Report.safeParse(body).data?.reports ?? {};
}

/**
 * The reports that a new edition of a sum holds from now on, and those it lets go. Only the very edition that was approved
 * is held: what its unit has sent since is not in the sum. Held is what the sum names anew: a report that was opened with a
 * reason stays open while the sum goes on naming the same edition of it. One that another sum holds passes to this one; let
 * go is only what this one holds, whoever its unit reports to by now.
 */
export function touchedBySum(
  sumId: RecordId, before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>,
  recordOf: (recordId: string) => RecordSummary | undefined, upper: UpperUnion, at: Instant,
): readonly Touched[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((recordId): Touched[] => {
    const record = recordOf(recordId);
    if (record?.recordKind !== reportKind) return [];
    const { edition } = record;
    const isNamed = after[recordId] === edition;
    const isHeldHere = record.lock?.edition === edition && record.lock.sumId === sumId;
    if (isHeldHere && !isNamed) return [{ record: { ...record, lock: null }, row: { kind: 'lock', body: lockOf(record, false, upper, sumId, '', at) } }];
    const isApproved = record.review?.edition === edition && record.review.decision === 'approved';
    if (isHeldHere || !isNamed || before[recordId] === edition || !isApproved || record.isVoid || !upper.unitsBelow.has(record.scope)) return [];
    return [{ record: { ...record, lock: { edition, sumId } }, row: { kind: 'lock', body: lockOf(record, true, upper, sumId, '', at) } }];
  });
}

function lockOf(record: RecordSummary, isLocked: boolean, upper: Pick<UpperUnion, 'unitId' | 'unitName'>, sumId: RecordId, reason: string, at: Instant): Lock {
  return Lock.parse({ recordId: record.recordId, edition: record.edition, isLocked, byUnitId: upper.unitId, byUnitName: upper.unitName, sumId, reason, at });
}
