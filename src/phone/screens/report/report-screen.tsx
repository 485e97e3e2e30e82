import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { randomBytes } from '../../../device/keys.ts';
import { readReportDraft } from '../../../device/report-draft-entry.ts';
import type { ReportDraftEntry } from '../../../device/report-draft-entry.ts';
import { troubleOf } from '../../../device/trouble.ts';
import type { Trouble } from '../../../device/trouble.ts';
import { TaskId, uuidV7 } from '../../../domain/id.ts';
import type { PeriodId } from '../../../domain/period.ts';
import { draftOfReport } from '../../../domain/report-draft.ts';
import type { ReportDraft } from '../../../domain/report-draft.ts';
import { instantOf } from '../../../domain/time.ts';
import type { Instant } from '../../../domain/time.ts';
import { timeText } from '../../../i18n/format.ts';
import { reportPageWords as words } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { usePhone } from '../../context.ts';
import type { PhoneContext } from '../../context.ts';
import { ActionTrouble } from '../../parts/action-trouble.tsx';
import { InnerPage, TroublePage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import { useBook, useReference, useToday, useUnit } from '../../queries.ts';
import { draftIn, newReportEntry, reportFacts } from '../../report-model.ts';
import type { ReportFacts } from '../../report-model.ts';
import { reportTitle, reportView } from '../../report-title.ts';
import { draftSaver, finishLeft, takeOver } from '../form/draft-saver.ts';
import { CheckPage } from './check-page.tsx';
import { PartsPage } from './parts-page.tsx';
import type { ReportPageProps } from './report-part.ts';
import { SectionPage } from './section-page.tsx';
import { SentPage } from './sent-page.tsx';
import { TaskPage } from './task-page.tsx';

/** One report: its list of parts, each part on a page of its own, the check of the answers; once it is sent, what was sent. */
export function ReportScreen({ periodId, part, isMend }: { periodId: PeriodId; part: string | null; isMend: boolean }) {
  const unit = useUnit();
  const { value: book, error: bookError } = useBook();
  const { value: reference, error } = useReference();
  const today = useToday(reference);
  const facts = useMemo(
    () => (book && reference && today ? reportFacts(periodId, { book, reference, unit, today }) : undefined),
    [book, reference, today, unit, periodId],
  );
  if (!book || !reference || facts === undefined) {
    return bookError !== undefined || error !== undefined ? <TroublePage title={words.plainTitle} backHref={paths.home} /> : null;
  }
  const title = reportTitle(periodId, reference.calendar);
  if (facts === null) return <InnerPage title={title} backHref={paths.reports}><p>{words.notPublished}</p></InnerPage>;
  return <FromStore key={`${unit.id} ${periodId}`} facts={facts} title={title} part={part} isMend={isMend} />;
}

interface OpenedProps { facts: ReportFacts; title: string; part: string | null; isMend: boolean }

/** From the store itself: what the lists know of a draft may be older than the letter typed before the page was left. */
function FromStore(props: OpenedProps) {
  const { hands, identity } = usePhone();
  const periodId = props.facts.period.id;
  const [kept, setKept] = useState<ReportDraftEntry | null | 'unread'>();
  useEffect(() => {
    void takeOver(periodId).then(async (refused) => [readReportDraft(refused), ...(await hands.notebook.reportDrafts())]).then(
      (all) => setKept(all.find((one) => one?.officerId === identity.officer.id && one.periodId === periodId && draftIn(one) !== null) ?? null),
      () => setKept('unread'),
    );
  }, []);
  if (kept === undefined) return null;
  return kept === 'unread' ? <TroublePage title={props.title} backHref={paths.home} /> : <Opened {...props} stored={kept} />;
}

function Opened({ facts, title, part, isMend, stored }: OpenedProps & { stored: ReportDraftEntry | null }) {
  const phone = usePhone();
  const { notebook } = phone.hands;
  const { book, period } = facts;
  const view = reportView(book, period.id);
  // Begun before a colleague sent the report of this period: it goes on as an edit of that one, or not at all.
  const isStray = stored !== null && view !== null && (stored.base === null || stored.recordId !== view.recordId);
  const kept = isStray ? null : stored;
  const [entry, setEntry] = useState<ReportDraftEntry | null>(() => kept ?? (view ? null : newEntry(phone, facts)));
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
  if (!entry || !draft) {
    if (!view?.report) return null;
    const { report } = view;
    const adopt = isStray ? () => open({ ...stored, recordId: view.recordId, base: view.nextBase }) : null;
    return <SentPage view={view} report={report} facts={facts} title={title} onAdopt={adopt} onMend={() => open({ ...newEntry(phone, facts), recordId: view.recordId, base: view.nextBase, report: { ...draftOfReport(report) } })} />;
  }
  const change = (report: ReportDraft): void => {
    if (latest.current) open({ ...latest.current, report: { ...report } });
  };
  const note = trouble ? words.notKept : savedAt ? say(words.kept, { time: timeText(savedAt) }) : '';
  const props: ReportPageProps = { facts, draft, entry, view, title, note, change, saver };
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
