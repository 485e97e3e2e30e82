/** What an upper union's phone has pulled of the units that report to it. */
import type { ChangeId, RecordId } from '../../src/domain/id.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { reportingBelow } from '../../src/domain/unit-tree.ts';
import type { Below } from '../../src/phone/below.ts';
import type { MirrorRecord } from '../../src/sync/mirror.ts';
import { aReceipt, aReview } from './record.ts';
import { unit, units } from './report.ts';

export interface BelowReport {
  readonly recordId: RecordId;
  readonly report: Report;
  readonly edition?: number;
  readonly decision?: 'approved' | 'returned' | null;
  readonly voided?: boolean;
}

/** A record as the mirror holds it; an approved one where nothing else is said. */
export function aMirrored(kind: 'report' | 'activity', recordId: RecordId, body: object, { edition = 1, decision = 'approved', voided = false }: Omit<BelowReport, 'recordId' | 'report'> = {}): MirrorRecord {
  const receipt = aReceipt();
  return {
    current: {
      recordId, edition, changeId: `01970000-0000-7000-9000-${recordId.slice(-12)}` as ChangeId, recordKind: kind, body: { ...body }, officerId: 'o1',
      savedAt: receipt.receivedAt, receipt, ...(voided ? { voided: { reason: 'Gửi nhầm' } } : {}),
    },
    review: decision === null ? null : aReview({ recordId, edition, decision, remarks: [], dueOn: null }),
    history: [], reviews: [],
  };
}

export function aBelow(unitId: string, reports: readonly BelowReport[], tree: readonly Unit[] = units): Below {
  return {
    units: reportingBelow(unit(unitId), tree),
    records: new Map(reports.map(({ recordId, report, ...more }) => [`record ${recordId}`, { unitId: report.unitId, record: aMirrored('report', recordId, report, more) }])),
  };
}
