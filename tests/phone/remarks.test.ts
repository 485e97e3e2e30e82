import { expect, test } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import { recordView } from '../../src/phone/record-view.ts';
import { fieldsOnPage, startDraft } from '../../src/phone/screens/form/form-model.ts';
import { inPageOrder, questionText, remarksOf, sentenceOf, strayRemarks } from '../../src/phone/screens/form/remarks.ts';
import { formOf } from '../../src/phone/reference.ts';
import { aReference, aSchoolUnit, sampleToday } from '../make/reference.ts';
import { aMirrorRecord, aReview, anEntry, firstEpoch, settled } from '../make/record.ts';

const standpoint = { epoch: firstEpoch, mirrorEpoch: firstEpoch, nowMs: Date.parse('2020-05-15T09:00:00.000Z'), sendingIds: new Set<never>(), frozen: false };

test('[kO9] a reviewer’s words stand at the field they were written for', () => {
  const remarks = [{ field: 'attendances', text: 'Ghi lại số người dự' }, { field: 'attendances', text: 'Kèm số nữ' }, { field: 'title', text: 'Ghi rõ hơn' }];
  const view = recordView([], aMirrorRecord({ review: aReview({ remarks }) }), standpoint);
  expect([...remarksOf(view)]).toEqual([['attendances', 'Ghi lại số người dự Kèm số nữ'], ['title', 'Ghi rõ hơn']]);
});

test('what a rule of the server refused is said at its field, with the next step', () => {
  const problems: Problem[] = [{ code: 'date-future', field: 'heldOn' }];
  const view = recordView([settled(anEntry(), { code: 'returned', problems })], null, standpoint);
  expect(remarksOf(view).get('heldOn')).toBe(sentenceOf({ code: 'date-future', field: 'heldOn' }));
});

test('a record that was not returned has nothing to be mended', () => {
  expect(remarksOf(recordView([], aMirrorRecord({ review: aReview({ decision: 'approved' }) }), standpoint)).size).toBe(0);
  expect(remarksOf(null).size).toBe(0);
});

test('a question fills its blanks as offices write days and numbers', () => {
  const question = { id: 'w-year', field: 'heldOn', sentence: '{year}: từ {from} đến {to}, {members} đoàn viên', blanks: { year: 2020, from: '2019-12-01', to: '2020-11-30', members: 1200 } };
  expect(questionText(question)).toBe('2020: từ 01/12/2019 đến 30/11/2020, 1.200 đoàn viên');
});

test('problems are listed as they stand on the page', () => {
  const fields = ['note', 'women', 'attendances', 'heldOn', 'link', 'requirementId', 'title'];
  expect(inPageOrder(fields.map((field) => ({ field }))).map(({ field }) => field)).toEqual(['requirementId', 'title', 'heldOn', 'women', 'attendances', 'note', 'link']);
});

test('a remark or a refusal at a field that the page does not show is said at its top, and no other is', () => {
  const reference = aReference();
  const countsOnly = [...reference.requirements.values()].find((one) => one.countsOnly && one.isOpen && one.formIds.length > 0);
  if (!countsOnly) throw new Error('no requirement is for counts only');
  const { content } = startDraft({ reference, unit: aSchoolUnit(), today: sampleToday, lastRequirementId: null, requirementId: countsOnly.id, occasionId: null });
  const onPage = fieldsOnPage(content, formOf(reference, content.formId, content.formVersion), reference);
  const remarks = new Map([['note', 'Bỏ tên người'], ['alsoRequirementIds', 'Thừa một nội dung'], ['title', 'Ghi rõ hơn'], ['figure-of-old', 'Xem lại']]);
  const problems: Problem[] = [{ code: 'link-not-allowed', field: 'link' }, { code: 'date-future', field: 'heldOn' }];
  expect(strayRemarks(remarks, problems, onPage)).toEqual([
    { field: 'note', text: 'Bỏ tên người', kind: 'remark' },
    { field: 'figure-of-old', text: 'Xem lại', kind: 'remark' },
    { field: 'link', text: sentenceOf({ code: 'link-not-allowed', field: 'link' }), kind: 'error' },
  ]);
});
