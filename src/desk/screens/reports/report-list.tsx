import type { ComponentChildren } from 'preact';
import type { LocalDate } from '../../../domain/time.ts';
import { deskReportWords as words } from '../../../i18n/desk-report-words.ts';
import { dayTimeText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskMissingReport, DeskReportBoard, DeskReportDetail, DeskReportItem } from '../../../sync/desk-report-protocol.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Tag } from '../../../ui/strip.tsx';
import type { Narrowed } from '../../board.ts';
import { BoardList, MissingUnits } from '../../parts/board-list.tsx';
import { contactText } from '../../parts/contact-text.ts';
import { reportAddressText } from '../../report-address.ts';
import type { ReportAddress } from '../../report-address.ts';
import type { Deciding } from '../../use-deciding.ts';
import type { Loaded } from '../../use-loaded.ts';
import { dueText, lateText, periodText } from './report-words.ts';

interface ReportListProps {
  deciding: Deciding<ReportAddress, DeskReportDetail>;
  board: Loaded<DeskReportBoard>;
  found: Narrowed<DeskReportItem, DeskMissingReport>;
  title: string;
  today: LocalDate;
}

/** The reports of a period; below, the units that owe one. */
export function ReportList({ deciding, board, found: { items, missing }, title, today }: ReportListProps) {
  const period = board.value?.period ?? null;
  const name = period === null ? '' : periodText(period);
  const dueCell = ({ inDays, dueOn }: DeskMissingReport): ComponentChildren => (inDays < 0 ? <Tag tone="error" icon="clock">{dueText(dueOn, today)}</Tag> : dueText(dueOn, today));
  return (
    <BoardList
      deciding={deciding} board={board} addressText={reportAddressText} items={items} none={period === null ? words.noPeriods : null}
      words={{
        count: say(words.listCount, { count: items.length }), missingCount: say(words.missingCount, { count: missing.length }), listFailed: words.listFailed,
        empty: words.emptyList, emptyFiltered: words.emptyFiltered, caption: say(words.listCaption, { title, period: name }),
      }}
      columns={[
        { title: words.columnSent, cell: ({ sentAt }) => dayTimeText(sentAt) },
        { title: words.columnDue, cell: lateText, isLate: ({ daysLate }) => daysLate > 0 },
      ]}
      lineOf={({ sentAt }) => dayTimeText(sentAt)} marksOf={marks}
      missing={(
        <MissingUnits
          missing={missing} title={say(words.missingTitle, { period: name })} nobody={words.nobodyMissing} lineOf={contactText}
          columns={[
            { title: words.columnContact, cell: contactText, isWide: true },
            { title: words.columnDue, cell: dueCell },
          ]}
        />
      )}
    />
  );
}

function marks({ isLocked, daysLate, correctedCount }: DeskReportItem): ComponentChildren {
  return (
    <>
      {isLocked && <span class="row-mark"><Icon name="tick" />{words.locked}</span>}
      {daysLate > 0 && <span class="row-mark is-late row-late"><Icon name="clock" />{say(words.lateShort, { count: daysLate })}</span>}
      {correctedCount > 0 && <span class="row-mark is-flag"><Icon name="draft" />{say(words.correctedCount, { count: correctedCount })}</span>}
    </>
  );
}
