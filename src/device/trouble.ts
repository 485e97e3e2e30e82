/** What the phone's own store can refuse, as a value with a code. The sentences stand in i18n. */

export type TroubleCode =
  /** No room left on the phone. */
  | 'storage-full'
  /** Another tab with another version holds the database, and does not let go. */
  | 'storage-blocked'
  /** The browser keeps nothing for this site: private mode, blocked cookies, no IndexedDB. */
  | 'storage-refused'
  /** The database is there and cannot be read. */
  | 'storage-broken';

export interface Trouble {
  readonly code: TroubleCode;
  /** The browser's own name of the fault, for the log that the officer may show to the province. */
  readonly cause: string;
}

/** Thrown through a store's promise; screens catch it with `troubleOf`. */
export class StoreTrouble extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, options?: ErrorOptions) {
    super(`${trouble.code}: ${trouble.cause}`, options);
    this.name = 'StoreTrouble';
    this.trouble = trouble;
  }
}

/** @param error whatever a store's promise was rejected with. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof StoreTrouble) return error.trouble;
  const names = namesOf(error);
  const cause = names[0] ?? String(error);
  // Safari says UnknownError for a full disk as well, with the word in its message.
  if (names.some((name) => name.includes('Quota')) || /quota|disk is full|no space/i.test(messageOf(error))) return { code: 'storage-full', cause };
  if (names.some((name) => ['MissingAPIError', 'SecurityError', 'InvalidStateError', 'NotAllowedError'].includes(name))) {
    return { code: 'storage-refused', cause };
  }
  if (names.some((name) => ['OpenBlockedError', 'VersionError', 'TimeoutError'].includes(name))) return { code: 'storage-blocked', cause };
  return { code: 'storage-broken', cause };
}

/** Names of the error and of what it wraps: a transaction that failed for want of room says AbortError outside. */
function namesOf(error: unknown, depth = 0): string[] {
  if (depth > 4 || typeof error !== 'object' || error === null) return [];
  const { name, inner, cause } = error as { name?: unknown; inner?: unknown; cause?: unknown };
  return [...(typeof name === 'string' ? [name] : []), ...namesOf(inner, depth + 1), ...namesOf(cause, depth + 1)];
}

function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { message, inner } = error as { message?: unknown; inner?: unknown };
  return `${typeof message === 'string' ? message : ''} ${messageOf(inner)}`;
}
