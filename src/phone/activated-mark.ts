/**
 * Whether this phone has been activated, without opening its database: the first page must not load the database's
 * code to find out. The truth stands in the notebook; this only chooses which code is fetched first.
 */

const key = 'so-tay-activated';

export function markActivated(): void {
  try {
    localStorage.setItem(key, '1');
  } catch {
    // Storage refused: the next opening looks for the database itself.
  }
}

/** Whether this very browser was activated for certain; storage refused counts as no. */
export function hasActivatedMark(): boolean {
  try {
    return localStorage.getItem(key) === '1';
  } catch {
    return false;
  }
}

export async function looksActivated(): Promise<boolean> {
  try {
    if (localStorage.getItem(key) === '1') return true;
    // Missing in old Firefox; then the app is fetched, which knows for certain.
    const factory = indexedDB as { databases?: () => Promise<readonly { name?: string }[]> };
    if (!factory.databases) return true;
    return (await factory.databases()).some((database) => database.name === 'so-tay-notebook');
  } catch {
    return true;
  }
}
