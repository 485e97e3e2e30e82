/** Reads that repeat themselves, as hooks: a screen asks, it does not keep. */
import { createContext, h } from 'preact';
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { live } from '../device/live.ts';
import { isOfKind } from '../device/mirror.ts';
import type { SyncStatus } from '../device/sync-runner.ts';
import type { Unit } from '../domain/unit.ts';
import type { Occasion } from '../domain/occasion.ts';
import { instantOf } from '../domain/time.ts';
import type { LocalDate } from '../domain/time.ts';
import type { MirrorRecord } from '../sync/mirror.ts';
import { bookKeeper } from './book.ts';
import type { Book, BookData } from './book.ts';
import { usePhone } from './context.ts';
import type { PhoneContext } from './context.ts';
import { needsOtherYear, readReference, todayOf, withOccasions } from './reference.ts';
import type { Reference } from './reference.ts';

export type Asked<Value> = { readonly value: Value | undefined; readonly error: unknown };

/**
 * Undefined until the first answer. A failed read keeps the last value and tells the error beside it.
 * @param concerns narrows what is read to the keys that matter.
 */
export function useLive<Value>(query: () => Promise<Value>, deps: readonly unknown[], concerns?: (key: string) => boolean): Asked<Value> {
  return useWatched((onValue, onError) => live(query, onValue, onError, concerns), deps);
}

export function useWatched<Value>(watch: (onValue: (value: Value) => void, onError: (error: unknown) => void) => () => void, deps: readonly unknown[]): Asked<Value> {
  const [asked, setAsked] = useState<Asked<Value>>({ value: undefined, error: undefined });
  useEffect(() => watch((value) => setAsked({ value, error: undefined }), (error) => setAsked((last) => ({ value: last.value, error }))), deps);
  return asked;
}

/** The clock as a value that moves: at `nextMs` if one is given, and once a minute while the page is seen. */
export function useNow(nextMs: number | null = null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const soon = nextMs === null ? 60_000 : Math.min(60_000, Math.max(50, nextMs - Date.now() + 20));
    const timer = setTimeout(() => setNow(Date.now()), soon);
    return () => clearTimeout(timer);
  }, [nextMs, now]);
  return now;
}

const ReferenceContext = createContext<Asked<Reference>>({ value: undefined, error: undefined });
const BookContext = createContext<Asked<Book>>({ value: undefined, error: undefined });

/** The two reads that every screen needs, made once for all of them: a new screen is drawn from them at once. */
export function LiveReads({ children }: { children: ComponentChildren }) {
  const reference = useReferenceRead();
  const book = useBookRead();
  return h(ReferenceContext.Provider, { value: reference }, h(BookContext.Provider, { value: book }, children));
}

export function useReference(): Asked<Reference> {
  return useContext(ReferenceContext);
}

export function useBook(): Asked<Book> {
  return useContext(BookContext);
}

function useReferenceRead(): Asked<Reference> {
  const { hands, identity } = usePhone();
  const { value, error } = useLive(async () => ({ now: await hands.mirror.publications(''), earlier: await hands.mirror.earlierVersions() }), [hands], isPublicationKey);
  // The read repeats with every page that is pulled; published things are immutable, so their versions tell all.
  const versions = value && [...value.now, ...value.earlier].map(({ id, version }) => `${id} ${version}`).join();
  const published = useMemo(() => value && readReference(value.now, identity.setting, value.earlier), [versions, identity]);
  const occasions = useOccasionsAround(published);
  const reference = useMemo(() => published && occasions ? withOccasions(published, occasions) : published, [published, occasions]);
  return useMemo(() => ({ value: reference, error }), [reference, error]);
}

/**
 * The occasions around today where that is another working year than the published one, or the next one is near: what
 * computes them is fetched only then. Null as long as the published ones serve.
 */
function useOccasionsAround(published: Reference | undefined): readonly Occasion[] | null {
  const today = useToday(published);
  const [occasions, setOccasions] = useState<readonly Occasion[] | null>(null);
  useEffect(() => {
    if (!published || !today || !needsOtherYear(today, published.setting.workingYear)) return setOccasions(null);
    const state = { isStopped: false };
    // Without its file the published ones go on: a reminder is missing, and nothing else.
    void import('../domain/occasion-year.ts').then(
      ({ occasionsAround }) => !state.isStopped && setOccasions(occasionsAround(published.publishedOccasions, today, published.setting.workingYear)),
      () => undefined,
    );
    return () => {
      state.isStopped = true;
    };
  }, [published, today]);
  return occasions;
}

