/** What every storage of the server promises, whatever it is made of. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OfficerId, UnitId } from '../../src/domain/id.ts';
import type { Photo, PhotoHash } from '../../src/domain/photo.ts';
import { receiptNumber } from '../../src/domain/receipt.ts';
import type { Instant, LocalDate } from '../../src/domain/time.ts';
import type { DeskQuery, RecordsQuery, Storage, StoragePage } from '../../src/server/storage/port.ts';
import type { Scope } from '../../src/sync/protocol.ts';
import { aPhoto } from '../make/photo.ts';
import { aDevice, aRawChange, aReceipt, aRecord, aRow, aUnit, changeIdOf, deviceIdOf, recordIdOf, someDay, someFacts } from '../make/server.ts';

const unit = 'c01' as Scope;
const other = 'c02' as Scope;
const everything: DeskQuery = { unitIds: null, taskId: null, state: null, text: null, orUnitIds: [], offset: 0, limit: 50 };
const at = (minute: number) => `2020-05-15T02:${String(minute).padStart(2, '0')}:00.000Z` as Instant;

export function ledgerContract(name: string, open: () => Promise<Storage>): void {
  describe(`the server's ledger on ${name}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    const write = (facts: Parameters<typeof someFacts>[0]) => storage.transaction((page) => page.write(someFacts(facts)));
    const read = <T>(work: (page: StoragePage) => Promise<T>) => storage.transaction(work);

    it('a new store has no epoch, and says so instead of inventing one', async () => {
      expect(await read((page) => page.hasEpoch())).toBe(false);
      await expect(read((page) => page.epoch())).rejects.toThrow('No epoch');
    });

    it('the epoch begun last is the current one, and none begins below it', async () => {
      await read((page) => page.beginEpoch({ id: 'one', ordinal: 1, mark: 'm1' }));
      await read((page) => page.beginEpoch({ id: 'two', ordinal: 2, mark: 'm2' }));
      expect(await read((page) => page.epoch())).toEqual({ id: 'two', ordinal: 2, mark: 'm2' });
      await expect(read((page) => page.beginEpoch({ id: 'again', ordinal: 2, mark: 'm' }))).rejects.toThrow();
      expect((await read((page) => page.epoch())).id).toBe('two');
    });

    it('[L6] a position is given once and none is skipped', async () => {
      await write({ rows: [aRow(1), aRow(2)] });
      await expect(write({ rows: [aRow(4)] })).rejects.toThrow();
      await expect(write({ rows: [aRow(2)] })).rejects.toThrow();
      await write({ rows: [aRow(3), aRow(1, { scope: other })] });
      const heads = await read((page) => page.scopeHeads([unit, other, 'c03' as Scope]));
      expect(heads.get(unit)).toEqual({ position: 3, hash: 'rolling-3' });
      expect(heads.get(other)).toEqual({ position: 1, hash: 'rolling-1' });
      expect(heads.get('c03' as Scope)).toEqual({ position: 0, hash: '' });
    });

    it('a transaction that throws leaves nothing at all behind', async () => {
      const trouble = new Error('in the middle');
      await expect(
        storage.transaction(async (page) => {
          await page.beginEpoch({ id: 'one', ordinal: 1, mark: '' });
          await page.write(
            someFacts({
              changes: [aRawChange(1)],
              rows: [aRow(1)],
              records: [aRecord(1)],
              receipts: [{ number: aReceipt(1).number, changeId: changeIdOf(1), receivedAt: someDay }],
              alarms: [{ at: someDay, code: 'epoch-changed', text: '' }],
            }),
          );
          await page.raiseSeq(deviceIdOf(1), 'lineage-1', 9);
          await page.putUnits([aUnit()]);
          throw trouble;
        }),
      ).rejects.toBe(trouble);
      await read(async (page) => {
        expect(await page.hasEpoch()).toBe(false);
        expect((await page.scopeHeads([unit])).get(unit)).toEqual({ position: 0, hash: '' });
        const known = await page.recall([changeIdOf(1)], [recordIdOf(1)], [aReceipt(1).number]);
        expect([known.changes.size, known.records.size, known.receipts.size]).toEqual([0, 0, 0]);
        expect(await page.alarms()).toEqual([]);
        expect(await page.raiseSeq(deviceIdOf(1), 'lineage-1', 1)).toBe(0);
        expect(await page.units()).toEqual([]);
      });
    });

    it('[P1] a stored change names its pictures, whatever became of it, and another unit’s change names them for that unit', async () => {
      const [one, two] = [aPhoto(1).photo, aPhoto(2).photo];
      const naming = (number: number, scope: Scope, code: 'held' | 'returned', ...photos: Photo[]) =>
        aRawChange(number, { scope: scope as UnitId, verdict: code === 'held' ? { code, reason: 'x' } : { code, problems: [] }, text: JSON.stringify({ body: { photos } }) });
      await write({ changes: [naming(1, unit, 'returned', one), naming(2, unit, 'held', one, two), naming(3, other, 'held', one)] });
      const photos = await read((page) => page.photos(unit as UnitId, [one.hash, two.hash, 'f'.repeat(64) as PhotoHash]));
      expect([...photos].toSorted(([left], [right]) => (left === one.hash ? -1 : Number(right === one.hash)))).toEqual([
        [one.hash, { byteCounts: [one.byteCount], position: null }],
        [two.hash, { byteCounts: [two.byteCount], position: null }],
      ]);
      expect([...(await read((page) => page.photos(other as UnitId, [one.hash, two.hash]))).keys()]).toEqual([one.hash]);
    });

    it('[L12] a picture is whole at the position of its row, once in each scope', async () => {
      const { photo } = aPhoto(1);
      const naming = (number: number, scope: Scope) => aRawChange(number, { scope: scope as UnitId, text: JSON.stringify({ body: { photos: [photo] } }) });
      await write({ changes: [naming(1, unit), naming(2, other)], rows: [aRow(1), aRow(2, { kind: 'photo', key: photo.hash })] });
      expect((await read((page) => page.photos(unit as UnitId, [photo.hash]))).get(photo.hash)?.position).toBe(2);
      expect((await read((page) => page.photos(other as UnitId, [photo.hash]))).get(photo.hash)?.position).toBeNull();
      await expect(write({ rows: [aRow(3, { kind: 'photo', key: photo.hash })] })).rejects.toThrow();
      await write({ rows: [aRow(1, { scope: other, kind: 'photo', key: photo.hash })] });
      expect(await read((page) => page.photoScopes(photo.hash))).toEqual([unit, other]);
      expect((await read((page) => page.scopeHeads([unit]))).get(unit)?.position).toBe(2);
    });

    it('a neighbour that waits for the same commit is not touched by a transaction that throws', async () => {
      const outcomes = await Promise.allSettled([
        write({ rows: [aRow(1)], changes: [aRawChange(1)] }),
        storage.transaction(async (page) => {
          await page.write(someFacts({ rows: [aRow(2)], changes: [aRawChange(2)] }));
          throw new Error('mine alone');
        }),
        write({ rows: [aRow(2)], changes: [aRawChange(3)] }),
      ]);
      expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      const known = await read((page) => page.recall([1, 2, 3].map(changeIdOf), [], []));
      expect([...known.changes.keys()].toSorted()).toEqual([changeIdOf(1), changeIdOf(3)]);
    });

    it('transactions that overlap never see each other half done', async () => {
      const raise = () =>
        storage.transaction(async (page) => {
          const position = ((await page.scopeHeads([unit])).get(unit)?.position ?? 0) + 1;
          await new Promise((resume) => setTimeout(resume, 1));
          await page.write(someFacts({ rows: [aRow(position)] }));
          return position;
        });
      const positions = await Promise.all(Array.from({ length: 12 }, raise));
      expect(positions.toSorted((one, two) => one - two)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    });

    it('a transaction sees what it wrote itself', async () => {
      await storage.transaction(async (page) => {
        await page.write(someFacts({ changes: [aRawChange(1)], rows: [aRow(1)], records: [aRecord(1)] }));
        expect((await page.recall([changeIdOf(1)], [], [])).changes.size).toBe(1);
        expect((await page.rowsAfter(unit, 0, 1000)).rows).toEqual([aRow(1)]);
        expect(await page.record(recordIdOf(1))).toEqual(aRecord(1));
      });
    });

    it('[L1] a change is stored once only', async () => {
      await write({ changes: [aRawChange(1)] });
      await expect(write({ changes: [aRawChange(1, { hash: 'other bytes' })] })).rejects.toThrow();
      expect(await read((page) => page.raw([changeIdOf(1)]))).toEqual([aRawChange(1)]);
    });

    it('recalls changes, records and receipts that it knows, and leaves out the others', async () => {
      const receipt = { changeId: changeIdOf(1), receivedAt: someDay };
      const review = { edition: 1, decision: 'returned' as const };
      await write({
        changes: [aRawChange(1), aRawChange(2, { verdict: { code: 'returned', problems: [{ code: 'date-future', field: 'heldOn' }] } })],
        records: [aRecord(1, { review, flags: ['women-over-members'] })],
        receipts: [{ number: aReceipt(1).number, ...receipt }],
      });
      const known = await read((page) => page.recall([1, 2, 3].map(changeIdOf), [1, 3].map(recordIdOf), [aReceipt(1).number, aReceipt(3).number]));
      expect(known.changes.size).toBe(2);
      expect(known.changes.get(changeIdOf(1))).toMatchObject({ hash: 'hash-1', standsOn: 1, verdict: aRawChange(1).verdict });
      expect(known.changes.get(changeIdOf(2))?.verdict).toEqual({ code: 'returned', problems: [{ code: 'date-future', field: 'heldOn' }] });
      expect([...known.records.keys()]).toEqual([recordIdOf(1)]);
      expect(known.records.get(recordIdOf(1))).toMatchObject({ edition: 1, changeId: changeIdOf(1), review });
      expect([...known.receipts]).toEqual([[aReceipt(1).number, receipt]]);
      const nothing = await read((page) => page.recall([], [], []));
      expect([nothing.changes.size, nothing.records.size, nothing.receipts.size]).toEqual([0, 0, 0]);
    });

    it('a later summary of a record replaces the earlier one', async () => {
      await write({ records: [aRecord(1)] });
      const later = aRecord(1, { edition: 2, title: 'Sửa lại', state: 'approved', review: { edition: 2, decision: 'approved' }, lock: { edition: 2, sumId: recordIdOf(9) } });
      await write({ records: [later, aRecord(2)] });
      expect(await read((page) => page.record(recordIdOf(1)))).toEqual(later);
      expect(await read((page) => page.record(recordIdOf(3)))).toBeNull();
    });

    it('a receipt number has one holder, and a later word replaces the earlier', async () => {
      const { number } = aReceipt(1);
      await write({ receipts: [{ number, changeId: changeIdOf(1), receivedAt: someDay }] });
      await write({
        receipts: [
          { number, changeId: changeIdOf(2), receivedAt: at(1) },
          { number, changeId: changeIdOf(3), receivedAt: at(2) },
        ],
      });
      const known = await read((page) => page.recall([], [], [number]));
      expect(known.receipts.get(number)).toEqual({ changeId: changeIdOf(3), receivedAt: at(2) });
    });

    it('a change that gets another number keeps its words, and its record shows the new number', async () => {
      await write({ changes: [aRawChange(1), aRawChange(2)], records: [aRecord(1), aRecord(2, { changeId: changeIdOf(9) })] });
      const receipt = { number: receiptNumber('C01', 2020, 2, 7), receivedAt: at(9), mark: 'new' };
      const verdict = { code: 'ok' as const, edition: 1, position: 7, receipt };
      await write({ renumbered: [1, 2].map((number) => ({ changeId: changeIdOf(number), recordId: recordIdOf(number), verdict })) });
      await read(async (page) => {
        expect(await page.raw([changeIdOf(1)])).toEqual([aRawChange(1, { verdict })]);
        expect(await page.record(recordIdOf(1))).toEqual(aRecord(1, { receiptNumber: receipt.number, receivedAt: at(9) }));
        // Another change has made its current edition: its number is that one's.
        expect(await page.record(recordIdOf(2))).toEqual(aRecord(2, { changeId: changeIdOf(9) }));
        expect((await page.deskList({ ...everything, text: 'c01-2020-b0007' })).items.map((item) => item.recordId)).toEqual([recordIdOf(1)]);
      });
      await expect(write({ renumbered: [{ changeId: changeIdOf(5), recordId: recordIdOf(5), verdict }] })).rejects.toThrow();
    });

    it('rows come in order, as many as fit, at least one, and say whether there are more', async () => {
      const rows = Array.from({ length: 150 }, (_, index) => aRow(index + 1, { text: 'x'.repeat(10) }));
      await write({ rows });
      const after = (position: number, most: number) => read((page) => page.rowsAfter(unit, position, most));
      expect(await after(0, 30)).toEqual({ rows: rows.slice(0, 3), more: true });
      expect(await after(0, 39)).toEqual({ rows: rows.slice(0, 3), more: true });
      expect(await after(3, 1)).toEqual({ rows: rows.slice(3, 4), more: true });
      expect(await after(149, 0)).toEqual({ rows: rows.slice(149), more: false });
      expect(await after(150, 1000)).toEqual({ rows: [], more: false });
      expect(await after(10, 1400)).toEqual({ rows: rows.slice(10), more: false });
      expect(await after(10, 1399)).toEqual({ rows: rows.slice(10, 149), more: true });
      expect(await read((page) => page.rowsAfter(other, 0, 10))).toEqual({ rows: [], more: false });
    });

    it('knows the rolling hash at every position it has given', async () => {
      await write({ rows: [aRow(1), aRow(2)] });
      const hashes = await read((page) => Promise.all([0, 1, 2, 3].map((position) => page.hashAt(unit, position))));
      expect(hashes).toEqual(['', 'rolling-1', 'rolling-2', null]);
    });

    it('the sequence of a lineage only rises', async () => {
      const raise = (lineage: string, seq: number) => read((page) => page.raiseSeq(deviceIdOf(1), lineage, seq));
      expect(await raise('a', 5)).toBe(0);
      expect(await raise('a', 3)).toBe(5);
      expect(await raise('a', 8)).toBe(5);
      expect(await raise('a', 8)).toBe(8);
      expect(await raise('b', 1)).toBe(0);
      expect(await read((page) => page.raiseSeq(deviceIdOf(2), 'a', 1))).toBe(0);
    });

    it('the backup watermark only rises', async () => {
      await write({ rows: [aRow(1), aRow(2)] });
      await read((page) => page.raiseSafe(unit, 2));
      await read((page) => page.raiseSafe(unit, 1));
      expect(await read((page) => page.safe([unit, other]))).toEqual({ c01: 2 });
      await write({ rows: [aRow(3)] });
      expect(await read((page) => page.safe([unit]))).toEqual({ c01: 2 });
    });

    it('an epoch that was lived is known for good, another is not', async () => {
      await read((page) => page.beginEpoch({ id: 'later', ordinal: 1_000, mark: 'mark' }));
      expect(await read((page) => page.hasLived('later'))).toBe(true);
      expect(await read((page) => page.hasLived('never'))).toBe(false);
    });

    it('a device is found by the hash of its token, with its officer and the unit the officer is in now', async () => {
      const officer = { id: 'can-bo-1' as OfficerId, unitId: 'c01' as UnitId, name: 'Cán bộ mẫu 1' };
      await read(async (page) => {
        await page.putUnits([aUnit('c01'), aUnit('c02')]);
        await page.putOfficers([officer]);
        await page.putDevice(aDevice(1));
      });
      expect(await read((page) => page.deviceByToken('token-hash-1'))).toEqual({ device: aDevice(1), officer, unit: aUnit('c01') });
      await read(async (page) => {
        await page.putOfficers([{ ...officer, unitId: 'c02' as UnitId }]);
        await page.putDevice(aDevice(1, { revokedAt: someDay }));
      });
      const known = await read((page) => page.deviceByToken('token-hash-1'));
      expect([known?.unit.id, known?.device.revokedAt]).toEqual(['c02', someDay]);
      expect(await read((page) => page.deviceByToken('token-hash-2'))).toBeNull();
      expect(await read((page) => page.devices())).toHaveLength(1);
      expect(await read((page) => page.officersOf('c02' as UnitId))).toHaveLength(1);
    });

    it('two devices never share a token', async () => {
      await read((page) => page.putDevice(aDevice(1)));
      await expect(read((page) => page.putDevice(aDevice(2, { tokenHash: 'token-hash-1' })))).rejects.toThrow();
    });

    it('an invite that two phones use at the same moment is used by one of them', async () => {
      const invite = {
        codeHash: 'code', officerId: 'can-bo-1' as OfficerId, createdAt: someDay, expiresAt: at(59), usedAt: null, usedBy: null, deviceId: null,
      };
      await read((page) => page.putInvite(invite));
      const use = (secret: string) =>
        storage.transaction(async (page) => {
          const found = await page.invite('code');
          if (!found || found.usedAt !== null) return 'used before';
          await page.putInvite({ ...found, usedAt: someDay, usedBy: secret, deviceId: deviceIdOf(1) });
          return 'mine';
        });
      expect((await Promise.all([use('a'), use('b'), use('c')])).toSorted()).toEqual(['mine', 'used before', 'used before']);
      expect(await read((page) => page.invite('nobody'))).toBeNull();
    });

    it('accounts, links, sessions, keys and audit lines come back as they were put', async () => {
      const account = { name: 'tinh', displayName: 'Ban Tuyên giáo', unitId: 'p01' as UnitId, role: 'administrator' as const, passwordHash: null, createdAt: someDay };
      const link = { tokenHash: 't', accountName: 'tinh', expiresAt: at(30), usedAt: null };
      const session = { idHash: 's', accountName: 'tinh', expiresAt: at(30) };
      await read(async (page) => {
        await page.putAccount(account);
        await page.putLoginLink(link);
        await page.putSession(session);
        await page.putSession({ ...session, idHash: 'old', expiresAt: at(5) });
        await page.putServerKey('mark', 'secret');
        await page.audit({ at: someDay, actor: 'tinh', act: 'one', subject: 'x' });
        await page.audit({ at: someDay, actor: 'tinh', act: 'two', subject: 'x' });
      });
      await read(async (page) => {
        await page.putAccount({ ...account, passwordHash: 'hash' });
        await page.putLoginLink({ ...link, usedAt: at(1) });
        await page.endSessionsBefore(at(6));
      });
      await read(async (page) => {
        expect(await page.account('tinh')).toEqual({ ...account, passwordHash: 'hash' });
        expect(await page.accounts()).toHaveLength(1);
        expect(await page.loginLink('t')).toEqual({ ...link, usedAt: at(1) });
        expect(await page.session('s')).toEqual(session);
        expect(await page.session('old')).toBeNull();
        expect(await page.serverKey('mark')).toBe('secret');
        expect(await page.serverKey('none')).toBeNull();
        expect((await page.auditLines()).map((line) => line.act)).toEqual(['one', 'two']);
        await page.endSession('s');
        expect(await page.session('s')).toBeNull();
      });
    });

    it('who is shut out has no session and no unused link left; others keep theirs', async () => {
      const link = (tokenHash: string, accountName: string, usedAt: Instant | null) => ({ tokenHash, accountName, expiresAt: at(30), usedAt });
      await read(async (page) => {
        for (const accountName of ['tinh', 'huyen']) {
          await page.putSession({ idHash: `s ${accountName}`, accountName, expiresAt: at(30) });
          await page.putLoginLink(link(`open ${accountName}`, accountName, null));
          await page.putLoginLink(link(`used ${accountName}`, accountName, at(1)));
        }
        await page.shutOut('tinh');
      });
      await read(async (page) => {
        expect([await page.session('s tinh'), await page.loginLink('open tinh')]).toEqual([null, null]);
        expect((await page.loginLink('used tinh'))?.usedAt).toBe(at(1));
        expect((await page.session('s huyen'))?.accountName).toBe('huyen');
        expect((await page.loginLink('open huyen'))?.usedAt).toBeNull();
      });
    });

    describe('the desk', () => {
      beforeEach(() =>
        write({
          records: [
            aRecord(1, { receivedAt: at(1), title: 'Chăm lo Tết cho giáo viên cắm bản', state: 'returned' }),
            aRecord(2, { receivedAt: at(3), title: 'Đối thoại 100% tại mỏ', taskId: '5', scope: 'c02' as UnitId }),
            aRecord(3, { receivedAt: at(2), title: 'Quán triệt nghị quyết', taskId: '1', state: 'approved' }),
          ],
        }),
      );
      const list = async (over: Partial<DeskQuery>) => {
        const page = await read((each) => each.deskList({ ...everything, ...over }));
        return { ids: page.items.map((item) => Number(item.recordId.slice(-3))), total: page.total, counts: page.counts };
      };

      it('lists the newest receipt first, page by page, and counts every state', async () => {
        expect(await list({})).toEqual({ ids: [2, 3, 1], total: 3, counts: { received: 1, returned: 1, approved: 1, void: 0 } });
        expect(await list({ limit: 2 })).toMatchObject({ ids: [2, 3], total: 3 });
        expect(await list({ limit: 2, offset: 2 })).toMatchObject({ ids: [1], total: 3 });
      });

      it('hands out the records of a kind by their day, whole days at both ends, in the order of their making', async () => {
        const report = { recordKind: 'report', taskId: 'C', requirementId: 'C.2' };
        await write({ records: [aRecord(6, { ...report, heldOn: '2020-05-31' }), aRecord(5, { ...report, heldOn: '2020-03-15' }), aRecord(7, { ...report, heldOn: '2020-05-31', scope: 'c02' as UnitId })] });
        const found = async (over: Partial<RecordsQuery>) =>
          (await read((each) => each.recordsOfKind({ kind: 'report', unitIds: ['c01', 'c02'] as UnitId[], from: '2020-03-15' as LocalDate, to: '2020-05-31' as LocalDate, ...over }))).map((record) => Number(record.recordId.slice(-3)));
        expect(await found({})).toEqual([5, 6, 7]);
        expect(await found({ unitIds: ['c02'] as UnitId[] })).toEqual([7]);
        expect(await found({ from: '2020-03-16' as LocalDate })).toEqual([6, 7]);
        expect(await found({ to: '2020-05-30' as LocalDate })).toEqual([5]);
        expect([await found({ unitIds: [] }), await found({ kind: 'programme' })]).toEqual([[], []]);
      });

      it('lists activities; a report is none', async () => {
        await write({ records: [aRecord(4, { recordKind: 'report', taskId: 'C', requirementId: 'C.2' })] });
        expect(await list({})).toEqual({ ids: [2, 3, 1], total: 3, counts: { received: 1, returned: 1, approved: 1, void: 0 } });
      });

      it('filters by units, task and state; the counts leave the state out', async () => {
        expect((await list({ unitIds: ['c02' as UnitId] })).ids).toEqual([2]);
        expect((await list({ unitIds: [] })).ids).toEqual([]);
        expect((await list({ taskId: '1' })).ids).toEqual([3]);
        expect(await list({ state: 'returned' })).toEqual({ ids: [1], total: 1, counts: { received: 1, returned: 1, approved: 1, void: 0 } });
      });

      it('searches without accents, takes no character for a pattern, and knows receipt numbers and named units', async () => {
        expect((await list({ text: 'cham lo TẾT' })).ids).toEqual([1]);
        expect((await list({ text: 'doi thoai' })).ids).toEqual([2]);
        expect((await list({ text: '100%' })).ids).toEqual([2]);
        expect((await list({ text: '1%0' })).ids).toEqual([]);
        expect((await list({ text: '_' })).ids).toEqual([]);
        expect((await list({ text: aReceipt(3).number.toLowerCase() })).ids).toEqual([3]);
        expect((await list({ text: 'nghi quyet', orUnitIds: ['c02' as UnitId] })).ids).toEqual([2, 3]);
        expect((await list({ text: 'nghi quyet', orUnitIds: ['c02' as UnitId], unitIds: ['c01' as UnitId] })).ids).toEqual([3]);
      });

      it('shows all changes of a record in the order of their receipt, and all rows of one thing', async () => {
        const recordId = recordIdOf(1);
        const changes = [
          aRawChange(11, { recordId, receivedAt: at(5), standsOn: 2 }),
          aRawChange(10, { recordId, receivedAt: at(4) }),
          aRawChange(12, { recordId, receivedAt: at(5), standsOn: 1, verdict: { code: 'conflict', edition: 2 } }),
          aRawChange(13),
        ];
        await write({ changes, rows: [aRow(1, { key: 'a' }), aRow(2, { key: 'b', kind: 'review' }), aRow(3, { key: 'a' })] });
        await read(async (page) => {
          expect((await page.changesOf(recordId)).map((change) => change.changeId)).toEqual([10, 12, 11].map(changeIdOf));
          expect((await page.rowsOf(unit, 'edition', 'a')).map((row) => row.position)).toEqual([1, 3]);
          expect((await page.rowsOfKind(unit, 'review')).map((row) => row.key)).toEqual(['b']);
        });
      });

      it('ending the sample removes units and records, and keeps keys, accounts and the epoch', async () => {
        await read(async (page) => {
          await page.beginEpoch({ id: 'one', ordinal: 1, mark: '' });
          await page.putUnits([aUnit()]);
          await page.putServerKey('mark', 'secret');
          await page.write(someFacts({ changes: [aRawChange(1)], rows: [aRow(1)] }));
        });
        await read((page) => page.removeUnitsAndRecords());
        await read(async (page) => {
          expect(await page.units()).toEqual([]);
          expect((await page.deskList(everything)).total).toBe(0);
          expect((await page.rowsAfter(unit, 0, 10)).rows).toEqual([]);
          expect((await page.scopeHeads([unit])).get(unit)).toEqual({ position: 0, hash: '' });
          expect(await page.raw([changeIdOf(1)])).toEqual([]);
          expect(await page.serverKey('mark')).toBe('secret');
          expect((await page.epoch()).id).toBe('one');
        });
        await write({ rows: [aRow(1)] });
      });
    });
  });
}
