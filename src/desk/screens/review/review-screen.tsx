import { useMemo } from 'preact/hooks';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskDetail, RecordState } from '../../../sync/desk-protocol.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { addressText, listQuery, readAddress } from '../../address.ts';
import { openDictionary } from '../../dictionary.ts';
import { DeskFrame } from '../../parts/desk-frame.tsx';
import { DeskMenu } from '../../parts/desk-menu.tsx';
import { stateWord } from '../../parts/state-tag.tsx';
import { useAddress } from '../../use-address.ts';
import { focusList, useDeciding } from '../../use-deciding.ts';
import type { PartProps } from '../../use-deciding.ts';
import { useLoaded } from '../../use-loaded.ts';
import { useTitle } from '../../use-title.ts';
import { ActivityDetail } from './activity-detail.tsx';
import { ActivityList } from './activity-list.tsx';
import { AsidePart } from './aside-part.tsx';
import { FilterBar, FilterChips } from './filter-bar.tsx';

const states: readonly { readonly state: RecordState; readonly icon: IconName }[] = [
  { state: 'received', icon: 'received' }, { state: 'returned', icon: 'returned' }, { state: 'approved', icon: 'approved' }, { state: 'void', icon: 'replaced' },
];

/** Hoạt động đã nhận: the list, the record beside it, and the decisions on their way. */
export function ReviewScreen({ api, me, isEnded, onSessionEnd, onLogOut, onOpen }: PartProps) {
  const [address, go] = useAddress(readAddress, addressText);
  const reference = useLoaded('reference', () => api.reference());
  const list = useLoaded(listQuery(address), () => api.list(address));
  const { recordId, state } = address;
  const record = useLoaded(recordId, (id) => api.detail(id));
  const dictionary = useMemo(() => openDictionary(reference.value), [reference.value]);
  const deciding = useDeciding({ api, me, isEnded, onSessionEnd, address, go, reference, record, lists: [list], nameOf });
  const { detail } = deciding;
  const title = state === null ? words.allTitle : stateWord(state);
  useTitle(detail === null ? title : say(words.pageTitle, { page: nameOf(detail), product: title }));
  const toState = (one: RecordState | null) => ({ ...address, state: one, page: 1, recordId: null });
  return (
    <DeskFrame
      deciding={deciding} addressText={addressText} me={me} onLogOut={onLogOut} title={title}
      menu={(
        // The other filters stay.
        <DeskMenu
          own={{ activities: { to: toState(null), isCurrent: state === null } }} under="activities" addressText={addressText}
          states={states.map((one) => ({ to: toState(one.state), icon: one.icon, title: stateWord(one.state), isCurrent: state === one.state, count: list.value?.counts[one.state] ?? null }))}
          onGo={deciding.go} onOpen={onOpen}
        />
      )}
      filters={<FilterBar address={address} onGo={deciding.go} onSearched={focusList} reference={reference.value} dictionary={dictionary} />}
      chips={<FilterChips address={address} onGo={deciding.go} dictionary={dictionary} />}
      list={<ActivityList deciding={deciding} list={list} title={title} />}
      labels={dictionary} words={{ record: words.recordTitle, back: words.backToList, opening: words.openingDetail, openFailed: words.detailFailed }}
      below={recordId === null && <AsidePart api={api} />}
    >
      {(shown, props) => <ActivityDetail key={shown.item.recordId} detail={shown} dictionary={dictionary} today={me.today} {...props} />}
    </DeskFrame>
  );
}

function nameOf({ item }: DeskDetail): string {
  return item.title;
}
