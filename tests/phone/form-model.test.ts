import { describe, expect, test } from 'vitest';
import { readDraft } from '../../src/domain/activity-check.ts';
import type { FormId, OccasionId, RequirementId } from '../../src/domain/id.ts';
import type { PhotoHash } from '../../src/domain/photo.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import { activityContext } from '../../src/phone/activity-context.ts';
import { bookOf } from '../../src/phone/book.ts';
import { formOf, readReference } from '../../src/phone/reference.ts';
import {
  boxText, composed, dayChoice, draftOf, fieldsOnPage, figureBoxes, isPhotosOnly, kindsOf, mayWrite, nearness, startDraft, suggestedTitle, withChoice, withRequirement,
} from '../../src/phone/screens/form/form-model.ts';
import type { StartFacts } from '../../src/phone/screens/form/form-model.ts';
import { bookData } from '../make/book.ts';
import { aRecordId, anActivity } from '../make/record.ts';
import { aReference, aSchoolUnit, sampleToday } from '../make/reference.ts';

const reference = aReference();
const facts = (overrides: Partial<StartFacts> = {}): StartFacts => ({
  reference, unit: aSchoolUnit(), today: sampleToday, lastRequirementId: null, requirementId: null, occasionId: null, ...overrides,
});
const requirement = (id: string): RequirementId => id as RequirementId;
const emptyBook = bookOf(bookData(), 0, new Set());

describe('a form as it opens, four days before 19/5', () => {
  const { content, suggestion } = startDraft(facts());
  test('[kF5] requirement, occasion, kind, day and title are there already, so that two numbers are left to type', () => {
    expect(suggestion?.reason).toEqual({ kind: 'occasion', occasionId: 'e0519' });
    expect(content.occasionId).toBe('e0519');
    expect(content.heldOn).toBe(sampleToday);
    expect(content.title).toContain('130 năm Ngày sinh Bác Hồ');
    const form = formOf(reference, content.formId, content.formVersion);
    expect(form).not.toBeNull();
    expect(figureBoxes(content, form, reference).main.length).toBeLessThanOrEqual(2);
  });
  test('with the required numbers it can be sent as it stands', () => {
    const form = formOf(reference, content.formId, content.formVersion);
    const { main } = figureBoxes(content, form, reference);
    const filled = { ...content, figures: Object.fromEntries(main.map((field) => [field.key, '5'])) };
    const read = readDraft(filled, activityContext({ reference, unit: aSchoolUnit(), today: sampleToday, book: emptyBook }, filled, aRecordId));
    expect(read).toHaveProperty('activity');
  });
});

test('an address that names a requirement is obeyed, without a suggestion', () => {
  const { content, suggestion } = startDraft(facts({ requirementId: requirement('1.2') }));
  expect(content.requirementId).toBe('1.2');
  expect(suggestion).toBeNull();
});

test('an activity for an item of the unit’s own programme opens with that item’s title, so that it counts for it', () => {
  expect(startDraft(facts({ title: 'Gặp mặt đoàn viên điểm trường lẻ' })).content.title).toBe('Gặp mặt đoàn viên điểm trường lẻ');
  expect(startDraft(facts({ title: '' })).content.title).not.toBe('');
});

test('an address that names an occasion picks a requirement of that occasion, however far away it is', () => {
  const { content } = startDraft(facts({ occasionId: 'e0902' as OccasionId }));
  expect(content.occasionId).toBe('e0902');
  expect(reference.occasionsById.get('e0902' as OccasionId)?.requirementIds).toContain(content.requirementId);
});

describe('what follows a choice', () => {
  const { content } = startDraft(facts());
  test('a title that was never touched follows another kind; a typed one stays', () => {
    const other = reference.forms.find((form) => form.id === 'sinh-hoat');
    const choice = { formId: 'sinh-hoat' as FormId, formVersion: other?.version ?? null };
    const followed = withChoice(content, choice, reference);
    expect(followed.title).toBe(suggestedTitle(followed, reference));
    expect(followed.title).not.toBe(content.title);
    expect(withChoice({ ...content, title: 'Văn nghệ ở bản' }, choice, reference).title).toBe('Văn nghệ ở bản');
  });
  test('another requirement brings its own kind, but not over numbers that were typed', () => {
    const other = withRequirement(content, requirement('1.1'), reference, sampleToday);
    expect(other.requirementId).toBe('1.1');
    expect(reference.requirements.get(requirement('1.1'))?.formIds).toContain(other.formId);
    const typed = withRequirement({ ...content, figures: { honoured: '3' } }, requirement('1.1'), reference, sampleToday);
    expect(typed.formId).toBe(content.formId);
    expect(typed.figures).toEqual({ honoured: '3' });
  });
  test('a further requirement that becomes the main one is not named twice', () => {
    const next = withRequirement({ ...content, alsoRequirementIds: [requirement('1.1'), requirement('2.1')] }, requirement('1.1'), reference, sampleToday);
    expect(next.alsoRequirementIds).toEqual(['2.1']);
  });
});

