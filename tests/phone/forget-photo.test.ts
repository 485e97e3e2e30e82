import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openNotebook } from '../../src/device/notebook.ts';
import type { Notebook } from '../../src/device/notebook.ts';
import { openPhotos, unnamedMs } from '../../src/device/photos.ts';
import type { Photos } from '../../src/device/photos.ts';
import { forgetPhoto } from '../../src/phone/actions/forget-photo.ts';
import { prunePhotos } from '../../src/phone/actions/prune-photos.ts';
import { aDraft, aDraftContent } from '../make/draft.ts';
import { aMadePhoto } from '../make/made-photo.ts';
import { aChangeId, anActivity, aRecordId, aUnitId } from '../make/record.ts';

const now = Date.parse('2020-05-15T07:00:00.000Z');
let count = 0;

beforeEach(() => void vi.spyOn(Date, 'now').mockReturnValue(now));
afterEach(() => void vi.restoreAllMocks());

async function aPhone(): Promise<{ notebook: Notebook; photos: Photos }> {
  count += 1;
  return { notebook: await openNotebook({ name: `forget-notebook-${count}` }), photos: openPhotos({ name: `forget-photos-${count}` }) };
}

test('a picture taken off a form is forgotten only when no draft and no record of the phone names it', async () => {
  const { notebook, photos } = await aPhone();
  const made = await Promise.all([1, 2, 3, 4].map((number) => aMadePhoto(number)));
  const [inDraft, inRecord, behindUndo, nowhere] = made.map(({ photo }) => photo);
  if (!inDraft || !inRecord || !behindUndo || !nowhere) throw new Error('four were made');
  for (const one of made) await photos.keep(one, now - 3_600_000);
  await notebook.saveDraft(aDraft({ draftId: 'other', content: { ...aDraftContent, photos: [inDraft] } }));
  await notebook.submit({
    changeId: aChangeId(1), recordId: aRecordId, scope: aUnitId, kind: 'activity', base: null, body: { ...anActivity({ photos: [inRecord] }) }, draftId: 'one',
    // A requirement about people left this one behind; taking the save back would bring it onto the form again.
    draft: aDraft({ draftId: 'one', content: { ...aDraftContent, photos: [inRecord, behindUndo] } }), savedAtMs: now,
  });
  for (const { hash } of [inDraft, inRecord, behindUndo, nowhere]) await forgetPhoto({ notebook, photos }, hash);
  expect(await Promise.all([inDraft, inRecord, behindUndo, nowhere].map(async ({ hash }) => (await photos.bytes(hash)) !== null))).toEqual([true, true, true, false]);
});

test('a picture that another tab has chosen a moment ago stays, though no draft names it yet', async () => {
  const { notebook, photos } = await aPhone();
  const made = await aMadePhoto(1);
  await photos.keep(made, now - 5_000);
  await forgetPhoto({ notebook, photos }, made.photo.hash);
  expect(await photos.bytes(made.photo.hash)).not.toBeNull();
});

test('pictures of a draft that was thrown away go, later; those of any record stay', async () => {
  const { notebook, photos } = await aPhone();
  const [drafted, sent] = [await aMadePhoto(1), await aMadePhoto(2)];
  for (const one of [drafted, sent]) await photos.keep(one, now - 3_600_000);
  await notebook.saveDraft(aDraft({ draftId: 'one', content: { ...aDraftContent, photos: [drafted.photo] } }));
  await notebook.submit({
    changeId: aChangeId(1), recordId: aRecordId, scope: aUnitId, kind: 'activity', base: null, body: { ...anActivity({ photos: [sent.photo] }) }, draftId: null,
    draft: null, savedAtMs: now,
  });
  await prunePhotos({ notebook, photos });
  await notebook.deleteDraft('one');
  await prunePhotos({ notebook, photos });
  expect((await photos.totals()).count, 'the draft may come back').toBe(2);
  vi.spyOn(Date, 'now').mockReturnValue(now + unnamedMs);
  await prunePhotos({ notebook, photos });
  expect([await photos.bytes(drafted.photo.hash), (await photos.bytes(sent.photo.hash)) !== null]).toEqual([null, true]);
});
