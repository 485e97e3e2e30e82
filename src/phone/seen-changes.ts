/** Which published changes somebody at this phone has looked at. It only chooses how loudly they are told. */
import type { Renewal } from './reference.ts';

const key = 'so-tay-seen-changes';

function nameOf({ id, version }: Pick<Renewal, 'id' | 'version'>): string {
  return `${id} ${version}`;
}

/** @returns the names seen; none where storage is refused. */
export function seenChanges(): ReadonlySet<string> {
  try {
    return new Set((localStorage.getItem(key) ?? '').split('\n'));
  } catch {
    return new Set();
  }
}

export function isUnseen(renewal: Pick<Renewal, 'id' | 'version'>, seen: ReadonlySet<string>): boolean {
  return !seen.has(nameOf(renewal));
}

export function markSeen(renewals: readonly Pick<Renewal, 'id' | 'version'>[]): void {
  try {
    localStorage.setItem(key, renewals.map(nameOf).join('\n'));
  } catch {
    // Refused: it is told again at the next opening.
  }
}
