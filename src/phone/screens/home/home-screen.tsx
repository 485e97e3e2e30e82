import { useEffect, useMemo, useState } from 'preact/hooks';
import { dueList } from '../../../domain/due-list.ts';
import type { DueItem } from '../../../domain/due-list.ts';
import { nearOccasions } from '../../../domain/occasion.ts';
import type { PeriodId } from '../../../domain/period.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { dateText, dayMonthText, weekdayDateText } from '../../../i18n/format.ts';
import { phoneWords as words } from '../../../i18n/phone-words.ts';
import { say } from '../../../i18n/say.ts';
import { Bar } from '../../../ui/bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card, Section } from '../../../ui/list.tsx';
import { countsOf } from '../../book.ts';
import type { Book } from '../../book.ts';
import { dueFactsOf, shortUnitName } from '../../due-facts.ts';
import { fieldName } from '../../field-name.ts';
import { rememberFrame } from '../../frame-memory.ts';
import { BottomTabs, HelpLink, ReadTrouble, SampleLine, UpdateRow } from '../../parts/frame.tsx';
import { Strip } from '../../parts/strip.tsx';
import { Sun } from '../../parts/sun.tsx';
import { paths } from '../../paths.ts';
import { useBook, useNow, useReference, useTitle, useToday, useUnit } from '../../queries.ts';
import { formOf } from '../../reference.ts';
import type { Reference } from '../../reference.ts';
import { whenText } from '../../relative-time.ts';
import type { ReportProgress } from '../../report-model.ts';
import { paperPath } from '../../report-title.ts';
import { DueRow } from './due-row.tsx';
import { NineTasks } from './nine-tasks.tsx';
import { ReviewRow } from './review-row.tsx';
import { SharedRow } from './shared-row.tsx';
import { useTakePhoto } from './take-photo.tsx';

/** Việc: what is on the phone, what is to be done, how the nine tasks stand; on one page of 360 × 740. */
export function HomeScreen() {
  useTitle(`${words.homeTitle} – ${words.productShort}`);
  const unit = useUnit();
  const { value: book, error } = useBook();
  const { value: reference, error: referenceError } = useReference();
  const today = useToday(reference);
  const photo = useTakePhoto(today);
  useFrameMemory(unit.name, reference);
  const isUnread = error !== undefined || referenceError !== undefined;
  return (
    <div class="app">
      <header>
        <Bar product={words.product} title={unit.name}><HelpLink /><Sun /></Bar>
        <SampleLine />
        {book ? <Strip book={book} /> : !isUnread && <div class="strip-place" />}
      </header>
      <main>
        {isUnread && <ReadTrouble />}
        <UpdateRow />
        <div class="main-action"><Button icon="plus" href={paths.newActivity}>{words.record}</Button>{photo.button}</div>
        {photo.answer}
        <SharedRow />
        <ReviewRow unit={unit} />
        {book && reference && today && (
          <>
            <Section title={words.dueHeading}><span class="muted digits">{weekdayDateText(today)}</span></Section>
            <DueCard book={book} reference={reference} today={today} />
            {reference.tasks.length > 0 && <NineTasks book={book} reference={reference} />}
          </>
        )}
      </main>
      <BottomTabs current="home" counts={book && countsOf(book)} />
    </div>
  );
}

/** For the next opening. */
function useFrameMemory(unitName: string, reference: Reference | undefined): void {
  useEffect(() => {
    if (!reference) return;
    const { sample, workingDay } = reference.setting;
    rememberFrame({ unitName, sampleDay: sample && workingDay !== null ? dateText(workingDay) : '' });
  }, [unitName, reference]);
}

/** With the strip above and the nine tasks below they fit one page of 360 × 740. */
const mostRows = 2;

