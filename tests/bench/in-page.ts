/**
 * What is measured inside a page. Each function is handed to the page as text, so it may use nothing from outside
 * itself; moments are milliseconds since the page's navigation began.
 */

/** Runs before the page's own scripts: notes when the wanted words are drawn, and how long strict writes take. */
export function watchPage(words: readonly string[]): void {
  const noted = new Map<string, number>();
  const spans: number[] = [];
  Object.assign(globalThis, { benchNoted: noted, benchSpans: spans });
  const isShown = (text: string): boolean => {
    const body = document.body as HTMLElement | null;
    if (!body?.textContent?.includes(text)) return false;
    return [...body.querySelectorAll('a, button, h1, h2, p, label')].some((element) => element.textContent.includes(text) && element.getClientRects().length > 0);
  };
  const look = (): void => {
    for (const text of words) {
      if (noted.has(text) || !isShown(text)) continue;
      noted.set(text, -1);
      // After the frame that shows it: a message sent from within a frame is heard once it is drawn.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => noted.set(text, performance.now()));
        port1.start();
        port2.postMessage(null);
      });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function transaction(this: IDBDatabase, ...given: Parameters<typeof open>) {
    const made = open.apply(this, given);
    if (given[1] === 'readwrite' && this.name === 'so-tay-notebook') {
      const startedMs = performance.now();
      made.addEventListener('complete', () => spans.push(performance.now() - startedMs));
    }
    return made;
  };
}

/** Milliseconds from each key to the end of the frame that follows it. */
export function watchKeys(): void {
  const keys: number[] = [];
  Object.assign(globalThis, { benchKeys: keys });
  addEventListener('keydown', (event) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => keys.push(performance.now() - event.timeStamp));
      port1.start();
      port2.postMessage(null);
    });
  }, { capture: true });
}

/** Milliseconds from each key to the last change of the page that it brought, drawn: what was asked for is answered. */
export function watchAnswers(): void {
  const answers: number[] = [];
  let keyMs: number | null = null;
  let answerMs: number | null = null;
  Object.assign(globalThis, { benchAnswers: answers });
  addEventListener('keydown', (event) => {
    if (answerMs !== null) answers.push(answerMs);
    keyMs = event.timeStamp;
    answerMs = null;
  }, { capture: true });
  new MutationObserver(() => {
    const of = keyMs;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        if (of !== null && of === keyMs) answerMs = performance.now() - of;
      });
      port1.start();
      port2.postMessage(null);
    });
  }).observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true, characterData: true });
}

/** Raw strict puts of a row of a report's size, one transaction each. */
export async function strictPuts(count: number): Promise<number[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('floor', 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows', { keyPath: 'id' }));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
  });
  const spans: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const startedMs = performance.now();
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').put({ id: crypto.randomUUID(), text: 'x'.repeat(600) });
    await new Promise((resolve) => {
      transaction.addEventListener('complete', resolve);
    });
    spans.push(performance.now() - startedMs);
  }
  database.close();
  return spans;
}

/** How many things the mirror holds. */
export async function mirrorCount(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('so-tay-mirror');
    request.addEventListener('success', () => resolve(request.result));
  });
  const request = database.transaction('items').objectStore('items').count();
  await new Promise((resolve) => {
    request.addEventListener('success', resolve);
  });
  database.close();
  return request.result;
}

/** For each record of the mirror the settled change that made it, as if this very phone had sent them all. */
export async function fillJournal(): Promise<number> {
  const open = (name: string): Promise<IDBDatabase> =>
    new Promise((resolve) => {
      const request = indexedDB.open(name);
      request.addEventListener('success', () => resolve(request.result));
    });
  const all = (database: IDBDatabase, shelf: string): Promise<unknown[]> =>
    new Promise((resolve) => {
      const request = database.transaction(shelf).objectStore(shelf).getAll() as IDBRequest<unknown[]>;
      request.addEventListener('success', () => resolve(request.result));
    });
  const [mirror, notebook] = [await open('so-tay-mirror'), await open('so-tay-notebook')];
  const rows = (await all(notebook, 'journal')) as { open?: number; recordId: string; change: object; acknowledgement: { verdict: object } }[];
  const model = rows.find((row) => row.open !== 1);
  if (!model) throw new Error('there is no settled change to go by');
  const known = new Set(rows.map((row) => row.recordId));
  const items = (await all(mirror, 'items')) as { kind: string; key: string; position: number; body: { current: { changeId: string; body: object; receipt: object; edition: number } } }[];
  const records = items.filter((item) => item.kind === 'record' && !known.has(item.key));
  const heads = (await all(notebook, 'meta')) as { key: string; value: { seq: number } }[];
  const head = heads.find((row) => row.key === 'head');
  const transaction = notebook.transaction(['journal', 'meta'], 'readwrite');
  let seq = head?.value.seq ?? 0;
  for (const { key, position, body } of records) {
    seq += 1;
    const { changeId, receipt, edition } = body.current;
    const verdict = { code: 'ok', edition, position, receipt };
    const change = { ...model.change, changeId, recordId: key, seq, body: body.current.body };
    transaction.objectStore('journal').put({ ...model, changeId, recordId: key, seq, change, receipt, acknowledgement: { ...model.acknowledgement, verdict } });
  }
  if (head) transaction.objectStore('meta').put({ ...head, value: { ...head.value, seq } });
  await new Promise((resolve) => {
    transaction.addEventListener('complete', resolve);
  });
  mirror.close();
  notebook.close();
  return records.length;
}
