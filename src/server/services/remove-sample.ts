/** Ends the sample mode: invented units and all their records and pictures go, the content stays, days become real. */
import { nextEpoch } from '../../sync/restore.ts';
import { instantOf } from '../../domain/time.ts';
import { newEpochId } from '../seals.ts';
import type { Host } from './host.ts';
import { seedContent, seedProvince } from './seed-content.ts';

/** Phones of the sample lose their token with their unit, and are told so; a new epoch makes every mirror begin anew. */
export async function removeSample(host: Host): Promise<'removed' | 'no-sample'> {
  const outcome = await host.storage.transaction(async (page) => {
    const { setting } = await host.published.read(page);
    if (setting?.sample !== true) return 'no-sample';
    await page.removeUnitsAndRecords();
    await page.beginEpoch(nextEpoch(await page.epoch(), { mark: host.seals.mark, newEpochId }));
    await seedContent(page, host, false);
    await seedProvince(page);
    await page.audit({ at: instantOf(host.nowMs()), actor: 'so-tay', act: 'sample-remove', subject: '' });
    return 'removed' as const;
  });
  // After the commit: a picture taken while trying things out shows real people.
  if (outcome === 'removed') await host.photos.clear();
  return outcome;
}
