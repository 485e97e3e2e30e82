/** A report that was added up is opened with a reason, so that its unit may mend it. */
import type { Lock } from '../../domain/lock.ts';
import { personalDataProblems } from '../../domain/personal-data.ts';
import { instantOf } from '../../domain/time.ts';
import { unlockReport as unlock } from '../../sync/decide.ts';
import type { DeskUnlockRequest } from '../../sync/desk-report-protocol.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';
import type { Asker } from './log-in.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { mayDecide, visibleUnits } from './subtree.ts';

/**
 * Problems: `not-found`, `not-allowed`, `reason-missing`, those of personal data in the reason, which the unit reads, and
 * `review-stale` where it is not locked in this edition any more.
 */
export async function unlockReport(page: StoragePage, host: Host, asker: Asker, request: DeskUnlockRequest): Promise<Outcome<{ readonly lock: Lock }>> {
  const record = await page.record(request.recordId);
  const unit = record && (await visibleUnits(page, asker)).find((each) => each.id === record.scope);
  if (!record || !unit) return refused('not-found');
  if (!mayDecide(asker, unit)) return refused('not-allowed');
  const reason = request.reason.normalize('NFC').trim();
  if (reason === '') return refused('reason-missing', 'reason');
  const [named] = personalDataProblems(reason, 'reason', (await host.published.read(page)).setting?.knownNames ?? []);
  if (named) return { kind: 'refused', problem: named };
  const nowMs = host.nowMs();
  const outcome = await unlock(page, { ...request, reason, byUnitId: asker.unit.id, byUnitName: asker.unit.name }, { hash: host.seals.hash, nowMs });
  switch (outcome.kind) {
    case 'unlocked':
      await page.audit({ at: instantOf(nowMs), actor: asker.account.name, act: 'unlocked', subject: `${record.receiptNumber} ${request.edition}` });
      return done({ lock: outcome.lock });
    case 'not-found':
      return refused('not-found');
    case 'stale':
      return refused('review-stale', undefined, { edition: outcome.edition });
  }
}
