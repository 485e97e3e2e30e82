/** What the page's notebook promises beyond its port: drafts, submitting, counting, and whose phone it is. */
import type { DeviceId, OfficerId, RecordId, UnitId } from '../../src/domain/id.ts';
import type { PeriodId } from '../../src/domain/period.ts';
import { receiptNumber } from '../../src/domain/receipt.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Identity } from '../../src/device/identity.ts';
import { makeKeyPairs, newSecret, publicKeys } from '../../src/device/keys.ts';
import { live } from '../../src/device/live.ts';
import { openNotebook } from '../../src/device/notebook.ts';
import type { Notebook, Submission } from '../../src/device/notebook.ts';
import type { Verdict } from '../../src/sync/protocol.ts';
import { refusal, same } from '../contract/claim.ts';
import type { Case } from '../contract/claim.ts';
import { aDraft, aDraftContent as content } from '../make/draft.ts';
import { aChangeId, anActivity, aReceipt, aRecordId, aUnitId, firstEpoch, secondEpoch } from '../make/record.ts';
import { troubleOf } from '../../src/device/trouble.ts';

export interface NotebookFiles {
  readonly notebook: Notebook;
  readonly otherTab: Notebook;
  /** Writes a row past our own code, as a fault of the disk or a later version would leave it. */
  putRaw(store: 'journal' | 'drafts' | 'meta', row: unknown): Promise<void>;
  getRaw(store: 'journal' | 'drafts' | 'meta', key: string): Promise<unknown>;
  reopen(): Promise<Notebook>;
  fillDisk(): () => void;
}

const savedAtMs = Date.parse('2020-05-15T07:00:00.000Z');
const later = savedAtMs + 60_000;

function aSubmission(number: number, overrides: Partial<Submission> = {}): Submission {
  return {
    changeId: aChangeId(number), recordId: aRecordId, scope: aUnitId, kind: 'activity', base: null, body: { ...anActivity() }, draftId: 'draft-1',
    draft: aDraft(), savedAtMs, ...overrides,
  };
}

async function answer(notebook: Notebook, number: number, verdict: Verdict): Promise<void> {
  await notebook.take(later, 1_000_000);
  const { lineage } = await notebook.head();
  const at = '2020-05-15T07:35:00.000Z' as Instant;
  await notebook.settle({ lineage, epoch: firstEpoch, at, clockOffsetMs: 0, witness: null, verdicts: new Map([[aChangeId(number), verdict]]), anchor: null, knownEpochId: null, safe: {} });
}

const returned: Verdict = { code: 'returned', problems: [{ code: 'figure-missing', field: 'attendances' }] };
const stored: Verdict = { code: 'ok', edition: 1, position: 1, receipt: aReceipt(receiptNumber('C01', 2020, 1, 1)) };

export async function anIdentity(): Promise<Identity> {
  return {
    token: newSecret(), deviceId: '01970000-0000-7000-8000-0000000000d1' as DeviceId,
    officer: { id: 'o-c01' as OfficerId, unitId: aUnitId, name: 'Cán bộ mẫu 1' },
    unit: {
      id: aUnitId, code: 'C01', parentId: 'u01' as UnitId, kind: 'grassroots', name: 'CĐCS mẫu', type: 'school', memberCount: 40,
      womenCount: 30, isDirect: false,
    },
    setting: { sample: true, workingDay: null, workingYear: 2020 }, activatedAt: '2020-05-15T06:00:00.000Z' as Instant, keys: await makeKeyPairs(),
  };
}

