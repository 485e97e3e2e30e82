import { describe, expect, test } from 'vitest';
import { bodySum } from '../../src/sync/edition.ts';
import { recordView } from '../../src/phone/record-view.ts';
import type { Standpoint } from '../../src/phone/record-view.ts';
import type { JournalEntry } from '../../src/sync/ports.ts';
import { whyText } from '../../src/phone/why-text.ts';
import { computeFor, reportOf } from '../make/report.ts';
import { aChangeId, aMirrorRecord, aReceipt, aRecordId, aReview, anActivity, anEntry, firstEpoch, okay, secondEpoch, settled } from '../make/record.ts';

const later = Date.parse('2020-05-15T09:00:00.000Z');
const standpoint = (overrides: Partial<Standpoint> = {}): Standpoint => ({
  epoch: firstEpoch, mirrorEpoch: firstEpoch, nowMs: later, sendingIds: new Set(), frozen: false, ...overrides,
});
const states = (...[entries, mirrored, at]: Parameters<typeof recordView>): string => {
  const view = recordView(entries, mirrored, at);
  return view ? `${view.standing.state}/${view.standing.qualifier}` : 'nothing';
};

describe('what is said of a record that only this phone knows', () => {
  test('just saved, it waits for the undo window and may be taken back', () => {
    const view = recordView([anEntry()], null, standpoint({ nowMs: Date.parse('2020-05-15T07:00:02.000Z') }));
    expect(view?.standing).toEqual({ state: 'queued', qualifier: 'undo-window' });
    expect(view?.undoable).toBe(aChangeId(1));
  });
  test('after that it is queued, and never received, however often it was offered', () => {
    expect(states([anEntry()], null, standpoint())).toBe('queued/plain');
    expect(states([anEntry({ offeredAtMs: 5 })], null, standpoint())).toBe('queued/plain');
    expect(states([anEntry({ offeredAtMs: 5 })], null, standpoint({ sendingIds: new Set([aChangeId(1)]) }))).toBe('sending/plain');
    expect(states([anEntry({ putOffCount: 2, offeredAtMs: 5 })], null, standpoint())).toBe('queued/will-retry');
  });
  test('handed on in a file it is still queued, and says so; a try by the network shows as one', () => {
    const exported = anEntry({ offeredAtMs: 5, exportedAtMs: later });
    expect(states([exported], null, standpoint())).toBe('queued/exported');
    expect(states([exported], null, standpoint({ sendingIds: new Set([aChangeId(1)]) }))).toBe('sending/plain');
    expect(whyText(recordView([exported], null, standpoint()) as NonNullable<ReturnType<typeof recordView>>)).toBe('Đã xuất tệp, chờ tỉnh nhận');
  });
  test('with a phone the server no longer knows it says so, and keeps the text', () => {
    const view = recordView([anEntry()], null, standpoint({ frozen: true }));
    expect(view?.standing).toEqual({ state: 'send_error', qualifier: 'needs-code' });
    expect(view?.activity).toEqual(anActivity());
  });
  test('nothing known is nothing said', () => {
    expect(recordView([], null, standpoint())).toBeNull();
  });
});

describe('[L15] “Tỉnh đã nhận” rests on the newest known life of the server', () => {
  test('an acknowledgement of that life shows the receipt', () => {
    const view = recordView([settled(anEntry(), okay())], null, standpoint());
    expect(view?.standing.state).toBe('received');
    expect(view?.receipt).toEqual(aReceipt());
  });
  test('an acknowledgement of an earlier life shows the record as waiting, without a receipt', () => {
    const view = recordView([settled(anEntry(), okay())], null, standpoint({ epoch: secondEpoch, mirrorEpoch: secondEpoch }));
    expect(view?.standing.state).toBe('queued');
    expect(view?.receipt).toBeNull();
  });
  test('the mirror of the newest life proves it even when the acknowledgement is older', () => {
    const at = standpoint({ epoch: secondEpoch, mirrorEpoch: secondEpoch });
    expect(states([settled(anEntry(), okay())], aMirrorRecord(), at)).toBe('received/plain');
  });
  test('a mirror of an earlier life proves nothing', () => {
    const at = standpoint({ epoch: secondEpoch, mirrorEpoch: firstEpoch });
    for (const entries of [[settled(anEntry(), okay())], []]) {
      const view = recordView(entries, aMirrorRecord(), at);
      expect(view?.standing).toEqual({ state: 'queued', qualifier: 'plain' });
      expect(view?.rechecking).toBe(true);
      expect(view?.receipt).toBeNull();
      expect(view && whyText(view)).toContain('kiểm tra lại với tỉnh');
    }
  });
  test('a change opened again waits, whatever the mirror still shows', () => {
    const reopened = { ...settled(anEntry(), okay()), open: true };
    expect(states([reopened], aMirrorRecord(), standpoint())).toBe('queued/plain');
  });
  test.each([
    [{ code: 'held', reason: 'x' }, 'received/being-processed'],
    [{ code: 'returned', problems: [] }, 'returned/machine-check'],
    [{ code: 'conflict', edition: 1 }, 'returned/two-versions'],
    [{ code: 'quarantined', reason: 'x' }, 'send_error/no-longer-allowed'],
  ] as const)('%o is shown as %s, without a receipt', (verdict, state) => {
    const entry = settled(anEntry(), verdict as Parameters<typeof settled>[1]);
    expect(states([entry], null, standpoint())).toBe(state);
    expect(recordView([entry], null, standpoint())?.receipt).toBeNull();
  });
});