function DueCard({ book, reference, today }: { book: Book; reference: Reference; today: LocalDate }) {
  const unit = useUnit();
  const nowMs = useNow();
  const [all, setAll] = useState(false);
  const items = useMemo(() => inHomeOrder(dueList(dueFactsOf(book, reference, unit, today, nowMs))), [book, reference, unit, today, nowMs]);
  const progressOf = useProgress(items, book, reference, today);
  const paperPathOf = (recordId: string): string | null => {
    const view = book.views.find((one) => one.recordId === recordId);
    if (!view) return null;
    // One remark: its row leads to the very item.
    const [only, ...more] = view.programme && view.review ? view.review.remarks : [];
    const isOne = only?.field.startsWith('items.') && more.length === 0;
    return view.programme && only && isOne ? paths.programmeItem(view.programme.workingYear, only.field.slice('items.'.length)) : paperPath(view);
  };
  if (items.length === 0) return <Card><p class="card-inside">{nothingDue(book, reference, today)}</p></Card>;
  const fieldLabel = (recordId: string, field: string): string => {
    const activity = book.views.find((view) => view.recordId === recordId)?.activity;
    return fieldName(field, reference, activity ? formOf(reference, activity.formId, activity.formVersion) : null)
      // “Tổng giá trị (nghìn đồng)”: what is measured, without its unit.
      .replace(/\s*\(.*\)$/, '').toLocaleLowerCase('vi');
  };
  const returnedBy = (recordId: string): string | null => {
    const review = book.views.find((view) => view.recordId === recordId)?.review;
    return review ? shortUnitName(review.byUnitName) : null;
  };
  const draftWhen = (draftId: string): string => {
    const draft = book.drafts.find((one) => one.draftId === draftId);
    return draft ? whenText(draft.updatedAt, nowMs) : '';
  };
  return (
    <Card>
      <ul class="brief">
        {(all ? items : items.slice(0, mostRows)).map((item) => (
          <li key={keyOf(item)}><DueRow item={item} today={today} fieldLabel={fieldLabel} returnedBy={returnedBy} draftWhen={draftWhen} progressOf={progressOf} paperPathOf={paperPathOf} /></li>
        ))}
      </ul>
      {items.length > mostRows && (
        <Button kind="quiet" small onClick={() => setAll(!all)}>{all ? words.dueFewer : say(words.dueAll, { count: items.length })}</Button>
      )}
    </Card>
  );
}

/** What computes a report is fetched after home stands: its row says the day at once, and how much is there a moment later. */
function useProgress(items: readonly DueItem[], book: Book, reference: Reference, today: LocalDate): (periodId: PeriodId) => ReportProgress | null {
  const unit = useUnit();
  const [found, setFound] = useState<ReadonlyMap<PeriodId, ReportProgress>>(new Map());
  const periodIds = items.flatMap((item) => (item.kind === 'report' ? [item.report.period.id] : []));
  const wanted = periodIds.join(' ');
  useEffect(() => {
    if (wanted === '') return;
    const state = { isStopped: false };
    void import('../../report-model.ts').then(({ progressOf }) => {
      if (state.isStopped) return;
      setFound(new Map(periodIds.flatMap((id) => {
        const progress = progressOf(id, { book, reference, unit, today });
        return progress ? [[id, progress] as const] : [];
      })));
    }, () => undefined);
    return () => {
      state.isStopped = true;
    };
  }, [wanted, book, reference, unit, today]);
  return (periodId) => found.get(periodId) ?? null;
}

/** What was begun comes before what only comes near; of several reports the one that presses most stands for all. */
function inHomeOrder(items: readonly DueItem[]): readonly DueItem[] {
  const first = items.find((item) => item.kind === 'report');
  const rank = (item: DueItem): number => (item.kind === 'occasion' ? 2 : item.kind === 'draft' ? 1 : (item.kind === 'report' && item !== first) || (item.kind === 'programme' && !item.isYoung) ? 3 : 0);
  return items.toSorted((one, next) => rank(one) - rank(next));
}

function keyOf(item: DueItem): string {
  switch (item.kind) {
    case 'returned':
      return item.recordId;
    case 'occasion':
      return item.occasionId;
    case 'draft':
      return item.draftId;
    case 'report':
      return item.report.period.id;
    case 'programme':
    case 'unsent':
      return item.kind;
  }
}

function nothingDue(book: Book, reference: Reference, today: LocalDate): string {
  if (!reference.isComplete) return words.notDownloaded;
  if (book.views.length === 0) return words.dueFirst;
  const next = nearOccasions(reference.occasions, today, 0, 366).find((one) => one.inDays > 0);
  return next?.occasion.startsOn ? say(words.dueNext, { date: dayMonthText(next.occasion.startsOn) }) : words.dueNone;
}
