import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DraftEntry } from '../../../device/draft-entry.ts';
import { taskOf } from '../../../domain/id.ts';
import type { PhotoHash } from '../../../domain/photo.ts';
import type { RecordState } from '../../../domain/record-state.ts';
import { dateText } from '../../../i18n/format.ts';
import { phoneWords as words } from '../../../i18n/phone-words.ts';
import { fill, say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Section, UndoBar } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { discardDraft } from '../../actions/discard-draft.ts';
import { sendNow } from '../../actions/send-now.ts';
import { countsOf } from '../../book.ts';
import type { Book } from '../../book.ts';
import { usePhone } from '../../context.ts';
import { draftTitle } from '../../draft-title.ts';
import { useAction } from '../../parts/action-trouble.tsx';
import { ReadTrouble, TabPage } from '../../parts/frame.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { photoLine } from '../../photo-line.ts';
import { useBook, useNow, useOnLine, useSyncStatus } from '../../queries.ts';
import type { RecordView } from '../../record-view.ts';
import { whenText } from '../../relative-time.ts';
import { paths } from '../../routes.ts';
import { usePhotoFacts } from '../../use-photo-facts.ts';
import { whyText } from '../../why-text.ts';

const undoMs = 8_000;

/** Sổ gửi: everything that was written, by what it waits for. */
export function OutboxScreen() {
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
    <TabPage tab="outbox" title={words.outboxTitle} counts={book && countsOf(book)} undo={undo}>
      {error !== undefined && <ReadTrouble />}
      {notice}
      {book && (
        <>
          <Contact book={book} />
          {book.unreadableCount > 0 && <Unreadable count={book.unreadableCount} />}
          <Sections book={book} onDiscard={discard} />
        </>
      )}
    </TabPage>
  );
}

function Unreadable({ count }: { count: number }) {
  return (
    <Notice tone="send_error" icon="send_error">
      <p>{say(words.unreadable, { count })}</p>
      <p>{words.unreadableNext}</p>
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
function photoHashesIn(book: Book): readonly PhotoHash[] {
  return book.views.flatMap((view) => view.activity?.photos.map(({ hash }) => hash) ?? []);
}

function Sections({ book, onDiscard }: { book: Book; onDiscard: (draft: DraftEntry) => void }) {
  const facts = usePhotoFacts(photoHashesIn(book));
  if (book.views.length === 0 && book.drafts.length === 0 && book.unreadableCount > 0) return null;
  if (book.views.length === 0 && book.drafts.length === 0) return <p>{words.outboxEmpty}</p>;
  const section = ({ heading, states, rechecking = false }: Group): ComponentChildren => {
    const views = book.views.filter((view) => states.includes(view.standing.state) && view.rechecking === rechecking);
    if (views.length === 0) return null;
    return (
      <section key={heading}>
        <Section title={fill(heading, { count: views.length })} />
        <Card><ul>{views.map((view) => <li key={view.recordId}><RecordRow view={view} photos={photoLine(view, facts)} /></li>)}</ul></Card>
      </section>
    );
  };
  return <>{groups.map(section)}<Drafts book={book} onDiscard={onDiscard} />{laterGroups.map(section)}</>;
}

/** @param photos “2/3 ảnh” while some are on their way. */
function RecordRow({ view, photos }: { view: RecordView; photos: string }) {
  const { activity, standing } = view;
  const why = whyText(view);
  const task = activity && taskOf(activity.requirementId);
  const date = activity ? dateText(activity.heldOn) : '';
  const remark = view.review?.decision === 'returned' ? view.review.remarks[0]?.text : undefined;
  const line = remark !== undefined ? say(words.rowRemark, { text: remark }) : why || (view.receipt ? say(words.rowReceipt, { number: view.receipt.number }) : '');
  return (
    <a class="item" href={paths.record(view.recordId)}>
      <span class="grow">
        <strong>{activity?.title ?? words.rowUnreadable}</strong>
        {task && <span class="muted digits">{task === 'C' ? say(words.rowClosing, { date }) : say(words.rowText, { task, date })}</span>}
        <span class="row-state">{!view.rechecking && <StateTag standing={standing} />}{line !== '' && <span class="muted digits">{line}</span>}{photos !== '' && <span class="photo-count digits">{photos}</span>}</span>
      </span>
      <Icon name="next" />
    </a>
  );
}

function Drafts({ book, onDiscard }: { book: Book; onDiscard: (draft: DraftEntry) => void }) {
  const nowMs = useNow();
  if (book.drafts.length === 0) return null;
  const sent = new Set<string>(book.views.map((view) => view.recordId));
  return (
    <section>
      <Section title={say(words.sectionDrafts, { count: book.drafts.length })} />
      <Card>
        <ul>
          {book.drafts.map((draft) => {
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