describe('[L11] a review speaks of the edition it was made for', () => {
  test('returned: the remark belongs to the very edition shown', () => {
    const view = recordView([settled(anEntry(), okay())], aMirrorRecord({ review: aReview() }), standpoint());
    expect(view?.standing).toEqual({ state: 'returned', qualifier: 'plain' });
    expect(view?.review?.remarks[0]?.field).toBe('attendances');
  });
  test('approved, then edited: the new edition is not called approved', () => {
    const review = aReview({ decision: 'approved', remarks: [] });
    const view = recordView([], aMirrorRecord({ edition: 2, review }), standpoint());
    expect(view?.standing).toEqual({ state: 'received', qualifier: 'edited-after-approval' });
    expect(view?.review).toBeNull();
  });
  test('a mended record on its way waits; the remark stays in its history', () => {
    const mend = anEntry({ number: 2, activity: anActivity({ figures: { attendances: 40 } }) });
    const view = recordView([settled(anEntry(), okay()), mend], aMirrorRecord({ review: aReview() }), standpoint());
    expect(view?.standing.state).toBe('queued');
    expect(view?.activity?.figures).toEqual({ attendances: 40 });
    expect(view?.timeline.map((step) => step.kind)).toEqual(['saved', 'saved', 'received', 'reviewed']);
    expect(view?.previous?.figures).toEqual({ attendances: 42, women: 31 });
  });
});

describe('the way of a record goes by the server’s clock, as far as the phone knows its own error', () => {
  const yearMs = 365 * 86_400_000;
  const saved = (view: ReturnType<typeof recordView>) => view?.timeline.flatMap((step) => (step.kind === 'saved' ? [[step.at, step.sending.became]] : []));
  const behind = (entry: JournalEntry): JournalEntry => ({ ...entry, change: { ...entry.change, offset: yearMs } });
  const edition = { edition: 1, savedAt: '2019-05-16T07:00:00.000Z', receivedAt: '2020-05-15T07:35:00.000Z', receiptNumber: aReceipt().number };
  const told = (offset?: number) => ({ ...aMirrorRecord(), history: [{ ...edition, ...(offset === undefined ? {} : { offset }) }] });

  test('a phone a year behind shows when the save really was, before and after the answer', () => {
    const entry = behind(anEntry({ savedAt: '2019-05-16T07:00:00.000Z' }));
    expect(saved(recordView([entry], null, standpoint()))).toEqual([['2020-05-15T07:00:00.000Z', 'unanswered']]);
    expect(saved(recordView([settled(entry, okay())], null, standpoint()))).toEqual([['2020-05-15T07:00:00.000Z', 1]]);
    expect(saved(recordView([settled(entry, { code: 'returned', problems: [] })], null, standpoint()))).toEqual([['2020-05-15T07:00:00.000Z', 'nothing']]);
  });
  test('so does a colleague’s phone, from what the row says; where an earlier version wrote the row, this phone’s own change does', () => {
    expect(saved(recordView([], told(yearMs), standpoint()))).toEqual([['2020-05-15T07:00:00.000Z', 1]]);
    expect(saved(recordView([settled(behind(anEntry({ savedAt: edition.savedAt })), okay())], told(), standpoint()))).toEqual([['2020-05-15T07:00:00.000Z', 1]]);
  });
  test('nothing was saved after it was received', () => {
    expect(saved(recordView([], told(2 * yearMs), standpoint()))).toEqual([['2020-05-15T07:35:00.000Z', 1]]);
  });
});