export const notebookFileCases: readonly Case<NotebookFiles>[] = [
  {
    title: '[B6, B9] what a file has carried can no longer be taken back, stays queued, and is marked until the answer comes',
    run: async ({ notebook, otherTab }) => {
      await notebook.submit(aSubmission(1));
      await notebook.submit(aSubmission(2, { draftId: null, recordId: '01970000-0000-7000-8000-0000000000c2' as RecordId }));
      const carried = await notebook.carry(savedAtMs + 1_000, 'open');
      same(carried.changes.map(({ seq }) => seq), [1, 2]);
      same((await notebook.undo(aChangeId(2))).undone, false);
      await notebook.markExported([aChangeId(1)], [], later);
      same((await otherTab.entry(aChangeId(1)))?.exportedAtMs, later);
      same((await otherTab.entry(aChangeId(2)))?.exportedAtMs, undefined);
      same((await notebook.take(later, 1_000_000)).changes.length, 2);
      await answer(notebook, 1, stored);
      same((await otherTab.entry(aChangeId(1)))?.exportedAtMs, undefined);
      same((await notebook.carry(later, 'open')).changes.map(({ seq }) => seq), [2]);
      // Acknowledged, and in no copy of the server yet: a backup carries it, with its receipt.
      const unsafe = (await notebook.carry(later, 'unsafe')).changes;
      same(unsafe.map(({ seq, receipt }) => [seq, receipt?.number]), [[1, stored.code === 'ok' ? stored.receipt.number : ''], [2, undefined]]);
    },
  },
  {
    title: 'a phone is left only when nothing of it is unsent: until then nothing is emptied',
    run: async ({ notebook, otherTab, putRaw }) => {
      const hash = 'a'.repeat(64);
      await notebook.activate(await anIdentity());
      await notebook.submit(aSubmission(1, { body: { ...anActivity(), photos: [{ hash, byteCount: 9, width: 1, height: 1 }] }, draft: null }));
      same(await notebook.leave(new Set([hash])), 2);
      same((await otherTab.entry(aChangeId(1))) !== null, true);
      await answer(notebook, 1, stored);
      same(await notebook.beforeLeaving(new Set([hash])), { waitingCount: 1, exportedCount: 0, draftCount: 0 });
      await notebook.markExported([], [hash], later);
      await putRaw('journal', { changeId: 'later-version', recordId: 'r', seq: 9, open: 1 });
      same(await notebook.leave(new Set([hash])), 1);
      await putRaw('journal', { changeId: 'later-version', recordId: 'r', seq: 9 });
      await notebook.saveDraft(aDraft());
      await putRaw('drafts', { draftId: 'of a later version' });
      // What is in a file only, and every draft, is told before it goes.
      same(await notebook.beforeLeaving(new Set([hash])), { waitingCount: 0, exportedCount: 1, draftCount: 2 });
      same(await notebook.leave(new Set([hash])), 0);
      same([await otherTab.identity(), (await otherTab.drafts()).length, (await otherTab.entries({ limit: 9 })).length], [null, 0, 0]);
    },
  },
  {
    title: 'a draft is there again as it was typed, wrong characters and all',
    run: async ({ notebook, reopen }) => {
      await notebook.saveDraft(aDraft());
      const again = await reopen();
      same(await again.draft('draft-1'), aDraft(), 'draft');
      await again.deleteDraft('draft-1');
      same(await again.draft('draft-1'), null, 'after deleting');
    },
  },
  {
    title: 'drafts come with the latest first',
    run: async ({ notebook }) => {
      await notebook.saveDraft(aDraft({ draftId: 'early', updatedAt: '2020-05-14T06:59:00.000Z' as Instant }));
      await notebook.saveDraft(aDraft({ draftId: 'late' }));
      same((await notebook.drafts()).map((draft) => draft.draftId), ['late', 'early'], 'order');
    },
  },
  {
    title: 'a report is drafted beside activities, sent in one step, and given back as it was typed when it is taken back',
    run: async ({ notebook, getRaw }) => {
      const { content: _content, ...frame } = aDraft({ draftId: 'report-1' });
      const report = { ...frame, periodId: '2020-h1' as PeriodId, report: { lines: { 'I4.05': { value: '1,5 người' } } } };
      await notebook.saveDraft(aDraft());
      await notebook.saveReportDraft(report);
      same((await notebook.drafts()).map((draft) => draft.draftId), ['draft-1'], 'drafts of activities');
      same(await notebook.reportDrafts(), [report], 'drafts of reports');
      same(await notebook.unreadable(), [], 'unreadable');
      await notebook.submit(aSubmission(1, { kind: 'report', draftId: 'report-1', draft: null, reportDraft: report }));
      same(await notebook.reportDrafts(), [], 'after sending');
      // What an older version reads: a row of the journal without a draft it could choke on.
      same(((await getRaw('journal', aChangeId(1))) as { draft: unknown }).draft, null, 'draft in the row');
      same((await notebook.undo(aChangeId(1))).undone, true, 'undone');
      same(await notebook.reportDrafts(), [report], 'after undoing');
    },
  },
  {
    title: 'a work programme is drafted beside both, sent in one step, and given back as it was typed when it is taken back',
    run: async ({ notebook, getRaw }) => {
      const { content: _content, ...frame } = aDraft({ draftId: 'programme-1' });
      const programme = { ...frame, workingYear: 2020, programme: { items: { 5.1: { title: 'Tháng Công nhân', months: null } } } };
      await notebook.saveDraft(aDraft());
      await notebook.saveProgrammeDraft(programme);
      same([(await notebook.drafts()).length, (await notebook.reportDrafts()).length, await notebook.programmeDrafts()], [1, 0, [programme]], 'drafts');
      same(await notebook.unreadable(), [], 'unreadable');
      await notebook.submit(aSubmission(1, { kind: 'programme', draftId: 'programme-1', draft: null, reportDraft: programme }));
      same(await notebook.programmeDrafts(), [], 'after sending');
      same(((await getRaw('journal', aChangeId(1))) as { draft: unknown }).draft, null, 'draft in the row');
      same((await notebook.undo(aChangeId(1))).undone, true, 'undone');
      same(await notebook.programmeDrafts(), [programme], 'after undoing');
    },
  },
  {
    title: 'a reviewer’s return is kept beside other drafts, leaves with its decision, and is given back as it was typed',
    run: async ({ notebook }) => {
      const written = { remarks: [{ field: 'attendances', reason: 'figure-missing' as const, text: 'ghi cả điểm bản' }], dueOn: '2020-05-20' };
      const entry = { draftId: 'return 1', returnOf: aRecordId, updatedAt: '2020-05-14T06:59:00.000Z' as Instant, officerId: 'u07-1' as OfficerId, written };
      await notebook.saveDraft(aDraft());
      await notebook.saveReturnDraft(entry);
      same([(await notebook.drafts()).length, (await notebook.reportDrafts()).length, (await notebook.unreadable()).length], [1, 0, 0], 'other drafts');
      await notebook.submit(aSubmission(1, { kind: 'review-slip', draftId: 'return 1', draft: null, returnDraft: entry }));
      same(await notebook.returnDraft('return 1'), null, 'after sending');
      same((await notebook.undo(aChangeId(1))).undone, true, 'undone');
      same(await notebook.returnDraft('return 1'), entry, 'after undoing');
    },
  },
  {
    title: 'submitting moves the draft into the journal in one step',
    run: async ({ notebook, otherTab }) => {
      await notebook.saveDraft(aDraft());
      const entry = await notebook.submit(aSubmission(1));
      same(await otherTab.drafts(), [], 'drafts');
      same(await otherTab.entry(aChangeId(1)), entry, 'entry');
    },
  },
  {
    title: '[L14] a submission that finds the disk full keeps the draft, makes no entry, and names the cause',
    run: async ({ notebook, fillDisk }) => {
      await notebook.saveDraft(aDraft());
      const empty = fillDisk();
      const error = await refusal(notebook.submit(aSubmission(1)));
      empty();
      same(troubleOf(error).code, 'storage-full', 'code');
      same(await notebook.drafts(), [aDraft()], 'drafts');
      same(await notebook.entries({ limit: 10 }), [], 'entries');
      same((await notebook.head()).seq, 0, 'seq');
    },
  },
  {
    title: 'taking a change back brings its draft back, with what the form held last',
    run: async ({ notebook, otherTab }) => {
      await notebook.saveDraft(aDraft());
      const held = aDraft({ content: { ...content, note: 'Chữ cuối cùng' } });
      await notebook.submit(aSubmission(1, { draft: held }));
      same(await notebook.undo(aChangeId(1)), { undone: true, draft: held }, 'undo');
      same(await otherTab.drafts(), [held], 'drafts');
      same(await otherTab.entry(aChangeId(1)), null, 'entry');
      same(await notebook.undo(aChangeId(1)), { undone: false, draft: null }, 'a second time');
    },
  },
  {
    title: 'a change that a later one stands on is not taken back',
    run: async ({ notebook }) => {
      await notebook.submit(aSubmission(1));
      await notebook.submit(aSubmission(2, { draftId: null, base: { changeId: aChangeId(1) } }));
      same((await notebook.undo(aChangeId(1))).undone, false, 'the earlier');
      same((await notebook.undo(aChangeId(2))).undone, true, 'the later');
    },
  },
  {
    title: 'a change that a draft of an edit stands on is not taken back, until that draft is thrown away',
    run: async ({ notebook }) => {
      await notebook.submit(aSubmission(1));
      await notebook.saveDraft(aDraft({ draftId: 'edit', base: { changeId: aChangeId(1) } }));
      same(await notebook.undo(aChangeId(1)), { undone: false, draft: null }, 'with the draft');
      same((await notebook.entriesOf(aRecordId)).length, 1, 'entries');
      await notebook.deleteDraft('edit');
      same((await notebook.undo(aChangeId(1))).undone, true, 'without it');
    },
  },
  {
    title: '[L2] what was sent without a form comes back as a draft when it is taken back',
    run: async ({ notebook }) => {
      const held = aDraft({ draftId: 'made-for-it', base: { edition: 1 } });
      await notebook.submit(aSubmission(1, { draftId: null, draft: held, base: { edition: 1 } }));
      same(await notebook.undo(aChangeId(1)), { undone: true, draft: held }, 'undo');
      same(await notebook.drafts(), [held], 'drafts');
    },
  },
  {
    title: '[L1] a draft sent in two tabs with the same words is one change',
    run: async ({ notebook, otherTab }) => {
      await notebook.saveDraft(aDraft());
      await Promise.all([notebook.submit(aSubmission(1)), otherTab.submit(aSubmission(2))]);
      same((await notebook.entriesOf(aRecordId)).length, 1, 'entries');
    },
  },
  {
    title: 'a draft sent in two tabs with different words keeps both, the second as an edit of the first',
    run: async ({ notebook, otherTab }) => {
      await notebook.saveDraft(aDraft());
      await notebook.submit(aSubmission(1));
      await otherTab.submit(aSubmission(2, { body: { ...anActivity({ title: 'Chữ khác' }) } }));
      const entries = await notebook.entriesOf(aRecordId);
      same(entries.map((entry) => entry.change.base), [null, { changeId: aChangeId(1) }], 'bases');
    },
  },
  {
    title: '[L2] a draft deleted in another tab is still sent when this one says so',
    run: async ({ notebook, otherTab }) => {
      await notebook.saveDraft(aDraft());
      await otherTab.deleteDraft('draft-1');
      await notebook.submit(aSubmission(1));
      same((await notebook.entries({ limit: 10 })).map((entry) => entry.change.base), [null], 'bases');
    },
  },
  {
    title: '[L2, L8, N5] a refused edit that was given up stays in the journal, asks for no hand, and is offered to no life of the server and in no file',
    run: async ({ notebook, otherTab, reopen }) => {
      await notebook.submit(aSubmission(1, { draftId: null }));
      await answer(notebook, 1, stored);
      await notebook.submit(aSubmission(2, { draftId: null, base: { changeId: aChangeId(1) } }));
      await notebook.submit(aSubmission(3, { draftId: null, base: { changeId: aChangeId(2) } }));
      await answer(notebook, 2, returned);
      await answer(notebook, 3, returned);
      same((await notebook.counts()).needsHands, 1, 'hands before');
      const at = '2020-05-15T10:00:00.000Z' as Instant;
      await otherTab.giveUp(aRecordId, at);
      same((await notebook.entriesOf(aRecordId)).map(({ change, open }) => [change.seq, open]), [[1, false], [2, false], [3, false]], 'journal');
      same((await notebook.counts()).needsHands, 0, 'hands');
      same((await notebook.carry(later, 'unsafe')).changes.map(({ seq }) => seq), [1], 'a backup');
      const { lineage } = await notebook.head();
      await notebook.settle({ lineage, epoch: secondEpoch, at, clockOffsetMs: 0, witness: null, verdicts: new Map(), anchor: null, knownEpochId: firstEpoch.id, safe: {} });
      same((await (await reopen()).take(later, 1_000_000)).changes.map(({ seq }) => seq), [1], 'a new life');
    },
  },
  {
    title: '[L8, N5] an edit that was given up is taken up again by itself where a new one follows it, and by hand',
    run: async ({ notebook }) => {
      await notebook.submit(aSubmission(1, { draftId: null }));
      await answer(notebook, 1, returned);
      const at = '2020-05-15T10:00:00.000Z' as Instant;
      await notebook.giveUp(aRecordId, at);
      await notebook.giveUp(aRecordId, null);
      same((await notebook.counts()).needsHands, 1, 'by hand');
      await notebook.giveUp(aRecordId, at);
      await notebook.submit(aSubmission(2, { draftId: null, base: { changeId: aChangeId(1) } }));
      const { lineage } = await notebook.head();
      await notebook.settle({ lineage, epoch: secondEpoch, at, clockOffsetMs: 0, witness: null, verdicts: new Map(), anchor: null, knownEpochId: firstEpoch.id, safe: {} });
      same((await notebook.take(later, 1_000_000)).changes.map(({ seq }) => seq), [1, 2], 'followed');
    },
  },
  {
    title: '[L3, N5] what is taken up after a new life began is offered to it, with what it stands on and nothing else that was given up',
    run: async ({ notebook }) => {
      const at = '2020-05-15T10:00:00.000Z' as Instant;
      const refused = async (number: number, base: number): Promise<void> => {
        await notebook.submit(aSubmission(number, { draftId: null, base: { changeId: aChangeId(base) } }));
        await answer(notebook, number, returned);
      };
      await notebook.submit(aSubmission(1, { draftId: null }));
      await answer(notebook, 1, stored);
      await refused(2, 1);
      await notebook.giveUp(aRecordId, at);
      await notebook.submit(aSubmission(3, { draftId: null, base: { changeId: aChangeId(1) } }));
      await answer(notebook, 3, stored);
      await refused(4, 3);
      await notebook.giveUp(aRecordId, at);
      const { lineage } = await notebook.head();
      await notebook.settle({ lineage, epoch: secondEpoch, at, clockOffsetMs: 0, witness: null, verdicts: new Map(), anchor: null, knownEpochId: firstEpoch.id, safe: {} });
      same((await notebook.take(later, 1_000_000)).changes.map(({ seq }) => seq), [1, 3], 'before');
      await notebook.giveUp(aRecordId, null);
      same((await notebook.take(later, 1_000_000)).changes.map(({ seq }) => seq), [1, 3, 4], 'taken up');
    },
  },
  {
    title: 'counts tell what waits, since when, and what needs hands',
    run: async ({ notebook }) => {
      same(await notebook.counts(), { open: 0, oldestOpenSavedAt: null, needsHands: 0, unreadable: 0 }, 'at first');
      await notebook.submit(aSubmission(1));
      await notebook.submit(aSubmission(2, { recordId: '01970000-0000-7000-8000-000000000002' as RecordId, draftId: null, savedAtMs: savedAtMs + 1_000 }));
      same(await notebook.counts(), { open: 2, oldestOpenSavedAt: '2020-05-15T07:00:00.000Z', needsHands: 0, unreadable: 0 }, 'two wait');
      await answer(notebook, 1, returned);
      same(await notebook.counts(), { open: 1, oldestOpenSavedAt: '2020-05-15T07:00:01.000Z', needsHands: 1, unreadable: 0 }, 'one was refused');
      await notebook.submit(aSubmission(3, { draftId: null, base: { changeId: aChangeId(1) } }));
      same((await notebook.counts()).needsHands, 0, 'it was mended');
      await notebook.undo(aChangeId(3));
      same((await notebook.counts()).needsHands, 1, 'the mending was taken back');
      await notebook.submit(aSubmission(4, { draftId: null, base: { changeId: aChangeId(1) } }));
      await answer(notebook, 4, stored);
      same((await notebook.counts()).needsHands, 0, 'the mending was received');
    },
  },
  {
    title: 'entries come with the latest first, waiting or settled apart, and not more than asked for',
    run: async ({ notebook }) => {
      for (const number of [1, 2, 3]) {
        await notebook.submit(aSubmission(number, { recordId: `01970000-0000-7000-8000-00000000000${number}` as RecordId, draftId: null }));
      }
      await answer(notebook, 2, stored);
      const seqs = async (query: { limit: number; open?: boolean }): Promise<number[]> => (await notebook.entries(query)).map((entry) => entry.change.seq);
      same([await seqs({ limit: 2 }), await seqs({ limit: 9, open: true }), await seqs({ limit: 9, open: false })], [[3, 2], [3, 1], [2]], 'entries');
    },
  },
  {
    title: '[L9] a row that cannot be read takes no other down, is kept, and is told of',
    run: async ({ notebook, putRaw, reopen }) => {
      await notebook.submit(aSubmission(1));
      await notebook.saveDraft(aDraft());
      const brokenChange = { changeId: aChangeId(8), recordId: aRecordId, seq: 8, open: 1, change: 'half a row' };
      const brokenDraft = { draftId: 'broken', updatedAt: '2020-05-15T06:59:00.000Z', content: 7 };
      await putRaw('journal', brokenChange);
      await putRaw('drafts', brokenDraft);
      const again = await reopen();
      same((await again.counts()).unreadable, 1, 'counts');
      same((await again.drafts()).map((draft) => draft.draftId), ['draft-1'], 'drafts');
      same((await again.take(later, 1_000_000)).changes.map((change) => change.seq), [1], 'taken');
      await answer(again, 1, stored);
      same(await again.unreadable(), [brokenChange, brokenDraft], 'kept');
    },
  },
  {
    title: '[L2] what a later version wrote beside a change stays with it',
    run: async ({ notebook, putRaw, getRaw }) => {
      await notebook.submit(aSubmission(1));
      const entry = await notebook.entry(aChangeId(1));
      const row = { ...entry, ...entry?.change, change: entry?.change, open: 1, draft: null, later: { photos: 3 } };
      await putRaw('journal', row);
      await answer(notebook, 1, stored);
      const { later: kept, open } = (await getRaw('journal', aChangeId(1))) as { later?: unknown; open?: unknown };
      same([kept, open], [{ photos: 3 }, undefined], 'row');
    },
  },
  {
    title: 'a notebook whose head is lost goes on above every number it gave',
    run: async ({ notebook, putRaw, reopen }) => {
      await notebook.submit(aSubmission(1));
      const before = await notebook.head();
      await putRaw('meta', { key: 'head', value: 'nothing that can be read' });
      const head = await (await reopen()).head();
      same(head.seq, 1, 'seq');
      if (head.lineage === before.lineage) throw new Error('a new life wants a new lineage');
    },
  },
  {
    title: 'an activation is kept with its keys, wakes the queue, and leaves the journal alone',
    run: async ({ notebook, reopen }) => {
      same(await notebook.identity(), null, 'at first');
      await notebook.submit(aSubmission(1));
      await notebook.freeze(true);
      const identity = await anIdentity();
      await notebook.activate(identity);
      const again = await reopen();
      const kept = await again.identity();
      same([kept?.token, kept?.officer, kept?.unit], [identity.token, identity.officer, identity.unit], 'identity');
      same(await publicKeys(kept?.keys ?? null), await publicKeys(identity.keys), 'keys');
      same((await again.head()).frozen, false, 'frozen');
      same((await again.counts()).open, 1, 'journal');
    },
  },
  {
    title: 'a second try at the same code uses the same secret, even after the page died',
    run: async ({ notebook, reopen }) => {
      const make = () => Promise.resolve({ secret: newSecret(), keys: null });
      const first = await notebook.pendingActivation('K7M29QXP', make);
      const again = await reopen();
      same((await again.pendingActivation('K7M29QXP', make)).secret, first.secret, 'same code');
      const other = await again.pendingActivation('ABCDEFGH', make);
      if (other.secret === first.secret) throw new Error('another code wants another secret');
    },
  },
  {
    title: 'a live read hears of what another tab saved',
    run: async ({ notebook, otherTab }) => {
      const seen: number[] = [];
      await new Promise<void>((resolve, reject) => {
        const stop = live(
          () => notebook.counts(),
          ({ open }) => {
            seen.push(open);
            if (seen.length === 1) void otherTab.submit(aSubmission(1));
            else {
              stop();
              resolve();
            }
          },
          reject,
        );
      });
      same(seen, [0, 1], 'seen');
    },
  },
];

export async function notebookFiles(name: string, fillDisk: () => () => void): Promise<NotebookFiles> {
  const options = { name };
  return {
    notebook: await openNotebook(options), otherTab: await openNotebook(options), reopen: () => openNotebook(options), fillDisk,
    putRaw: async (store, row) => {
      await raw(name, store, (objects) => objects.put(row));
    },
    getRaw: (store, key) => raw(name, store, (objects) => objects.get(key)),
  };
}

function raw(name: string, store: string, work: (objects: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction(store, 'readwrite');
      const request = work(transaction.objectStore(store));
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve(request.result);
      });
    });
  });
}
