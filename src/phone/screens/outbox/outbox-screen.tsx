import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DraftEntry } from '../../../device/draft-entry.ts';
import { taskOf } from '../../../domain/id.ts';
import type { PhotoHash } from '../../../domain/photo.ts';
import { matchesPlain } from '../../../domain/plain-fold.ts';
import type { RecordState } from '../../../domain/record-state.ts';
import { dateText } from '../../../i18n/format.ts';
import { outboxWords } from '../../../i18n/outbox-words.ts';
import { photoWords } from '../../../i18n/photo-words.ts';
import { phoneWords as words } from '../../../i18n/phone-words.ts';
import { fill, say } from '../../../i18n/say.ts';
import { searchWords } from '../../../i18n/search-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, ListItem, Section, UndoBar } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { discardDraft } from '../../actions/discard-draft.ts';
import { sendNow } from '../../actions/send-now.ts';
import { countsOf } from '../../book.ts';
import type { Book } from '../../book.ts';
import { usePhone } from '../../context.ts';
import { draftTitle } from '../../draft-title.ts';
import { useAction } from '../../parts/action-trouble.tsx';
import { ReadTrouble, TabPage } from '../../parts/frame.tsx';
import { inOutbox, isNarrowed, ofCurrentYear, outboxAddress, parseOutboxFilter, wholeOutbox } from '../../outbox-filter.ts';
import type { OutboxFilter } from '../../outbox-filter.ts';
import { MoreList } from '../../parts/more-list.tsx';
import { StorageNotice, useStorageHealth } from '../../parts/storage-notice.tsx';
import { RescueButton } from '../../parts/rescue-button.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { photoLine } from '../../photo-line.ts';
import { useUnhurried } from '../../parts/unhurried.ts';
import { useBook, useNow, useOnLine, useReference, useSyncStatus } from '../../queries.ts';
import type { RecordView } from '../../record-view.ts';
import { whenText } from '../../relative-time.ts';
import { paths } from '../../paths.ts';
import { paperTitle } from '../../report-title.ts';
import { recordSources } from '../../search-sources.ts';
import { useSearch } from '../../search-store.ts';
import { usePhotoFacts, usePhotosHeld, usePhotosLeft } from '../../use-photo-facts.ts';
import { whyText } from '../../why-text.ts';
import { ActivityListPart } from './activity-list-part.tsx';
import { CarryPart } from './carry-part.tsx';
import { FilterPart, useFilter } from './filter-part.tsx';
import { SlipRow } from './slip-row.tsx';

const undoMs = 8_000;

/** How many rows of a section stand there at first, and how many a tap brings. */
const sectionRows = 20;
const moreRows = 50;

/** Sổ gửi: everything that was written, by what it waits for. */
export function OutboxScreen({ search }: { search: string }) {
  const { value: book, error } = useBook();
  const { notebook } = usePhone().hands;
  const { run, notice } = useAction();
  const [restore, setRestore] = useState<(() => Promise<void>) | null>(null);
  useEffect(() => {
    // A refused restore holds the only copy of the words: its bar waits for another try.
    if (!restore || notice) return;
    const timer = setTimeout(() => setRestore(null), undoMs);
    return () => clearTimeout(timer);
  }, [restore, notice === null]);
  const discard = (draft: DraftEntry): void => {
    run(async () => {
      const back = await discardDraft(notebook, draft);
      setRestore(() => back);
    });
  };
  // The bar stays until the draft is back: it holds the only copy of its words.
  const undoDiscard = async (): Promise<void> => {
    await restore?.();
    setRestore(null);
  };
  const undo = restore && (
    <UndoBar text={words.draftDeleted} action={words.undo} onUndo={() => run(undoDiscard)} />
  );
  return (
    <TabPage tab="outbox" title={words.outboxTitle} counts={book && countsOf(book)} tools={<SearchLink />} undo={undo}>
      {error !== undefined && <ReadTrouble />}
      {notice}
      <StorageNotice health={useStorageHealth().health} isLink />
      {book && (
        <>
          <Contact book={book} />
          <PhotosHeld book={book} />
          {book.unreadableCount > 0 && <Unreadable count={book.unreadableCount} />}
          <Written book={book} search={search} onDiscard={discard} />
          {book.views.length > 0 && <CarryPart />}
        </>
      )}
    </TabPage>
  );
}

function SearchLink() {
  return <a class="icon-button" href={paths.search} aria-label={searchWords.entryIcon} title={searchWords.entryIcon}><Icon name="search" /></a>;
}

function Unreadable({ count }: { count: number }) {
  return (
    <Notice tone="send_error" icon="send_error">
      <p>{say(words.unreadable, { count })}</p>
      <p>{words.unreadableNext}</p>
      <RescueButton />
    </Notice>
  );
}

