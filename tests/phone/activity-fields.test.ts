import { expect, test } from 'vitest';
import type { Activity } from '../../src/domain/activity.ts';
import type { FormId } from '../../src/domain/id.ts';
import type { PhotoHash } from '../../src/domain/photo.ts';
import { activityFields, chosen, differences } from '../../src/phone/activity-fields.ts';
import { anActivity } from '../make/record.ts';
import { aReference } from '../make/reference.ts';

const reference = aReference();
const mine = anActivity({ figures: { attendances: 1200, women: 31 }, note: 'Ở bản' });
const theirs = anActivity({ figures: { attendances: 42 }, title: 'Mít tinh' });

test('an activity is told in the words of its form, numbers with their dots', () => {
  const fields = activityFields(mine, reference);
  expect(fields.find(({ field }) => field === 'attendances')).toEqual({ field: 'attendances', name: 'Số lượt người dự', text: '1.200' });
  expect(fields.find(({ field }) => field === 'formId')?.text).toBe('Hội nghị, mít tinh');
  expect(fields.find(({ field }) => field === 'heldOn')?.text).toBe('15/5/2020');
});

test('a figure without a number is left out: blank is not zero', () => {
  expect(activityFields(theirs, reference).map(({ field }) => field)).not.toContain('women');
  expect(activityFields(anActivity({ figures: { women: 0 } }), reference).find(({ field }) => field === 'women')?.text).toBe('0');
});

test('two versions differ field by field', () => {
  expect(differences(mine, theirs, reference).map(({ field, one, other }) => [field, one, other])).toEqual([
    ['title', 'Mít tinh kỷ niệm 19/5', 'Mít tinh'], ['attendances', '1.200', '42'], ['women', '31', ''], ['note', 'Ở bản', ''],
  ]);
  expect(differences(mine, mine, reference)).toEqual([]);
});

test('pictures are told by their number, and other pictures of the same number are told apart', () => {
  const [one, two, three] = ['a', 'b', 'c'].map((digit) => ({ hash: digit.repeat(64) as PhotoHash, byteCount: 1, width: 1, height: 1 }));
  if (!one || !two || !three) throw new Error('three were made');
  const of = (photos: Activity['photos'], other: Activity['photos']) => differences(anActivity({ photos }), anActivity({ photos: other }), reference);
  expect(of([one, two], [one, two, three])).toEqual([{ field: 'photos', name: 'Ảnh', one: '2', other: '3' }]);
  expect(of([], [one])).toMatchObject([{ one: '', other: '1' }]);
  expect(of([one, two], [one, three])).toMatchObject([{ one: '2', other: '2 (ảnh khác)' }]);
  expect(of([one, two], [two, one]), 'in another order').toEqual([]);
  expect(chosen(anActivity({ photos: [one] }), anActivity({ photos: [two] }), new Set(['photos'])).photos).toEqual([two]);
});

test('[kO10] what is chosen is taken from its side, all of it, and nothing else', () => {
  expect(chosen(mine, theirs, new Set())).toEqual(mine);
  const all = new Set(differences(mine, theirs, reference).map(({ field }) => field));
  expect(chosen(mine, theirs, all)).toEqual(theirs);
  expect(chosen(mine, theirs, new Set(['attendances'])).figures).toEqual({ attendances: 42, women: 31 });
  const other = { ...theirs, formId: 'sinh-hoat' as FormId, formVersion: 3 };
  expect(chosen(mine, other, new Set(['formId']))).toMatchObject({ formId: 'sinh-hoat', formVersion: 3 });
});
