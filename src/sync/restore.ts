/** A database that came back from a backup begins a new life: phones offer again what they have saved (SPEC.md §7). */
import { markedEpoch } from './cursors.ts';
import type { Seals } from './accept.ts';
import type { Epoch } from './protocol.ts';

export function firstEpoch(host: Pick<Seals, 'mark'> & { newEpochId(): string }): Epoch {
  return markedEpoch(host.newEpochId(), 1, host);
}

export function nextEpoch(current: Epoch, host: Pick<Seals, 'mark'> & { newEpochId(): string }): Epoch {
  return markedEpoch(host.newEpochId(), current.ordinal + 1, host);
}
