import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Identity } from '../../src/device/identity.ts';
import { openNotebook } from '../../src/device/notebook.ts';
import type { Notebook } from '../../src/device/notebook.ts';
import { mendRecord } from '../../src/phone/actions/mend-record.ts';
import { resubmit } from '../../src/phone/actions/resubmit.ts';
import { activityContext } from '../../src/phone/activity-context.ts';
import { bookOf } from '../../src/phone/book.ts';
import type { PhoneContext } from '../../src/phone/context.ts';
import { recordView } from '../../src/phone/record-view.ts';
import type { RecordView } from '../../src/phone/record-view.ts';
import { bookData } from '../make/book.ts';
import { aDraft } from '../make/draft.ts';
import { aChangeId, aMirrorRecord, aRecordId, aUnitId, anActivity, firstEpoch } from '../make/record.ts';
import { aReference, aSchoolUnit, sampleToday } from '../make/reference.ts';

const savedAtMs = Date.parse('2020-05-15T07:00:00.000Z');
const standpoint = { epoch: firstEpoch, mirrorEpoch: firstEpoch, nowMs: savedAtMs + 1000, sendingIds: new Set<never>(), frozen: false };

let count = 0;
async function aPhone(): Promise<{ phone: PhoneContext; notebook: Notebook; nudges: string[] }> {
  count += 1;
  const notebook = await openNotebook({ name: `mend-${count}` });
  const nudges: string[] = [];
  const identity = { unit: { id: aUnitId }, officer: { id: 'o-c01' } } as Identity;
  const hands = { notebook, runner: { nudge: (why: string) => nudges.push(why) } } as unknown as PhoneContext['hands'];
  return { phone: { hands, identity }, notebook, nudges };
}

async function viewOf(notebook: Notebook, mirrored = false): Promise<RecordView> {
  const view = recordView(await notebook.entriesOf(aRecordId), mirrored ? aMirrorRecord() : null, standpoint);
  if (!view) throw new Error('the record is gone');
  return view;
}

const save = (notebook: Notebook) => notebook.submit({
  changeId: aChangeId(1), recordId: aRecordId, scope: aUnitId, kind: 'activity', base: null, body: { ...anActivity() }, draftId: 'draft-1',
  draft: aDraft(), savedAtMs,
});

test('[L2] opening an edit within the undo window takes nothing out of the journal; the edit follows the saved change', async () => {
  const { phone, notebook } = await aPhone();
  await save(notebook);
  const draftId = await mendRecord(phone, await viewOf(notebook), anActivity());
  expect((await notebook.entriesOf(aRecordId)).map((entry) => entry.change.changeId)).toEqual([aChangeId(1)]);
  expect((await notebook.draft(draftId))?.base).toEqual({ changeId: aChangeId(1) });
});

test('an edit that was begun is gone on with, not begun twice', async () => {
  const { phone, notebook } = await aPhone();
  await save(notebook);
  const draftId = await mendRecord(phone, await viewOf(notebook), anActivity());
  expect(await mendRecord(phone, await viewOf(notebook), anActivity({ title: 'Chữ khác' }))).toBe(draftId);
});

test('[L2] another choice of two versions is written beside an edit that was begun, never over it', async () => {
  const { phone, notebook } = await aPhone();
  await save(notebook);
  const view = await viewOf(notebook);
  const begun = await mendRecord(phone, view, anActivity({ note: 'Chữ đang ghi' }));
  const chosen = await mendRecord(phone, view, anActivity(), true);
  expect(chosen).not.toBe(begun);
  expect((await notebook.draft(begun))?.content.note).toBe('Chữ đang ghi');
  expect(await mendRecord(phone, view, anActivity(), true)).toBe(chosen);
});

test('[L2] a choice that was sent and taken back is there again as a draft', async () => {
  const { phone, notebook, nudges } = await aPhone();
  const view = await viewOf(notebook, true);
  const reference = aReference();
  const book = bookOf(bookData({ notebookHead: await notebook.head() }), 0, new Set());
  const context = activityContext({ reference, unit: aSchoolUnit(), today: sampleToday, book }, { ...anActivity(), figures: {} }, aRecordId);
  const choice = anActivity({ figures: { attendances: 42, women: 31, sessions: 1 } });
  const sent = await resubmit(phone, view, choice, context);
  expect(sent).toBe(true);
  expect(nudges).toEqual(['saved']);
  const changeId = (await notebook.entriesOf(aRecordId))[0]?.change.changeId ?? aChangeId(9);
  const { undone, draft } = await notebook.undo(changeId);
  expect(undone).toBe(true);
  expect(draft).toMatchObject({ recordId: aRecordId, base: { edition: 1 }, content: { title: anActivity().title, figures: { attendances: '42', women: '31', sessions: '1' } } });
  expect(await notebook.drafts()).toEqual([draft]);
});
