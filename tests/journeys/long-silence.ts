/**
 * What a phone holds after weeks without a signal: run in the page, behind the app's back, because nobody types three
 * hundred records into a test. It may use nothing from outside itself.
 */

export interface LongSilence {
  readonly recordCount: number;
  readonly photoCount: number;
  readonly dayCount: number;
}

/**
 * Begins with the one change that waits on this phone and saves others like it, spread evenly over the days before. That
 * one gets the last number: it is the newest, and leaves after all the others, whether its undo window is over or not.
 * @returns titles, oldest first.
 */
export async function fillLongSilence({ recordCount, photoCount, dayCount }: LongSilence): Promise<string[]> {
  const dayMs = 86_400_000;
  const photosEach = 4;
  const open = (name: string): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
    });
  const ended = (transaction: IDBTransaction): Promise<void> =>
    new Promise((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('given up')));
    });
  const all = async <Row>(database: IDBDatabase, shelf: string): Promise<Row[]> => {
    const transaction = database.transaction(shelf);
    const request = transaction.objectStore(shelf).getAll() as IDBRequest<Row[]>;
    await ended(transaction);
    return request.result;
  };
  const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const idAt = (ms: number): string => {
    const chance = hex(crypto.getRandomValues(new Uint8Array(9)));
    const digits = `${ms.toString(16).padStart(12, '0')}7${chance.slice(0, 3)}8${chance.slice(3)}`;
    return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20, 32)].join('-');
  };

  const photos: { readonly hash: string; readonly byteCount: number; readonly bytes: Uint8Array<ArrayBuffer> }[] = [];
  for (let index = 0; index < photoCount; index += 1) {
    // Chance, because browsers compress what they keep; the first bytes are a JPEG's.
    const bytes = new Uint8Array(100_000);
    for (let at = 0; at < bytes.length; at += 50_000) crypto.getRandomValues(bytes.subarray(at, at + 50_000));
    bytes.set([0xff, 0xd8, 0xff]);
    photos.push({ hash: hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))), byteCount: bytes.length, bytes });
  }

  interface Row { readonly open?: number; readonly seq: number; readonly change: { readonly body: { readonly heldOn: string } } }
  const notebook = await open('so-tay-notebook');
  const model = (await all<Row>(notebook, 'journal')).find((row) => row.open === 1);
  const head = (await all<{ readonly key: string; readonly value: { readonly seq: number } }>(notebook, 'meta')).find(({ key }) => key === 'head');
  if (!model || !head) throw new Error('no change waits on this phone');
  const nowMs = Date.now();
  const lastDayMs = Date.parse(model.change.body.heldOn);
  const titles: string[] = [];
  const writing = notebook.transaction(['journal', 'meta'], 'readwrite');
  for (let index = 0; index < recordCount; index += 1) {
    const agoMs = Math.round(((recordCount - index) / recordCount) * dayCount * dayMs);
    const savedAtMs = nowMs - agoMs;
    const [changeId, recordId] = [idAt(savedAtMs), idAt(savedAtMs + 1)];
    const title = `Hoạt động số ${String(index + 1).padStart(3, '0')}`;
    const named = photos.slice(index * photosEach, (index + 1) * photosEach).map(({ hash, byteCount }) => ({ hash, byteCount, width: 1_280, height: 960 }));
    const body = { ...model.change.body, title, heldOn: new Date(lastDayMs - agoMs).toISOString().slice(0, 10), ...(named.length > 0 ? { photos: named } : {}) };
    const seq = model.seq + index;
    const change = { ...model.change, changeId, recordId, seq, body, savedAt: new Date(savedAtMs).toISOString() };
    writing.objectStore('journal').put({ ...model, changeId, recordId, seq, change, sendAfterMs: savedAtMs + 8_000, draft: null });
    titles.push(title);
  }
  const last = model.seq + recordCount;
  writing.objectStore('journal').put({ ...model, seq: last, change: { ...model.change, seq: last } });
  writing.objectStore('meta').put({ ...head, value: { ...head.value, seq: last } });
  await ended(writing);
  notebook.close();

  if (photos.length > 0) {
    const album = await open('so-tay-photos');
    const keeping = album.transaction(['photos', 'bytes', 'thumbnails'], 'readwrite');
    for (const [index, { hash, byteCount, bytes }] of photos.entries()) {
      keeping.objectStore('photos').put({
        hash, byteCount, width: 1_280, height: 960, standing: null, scope: null, askedCount: 0, setbackCount: 0, originalByteCount: 4_000_000,
        keptAtMs: nowMs - dayCount * dayMs + index, open: 1, unnamedSinceMs: null,
      });
      keeping.objectStore('bytes').put({ hash, bytes });
      keeping.objectStore('thumbnails').put({ hash, bytes: bytes.slice(0, 3_000) });
    }
    await ended(keeping);
    album.close();
  }
  return titles;
}