const isPublicationKey = isOfKind('publication');

/** Each followed by itself, row by row: a keystroke saves a draft, and must not read the journal again. */
function useBookData({ hands, identity }: PhoneContext): Asked<BookData> {
  const { notebook, mirror } = hands;
  const unitId = identity.unit.id;
  const entries = useWatched(notebook.watchEntries, [hands]);
  const notebookHead = useLive(() => notebook.head(), [hands]);
  // Drafts are their officer's own: on a phone that was handed on they wait for whoever wrote them.
  const officerId = identity.officer.id;
  const drafts = useLive(async () => (await notebook.drafts()).filter((draft) => draft.officerId === officerId), [hands, officerId]);
  const reportDrafts = useLive(async () => (await notebook.reportDrafts()).filter((draft) => draft.officerId === officerId), [hands, officerId]);
  const programmeDrafts = useLive(async () => (await notebook.programmeDrafts()).filter((draft) => draft.officerId === officerId), [hands, officerId]);
  const records = useWatched<ReadonlyMap<string, MirrorRecord>>((onRecords, onError) => mirror.watchRecords(unitId, onRecords, onError), [hands, unitId]);
  const mirrorHead = useLive(() => mirror.head(), [hands]);
  const reads = [entries, notebookHead, drafts, reportDrafts, programmeDrafts, records, mirrorHead];
  const error = reads.find((read) => read.error !== undefined)?.error;
  return useMemo(() => {
    const isRead = entries.value && notebookHead.value && drafts.value && reportDrafts.value && programmeDrafts.value && records.value && mirrorHead.value;
    const value = isRead && {
      entries: entries.value, notebookHead: notebookHead.value, drafts: drafts.value, reportDrafts: reportDrafts.value, programmeDrafts: programmeDrafts.value,
      records: records.value, mirrorHead: mirrorHead.value,
    };
    return { value: value || undefined, error };
  }, [...reads.map((read) => read.value), error]);
}

function useBookRead(): Asked<Book> {
  const phone = usePhone();
  const status = useSyncStatus();
  const { value: data, error } = useBookData(phone);
  const [nextMs, setNextMs] = useState<number | null>(null);
  const now = useNow(nextMs);
  const sending = status.sending.changeIds.join(' ');
  // Of this very moment: `now` may be a minute old, and the undo window of a fresh save is judged by the clock.
  const keepBook = useMemo(() => bookKeeper(), [phone]);
  const book = useMemo(() => data && keepBook(data, Date.now(), new Set(status.sending.changeIds)), [data, now, sending, keepBook]);
  useEffect(() => setNextMs(book?.nextChangeMs ?? null), [book]);
  return useMemo(() => ({ value: book, error }), [book, error]);
}

/** The unit as last published; at first as the activation told it. */
export function useUnit(): Unit {
  const { hands, identity } = usePhone();
  return useLive(() => hands.mirror.unit(identity.unit.id), [hands, identity]).value ?? identity.unit;
}

export function useSyncStatus(): SyncStatus {
  const { hands } = usePhone();
  const [status, setStatus] = useState(() => hands.runner.status());
  useEffect(() => {
    setStatus(hands.runner.status());
    return hands.runner.onStatus(setStatus);
  }, [hands]);
  return status;
}

/** The browser's hint about the network; it only chooses words. */
export function useOnLine(): boolean {
  const [onLine, setOnLine] = useState(() => navigator.onLine);
  useEffect(() => {
    const listener = (): void => setOnLine(navigator.onLine);
    addEventListener('online', listener);
    addEventListener('offline', listener);
    return () => {
      removeEventListener('online', listener);
      removeEventListener('offline', listener);
    };
  }, []);
  return onLine;
}

/** “Hôm nay” of this phone: the working day of the sample mode, else the day in Vietnam. */
export function useToday(reference: Reference | undefined): LocalDate | undefined {
  const now = useNow();
  return reference && todayOf(reference, instantOf(now));
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
