import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { openMemoryStorage } from '../../src/server/storage/memory.ts';
import { openSqliteStorage } from '../../src/server/storage/sqlite.ts';
import { aRawChange, aRecord, aRow, changeIdOf, recordIdOf, someFacts } from '../make/server.ts';
import { ledgerContract } from './ledger.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const newFile = () => join(folder, `${(count += 1)}.sqlite`);

ledgerContract('memory', async () => openMemoryStorage());
ledgerContract('SQLite', () => openSqliteStorage(newFile()));

describe('what only one kind of storage can show', () => {
  it('a snapshot taken in the middle of a transaction shows the last commit, and does not follow later ones', async () => {
    const storage = openMemoryStorage();
    await storage.transaction((page) => page.write(someFacts({ rows: [aRow(1)] })));
    const taken = await storage.transaction(async (page) => {
      await page.write(someFacts({ rows: [aRow(2)] }));
      return storage.snapshot();
    });
    const restored = openMemoryStorage(taken);
    expect(await restored.transaction((page) => page.rowsAfter(aRow(1).scope, 0, 1000))).toEqual({ rows: [aRow(1)], more: false });
    await restored.transaction((page) => page.write(someFacts({ rows: [aRow(2), aRow(3)] })));
    expect(await openMemoryStorage(taken).transaction((page) => page.hashAt(aRow(1).scope, 2))).toBeNull();
  });

  it('what was committed is there after the file is opened again, and what was under way is not', async () => {
    const path = newFile();
    const first = await openSqliteStorage(path);
    await first.transaction((page) => page.write(someFacts({ rows: [aRow(1)], changes: [aRawChange(1)] })));
    let reached: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => (reached = resolve));
    const never = first.transaction(async (page) => {
      await page.write(someFacts({ rows: [aRow(2)], changes: [aRawChange(2)] }));
      reached();
      await new Promise(() => undefined);
    });
    void never.catch(() => undefined);
    await inside;
    await first.close();
    const second = await openSqliteStorage(path);
    const known = await second.transaction((page) => page.recall([changeIdOf(1), changeIdOf(2)], [], []));
    expect([...known.changes.keys()]).toEqual([changeIdOf(1)]);
    await second.close();
  });

  it('a report that was locked by an earlier version of the server is held by the sum that its last lock row names', async () => {
    const path = newFile();
    const record = aRecord(1, { recordKind: 'report', lock: { edition: 1, sumId: recordIdOf(9) } });
    const first = await openSqliteStorage(path);
    const lockRow = (position: number, sum: number) => aRow(position, { kind: 'lock', key: record.recordId, text: JSON.stringify({ sumId: recordIdOf(sum) }) });
    await first.transaction((page) => page.write(someFacts({ rows: [lockRow(1, 8), lockRow(2, 9)], records: [record, aRecord(2)] })));
    await first.close();
    const database = new DatabaseSync(path);
    database.exec("alter table records drop column locked_by; delete from kysely_migration where name = '0005-lock-holders'");
    database.close();
    const upgraded = await openSqliteStorage(path);
    const locks = await upgraded.transaction(async (page) => [await page.record(recordIdOf(1)), await page.record(recordIdOf(2))].map((each) => each?.lock));
    expect(locks).toEqual([record.lock, null]);
    await upgraded.close();
  });
});
