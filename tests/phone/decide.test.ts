import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Identity } from '../../src/device/identity.ts';
import { openNotebook } from '../../src/device/notebook.ts';
import { returnDraftId } from '../../src/device/return-draft-entry.ts';
import type { ReturnDraftEntry } from '../../src/device/return-draft-entry.ts';
import type { OfficerId, UnitId } from '../../src/domain/id.ts';
import type { Instant, LocalDate } from '../../src/domain/time.ts';
import { beginReturnAgain } from '../../src/phone/actions/begin-return-again.ts';
import { approval, decide } from '../../src/phone/actions/decide.ts';
import { returnReasons } from '../../src/domain/return-draft.ts';
import { undoSubmit } from '../../src/phone/actions/undo-submit.ts';
import type { PhoneContext } from '../../src/phone/context.ts';
import { bodySum } from '../../src/sync/edition.ts';
import { aMirrorRecord, aRecordId, aUnitId } from '../make/record.ts';

const officerId = 'u07-1' as OfficerId;
const read = { record: aMirrorRecord({ number: 7, edition: 2 }), unitId: aUnitId };
const returned = { decision: 'returned' as const, remarks: [{ field: 'attendances', text: 'Thiếu số người dự' }], dueOn: null, reason: '' };
const draft: ReturnDraftEntry = {
  draftId: returnDraftId(aRecordId, officerId), returnOf: aRecordId, updatedAt: '2020-05-15T07:00:00.000Z' as Instant, officerId,
  written: { remarks: [{ field: 'attendances', reason: 'figure-missing', text: '' }], dueOn: '2020-05-20' },
};

let count = 0;
async function aPhone(name = `decide-${count += 1}`) {
  const notebook = await openNotebook({ name });
  const nudges: string[] = [];
  const identity = { unit: { id: 'u07' as UnitId }, officer: { id: officerId } } as Identity;
  const phone = { hands: { notebook, runner: { nudge: (why: string) => nudges.push(why) } }, identity } as unknown as PhoneContext;
  return { phone, notebook, nudges, name };
}

test('[L2] a decision is one saved change of the reviewer’s own unit, and names the very words that were read', async () => {
  const { phone, notebook, nudges } = await aPhone();
  expect(await decide(phone, read, approval, [])).toEqual([]);
  const [entry] = await notebook.openEntries();
  expect(entry?.change).toMatchObject({
    scope: 'u07', kind: 'review-slip', base: null,
    body: { recordId: aRecordId, unitId: 'c01', edition: 2, changeId: read.record.current.changeId, sum: bodySum(read.record.current.body), decision: 'approved' },
  });
  expect(entry?.change.recordId).not.toBe(aRecordId);
  expect(nudges).toEqual(['saved']);
});

test('a return without a place, an opening without a reason, and words that name a person are refused, and nothing is saved', async () => {
  const { phone, notebook, nudges } = await aPhone();
  expect(await decide(phone, read, { ...returned, remarks: [] }, [])).toMatchObject([{ code: 'review-empty' }]);
  expect(await decide(phone, read, { ...approval, decision: 'unlocked' }, [])).toMatchObject([{ code: 'reason-missing', field: 'reason' }]);
  expect(await decide(phone, read, { ...returned, remarks: [{ field: 'title', text: 'Hỏi lại đồng chí Lò Văn Pâng.' }] }, [])).toMatchObject([{ code: 'text-names-person', field: 'title' }]);
  expect(await notebook.openEntries()).toEqual([]);
  expect(nudges).toEqual([]);
});

test('[L2] a typed return leaves the shelf with its decision, and is there again as it was typed when that is taken back', async () => {
  const { phone, notebook } = await aPhone();
  await notebook.saveReturnDraft(draft);
  // No other page takes it for a draft of its own, and a rescue file does not take it for a broken one.
  expect([await notebook.drafts(), await notebook.reportDrafts(), await notebook.unreadable()]).toEqual([[], [], []]);
  expect(await decide(phone, read, returned, [], draft)).toEqual([]);
  expect(await notebook.returnDraft(draft.draftId)).toBeNull();
  const [entry] = await notebook.openEntries();
  const { undone } = await undoSubmit(notebook, entry?.change.changeId as never);
  expect(undone).toBe(true);
  expect(await notebook.openEntries()).toEqual([]);
  expect(await notebook.returnDraft(draft.draftId)).toEqual(draft);
});

test('[L2] the words of a return that was not counted are on the shelf before they are shown in a new one', async () => {
  const { phone, notebook } = await aPhone();
  const slip = { recordId: aRecordId, remarks: returned.remarks, dueOn: '2020-05-18' as LocalDate };
  await beginReturnAgain(phone, slip, returnReasons, { today: '2020-05-15' as LocalDate, proposed: '2020-05-20' as LocalDate });
  expect((await notebook.returnDraft(draft.draftId))?.written).toEqual({ remarks: [{ field: 'attendances', reason: 'figure-missing', text: '' }], dueOn: '2020-05-18' });
});

test('[L1, N6] of two tabs that decide on the same words one decision is made; the second is told, and its words are on the shelf', async () => {
  const first = await aPhone();
  const second = await aPhone(first.name);
  const other = { ...returned, remarks: [{ field: 'attendances', text: 'Ghi chưa rõ' }] };
  const otherDraft = { ...draft, written: { remarks: [{ field: 'attendances', reason: 'words-unclear', text: '' }], dueOn: '' } };
  await second.notebook.saveReturnDraft(draft);
  expect(await decide(first.phone, read, returned, [], draft)).toEqual([]);
  // The same words once more are the same decision, though its tab has kept them meanwhile.
  await second.notebook.saveReturnDraft(draft);
  expect(await decide(second.phone, read, returned, [], draft)).toEqual([]);
  expect(await second.notebook.returnDraft(draft.draftId)).toBeNull();
  expect(await decide(second.phone, read, other, [], otherDraft)).toEqual([{ code: 'review-twice' }]);
  expect(await decide(second.phone, read, approval, [])).toEqual([{ code: 'review-twice' }]);
  expect((await first.notebook.openEntries()).map(({ change }) => change.body['decision'])).toEqual(['returned']);
  expect(await first.notebook.returnDraft(draft.draftId)).toEqual(otherDraft);
  // Of other words of the record it is another decision, and so is an opening.
  expect(await decide(second.phone, { ...read, record: aMirrorRecord({ number: 8, edition: 3 }) }, approval, [])).toEqual([]);
  const opening = { ...approval, decision: 'unlocked' as const, reason: 'Gửi bổ sung' };
  expect(await decide(first.phone, read, opening, [])).toEqual([]);
  expect(await decide(second.phone, read, opening, [])).toEqual([]);
  expect(await decide(second.phone, read, { ...opening, reason: 'Sửa một số' }, [])).toEqual([{ code: 'review-twice' }]);
  expect(await first.notebook.openEntries()).toHaveLength(3);
});
