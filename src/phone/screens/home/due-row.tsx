import type { DueItem } from '../../../domain/due-list.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { tileDayText, tileMonthText } from '../../../i18n/format.ts';
import { phoneWords as words } from '../../../i18n/phone-words.ts';
import { say } from '../../../i18n/say.ts';
import type { PeriodId } from '../../../domain/period.ts';
import { ListItem } from '../../../ui/list.tsx';
import { dayText, listText, shortDateText } from '../../relative-time.ts';
import { paths } from '../../paths.ts';
import { shortReportTitle } from '../../report-title.ts';
import { dueText } from '../report/due-text.ts';

interface DueRowProps {
  item: DueItem;
  today: LocalDate;
  /** Label of a field of a returned record, in small letters. */
  fieldLabel: (recordId: string, field: string) => string;
  /** Who returned a record, short; null when no person did. */
  returnedBy: (recordId: string) => string | null;
  draftWhen: (draftId: string) => string;
  /** How much of a report stands there by itself; null until that is counted. */
  progressOf: (periodId: PeriodId) => { readonly done: number; readonly all: number } | null;
  /** The page of a record that is a report or a programme; null for an activity. */
  paperPathOf: (recordId: string) => string | null;
}

/** One thing to do, with the very next step behind it. */
export function DueRow({ item, today, fieldLabel, returnedBy, draftWhen, progressOf, paperPathOf }: DueRowProps) {
  switch (item.kind) {
    case 'returned': {
      const [only] = item.fields;
      const path = paperPathOf(item.recordId);
      const title = item.fields.length === 1 && only !== undefined && path === null
        ? say(words.dueReturned, { field: fieldLabel(item.recordId, only) })
        : say(words.dueReturnedTitle, { title: item.title });
      return <ListItem icon="returned" tone="returned" href={path ?? paths.record(item.recordId)} title={title} text={returnedText(item, today, returnedBy(item.recordId))} />;
    }
    case 'unsent':
      return (
        <ListItem
          icon="queued" tone="queued" href={paths.outbox} title={say(words.dueUnsent, { count: item.count })}
          text={say(words.dueUnsentText, { days: item.forDays })}
        />
      );
    case 'report':
      return (
        <ListItem
          icon="directive" tone={item.report.state === 'late' ? 'error' : 'plain'} href={paths.report(item.report.period.id)}
          title={shortReportTitle(item.report.period)} text={dueText(item.report, progressOf(item.report.period.id))}
        />
      );
    case 'programme':
      return (
        <ListItem
          icon="directive" href={paths.programme(item.workingYear)} title={say(words.programmeTitle, { year: item.workingYear })}
          text={item.isBegun ? words.dueProgrammeBegun : words.dueProgramme}
        />
      );
    case 'occasion':
      return (
        <ListItem
          day={{ number: tileDayText(item.startsOn), month: tileMonthText(item.startsOn) }} href={paths.newForOccasion(item.occasionId)}
          title={item.shortTitle} text={occasionText(item.inDays, listText(item.taskIds))}
        />
      );
    case 'draft':
      return (
        <ListItem
          icon="draft" tone="draft" href={paths.draft(item.draftId)} title={item.title}
          text={say(words.dueDraftText, { when: draftWhen(item.draftId) })}
        />
      );
  }
}

function returnedText(item: DueItem & { kind: 'returned' }, today: LocalDate, unit: string | null): string {
  const count = item.fields.length;
  if (unit === null) return count === 0 ? words.dueTwoVersions : say(words.dueMachineText, { count });
  const when = dayText(item.returnedOn, today);
  if (item.dueOn === null) return say(words.dueReturnedText, { unit, when, count });
  return say(item.dueOn < today ? words.dueReturnedLate : words.dueReturnedDue, { unit, when, date: shortDateText(item.dueOn, today) });
}

function occasionText(days: number, tasks: string): string {
  if (days > 1) return say(words.occasionDays, { days, tasks });
  if (days === 1) return say(words.occasionTomorrow, { tasks });
  return say(days === 0 ? words.occasionToday : words.occasionYesterday, { tasks });
}
