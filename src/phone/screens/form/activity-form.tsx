import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DraftEntry } from '../../../device/draft-entry.ts';
import { troubleOf } from '../../../device/trouble.ts';
import type { Trouble } from '../../../device/trouble.ts';
import type { SoftWarning } from '../../../domain/activity-check.ts';
import type { ActivityDraft } from '../../../domain/activity.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Suggestion } from '../../../domain/suggestion.ts';
import type { Instant, LocalDate } from '../../../domain/time.ts';
import type { Unit } from '../../../domain/unit.ts';
import { timeText } from '../../../i18n/format.ts';
import { formWords as words } from '../../../i18n/form-words.ts';
import { phoneWords } from '../../../i18n/phone-words.ts';
import { say } from '../../../i18n/say.ts';
import { Head } from '../../../ui/bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Still } from '../../../ui/still.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { saveDraft } from '../../actions/save-draft.ts';
import { submitActivity } from '../../actions/submit-activity.ts';
import { activityContext } from '../../activity-context.ts';
import type { Book } from '../../book.ts';
import { usePhone } from '../../context.ts';
import { HelpLink, SampleLine } from '../../parts/frame.tsx';
import { Sun } from '../../parts/sun.tsx';
import { useOnLine, useSyncStatus, useTitle } from '../../queries.ts';
import type { Reference } from '../../reference.ts';
import { goBack, goTo, renameAddress } from '../../router.ts';
import { paths } from '../../paths.ts';
import { draftSaver, finishLeft } from './draft-saver.ts';
import { FormFields } from './form-fields.tsx';
import type { PhotoHands } from './photo-box.tsx';
import { inPageOrder, questionText, remarksOf, sentenceOf } from './remarks.ts';

interface ActivityFormProps {
  draft: DraftEntry;
  suggestion: Suggestion | null;
  resumed: boolean;
  reference: Reference;
  book: Book;
  today: LocalDate;
  unit: Unit;
}

/** From then on a save is said to be under way; most are over by then. */
const slowMs = 700;

/** The phone refused to write. `answerTo` counts the tap it answers; 0 is an autosave, which must not pull the focus away from typing. */
interface SaveRefusal { readonly trouble: Trouble; readonly answerTo: number }

export function ActivityForm({ draft: opened, suggestion, resumed, reference, book, today, unit }: ActivityFormProps) {
  const phone = usePhone();
  const { notebook } = phone.hands;
  const view = book.views.find((one) => one.recordId === opened.recordId) ?? null;
  const isMend = view !== null;
  const remarks = useMemo(() => remarksOf(view), [view]);
  const [draft, setDraft] = useState(opened);
  const [savedAt, setSavedAt] = useState<Instant | null>(resumed ? opened.updatedAt : null);
  const [trouble, setTrouble] = useState<SaveRefusal | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [questions, setQuestions] = useState<readonly SoftWarning[]>([]);
  /** The very words that the questions were asked of: of others they may be answered by nobody. */
  const [asked, setAsked] = useState<ActivityDraft | null>(null);
  /** Counts the tries, so that the summary takes the focus again each time. */
  const [tries, setTries] = useState(0);
  const busy = useRef(false);
  const isHere = useRef(true);
  const saver = useMemo(
    () => draftSaver(
      (one) => saveDraft(notebook, one),
      (at) => {
        setSavedAt(at);
        setTrouble(null);
        // From now on a reload finds the draft by its address.
        if (isHere.current) renameAddress(paths.draft(opened.draftId));
      },
      (error) => setTrouble({ trouble: troubleOf(error), answerTo: 0 }),
    ),
    [notebook],
  );

  /** The draft as it is now: a picture may be ready long after the page was drawn. */
  const latest = useRef(opened);
  const work = useRef<Promise<void>>(Promise.resolve());
  const change = useMemo(() => (changed: (content: ActivityDraft) => ActivityDraft): void => {
    latest.current = { ...latest.current, content: changed(latest.current.content) };
    setDraft(latest.current);
    saver.touch(latest.current);
  }, [saver]);
  const areWordsRefused = trouble !== null;
  const photoHands = useMemo<PhotoHands>(() => ({
    onPhotos: (changed) => change((now) => ({ ...now, photos: [...changed(now.photos)] })),
    onKeep: () => {
      saver.touch(latest.current);
      return saver.flush();
    },
    onWork: (one) => {
      work.current = Promise.allSettled([work.current, one]).then(() => undefined);
    },
    areWordsRefused,
  }), [saver, areWordsRefused]);
  useEffect(() => {
    const onHide = (): void => void saver.flush();
    document.addEventListener('visibilitychange', onHide);
    addEventListener('pagehide', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      removeEventListener('pagehide', onHide);
      isHere.current = false;
      finishLeft(opened.draftId, saver, work.current);
    };
  }, [saver]);

  /** The store lets the officer wait: said, or the tap would seem to have missed. */
  const [isSlow, setSlow] = useState(false);
  const submit = async (confirmed: readonly string[]): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    const timer = setTimeout(() => setSlow(true), slowMs);
    try {
      await trySubmit(confirmed);
    } catch (error) {
      // Our own mistake. The words stay, the tap is answered, and the next one is not swallowed.
      setTrouble({ trouble: troubleOf(error), answerTo: tries + 1 });
      setTries(tries + 1);
      saver.resume();
    } finally {
      clearTimeout(timer);
      setSlow(false);
      busy.current = false;
    }
  };
  const trySubmit = async (confirmed: readonly string[]): Promise<void> => {
    // What was chosen just now goes along, as soon as it is small.
    await work.current;
    const { content } = latest.current;
    const final = { ...latest.current, content: { ...content, confirmed: [...new Set([...content.confirmed, ...confirmed])] } };
    // Kept as a draft where it is not sent after all. A form nobody has touched leaves no draft behind.
    if (resumed || latest.current !== opened) {
      latest.current = final;
      setDraft(final);
      saver.touch(final);
    }
    // The submission is one durable write of its own; what is typed meanwhile must not bring the sent draft back.
    await saver.pause();
    const result = await submitActivity(phone, final, activityContext({ reference, unit, today, book }, final.content, final.recordId));
    setProblems(result.kind === 'problems' ? result.problems : []);
    setQuestions(result.kind === 'questions' ? result.questions : []);
    setAsked(result.kind === 'questions' ? latest.current.content : null);
    setTrouble(result.kind === 'trouble' ? { trouble: result.trouble, answerTo: tries + 1 } : null);
    setTries(tries + 1);
    if (result.kind !== 'saved') return saver.resume();
    saver.stop();
    isHere.current = false;
    goTo(paths.saved(final.recordId), true);
  };
  const title = isMend ? words.mendTitle : words.title;
  const tabTitle = `${title} – ${phoneWords.productShort}`;
  useTitle(problems.length > 0 ? say(words.errorTitle, { title: tabTitle }) : tabTitle);
  return (
    <div class="app">
      <Head
        title={title} backHref={isMend ? paths.record(opened.recordId) : paths.home} backLabel={phoneWords.back}
        onBack={(event) => { event.preventDefault(); void saver.flush().then(() => goBack(isMend ? paths.record(opened.recordId) : paths.home)); }}
        note={<SavedNote savedAt={savedAt} isRefused={trouble !== null} />}
      >
        <HelpLink />
        <Sun />
      </Head>
      <main>
        <SampleLine />
        {resumed && !isMend && problems.length === 0 && questions.length === 0 && <ResumedBanner at={opened.updatedAt} />}
        {trouble && <SaveTrouble key={trouble.answerTo} trouble={trouble.trouble} isAnswer={trouble.answerTo > 0} />}
        {problems.length > 0 && <Problems key={tries} problems={problems} />}
        {questions.length > 0 && <Questions key={tries} questions={questions} />}
        {isMend && <p class="lead">{view.activity?.title}</p>}
        {isMend && remarks.size > 0 && <p class="label">{words.mendHint}</p>}
        <form id="activity" noValidate onSubmit={(event) => { event.preventDefault(); void submit([]); }}>
          <FormFields
            content={draft.content} onContent={change} reference={reference} today={today} unit={unit} suggestion={suggestion}
            problems={problems} remarks={remarks} photoHands={photoHands}
          />
        </form>
      </main>
      <Foot frozen={book.frozen} isSlow={isSlow}>
        {questions.length > 0 && draft.content === asked
          ? <Still key={tries}><Button onClick={() => void submit(questions.map((question) => question.id))}>{words.sendAnyway}</Button></Still>
          : <Button type="submit" form="activity">{isMend ? words.submitMend : words.submit}</Button>}
      </Foot>
    </div>
  );
}

