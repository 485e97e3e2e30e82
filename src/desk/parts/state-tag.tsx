import { deskWords as words } from '../../i18n/desk-words.ts';
import type { RecordState } from '../../sync/desk-protocol.ts';
import { Tag } from '../../ui/strip.tsx';

/** The reviewer's word for a state. */
export function stateWord(state: RecordState | 'replaced'): string {
  switch (state) {
    case 'received':
      return words.received;
    case 'returned':
      return words.returned;
    case 'approved':
      return words.approved;
    case 'replaced':
      return words.replaced;
  }
}

export function StateTag({ state }: { state: RecordState | 'replaced' }) {
  return <Tag tone={state} icon={state}>{stateWord(state)}</Tag>;
}