describe('what a further edit starts from', () => {
  const base = (...[entries, mirrored]: [Parameters<typeof recordView>[0], Parameters<typeof recordView>[1]]): unknown =>
    recordView(entries, mirrored, standpoint())?.nextBase;
  test('a change on its way is followed by its id, also one that nobody has been handed yet', () => {
    expect(base([anEntry({ offeredAtMs: 5 })], null)).toEqual({ changeId: aChangeId(1) });
    expect(base([anEntry()], null)).toEqual({ changeId: aChangeId(1) });
    expect(base([{ ...settled(anEntry(), okay(1)), open: true }], aMirrorRecord())).toEqual({ changeId: aChangeId(1) });
  });
  test('a received record by its edition and the words it holds, the newer of notebook and mirror', () => {
    const mirrored = aMirrorRecord({ number: 9, edition: 3 });
    expect(base([settled(anEntry(), okay(1))], mirrored)).toEqual({ edition: 3, changeId: aChangeId(9), sum: bodySum(mirrored.current.body) });
    expect(base([settled(anEntry(), okay(2))], null)).toEqual({ changeId: aChangeId(1) });
  });
  test('a change refused before it became anything starts from nothing again', () => {
    expect(base([settled(anEntry(), { code: 'returned', problems: [] })], null)).toBeNull();
  });
  test('[L9] refused words from where they began, though somebody else has edited the record since', () => {
    const began = { edition: 2, changeId: aChangeId(7), sum: 'of then' };
    const refused = settled(anEntry({ number: 8 }), { code: 'returned', problems: [{ code: 'figure-missing' }] });
    const edited = { ...refused, change: { ...refused.change, base: began } };
    expect(base([edited], aMirrorRecord({ number: 9, edition: 3 }))).toEqual(began);
  });
  test('two versions: from what the server holds, and both are at hand', () => {
    const mine = anActivity({ figures: { attendances: 50 } });
    const view = recordView([settled(anEntry({ number: 2, activity: mine }), { code: 'conflict', edition: 2 })], aMirrorRecord({ number: 9, edition: 2 }), standpoint());
    expect(view?.nextBase).toMatchObject({ edition: 2, changeId: aChangeId(9) });
    expect(view?.activity?.figures).toEqual({ attendances: 50 });
    expect(view?.other?.figures).toEqual({ attendances: 42, women: 31 });
  });
});

test('a body that cannot be read is still listed, with its state', () => {
  const broken = anEntry();
  const view = recordView([{ ...broken, change: { ...broken.change, body: { title: 'x' } } }], null, standpoint());
  expect(view?.activity).toBeNull();
  expect(view?.standing.state).toBe('queued');
});

describe('a record that its unit cancels', () => {
  const aVoid = (): ReturnType<typeof anEntry> => {
    const entry = anEntry({ number: 2, savedAt: '2020-05-15T08:30:00.000Z' });
    return { ...entry, change: { ...entry.change, kind: 'void', base: { edition: 1 }, body: { reason: 'Ghi nhầm ngày' } } };
  };
  test('keeps its words on the page while the cancellation waits, and says why', () => {
    const view = recordView([settled(anEntry(), okay()), aVoid()], aMirrorRecord(), standpoint());
    expect(view?.standing).toEqual({ state: 'queued', qualifier: 'plain' });
    expect([view?.activity, view?.cancelReason]).toEqual([anActivity(), 'Ghi nhầm ngày']);
  });
  test('is out of all counts once the server has taken it, on this phone and on the unit’s others', () => {
    const entries = [settled(anEntry(), okay()), settled(aVoid(), okay(2))];
    expect(states(entries, aMirrorRecord(), standpoint())).toBe('replaced/void');
    const mirrored = aMirrorRecord();
    const voided = { ...mirrored, current: { ...mirrored.current, edition: 2, changeId: aChangeId(2), voided: { reason: 'Ghi nhầm ngày' } } };
    expect(states([], voided, standpoint())).toBe('replaced/void');
    expect(recordView([], voided, standpoint())?.cancelReason).toBe('Ghi nhầm ngày');
  });
  test('stays in all counts where the cancellation was refused, and leaves them while it waits', () => {
    const isCancelled = (...entries: Parameters<typeof recordView>[0]): boolean | undefined => recordView(entries, aMirrorRecord(), standpoint())?.isCancelled;
    expect(isCancelled(settled(anEntry(), okay()), aVoid())).toBe(true);
    expect(isCancelled(settled(anEntry(), okay()), settled(aVoid(), okay(2)))).toBe(true);
    expect(isCancelled(settled(anEntry(), okay()), settled(aVoid(), { code: 'returned', problems: [{ code: 'report-locked' }] }))).toBe(false);
    expect(isCancelled(settled(anEntry(), okay()), settled(aVoid(), { code: 'conflict', edition: 2 }))).toBe(false);
    expect(isCancelled(settled(anEntry(), okay()))).toBe(false);
  });
});

