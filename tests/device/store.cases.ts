/** What holds for both of a phone's databases, below notebook and mirror. Each case gets a name of its own. */
import { live, liveRows } from '../../src/device/live.ts';
import { openMirror } from '../../src/device/mirror.ts';
import { openNotebook } from '../../src/device/notebook.ts';
import { deleteStore, openStore } from '../../src/device/store.ts';
import type { Store } from '../../src/device/store.ts';
import { troubleOf } from '../../src/device/trouble.ts';
import { receiptNumber } from '../../src/domain/receipt.ts';
import { aMirrorRecord, aUnitId, firstEpoch } from '../make/record.ts';
import { refusal, same } from '../contract/claim.ts';
import type { Case } from '../contract/claim.ts';

const shelves = { one: { key: 'key', indexes: { place: 'place' } }, two: { key: 'key', indexes: {} } } as const;
const open = (name: string): Promise<Store> => openStore({ name, shelves });

export const storeCases: readonly Case<string>[] = [
  {
    title: 'a transaction that fails in the middle leaves nothing of itself',
    run: async (name) => {
      const store = await open(name);
      const error = await refusal(
        store.write(async (page) => {
          page.put('one', { key: 'a', place: 1 });
          await page.get('one', 'a');
          throw new Error('half way');
        }),
      );
      same((error as Error).cause instanceof Error, true, 'cause');
      same(await store.read((page) => page.count('one')), 0, 'rows');
    },
  },
  {
    title: 'a row that the database refuses takes its whole transaction back',
    run: async (name) => {
      const store = await open(name);
      await refusal(
        store.write((page) => {
          page.put('one', { key: 'a', place: 1 });
          page.put('two', { withoutItsKey: true });
          return Promise.resolve();
        }),
      );
      same(await store.read((page) => page.count('one')), 0, 'rows');
    },
  },
  {
    title: 'the latest rows come first, as many as wanted, and only those that are kept',
    run: async (name) => {
      const store = await open(name);
      await store.write((page) => {
        for (const place of [1, 2, 3, 4, 5]) page.put('one', { key: `k${place}`, place });
        return Promise.resolve();
      });
      const places = async (limit: number, keep?: (row: unknown) => boolean): Promise<number[]> =>
        (await store.read((page) => page.latest('one', 'place', limit, keep))).map((row) => (row as { place: number }).place);
      same([await places(2), await places(9), await places(0)], [[5, 4], [5, 4, 3, 2, 1], []], 'places');
      same(await places(2, (row) => (row as { place: number }).place % 2 === 1), [5, 3], 'odd ones');
    },
  },
  {
    title: 'a live read repeats for what it reads, and not for anything else',
    run: async (name) => {
      const store = await open(name);
      const put = (shelf: 'one' | 'two', key: string): Promise<void> =>
        store.write((page) => {
          page.put(shelf, { key, place: 1 });
          return Promise.resolve();
        });
      const seen: number[] = [];
      let heard: () => void = () => undefined;
      const next = (): Promise<void> =>
        new Promise((resolve) => {
          heard = resolve;
        });
      const first = next();
      const stop = live(
        () => store.read((page) => page.count('one')),
        (count) => {
          seen.push(count);
          heard();
        },
        () => seen.push(-1),
      );
      await first;
      await put('two', 'elsewhere');
      const second = next();
      await put('one', 'here');
      await second;
      stop();
      await put('one', 'after the end');
      same(seen, [0, 1], 'seen');
    },
  },
  {
    title: 'a shelf that is followed reads only the rows a commit touched, and the others stay as they are',
    run: async (name) => {
      const store = await open(name);
      const put = (key: string, place: number): Promise<void> =>
        store.write((page) => {
          page.put('one', { key, place });
          return Promise.resolve();
        });
      await put('a', 1);
      await put('b', 1);
      const asked: string[] = [];
      const seen: ReadonlyMap<string, unknown>[] = [];
      let heard: () => void = () => undefined;
      const next = (): Promise<void> =>
        new Promise((resolve) => {
          heard = resolve;
        });
      const asMap = (rows: readonly unknown[]): Map<string, unknown> => new Map(rows.filter((row) => row !== undefined).map((row) => [(row as { key: string }).key, row]));
      const first = next();
      const stop = liveRows<unknown>(
        {
          shelf: `${name}/one`,
          all: async () => {
            asked.push('all');
            return asMap(await store.read((page) => page.all('one')));
          },
          some: async (keys) => {
            asked.push(keys.join());
            return asMap(await store.read((page) => Promise.all(keys.map((key) => page.get('one', key)))));
          },
        },
        (rows) => {
          seen.push(rows);
          heard();
        },
        () => asked.push('failed'),
      );
      await first;
      const afterPut = next();
      await put('b', 2);
      await afterPut;
      const afterDelete = next();
      await store.write((page) => {
        page.delete('one', 'b');
        return Promise.resolve();
      });
      await afterDelete;
      const afterClear = next();
      await store.write((page) => {
        page.clear('one');
        page.put('one', { key: 'c', place: 3 });
        return Promise.resolve();
      });
      await afterClear;
      stop();
      await put('d', 4);
      same(asked, ['all', 'b', 'b', 'all'], 'asked');
      same(seen.map((rows) => [...rows.keys()].join()), ['a,b', 'a,b', 'a', 'c'], 'seen');
      same(seen[0]?.get('a') === seen[2]?.get('a'), true, 'the very same row');
    },
  },
  {
    title: 'a commit that names its rows by a key of several parts is heard by whom it concerns',
    run: async (name) => {
      const mirror = await openMirror({ name });
      const seen: number[] = [];
      let heard: () => void = () => undefined;
      const first = new Promise<void>((resolve) => {
        heard = resolve;
      });
      const stop = mirror.watchRecords(aUnitId, (records) => {
        seen.push(records.size);
        heard();
      }, () => seen.push(-1));
      await first;
      const news = new Promise<void>((resolve) => {
        heard = resolve;
      });
      await mirror.noteContact({ lastContactAt: null, budgetBytes: 4096 });
      const { current } = aMirrorRecord();
      const body = { ...current, receipt: { ...current.receipt, number: receiptNumber('C01', 2020, 1, 412) } };
      const to = { scope: aUnitId, position: 1, hash: 'h', mark: 'm' };
      await mirror.apply(await mirror.head(), { epoch: firstEpoch, ranges: [{ scope: aUnitId, from: 0, to, rows: [{ position: 1, kind: 'edition', key: body.recordId, body }] }] });
      await news;
      stop();
      same(seen.at(-1), 1, 'records');
      same(seen.includes(-1), false, 'failures');
    },
  },
  {
    title: 'a live read that fails says so, and hears of the next change all the same',
    run: async (name) => {
      const store = await open(name);
      const seen: string[] = [];
      await new Promise<void>((resolve) => {
        live(
          async () => {
            const count = await store.read((page) => page.count('one'));
            if (count === 0) throw new Error('nothing there');
            return count;
          },
          (count) => {
            seen.push(`read ${count}`);
            resolve();
          },
          () => {
            seen.push('failed');
            void store.write((page) => {
              page.put('one', { key: 'a', place: 1 });
              return Promise.resolve();
            });
          },
        );
      });
      same(seen, ['failed', 'read 1'], 'seen');
    },
  },
  {
    title: 'a store whose connection was taken away opens it again by itself',
    run: async (name) => {
      const mirror = await openMirror({ name });
      await mirror.apply(await mirror.head(), { epoch: firstEpoch, ranges: [] });
      await deleteStore(name);
      same(await mirror.head(), { epoch: null, cursors: [] }, 'head');
    },
  },
  {
    title: 'a mirror that this version cannot read is thrown away and made anew',
    run: async (name) => {
      const later = await openStore({ name, shelves });
      later.close();
      const mirror = await openMirror({ name });
      same(await mirror.head(), { epoch: null, cursors: [] }, 'head');
      same(await mirror.apply(await mirror.head(), { epoch: firstEpoch, ranges: [] }), true, 'usable');
    },
  },
  {
    title: '[L2] a notebook that a later version opened with more shelves is still read and written',
    run: async (name) => {
      const before = await openNotebook({ name });
      await before.freeze(true);
      before.close();
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name, 90);
        request.addEventListener('upgradeneeded', () => request.result.createObjectStore('photos'));
        request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
        request.addEventListener('success', () => {
          request.result.close();
          resolve();
        });
      });
      const after = await openNotebook({ name });
      same((await after.head()).frozen, true, 'read');
      await after.freeze(false);
      same((await after.head()).frozen, false, 'written');
    },
  },
  {
    title: 'a closed store answers with a name for it, not with silence',
    run: async (name) => {
      const store = await open(name);
      store.close();
      same(troubleOf(await refusal(store.read((page) => page.count('one')))).code, 'storage-refused', 'code');
    },
  },
];
