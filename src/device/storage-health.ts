/** Whether the browser promises to keep what is stored, and how much room there is. */

export interface StorageHealth {
  /** Null where the browser does not say. */
  readonly persisted: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

export async function storageHealth(): Promise<StorageHealth> {
  const storage = storageManager();
  const [persisted, estimate] = await Promise.all([
    storage?.persisted?.().catch(() => null) ?? null,
    storage?.estimate?.().catch(() => null) ?? null,
  ]);
  return { persisted, usedBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null };
}

/**
 * Asks the browser to keep the store when room runs short. Chromium decides by itself, Firefox asks the officer, so
 * this is called on a tap. Answers what holds afterwards; null where the browser does not say.
 */
export async function askToPersist(): Promise<boolean | null> {
  const storage = storageManager();
  return (await storage?.persist?.().catch(() => null)) ?? null;
}

/** Absent on plain http and in old browsers, whatever the types say. */
function storageManager(): Partial<StorageManager> | undefined {
  return (navigator as { storage?: Partial<StorageManager> }).storage;
}

/** From here on the officer is told: below it one more picture may no longer fit, words long do. */
const nearlyFullShare = 0.8;

/**
 * Whether little room is left; false where the browser does not say. Chromium tells every page its own usage and 10 GB
 * more, so there only a refused write tells; Firefox and Safari say the truth.
 */
export function isNearlyFull({ usedBytes, quotaBytes }: StorageHealth): boolean {
  return usedBytes !== null && quotaBytes !== null && quotaBytes > 0 && usedBytes >= quotaBytes * nearlyFullShare;
}