/** When the province last answered, and a button that is never grey. */
function Contact({ book }: { book: Book }) {
  const { runner } = usePhone().hands;
  const status = useSyncStatus();
  const onLine = useOnLine();
  const nowMs = useNow();
  const [answer, setAnswer] = useState('');
  const { waiting, stuck } = countsOf(book);
  const send = (): void => {
    sendNow(runner);
    if (!onLine) setAnswer(words.sendOffline);
    else if (waiting === 0) setAnswer(words.sendNothing);
    else setAnswer(waiting === stuck ? words.sendStuck : say(words.sendStarted, { count: waiting - stuck }));
  };
  return (
    <div class="card card-inside stack">
      <p class="muted">{status.lastContactAt ? say(words.lastContact, { when: whenText(status.lastContactAt, nowMs) }) : words.noContact}</p>
      <Button kind="other" icon="outbox" onClick={send}>{words.sendNow}</Button>
      <p class="muted" role="status">{answer}</p>
    </div>
  );
}

/** Why pictures do not go, and where that is chosen. */
function PhotosHeld({ book }: { book: Book }) {
  const isHeld = usePhotosHeld();
  const left = usePhotosLeft(book) ?? 0;
  if (!isHeld || left === 0) return null;
  return (
    <Notice tone="queued" icon="queued" title={photoWords.waitWifi} role="status">
      <p>{say(photoWords.waitWifiText, { count: left })}</p>
      <a class="button button-small button-other" href={paths.device}>{photoWords.waitWifiChange}</a>
    </Notice>
  );
}

interface Group { heading: string; states: readonly RecordState[]; rechecking?: boolean }
const groups: readonly Group[] = [
  { heading: words.sectionReturned, states: ['returned'] },
  { heading: words.sectionStuck, states: ['send_error'] },
  { heading: words.sectionQueued, states: ['queued', 'sending'] },
  { heading: words.sectionRechecking, states: ['queued'], rechecking: true },
];
const laterGroups: readonly Group[] = [
  { heading: words.sectionReceived, states: ['received'] },
  { heading: words.sectionApproved, states: ['approved'] },
  { heading: words.sectionReplaced, states: ['replaced'] },
];

/** Of every record with pictures, in one read. */
function photoHashesIn(views: readonly RecordView[]): readonly PhotoHash[] {
  return views.flatMap((view) => view.activity?.photos.map(({ hash }) => hash) ?? []);
}

interface WrittenProps { book: Book; search: string; onDiscard: (draft: DraftEntry) => void }

/** What was written, narrowed to what the address says. */
function Written({ book, search, onDiscard }: WrittenProps) {
  const { filter: chosen, change } = useFilter(parseOutboxFilter(new URLSearchParams(search)));
  const filter = useUnhurried(chosen);
  const found = useFound(book, filter.query);
  const views = useMemo(() => book.views.filter((view) => inOutbox(view, filter, found)), [book, filter, found]);
  const drafts = useMemo(() => book.drafts.filter((draft) => isDraftIn(draft, filter)), [book, filter]);
  const { value: reference } = useReference();
  const currentYear = reference?.setting.workingYear ?? null;
  const years = useMemo(() => (currentYear === null || isNarrowed(filter) ? { shown: views, aside: [] } : ofCurrentYear(views, currentYear)), [views, filter, currentYear]);
  if (book.views.length === 0 && book.drafts.length === 0) return book.unreadableCount > 0 ? null : <p>{words.outboxEmpty}</p>;
  const count = views.length + drafts.length;
  return (
    <>
      <FilterPart views={book.views} filter={chosen} count={count} onChange={change} />
      {count === 0 && <p>{outboxWords.none}</p>}
      <Listed views={years.shown} drafts={drafts} sent={book.views} filter={filter} key={`${filter.year ?? ''} ${filter.taskId ?? ''} ${filter.state ?? ''}`} onDiscard={onDiscard} />
      <OtherYears years={years.aside} />
    </>
  );
}

/** Earlier working years, one tap away. */
function OtherYears({ years }: { years: ReturnType<typeof ofCurrentYear>['aside'] }) {
  if (years.length === 0) return null;
  return (
    <section>
      <Section title={outboxWords.otherYears} />
      <Card>
        {years.map(({ year, count }) => (
          <ListItem
            key={year} icon="outbox" title={say(outboxWords.otherYear, { year })} text={say(outboxWords.otherYearText, { count })}
            href={outboxAddress({ ...wholeOutbox, year })}
          />
        ))}
      </Card>
    </section>
  );
}

/** Drawn again for another list, not for every key: the same elements are handed out until then. */
function Listed({ views, drafts, sent, filter, onDiscard }: SectionsProps & { filter: OutboxFilter }) {
  return useMemo(
    () => (
      <>
        <Sections views={views} drafts={drafts} sent={sent} onDiscard={onDiscard} />
        {views.length > 0 && <ActivityListPart views={views} filter={filter} />}
      </>
    ),
    [views, drafts, sent, filter, onDiscard],
  );
}

/** The ids that the words find; null when nothing is looked for. Nothing is folded before somebody types. */
function useFound(book: Book, query: string): ReadonlySet<string> | null {
  const { value: reference } = useReference();
  const isAsked = query.trim() !== '';
  // Once somebody has searched here, an emptied box keeps what was folded.
  const wasAsked = useRef(false);
  wasAsked.current ||= isAsked;
  const offered = useMemo(() => (wasAsked.current && reference ? { records: recordSources(book.views, reference) } : undefined), [wasAsked.current, reference, book]);
  const { index, round } = useSearch(offered);
  return useMemo(() => (isAsked ? index.matching('records', query) : null), [isAsked, index, round, query]);
}