test('three likely kinds are shown, the chosen one always among them', () => {
  for (const { id } of reference.requirements.values()) {
    const content = withRequirement(startDraft(facts()).content, id, reference, sampleToday);
    const { chips, others } = kindsOf(content, reference);
    expect(chips, id).toHaveLength(3);
    expect(chips.some((form) => form.id === content.formId), id).toBe(true);
    expect(others.map((form) => form.id), id).toContain('khac');
    expect([...chips, ...others].some((form) => form.hasOwnScreen), id).toBe(false);
  }
});

test('at most two numbers stand at once, and a default is in its box without being typed', () => {
  const content = withChoice(startDraft(facts({ requirementId: requirement('1.1') })).content, { formId: 'hoi-nghi' as FormId, formVersion: 1 }, reference);
  const { main, more, filledCount } = figureBoxes(content, formOf(reference, content.formId, 1), reference);
  expect(main.map((field) => field.key)).toEqual(['attendances', 'women']);
  const sessions = more.find((field) => field.key === 'sessions');
  expect(sessions && boxText(sessions, content)).toBe('1');
  expect(filledCount).toBe(0);
});

test('where only counts are allowed, alone or among further ones, there is no note and no link', () => {
  const { content } = startDraft(facts());
  expect(mayWrite(content, reference)).toBe(true);
  expect(mayWrite({ ...content, requirementId: requirement('3.4') }, reference)).toBe(false);
  expect(mayWrite({ ...content, alsoRequirementIds: [requirement('9.7')] }, reference)).toBe(false);
});

test('the day is today, yesterday or another one', () => {
  expect(dayChoice(sampleToday, sampleToday)).toBe('today');
  expect(dayChoice('2020-05-14' as LocalDate, sampleToday)).toBe('yesterday');
  expect(dayChoice('2020-05-13' as LocalDate, sampleToday)).toBe('other');
  expect(dayChoice(null, sampleToday)).toBe('other');
});

test('an occasion is ahead, today, under way or past', () => {
  const of = (id: string) => reference.occasionsById.get(id as OccasionId);
  const stand = (id: string, today: string): string | undefined => {
    const occasion = of(id);
    return occasion && nearness(occasion, today as LocalDate);
  };
  expect(stand('e0519', '2020-05-15')).toBe('ahead');
  expect(stand('e0519', '2020-05-19')).toBe('now');
  expect(stand('e0519', '2020-05-20')).toBe('past');
  expect(stand('m-cn', '2020-05-15')).toBe('during');
});

test('a sent activity stands in the boxes again as it was sent', () => {
  const activity = anActivity({ figures: { attendances: 1200, women: 0 } });
  const draft = draftOf(activity);
  expect(draft.figures).toEqual({ attendances: '1200', women: '0' });
  const read = readDraft(draft, activityContext({ reference, unit: aSchoolUnit(), today: sampleToday, book: emptyBook }, draft, aRecordId));
  // “sessions” takes its default of 1 where it was never recorded.
  expect('activity' in read ? read.activity.figures : read).toEqual({ attendances: 1200, women: 0, sessions: 1 });
});

test('[kV6] what is stored has one way of writing accents', () => {
  const content = { ...startDraft(facts()).content, title: 'Tie\u0302\u0301ng ha\u0301t', note: 'ba\u0309n' };
  expect(composed(content)).toMatchObject({ title: 'Tiếng hát'.normalize('NFC'), note: 'bản'.normalize('NFC') });
});

test('before the first pull the phone still knows its working day, and that nothing can be recorded yet', () => {
  const bare = readReference([], { sample: true, workingDay: sampleToday, workingYear: 2020 });
  expect(bare.isComplete).toBe(false);
  expect(bare.setting.workingDay).toBe(sampleToday);
});

test('a published thing that cannot be read takes no other down', () => {
  const odd = { id: 'task/4', version: 9, audience: 'all', body: { nonsense: true } };
  const read = readReference([odd as never, { id: 'song/1', version: 1, audience: 'all', body: 1 } as never], { sample: true, workingDay: sampleToday, workingYear: 2020 });
  expect(read.tasks).toEqual([]);
});

test('[M6] pictures without a word are known as such, and anything typed beside them ends that', () => {
  const photos = [{ hash: 'a'.repeat(64) as PhotoHash, byteCount: 1, width: 1, height: 1 }];
  const bare = { ...startDraft(facts()).content, requirementId: null, formId: null, title: '', photos };
  expect(isPhotosOnly(bare)).toBe(true);
  expect(isPhotosOnly({ ...bare, photos: [] })).toBe(false);
  expect(isPhotosOnly({ ...bare, title: 'Mít tinh' })).toBe(false);
  expect(isPhotosOnly({ ...bare, figures: { attendances: '4' } })).toBe(false);
});

test('[H1] pictures have a place on the page where words have one, and none where people are counted', () => {
  const { content } = startDraft(facts());
  expect(fieldsOnPage(content, null, reference).has('photos')).toBe(true);
  expect(fieldsOnPage({ ...content, requirementId: requirement('3.4') }, null, reference).has('photos')).toBe(false);
});
