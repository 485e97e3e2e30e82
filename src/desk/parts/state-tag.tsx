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
    case 'void':
      return words.voided;
    case 'replaced':
      return words.replaced;
  }
}

export function StateTag({ state }: { state: RecordState | 'replaced' }) {
  const look = state === 'void' ? 'replaced' : state;
  return <Tag tone={look} icon={look}>{stateWord(state)}</Tag>;
}
