/** One exchange at a time over all tabs of this phone, where the browser can say so. */
import type { LockPort } from '../sync/ports.ts';

/** The lock of an exchange, and the channel on which tabs and worker tell each other of one (TabWord in sync-runner.ts). */
export const exchangeName = 'so-tay-sync';

/** A browser without locks lets everybody in: two exchanges at once cost bytes, and harm nothing. */
export function tabLock(name: string): LockPort {
  return {
    ifFree: async (work) => {
      const locks = (navigator as { locks?: LockManager }).locks;
      if (!locks) return work();
      // Never waits: a tab that the system froze keeps its lock for as long as it is frozen.
      return locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : ('busy' as const)));
    },
  };
}
