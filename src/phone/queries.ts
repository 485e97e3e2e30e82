/** Reads that repeat themselves, as hooks: a screen asks, it does not keep. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { live } from '../device/live.ts';
import type { SyncStatus } from '../device/sync-runner.ts';
import type { Unit } from '../domain/unit.ts';
import { instantOf } from '../domain/time.ts';
import type { LocalDate } from '../domain/time.ts';
import { bookOf } from './book.ts';
import type { Book, BookData } from './book.ts';
import { usePhone } from './context.ts';
import type { PhoneContext } from './context.ts';
import { readReference, todayOf } from './reference.ts';
import type { Reference } from './reference.ts';

export type Asked<Value> = { readonly value: Value | undefined; readonly error: unknown };

/** Undefined until the first answer. A failed read keeps the last value and tells the error beside it. */
export function useLive<Value>(query: () => Promise<Value>, deps: readonly unknown[]): Asked<Value> {
  const [asked, setAsked] = useState<Asked<Value>>({ value: undefined, error: undefined });
  useEffect(
    () => live(query, (value) => setAsked({ value, error: undefined }), (error) => setAsked((last) => ({ value: last.value, error }))),
    deps,
  );
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

/** The last reading outlives its screen, so that the next one is drawn at once. */
let lastReference: { readonly owner: unknown; readonly value: Reference } | null = null;
let lastData: { readonly owner: unknown; readonly value: BookData } | null = null;

export function useReference(): Asked<Reference> {
  const { hands, identity } = usePhone();
  const asked = useLive(async () => {
    const value = readReference(await hands.mirror.publications(''), identity.setting);
    lastReference = { owner: hands.mirror, value };
    return value;
  }, [hands, identity]);
  return asked.value === undefined && lastReference?.owner === hands.mirror ? { ...asked, value: lastReference.value } : asked;
}

const mostEntries = 20_000;

async function readBook({ hands, identity }: PhoneContext): Promise<BookData> {
  const { notebook, mirror } = hands;
  const [entries, drafts, notebookHead, counts, records, mirrorHead] = await Promise.all([
    notebook.entries({ limit: mostEntries }), notebook.drafts(), notebook.head(), notebook.counts(), mirror.records(identity.unit.id), mirror.head(),
  ]);
  return { entries, records, drafts, notebookHead, mirrorHead, unreadableCount: counts.unreadable };
}

export function useBook(): Asked<Book> {
  const phone = usePhone();
  const status = useSyncStatus();
  const asked = useLive(async () => {
    const value = await readBook(phone);
    lastData = { owner: phone.hands.mirror, value };
    return value;
  }, [phone]);
  const data = asked.value ?? (lastData?.owner === phone.hands.mirror ? lastData.value : undefined);
  const [nextMs, setNextMs] = useState<number | null>(null);
  const now = useNow(nextMs);
  const { changeIds } = status.sending;
  const book = useMemo(() => data && bookOf(data, now, new Set(changeIds)), [data, now, changeIds]);
  useEffect(() => setNextMs(book?.nextChangeMs ?? null), [book]);
  return { value: book, error: asked.error };
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
