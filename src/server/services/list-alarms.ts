/** What no list of the desk shows: what the server noticed, and changes that it kept without making an edition of them. */
import type { Alarm, RawChange } from '../../sync/ports.ts';
import type { Host } from './host.ts';

export interface ListedAlarms {
  readonly alarms: readonly Alarm[];
  readonly changes: readonly SetAsideChange[];
}

/** `reason` is empty when the verdict has none. `text` is the change as it came. */
export interface SetAsideChange extends Pick<RawChange, 'changeId' | 'recordId' | 'deviceId' | 'officerId' | 'receivedAt' | 'text'> {
  readonly unitId: string;
  readonly code: string;
  readonly reason: string;
}

export function listAlarms(host: Host): Promise<ListedAlarms> {
  return host.storage.transaction(async (page) => ({
    alarms: await page.alarms(),
    changes: (await page.changesSetAside()).map(({ changeId, recordId, deviceId, officerId, receivedAt, text, scope, verdict }) => ({
      changeId, recordId, unitId: scope, deviceId, officerId, receivedAt, code: verdict.code, reason: reasonOf(verdict), text,
    })),
  }));
}

function reasonOf(verdict: RawChange['verdict']): string {
  if (verdict.code === 'returned') return verdict.problems.map((problem) => problem.code).join(', ');
  return 'reason' in verdict ? verdict.reason : '';
}
