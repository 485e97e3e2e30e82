/** The keys of a store, made when it has none. Chance is used once here, and then kept with the data. */
import type { Seals } from '../../sync/accept.ts';
import { markKeyName, newMarkKey, newOpenKey, openKeyName, sealsWith } from '../seals.ts';
import type { Storage } from '../storage/port.ts';

/** @returns whether nothing has ever been written to the store, and the seals made with its key. */
export function prepareStore(storage: Storage): Promise<{ isNew: boolean; seals: Seals }> {
  return storage.transaction(async (page) => {
    const known = await page.serverKey(markKeyName);
    const key = known ?? newMarkKey();
    if (known === null) {
      await page.putServerKey(markKeyName, key);
    }
    if ((await page.serverKey(openKeyName)) === null) await page.putServerKey(openKeyName, newOpenKey());
    return { isNew: !(await page.hasEpoch()), seals: sealsWith(key) };
  });
}