/** Polite, and never more than once a minute: the sentence holds hours and minutes only. */
function SavedNote({ savedAt, isRefused }: { savedAt: Instant | null; isRefused: boolean }) {
  return (
    <span class={isRefused ? 'head-note is-bad' : savedAt ? 'head-note' : 'head-note is-quiet'} role="status">
      {savedAt && !isRefused && <Icon name="tick" />}
      {isRefused ? words.notSaved : savedAt ? say(words.savedAt, { time: timeText(savedAt) }) : words.notYet}
    </span>
  );
}

function ResumedBanner({ at }: { at: Instant }) {
  return (
    <Notice tone="draft" icon="draft">
      <p>{say(words.resumed, { time: timeText(at) })}</p>
      <a class="button button-small button-other" href={paths.freshActivity}>{words.another}</a>
    </Notice>
  );
}

/** As the answer to a tap it takes the focus; while typing it only says so, and the head says it too. */
function SaveTrouble({ trouble, isAnswer }: { trouble: Trouble; isAnswer: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isAnswer) return;
    box.current?.focus();
    scrollTo(0, 0);
  }, []);
  const isFull = trouble.code === 'storage-full';
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="error" icon="send_error" title={isFull ? words.full : words.broken} role="alert">
        <p>{isFull ? words.fullText : words.brokenText}</p>
        <p class="digits">{say(words.cause, { cause: trouble.cause })}</p>
      </Notice>
    </div>
  );
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const items = inPageOrder(problems).map((problem) => ({ id: `f-${problem.field ?? 'title'}`, text: sentenceOf(problem) }));
  return <ErrorSummary title={say(words.errors, { count: items.length })} items={items} />;
}

function Questions({ questions }: { questions: readonly SoftWarning[] }) {
  return <ErrorSummary title={words.questions} items={questions.map((question) => ({ id: `f-${question.field}`, text: questionText(question) }))} tone="queued" />;
}

function Foot({ frozen, isSlow, children }: { frozen: boolean; isSlow: boolean; children: ComponentChildren }) {
  const onLine = useOnLine();
  const isWeak = useSyncStatus().lastOutcome?.kind === 'unknown';
  const sentence = frozen ? words.footFrozen : !onLine ? words.footOffline : isWeak ? words.footWeak : words.footOnline;
  return (
    <div class="foot" role="region" aria-label={words.footRegion}>
      {!isSlow && <p class={onLine && !isWeak && !frozen ? 'is-online' : undefined}><Icon name={onLine && !isWeak ? 'signal' : 'offline'} /><span>{sentence}</span></p>}
      <p role="status" class={isSlow ? undefined : 'unseen'}>{isSlow && <><Icon name="sending" /><span>{words.saving}</span></>}</p>
      {children}
    </div>
  );
}