test('an edit that was merged with somebody else’s is followed by its own words until their edition has been read', () => {
  const merged = { ...okay(3), merged: true as const };
  const mirrored = aMirrorRecord();
  const older = { ...mirrored, current: { ...mirrored.current, changeId: aChangeId(9) } };
  const view = recordView([settled(anEntry(), merged)], older, standpoint());
  expect(view?.nextBase).toEqual({ changeId: aChangeId(1) });
});

test('an edit that came after its year was closed leaves the province’s version, and its way says so', () => {
  const refused = settled(anEntry({ number: 2, activity: anActivity({ title: 'Tên khác' }) }), { code: 'returned', problems: [{ code: 'year-closed', details: { year: 2020 } }] });
  const view = recordView([settled(anEntry(), okay()), refused], aMirrorRecord(), standpoint());
  expect(view?.standing).toEqual({ state: 'received', qualifier: 'plain' });
  expect(view?.activity).toEqual(anActivity());
  expect(view?.timeline.some((step) => step.kind === 'refused' && step.code === 'year-closed')).toBe(true);
});

describe('a report that an upper union has added up', () => {
  const body = { ...reportOf('c01', '2020-q1', computeFor('c01', '2020-q1', []).indicators) };
  const words = { ...body, tasks: { '2': 'Chăm lo Tết.' } };
  const lock = (isLocked: boolean, reason = '') => ({
    recordId: aRecordId, edition: 1, isLocked, byUnitId: 'u07' as never, byUnitName: 'LĐLĐ huyện Mường Nhé', sumId: aRecordId, reason, at: '2020-05-15T08:00:00.000Z' as never,
  });
  const mirrored = (told: ReturnType<typeof lock>) => {
    const record = aMirrorRecord({ review: aReview({ decision: 'approved', remarks: [] }) });
    return { ...record, current: { ...record.current, recordKind: 'report', body }, lock: told };
  };
  const base = { edition: 1, changeId: aChangeId(1), sum: bodySum(body) };
  const edit = () => {
    const entry = anEntry({ number: 2 });
    return { ...entry, change: { ...entry.change, kind: 'report', base, body: words } };
  };
  const refused = settled(edit(), { code: 'returned', problems: [{ code: 'report-locked' }] });

  test('says so while nobody mends it, and by whom', () => {
    const view = recordView([], mirrored(lock(true)), standpoint());
    expect(view?.standing).toEqual({ state: 'approved', qualifier: 'locked' });
    expect(view?.lock?.byUnitName).toBe('LĐLĐ huyện Mường Nhé');
  });

  test('[L9] an edit refused for the lock keeps its words, and once it is opened they go on from where they began', () => {
    for (const told of [lock(true), lock(false, 'Gửi bổ sung')]) {
      const view = recordView([refused], mirrored(told), standpoint());
      expect(view?.standing).toEqual({ state: 'returned', qualifier: 'machine-check' });
      expect(view?.report?.tasks).toEqual({ '2': 'Chăm lo Tết.' });
      expect(view?.problems).toEqual([{ code: 'report-locked' }]);
      expect(view?.nextBase).toEqual(base);
    }
  });

  test('[L2] a refused edit that was given up leaves what the province holds, says so, and stays in its way', () => {
    const givenUp = { ...refused, givenUpAt: '2020-05-15T10:00:00.000Z' as never };
    const first = settled({ ...anEntry(), change: { ...anEntry().change, kind: 'report', body } }, okay());
    for (const entries of [[givenUp], [first, givenUp]]) {
      const view = recordView(entries, mirrored(lock(true)), standpoint());
      expect(view).toMatchObject({ standing: { state: 'approved', qualifier: 'locked' }, hasGivenUp: true, problems: [], nextBase: base });
      expect(view?.report?.tasks).toEqual({});
      expect(view?.latest?.change.changeId).toBe(aChangeId(2));
      expect(view?.timeline.some((step) => step.kind === 'refused')).toBe(true);
    }
    // Opened again, a further edit begins with what was received.
    expect(states([first, givenUp], mirrored(lock(false, 'Gửi bổ sung')), standpoint())).toBe('approved/plain');
    expect(recordView([first, givenUp], mirrored(lock(false)), standpoint())?.nextBase).toEqual(base);
    // The mirror was lost: what the phone has sent itself stands, and not what was refused.
    expect(recordView([first, givenUp], null, standpoint())).toMatchObject({ standing: { state: 'received' }, hasGivenUp: true });
  });

  test('while nobody has given it up, its line says that the edit was not taken', () => {
    const view = recordView([refused], mirrored(lock(true)), standpoint()) as NonNullable<ReturnType<typeof recordView>>;
    expect(whyText(view)).toBe('Cấp trên đã tổng hợp, bản sửa không được nhận');
  });
});