/** A draft has no working year before it is sent: a year or another state leaves it out. */
function isDraftIn({ content }: DraftEntry, { year, taskId, state, query }: OutboxFilter): boolean {
  if (year !== null || (state !== null && state !== 'nhap')) return false;
  if (taskId !== null && (content.requirementId === null || taskOf(content.requirementId) !== taskId)) return false;
  return matchesPlain(`${content.title} ${content.note}`, query);
}

interface SectionsProps { views: readonly RecordView[]; drafts: readonly DraftEntry[]; sent: readonly RecordView[]; onDiscard: (draft: DraftEntry) => void }

function stateKey(state: RecordState, rechecking: boolean): string {
  return `${state} ${String(rechecking)}`;
}

/** In one walk: a long list would otherwise be gone through for every section. */
function groupedByState(views: readonly RecordView[]): ReadonlyMap<string, readonly RecordView[]> {
  const groups = new Map<string, RecordView[]>();
  for (const view of views) {
    const key = stateKey(view.standing.state, view.rechecking);
    const group = groups.get(key);
    if (group) group.push(view);
    else groups.set(key, [view]);
  }
  return groups;
}

function Sections({ views: all, drafts, sent, onDiscard }: SectionsProps) {
  const facts = usePhotoFacts(useMemo(() => photoHashesIn(all), [all]));
  const byState = useMemo(() => groupedByState(all), [all]);
  const recordRow = (view: RecordView): ComponentChildren => (view.slip ? <SlipRow view={view} slip={view.slip} /> : <RecordRow view={view} photos={photoLine(view, facts)} />);
  const section = ({ heading, states, rechecking = false }: Group): ComponentChildren => {
    const views = states.flatMap((state) => byState.get(stateKey(state, rechecking)) ?? []);
    if (views.length === 0) return null;
    return (
      <section key={heading} class="sent-section">
        <Section title={fill(heading, { count: views.length })} />
        <MoreList
          items={views} first={sectionRows} step={moreRows} keyOf={(view) => view.recordId}
          row={recordRow} more={(count) => say(outboxWords.more, { count })}
        />
      </section>
    );
  };
  return <>{groups.map(section)}<Drafts drafts={drafts} sent={sent} onDiscard={onDiscard} />{laterGroups.map(section)}</>;
}

/** @param photos “2/3 ảnh” while some are on their way. */
function RecordRow({ view, photos }: { view: RecordView; photos: string }) {
  const { activity, standing } = view;
  const reference = useReference().value ?? null;
  const why = whyText(view);
  const task = activity && taskOf(activity.requirementId);
  const date = activity ? dateText(activity.heldOn) : '';
  const remark = view.review?.decision === 'returned' ? view.review.remarks[0]?.text : undefined;
  const line = remark !== undefined ? say(words.rowRemark, { text: remark }) : why || (view.receipt ? say(words.rowReceipt, { number: view.receipt.number }) : '');
  return (
    <a class="item" href={paths.record(view.recordId)}>
      <span class="grow">
        <strong>{paperTitle(view, reference) ?? activity?.title ?? words.rowUnreadable}</strong>
        {task && <span class="muted digits">{task === 'C' ? say(words.rowClosing, { date }) : say(words.rowText, { task, date })}</span>}
        <span class="row-state">{!view.rechecking && <StateTag standing={standing} />}{line !== '' && <span class="muted digits">{line}</span>}{photos !== '' && <span class="photo-count digits">{photos}</span>}</span>
      </span>
      <Icon name="next" />
    </a>
  );
}

function Drafts({ drafts, sent: views, onDiscard }: Omit<SectionsProps, 'views'>) {
  const nowMs = useNow();
  if (drafts.length === 0) return null;
  const sent = new Set<string>(views.map((view) => view.recordId));
  return (
    <section>
      <Section title={say(words.sectionDrafts, { count: drafts.length })} />
      <Card>
        <ul>
          {drafts.map((draft) => {
            const title = draftTitle(draft);
            return (
              <li key={draft.draftId} class="row draft-row">
                {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the title stands three levels deep */}
                <a class="item grow" href={paths.draft(draft.draftId)}>
                  <span class="grow">
                    <strong>{sent.has(draft.recordId) ? say(words.mendDraft, { title }) : title}</strong>
                    <span class="row-state">
                      <StateTag standing={{ state: 'draft', qualifier: 'plain' }} />
                      <span class="muted digits">{whenText(draft.updatedAt, nowMs)}</span>
                    </span>
                  </span>
                </a>
                <button type="button" class="icon-button" aria-label={say(words.deleteDraft, { title })} onClick={() => onDiscard(draft)}><Icon name="bin" /></button>
              </li>
            );
          })}
        </ul>
      </Card>
    </section>
  );
}
