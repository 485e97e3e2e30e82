import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { randomBytes } from '../../../device/keys.ts';
import { readReportDraft } from '../../../device/report-draft-entry.ts';
import type { ReportDraftEntry } from '../../../device/report-draft-entry.ts';
import { troubleOf } from '../../../device/trouble.ts';
import type { Trouble } from '../../../device/trouble.ts';
import { TaskId, uuidV7 } from '../../../domain/id.ts';
import type { PeriodId } from '../../../domain/period.ts';
import type { ReportDraft } from '../../../domain/report-draft.ts';
import { instantOf } from '../../../domain/time.ts';
import type { Instant } from '../../../domain/time.ts';
import { timeText } from '../../../i18n/format.ts';
import { reportTitleWords } from '../../../i18n/report-title-words.ts';
import { reportPageWords as words } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { usePhone } from '../../context.ts';
import type { PhoneContext } from '../../context.ts';
import { ActionTrouble } from '../../parts/action-trouble.tsx';
import { InnerPage, TroublePage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import { useBook, useReference, useToday, useUnit } from '../../queries.ts';
import { addsUp, draftIn, factsIn, mendedDraft, newReportEntry, reportFacts } from '../../report-model.ts';
import type { ReportFacts, ReportParts } from '../../report-model.ts';
import { reportTitle, reportView } from '../../report-title.ts';
import { draftSaver, finishLeft, takeOver } from '../form/draft-saver.ts';
import { CheckPage } from './check-page.tsx';
import { PartsPage } from './parts-page.tsx';
import type { ReportPageProps } from './report-part.ts';
import { SectionPage } from './section-page.tsx';
import { SentPage } from './sent-page.tsx';
import { TaskPage } from './task-page.tsx';
import { ViewPage } from './view-page.tsx';

interface ReportScreenProps { periodId: PeriodId; part: string | null; isMend: boolean }

/** One report: its list of parts, each part on a page of its own, the check of the answers; once it is sent, what was sent. */
export function ReportScreen(props: ReportScreenProps) {
  return addsUp(useUnit()) ? <SummedReport {...props} /> : <ReadReport {...props} />;
}

/** What adds up is fetched on the phones of upper unions only. */
function SummedReport(props: ReportScreenProps) {
  const [part, setPart] = useState<typeof import('./with-sum.tsx') | 'lost' | null>(null);
  useEffect(() => void import('./with-sum.tsx').then(setPart, () => setPart('lost')), []);
  if (part === null) return null;
  if (part === 'lost') return <TroublePage title={reportTitleWords.plainTitle} backHref={paths.home} />;
  return <part.WithSum>{(addUp) => <ReadReport {...props} addUp={addUp} />}</part.WithSum>;
}

function ReadReport({ periodId, part, isMend, addUp }: ReportScreenProps & Pick<ReportParts, 'addUp'>) {
  const unit = useUnit();
  const { value: book, error: bookError } = useBook();
  const { value: reference, error } = useReference();
  const today = useToday(reference);
  const facts = useMemo(
    () => (book && reference && today ? reportFacts(periodId, { book, reference, unit, today, ...(addUp ? { addUp } : {}) }) : undefined),
    [book, reference, today, unit, periodId, addUp],
  );
  if (!book || !reference || facts === undefined) {
    return bookError !== undefined || error !== undefined ? <TroublePage title={reportTitleWords.plainTitle} backHref={paths.home} /> : null;
  }
  const title = reportTitle(periodId, reference);
  if (facts === null) return <InnerPage title={title} backHref={paths.reports}><p>{words.notPublished}</p></InnerPage>;
  if (!facts.period.isReport) return <ViewPage facts={facts} title={title} />;
  return <FromStore key={`${unit.id} ${periodId}`} facts={facts} title={title} part={part} isMend={isMend} />;
}

interface OpenedProps { facts: ReportFacts; title: string; part: string | null; isMend: boolean }

/** From the store itself: what the lists know of a draft may be older than the letter typed before the page was left. */
function FromStore(props: OpenedProps) {
  const { hands, identity } = usePhone();
  const { period: { id: periodId }, unit } = props.facts;
  const [kept, setKept] = useState<Kept | 'unread'>();
  useEffect(() => {
    void takeOver(periodId).then(async (refused) => [readReportDraft(refused), ...(await hands.notebook.reportDrafts())]).then(
      (all) => {
        const drafts = all.flatMap((one) => {
          const draft = one?.officerId === identity.officer.id && one.periodId === periodId ? draftIn(one) : null;
          return one && draft ? [{ entry: one, draft }] : [];
        });
        setKept({ stored: drafts.find(({ draft }) => draft.unitId === unit.id)?.entry ?? null, elsewhere: drafts.find(({ draft }) => draft.unitId !== unit.id)?.draft ?? null });
      },
      () => setKept('unread'),
    );
  }, []);
  if (kept === undefined) return null;
  return kept === 'unread' ? <TroublePage title={props.title} backHref={paths.home} /> : <Opened {...props} {...kept} />;
}

interface Kept {
  stored: ReportDraftEntry | null;
  /** Begun for the same period when the phone wrote for another unit: kept, and its words may be taken over. */
  elsewhere: ReportDraft | null;
}

function Opened({ facts: newest, title, part, isMend, stored, elsewhere }: OpenedProps & Kept) {
  const phone = usePhone();
  const { notebook } = phone.hands;
  const { book, period } = newest;
  const view = reportView(book, period.id, newest.unit.id);
  // Begun before a colleague sent the report of this period: it goes on as an edit of that one, or not at all.
  const isStray = stored !== null && view !== null && (stored.base === null || stored.recordId !== view.recordId);
  const kept = isStray ? null : stored;
  const [entry, setEntry] = useState<ReportDraftEntry | null>(() => kept ?? (view ? null : newEntry(phone, newest)));
  const [savedAt, setSavedAt] = useState<Instant | null>(kept?.updatedAt ?? null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const latest = useRef(entry);
  const saver = useMemo(() => draftSaver<ReportDraftEntry>(
    async (one) => {
      const updatedAt = instantOf(Date.now());
      await notebook.saveReportDraft({ ...one, updatedAt });
      return updatedAt;
    },
    (at) => {
      setSavedAt(at);
      setTrouble(null);
    },
    (error) => setTrouble(troubleOf(error)),
  ), [notebook]);
  useEffect(() => {
    const flush = (): void => void saver.flush();
    document.addEventListener('visibilitychange', flush);
    addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      removeEventListener('pagehide', flush);
      finishLeft(period.id, saver, Promise.resolve());
    };
  }, [saver]);
  const open = (next: ReportDraftEntry): void => {
    latest.current = next;
    setEntry(next);
    saver.touch(next);
  };
  const draft = entry && draftIn(entry);
  // A report goes on with the list of indicators that it was begun with.
  const version = draft?.indicatorVersion ?? view?.report?.indicatorVersion ?? newest.set.version;
  const facts = useMemo(() => factsIn(newest, version), [newest, version]);
  if (!entry || !draft) {
    if (!view?.report) return null;
    const { report } = view;
    const adopt = isStray ? () => open({ ...stored, recordId: view.recordId, base: view.nextBase }) : null;
    return <SentPage view={view} report={report} facts={facts} title={title} onAdopt={adopt} onMend={() => open({ ...newEntry(phone, facts), recordId: view.recordId, base: view.nextBase, report: { ...mendedDraft(report, facts) } })} />;
  }
  const change = (report: ReportDraft): void => {
    if (latest.current) open({ ...latest.current, report: { ...report } });
  };
  const note = trouble ? words.notKept : savedAt ? say(words.kept, { time: timeText(savedAt) }) : '';
  const others = elsewhere ?? book.views.find(({ report }) => report?.periodId === period.id && report.unitId !== newest.unit.id)?.report ?? null;
  const props: ReportPageProps = { facts, newest, draft, entry, view, title, note, elsewhere: others, change, saver };
  const task = TaskId.safeParse(part).data;
  return (
    <>
      {trouble && <ActionTrouble trouble={trouble} />}
      {part === null ? <PartsPage {...props} /> : part === 'xem-lai' ? <CheckPage {...props} />
        : task ? <TaskPage key={part} {...props} taskId={task} isMend={isMend} /> : <SectionPage key={part} {...props} part={part} isMend={isMend} />}
    </>
  );
}

function newEntry({ identity }: PhoneContext, facts: ReportFacts): ReportDraftEntry {
  const nowMs = Date.now();
  return newReportEntry(facts, identity.officer.id, uuidV7(nowMs, randomBytes(10)), instantOf(nowMs));
}
