import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { randomBytes } from '../../../device/keys.ts';
import { readProgrammeDraft } from '../../../device/programme-draft-entry.ts';
import type { ProgrammeDraftEntry } from '../../../device/programme-draft-entry.ts';
import { troubleOf } from '../../../device/trouble.ts';
import type { Trouble } from '../../../device/trouble.ts';
import { uuidV7 } from '../../../domain/id.ts';
import { ItemKey } from '../../../domain/programme.ts';
import type { ProgrammeDraft, ProgrammeItemDraft } from '../../../domain/programme.ts';
import { instantOf, workingYearOf } from '../../../domain/time.ts';
import type { Instant } from '../../../domain/time.ts';
import { timeText } from '../../../i18n/format.ts';
import { phoneWords } from '../../../i18n/phone-words.ts';
import { programmeWords as words } from '../../../i18n/programme-words.ts';
import { reportPageWords as reportWords } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { undoWindowMs } from '../../../sync/journal.ts';
import { UndoBar } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { usePhone } from '../../context.ts';
import type { PhoneContext } from '../../context.ts';
import { ActionTrouble } from '../../parts/action-trouble.tsx';
import { InnerPage, TroublePage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import { programmeIn } from '../../programme-body.ts';
import { draftIn, isOnlyRead, newProgrammeEntry, programmeFacts } from '../../programme-model.ts';
import type { ProgrammeFacts } from '../../programme-model.ts';
import { programmeView } from '../../programme-title.ts';
import { useBook, useReference, useToday, useUnit } from '../../queries.ts';
import { draftSaver, finishLeft, takeOver } from '../form/draft-saver.ts';
import { CheckPage } from './check-page.tsx';
import { ItemPage } from './item-page.tsx';
import { ItemsPage } from './items-page.tsx';
import { OtherYears } from './other-years.tsx';
import { withItem } from './programme-part.ts';
import type { ProgrammePageProps } from './programme-part.ts';
import { SentPage } from './sent-page.tsx';
import './programme.css';

/** One programme: the list of its items, each on a page of its own, the check of it; once it is sent, its progress. */
export function ProgrammeScreen({ year, part, isMend }: { year: number | null; part: string | null; isMend: boolean }) {
  const unit = useUnit();
  const { value: book, error: bookError } = useBook();
  const { value: reference, error } = useReference();
  const today = useToday(reference);
  const workingYear = year ?? (today === undefined ? null : workingYearOf(today));
  const facts = useMemo(
    () => (book && reference && today && workingYear !== null ? programmeFacts(workingYear, { book, reference, unit, today }) : undefined),
    [book, reference, today, unit, workingYear],
  );
  if (!book || !reference || workingYear === null || facts === undefined) {
    return bookError !== undefined || error !== undefined ? <TroublePage title={words.plainTitle} backHref={paths.home} /> : null;
  }
  const title = say(words.title, { year: workingYear });
  if (facts === null) return <InnerPage title={title} backHref={paths.reports}><p>{words.notPublished}</p></InnerPage>;
  return <FromStore key={`${unit.id} ${workingYear}`} facts={facts} title={title} part={part} isMend={isMend} />;
}

interface OpenedProps { facts: ProgrammeFacts; title: string; part: string | null; isMend: boolean }

/** Of a form that was left: reports are known by their period, programmes by their year. */
const leftName = (workingYear: number): string => `programme ${workingYear}`;

/** From the store itself: what the lists know of a draft may be older than the letter typed before the page was left. */
function FromStore(props: OpenedProps) {
  const { hands, identity } = usePhone();
  const { workingYear } = props.facts;
  const [kept, setKept] = useState<ProgrammeDraftEntry | null | 'unread'>();
  useEffect(() => {
    void takeOver(leftName(workingYear)).then(async (refused) => [readProgrammeDraft(refused), ...(await hands.notebook.programmeDrafts())]).then(
      (all) => setKept(all.find((one) => one?.officerId === identity.officer.id && one.workingYear === workingYear && draftIn(one) !== null) ?? null),
      () => setKept('unread'),
    );
  }, []);
  if (kept === undefined) return null;
  return kept === 'unread' ? <TroublePage title={props.title} backHref={paths.home} /> : <Opened {...props} stored={kept} />;
}

function Opened({ facts, title, part, isMend, stored }: OpenedProps & { stored: ProgrammeDraftEntry | null }) {
  const phone = usePhone();
  const { notebook } = phone.hands;
  const { book, workingYear } = facts;
  const view = programmeView(book, workingYear);
  const sent = useMemo(() => programmeIn(view?.programme ?? null), [view]);
  // Begun before a colleague sent the programme of this year: it goes on as an edit of that one, or not at all.
  const isStray = stored !== null && view !== null && (stored.base === null || stored.recordId !== view.recordId);
  const isClosed = isOnlyRead(facts, view);
  // What was begun while its year ran is still sent; an edit of what was received comes too late (SPEC.md S10).
  const kept = isStray || (isClosed && view) ? null : stored;
  const [entry, setEntry] = useState<ProgrammeDraftEntry | null>(() => kept ?? (view || isClosed ? null : newEntry(phone, facts)));
  const [savedAt, setSavedAt] = useState<Instant | null>(kept?.updatedAt ?? null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [openParts, setOpenParts] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(entry);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const taken = useRef(removed);
  taken.current = removed;
  const saver = useMemo(() => draftSaver<ProgrammeDraftEntry>(
    async (one) => {
      const updatedAt = instantOf(Date.now());
      await notebook.saveProgrammeDraft({ ...one, updatedAt });
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
      if (latest.current && taken.current) saver.touch(without(latest.current, taken.current.key));
      finishLeft(leftName(workingYear), saver, Promise.resolve());
    };
  }, [saver]);
  const open = (next: ProgrammeDraftEntry): void => {
    latest.current = next;
    setEntry(next);
    saver.touch(next);
  };
  const letGo = (): void => {
    if (latest.current && taken.current) open(without(latest.current, taken.current.key));
    taken.current = null;
    setRemoved(null);
  };
  useEffect(() => {
    if (!removed) return;
    const timer = setTimeout(letGo, undoWindowMs);
    return () => clearTimeout(timer);
  }, [removed]);
  const itemKey = ItemKey.safeParse(part).data;
  const mend = (): void => {
    if (view && sent) open({ ...newEntry(phone, facts), recordId: view.recordId, base: view.nextBase, programme: { ...sent, confirmed: {} } });
  };
  // Who comes to an item of a returned programme comes to mend it.
  const isCalledBack = entry === null && stored === null && itemKey !== undefined && view?.standing.state === 'returned';
  useEffect(() => {
    if (isCalledBack) mend();
  }, [isCalledBack]);
  const written = entry && draftIn(entry);
  // Until its eight seconds are over the item is in the store: a page that is killed meanwhile loses nothing.
  const draft = written && removed ? withItem(written, removed.key, null) : written;
  if (!entry || !draft) {
    if (!view) return <ClosedPage facts={facts} title={title} />;
    if (!sent) return <InnerPage title={title} backHref={paths.reports}><p>{words.unreadable}</p></InnerPage>;
    const adopt = isStray ? () => open({ ...stored, recordId: view.recordId, base: view.nextBase }) : null;
    return isCalledBack ? null : <SentPage view={view} programme={sent} facts={facts} title={title} onAdopt={adopt} onMend={mend} />;
  }
  const change = (programme: ProgrammeDraft): void => {
    const whole = taken.current ? withItem(programme, taken.current.key, taken.current.item) : programme;
    if (latest.current) open({ ...latest.current, programme: { ...whole } });
  };
  const remove = (key: ItemKey): void => {
    letGo();
    const item = draft.items[key];
    if (item) setRemoved({ key, item });
  };
  const note = trouble ? reportWords.notKept : savedAt ? say(reportWords.kept, { time: timeText(savedAt) }) : '';
  const props: ProgrammePageProps = { facts, draft, entry, view, title, note, change, remove, undo: removed && <UndoBar text={words.removed} action={phoneWords.undo} onUndo={() => setRemoved(null)} />, saver };
  return (
    <>
      {trouble && <ActionTrouble trouble={trouble} />}
      {part === 'xem-lai' ? <CheckPage {...props} />
        : itemKey ? <ItemPage key={itemKey} {...props} itemKey={itemKey} isMend={isMend} />
          : <ItemsPage {...props} openParts={openParts} onOpenParts={setOpenParts} />}
    </>
  );
}

/** Of a year that is over, and that the unit has no programme of. */
function ClosedPage({ facts, title }: Pick<OpenedProps, 'facts' | 'title'>) {
  return (
    <InnerPage title={title} backHref={paths.reports}>
      <Notice tone="replaced" icon="replaced"><p class="digits">{say(words.yearClosedNone, { year: facts.workingYear })}</p></Notice>
      <OtherYears facts={facts} />
    </InnerPage>
  );
}

interface Removed { readonly key: ItemKey; readonly item: ProgrammeItemDraft }

function without(entry: ProgrammeDraftEntry, key: ItemKey): ProgrammeDraftEntry {
  const draft = draftIn(entry);
  return draft ? { ...entry, programme: { ...withItem(draft, key, null) } } : entry;
}

function newEntry({ identity }: PhoneContext, facts: ProgrammeFacts): ProgrammeDraftEntry {
  const nowMs = Date.now();
  return newProgrammeEntry(facts, identity.officer.id, uuidV7(nowMs, randomBytes(10)), instantOf(nowMs));
}
