import { useMemo } from 'preact/hooks';
import { deskProgrammeWords as words } from '../../../i18n/desk-programme-words.ts';
import { deskWords } from '../../../i18n/desk-words.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskProgrammeDetail } from '../../../sync/desk-programme-protocol.ts';
import { boardStates, narrowed } from '../../board.ts';
import { openDictionary } from '../../dictionary.ts';
import { BoardFilters, FilterChoice } from '../../parts/board-filters.tsx';
import { DeskFrame } from '../../parts/desk-frame.tsx';
import { DeskMenu } from '../../parts/desk-menu.tsx';
import { stateWord } from '../../parts/state-tag.tsx';
import { emptyProgrammeAddress, programmeAddressText, readProgrammeAddress } from '../../programme-address.ts';
import { programmeLabels } from '../../programme-fields.ts';
import { useAddress } from '../../use-address.ts';
import { useDeciding } from '../../use-deciding.ts';
import type { PartProps } from '../../use-deciding.ts';
import { useLoaded } from '../../use-loaded.ts';
import { useTitle } from '../../use-title.ts';
import { ProgrammeDetail } from './programme-detail.tsx';
import { ProgrammeList } from './programme-list.tsx';

/** Chương trình công tác: who has one and who has not, one programme beside the list. */
export function ProgrammeScreen({ api, me, isEnded, onSessionEnd, onLogOut, onOpen }: PartProps) {
  const [address, go] = useAddress(readProgrammeAddress, programmeAddressText);
  const { recordId, year, state } = address;
  const reference = useLoaded('reference', () => api.reference());
  const board = useLoaded(`programmes ${year ?? ''}`, () => api.programmes(year));
  const record = useLoaded(recordId, (id) => api.programme(id));
  const dictionary = useMemo(() => openDictionary(reference.value), [reference.value]);
  const deciding = useDeciding({ api, me, isEnded, onSessionEnd, address, go, reference, record, lists: [board], nameOf });
  const { detail } = deciding;
  const title = state === null ? words.listTitle : state === 'missing' ? words.missing : stateWord(state);
  useTitle(detail === null ? title : say(deskWords.pageTitle, { page: nameOf(detail), product: title }));
  const units = reference.value?.units ?? [];
  const found = narrowed(board.value && { items: board.value.programmes, missing: board.value.missing }, address, units);
  return (
    <DeskFrame
      deciding={deciding} addressText={programmeAddressText} me={me} onLogOut={onLogOut} title={title}
      menu={(
        <DeskMenu
          own={{ programmes: { to: { ...emptyProgrammeAddress, year }, isCurrent: state === null } }} under="programmes" addressText={programmeAddressText}
          states={boardStates.map((one) => ({
            to: { ...address, state: one.state, recordId: null }, icon: one.icon, title: one.state === 'missing' ? words.missing : stateWord(one.state),
            isCurrent: state === one.state, count: found.countOf(one.state),
          }))}
          onGo={deciding.go} onOpen={onOpen}
        />
      )}
      filters={(
        <BoardFilters address={address} units={units} search={words.search} onGo={deciding.go}>
          <FilterChoice
            label={words.year} value={String(board.value?.year ?? '')} options={(board.value?.years ?? []).map((one) => ({ value: String(one), label: String(one) }))}
            onValue={(one) => deciding.go({ ...address, recordId: null, year: Number(one) || null })}
          />
        </BoardFilters>
      )}
      list={<ProgrammeList deciding={deciding} board={board} found={found} title={title} />}
      labels={programmeLabels(detail?.editions.at(-1)?.body ?? null, words.listTitle)} words={{ record: words.listTitle, back: words.back, opening: words.opening, openFailed: words.openFailed }}
    >
      {(shown, props) => <ProgrammeDetail key={shown.item.recordId} detail={shown} dictionary={dictionary} today={me.today} onOpen={onOpen} {...props} />}
    </DeskFrame>
  );
}

function nameOf({ item }: DeskProgrammeDetail): string {
  return `${say(words.title, { year: item.workingYear })}, ${item.unitName}`;
}
