import type { ComponentChildren } from 'preact';
import { deskProgrammeWords as words } from '../../../i18n/desk-programme-words.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskMissingProgramme, DeskProgrammeBoard, DeskProgrammeDetail, DeskProgrammeItem } from '../../../sync/desk-programme-protocol.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { Narrowed } from '../../board.ts';
import { BoardList, MissingUnits } from '../../parts/board-list.tsx';
import { contactText } from '../../parts/contact-text.ts';
import { programmeAddressText } from '../../programme-address.ts';
import type { ProgrammeAddress } from '../../programme-address.ts';
import type { Deciding } from '../../use-deciding.ts';
import type { Loaded } from '../../use-loaded.ts';

interface ProgrammeListProps {
  deciding: Deciding<ProgrammeAddress, DeskProgrammeDetail>;
  board: Loaded<DeskProgrammeBoard>;
  found: Narrowed<DeskProgrammeItem, DeskMissingProgramme>;
  title: string;
}

/** The programmes of a year; below, the units that owe one. */
export function ProgrammeList({ deciding, board, found: { items, missing }, title }: ProgrammeListProps) {
  const year = board.value?.year ?? '';
  return (
    <BoardList
      deciding={deciding} board={board} addressText={programmeAddressText} items={items}
      words={{
        count: say(words.listCount, { count: items.length }), missingCount: say(words.missingCount, { count: missing.length }), listFailed: words.listFailed,
        empty: words.emptyList, emptyFiltered: words.emptyFiltered, caption: say(words.listCaption, { title, year }),
      }}
      columns={[
        { title: words.columnItems, cell: (item) => say(words.items, { count: item.keptCount, own: item.ownCount }) },
        { title: words.columnProgress, cell: progressText },
      ]}
      lineOf={progressText} marksOf={lateMark}
      missing={<MissingUnits missing={missing} title={say(words.missingTitle, { year })} nobody={words.nobodyMissing} columns={[{ title: words.columnContact, cell: contactText }]} />}
    />
  );
}

function progressText({ doneCount, keptCount, untoldCount }: DeskProgrammeItem): string {
  return say(words.progress, { done: doneCount, all: keptCount - untoldCount });
}

function lateMark({ lateCount }: DeskProgrammeItem): ComponentChildren {
  return lateCount > 0 && <span class="row-mark is-late"><Icon name="clock" />{say(words.lateCount, { count: lateCount })}</span>;
}
