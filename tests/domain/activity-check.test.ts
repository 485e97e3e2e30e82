import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forms } from '../../src/content/forms.ts';
import { Activity, activityBody } from '../../src/domain/activity.ts';
import type { ActivityDraft } from '../../src/domain/activity.ts';
import { checkActivity, noteAllowed, readDraft } from '../../src/domain/activity-check.ts';
import type { ActivityContext } from '../../src/domain/activity-check.ts';
import { Form } from '../../src/domain/form.ts';
import type { FormId, OccasionId, RequirementId } from '../../src/domain/id.ts';
import type { PhotoHash } from '../../src/domain/photo.ts';
import { aContext, aDraft, day, form, requirements, unit } from '../make/activity-context.ts';

const id = (text: string): RequirementId => text as RequirementId;

function anActivity(overrides: Partial<Activity> = {}): Activity {
  return Activity.parse({ ...aDraft(), figures: { attendances: 28, women: 17, sessions: 1 }, ...overrides });
}

function hardOf(overrides: Partial<Activity>, context: Partial<ActivityContext> = {}): string[] {
  return checkActivity(anActivity(overrides), aContext(context)).hard.map((one) => `${one.code} ${one.field ?? ''}`);
}

function softOf(overrides: Partial<Activity>, context: Partial<ActivityContext> = {}): string[] {
  return checkActivity(anActivity(overrides), aContext(context)).soft.map((one) => one.id);
}

function problemsOf(overrides: Partial<ActivityDraft>, context: Partial<ActivityContext> = {}): string[] {
  const read = readDraft(aDraft(overrides), aContext(context));
  return 'problems' in read ? read.problems.map((one) => `${one.code} ${one.field ?? ''}`) : [];
}

test('a complete activity is sent without a question', () => {
  expect(checkActivity(anActivity(), aContext())).toEqual({ hard: [], soft: [] });
});

describe('what cannot be sent is named at its field', () => {
  test.each<[string, Partial<Activity>, string[]]>([
    ['a requirement that is not in the directive', { requirementId: id('8.9') }, ['requirement-unknown requirementId']],
    ['the opinion slip’s requirement, which waits for its screen', { requirementId: id('6.3') }, ['requirement-closed requirementId']],
    ['the same among further ones', { alsoRequirementIds: [id('6.3')] }, ['requirement-closed alsoRequirementIds']],
    ['an unknown further requirement', { alsoRequirementIds: [id('7.9')] }, ['requirement-unknown alsoRequirementIds']],
    ['an unknown occasion', { occasionId: 'e9999' as OccasionId }, ['occasion-unknown occasionId']],
    ['a day that has not come', { heldOn: day('2020-05-16') }, ['date-future heldOn']],
    ['a title of blanks', { title: '   ' }, ['title-missing title']],
    ['a name in the title', { title: 'Tặng quà ông Nguyễn Văn A' }, ['text-names-person title']],
    ['a telephone number in the note', { note: 'gọi 0912345678' }, ['text-has-phone note']],
    ['a link to a person’s page', { link: 'https://facebook.com/profile.php?id=1' }, ['link-foreign link']],
    ['more women than people', { figures: { attendances: 10, women: 11, sessions: 1 } }, ['check-failed women']],
    ['more sessions than people', { figures: { attendances: 2, sessions: 3 } }, ['check-failed attendances']],
    ['no people', { figures: { sessions: 1 } }, ['figure-missing attendances']],
    ['a number beyond its bounds', { figures: { attendances: 500, sessions: 201 } }, ['figure-out-of-bounds sessions']],
    ['a negative number', { figures: { attendances: 10, sessions: 1, women: -1 } }, ['figure-out-of-bounds women']],
    ['a figure that the form does not have', { figures: { attendances: 10, sessions: 1, admitted: 1 } }, ['figure-unknown admitted']],
  ])('%s', (_, overrides, expected) => {
    expect(hardOf(overrides)).toEqual(expected);
  });

  test('today is not the future, and the server may be a day kinder than the phone', () => {
    expect(hardOf({ heldOn: day('2020-05-15') })).toEqual([]);
    expect(hardOf({ heldOn: day('2020-05-16') }, { today: day('2020-05-16') })).toEqual([]);
  });

  test('a form of another version, of another kind, or with a screen of its own is not judged by this one', () => {
    expect(hardOf({ formVersion: 2 })).toEqual(['form-unknown formId']);
    expect(hardOf({ formId: 'sinh-hoat' as FormId })).toEqual(['form-unknown formId']);
    expect(hardOf({}, { form: null })).toEqual(['form-unknown formId']);
    expect(hardOf({ formId: 'phieu-dlxh' as FormId }, { form: form('phieu-dlxh') })).toEqual(['form-unfit formId']);
  });

  test('a failed check speaks in its own published sentence', () => {
    const { hard } = checkActivity(anActivity({ figures: { attendances: 10, women: 11, sessions: 1 } }), aContext());
    expect(hard[0]?.details).toMatchObject({ sentence: 'Số nữ không thể nhiều hơn số lượt người dự.' });
  });

  test('bounds and label of a figure travel with the problem', () => {
    const { hard } = checkActivity(anActivity({ figures: { attendances: 500, sessions: 201 } }), aContext());
    expect(hard[0]?.details).toEqual({ label: 'Số buổi', min: 1, max: 200 });
  });
});

const aPhoto = { hash: 'ab'.repeat(32) as PhotoHash, byteCount: 90_000, width: 1280, height: 960 };

describe('requirements about people carry numbers and nothing else', () => {
  const members = { formId: 'thanh-lap' as FormId, figures: { introduced: 2 } };
  const context = { form: form('thanh-lap') };

  test.each(['3.4', '3.5', '6.2', '6.6', '9.7'])('%s refuses a note, a link and a photo, alone and among further ones', (text) => {
    const note = { note: 'hai quần chúng ưu tú', link: 'https://laodong.vn/tin', photos: [aPhoto] };
    expect(hardOf({ requirementId: id(text), ...note })).toContain('note-not-allowed note');
    expect(hardOf({ requirementId: id(text), ...note })).toContain('link-not-allowed link');
    expect(hardOf({ alsoRequirementIds: [id(text)], ...note })).toEqual(['note-not-allowed note', 'link-not-allowed link', 'photo-not-allowed photos']);
    expect(noteAllowed([id('1.1'), id(text)], requirements)).toBe(false);
  });

  test('their numbers alone are welcome', () => {
    expect(hardOf({ requirementId: id('3.4'), ...members }, context)).toEqual([]);
  });

  test('what was typed into a note before the requirement was changed does not leave the phone', () => {
    const read = readDraft(aDraft({ ...members, requirementId: id('3.4'), figures: { introduced: '2' }, note: 'ghi từ trước', link: 'laodong.vn', photos: [aPhoto] }), aContext(context));
    expect(read).toMatchObject({ activity: { note: '', link: '', photos: [], figures: { introduced: 2 } } });
  });

  test('other requirements take all three', () => {
    expect(hardOf({ note: 'Ba ý kiến phát biểu', link: 'https://laodong.vn/tin', photos: [aPhoto] })).toEqual([]);
    expect(noteAllowed([id('1.1'), id('4.3')], requirements)).toBe(true);
  });
});

test('a picture named twice travels once, and an activity without pictures says nothing of them', () => {
  const read = readDraft(aDraft({ photos: [aPhoto, aPhoto] }), aContext());
  expect(read).toMatchObject({ activity: { photos: [aPhoto] } });
  expect(activityBody(anActivity())).not.toHaveProperty('photos');
  expect(activityBody(anActivity({ photos: [aPhoto] }))).toHaveProperty('photos', [aPhoto]);
});

describe('a question is asked once', () => {
  test.each<[string, Partial<Activity>, Partial<ActivityContext>, string[]]>([
    ['far more people than members', { figures: { attendances: 120, sessions: 1 } }, {}, ['w-members']],
    ['as many people as members and half again is not far more', { figures: { attendances: 46, sessions: 1 } }, {}, []],
    ['many people over many sessions', { figures: { attendances: 120, sessions: 4 } }, {}, []],
    ['a unit without a number of members', { figures: { attendances: 120, sessions: 1 } }, { unit: { ...unit('c01'), memberCount: null } }, []],
    ['a day of another working year', { heldOn: day('2019-11-30') }, {}, ['w-year']],
    ['the first day of the working year', { heldOn: day('2019-12-01') }, {}, []],
    ['Workers’ Month before May', { requirementId: id('5.1'), heldOn: day('2020-04-30') }, {}, ['w-window']],
    ['a gift of 3 thousand đồng', { figures: { attendances: 10, sessions: 1, gifts: 10, valueK: 30 } }, {}, ['w-gift']],
    ['a gift of no number', { figures: { attendances: 10, sessions: 1, gifts: 0, valueK: 30 } }, {}, []],
    ['a requirement of another kind of unit', { requirementId: id('4.2d') }, {}, ['w-applies']],
    ['a second record of the same day, requirement and form', {}, { hasTwin: () => true }, ['w-dup']],
  ])('%s', (_, overrides, context, expected) => {
    expect(softOf(overrides, context)).toEqual(expected);
    expect(softOf({ ...overrides, confirmed: expected }, context)).toEqual([]);
  });

  test('the page of an organisation is recalled where a page is recorded', () => {
    const given = { requirementId: id('9.6'), formId: 'thanh-lap' as FormId, figures: { accounts: 1 } };
    expect(softOf(given, { form: form('thanh-lap') })).toEqual(['w-account']);
  });

  test('a question comes with its sentence and what fills its blanks', () => {
    const { soft } = checkActivity(anActivity({ figures: { attendances: 120, sessions: 1 } }), aContext());
    expect(soft).toEqual([{ id: 'w-members', field: 'attendances', sentence: expect.stringContaining('{per}'), blanks: { per: 120, members: 31 } }]);
    expect(checkActivity(anActivity({ heldOn: day('2019-11-30') }), aContext()).soft[0]?.blanks).toEqual({ year: 2020, from: '2019-12-01', to: '2020-11-30' });
  });

  test('a hard problem cannot be confirmed away', () => {
    expect(hardOf({ figures: { attendances: 10, women: 11, sessions: 1 }, confirmed: ['h-women'] })).toEqual(['check-failed women']);
  });
});

describe('what was typed becomes an activity', () => {
  test('numbers are read, defaults filled in, texts tidied', () => {
    const read = readDraft(aDraft({ title: '  Học tập\n chuyên đề  ', figures: { attendances: '1.028', women: '' }, note: ' tốt ' }), aContext());
    expect(read).toMatchObject({ activity: { title: 'Học tập chuyên đề', figures: { attendances: 1028, sessions: 1 }, note: 'tốt' } });
    expect('activity' in read && 'women' in read.activity.figures).toBe(false);
  });

  test('[kV6] marks typed apart are stored together', () => {
    const read = readDraft(aDraft({ title: 'Học tập'.normalize('NFD') }), aContext());
    expect(read).toMatchObject({ activity: { title: 'Học tập'.normalize('NFC') } });
  });

  test('figures of a kind that was chosen before stay out', () => {
    const read = readDraft(aDraft({ figures: { attendances: '28', valueK: '300', comments: '9' } }), aContext());
    expect('activity' in read ? read.activity.figures : read).toEqual({ attendances: 28, valueK: 300, sessions: 1 });
  });

  test('the number of gifts follows the number of people until it is typed', () => {
    const gifts = { requirementId: id('2.3'), formId: 'tham-hoi' as FormId, heldOn: day('2020-01-15') };
    const context = aContext({ form: form('tham-hoi') });
    expect(readDraft(aDraft({ ...gifts, figures: { beneficiaries: '12', valueK: '3600' } }), context)).toMatchObject({ activity: { figures: { gifts: 12 } } });
    expect(readDraft(aDraft({ ...gifts, figures: { beneficiaries: '12', valueK: '3600', gifts: '10' } }), context)).toMatchObject({ activity: { figures: { gifts: 10 } } });
  });

  test('a default that was cleared is missing, not filled in again', () => {
    expect(problemsOf({ figures: { attendances: '28', sessions: '' } })).toEqual(['figure-missing sessions']);
  });

  test('all that is missing is told at once, from the top of the page to its bottom', () => {
    expect(problemsOf({ requirementId: null, formId: null, formVersion: null, heldOn: null, title: '', figures: {} }, { form: null })).toEqual([
      'requirement-missing requirementId', 'title-missing title', 'form-missing formId', 'date-missing heldOn',
    ]);
    expect(problemsOf({ title: '', figures: {}, link: 'khong phai' })).toEqual(['title-missing title', 'figure-missing attendances', 'link-bad link']);
  });

  test('a box that cannot be read is told once, with the bounds of its figure', () => {
    const read = readDraft(aDraft({ figures: { attendances: '28 người' } }), aContext());
    expect(read).toEqual({ problems: [{ code: 'figure-not-whole', field: 'attendances', details: { label: 'Số lượt người dự', min: 0, max: 50_000 } }] });
  });

  test('a further requirement that repeats the main one is one requirement', () => {
    const read = readDraft(aDraft({ alsoRequirementIds: [id('4.3'), id('1.1'), id('1.1')] }), aContext());
    expect(read).toMatchObject({ activity: { alsoRequirementIds: ['1.1'] } });
  });

  test('answers to questions that this form does not ask are left behind', () => {
    const read = readDraft(aDraft({ confirmed: ['w-members', 'w-account', 'x'.repeat(60), 'w-members'] }), aContext());
    expect(read).toMatchObject({ activity: { confirmed: ['w-members'] } });
  });

  test('what the phone lets through, the server lets through', () => {
    const read = readDraft(aDraft(), aContext());
    if (!('activity' in read)) throw new Error('not read');
    expect(checkActivity(Activity.parse(JSON.parse(JSON.stringify(read.activity))), aContext()).hard).toEqual([]);
  });
});

test('an online post needs at least one number', () => {
  const online = { requirementId: id('9.3'), formId: 'truc-tuyen' as FormId };
  expect(hardOf({ ...online, figures: {} }, { form: form('truc-tuyen') })).toEqual(['figure-missing articles']);
  expect(hardOf({ ...online, requirementId: id('2.5'), figures: {} }, { form: form('truc-tuyen') })).toEqual(['figures-none articles']);
  expect(hardOf({ ...online, figures: { articles: 3 } }, { form: form('truc-tuyen') })).toEqual([]);
});

test('a check that only a later app understands stops nobody here', () => {
  const later = Form.parse({ ...form('hoi-nghi'), checks: [{ id: 'h-later', level: 'hard', rule: { op: 'weather', than: 3 }, sentence: 'x' }] });
  expect(hardOf({}, { form: later })).toEqual([]);
});

const anyJsonActivity = fc.record({
  requirementId: fc.oneof(fc.constantFrom(...requirements.keys()), fc.string()),
  alsoRequirementIds: fc.array(fc.oneof(fc.constantFrom(...requirements.keys()), fc.string()), { maxLength: 9 }),
  occasionId: fc.option(fc.oneof(fc.constant('e0519'), fc.string())),
  formId: fc.string(),
  formVersion: fc.integer(),
  heldOn: fc.oneof(fc.constantFrom('2020-05-14', '2031-01-01'), fc.string()),
  title: fc.string({ unit: 'grapheme' }),
  figures: fc.dictionary(fc.oneof(fc.constantFrom('attendances', 'sessions', 'women', 'gifts', 'valueK', 'constructor', '__proto__'), fc.string()), fc.oneof(fc.integer(), fc.double())),
  note: fc.string({ unit: 'grapheme' }),
  link: fc.oneof(fc.webUrl(), fc.string()),
  photos: fc.array(fc.record({ hash: fc.string(), byteCount: fc.integer(), width: fc.integer(), height: fc.integer() })),
  confirmed: fc.array(fc.string()),
});

test('a requirement named like a word of the language itself is merely unknown', () => {
  for (const text of ['toString', 'constructor', '__proto__']) {
    const strange = { ...anActivity(), requirementId: id(text), figures: { attendances: 3, sessions: 1, constructor: 2 } as unknown as Activity['figures'] };
    expect(checkActivity(strange, aContext()).hard.map((one) => one.code)).toEqual(['requirement-unknown', 'figure-unknown']);
  }
});

test('whatever a strange phone sends, the judge answers and does not fall', () => {
  fc.assert(fc.property(anyJsonActivity, fc.constantFrom(...forms), fc.boolean(), (activity, one, isNamed) => {
    const given = { ...activity, ...(isNamed ? { formId: one.id, formVersion: one.version } : {}) } as unknown as Activity;
    const { hard, soft } = checkActivity(given, aContext({ form: one, unit: unit('u07') }));
    expect(Array.isArray(hard) && Array.isArray(soft)).toBe(true);
  }), { numRuns: 500 });
});

test('whatever is typed, the answer is an activity that parses or at least one problem', () => {
  const anyDraft = fc.record({
    requirementId: fc.option(fc.constantFrom(...requirements.keys())),
    figures: fc.dictionary(fc.constantFrom('attendances', 'women', 'sessions', 'gifts', 'x'), fc.oneof(fc.string(), fc.nat({ max: 300 }).map(String))),
    title: fc.string({ unit: 'grapheme' }), note: fc.string({ unit: 'grapheme' }), link: fc.oneof(fc.webUrl(), fc.constant('')), confirmed: fc.array(fc.string()),
  });
  fc.assert(fc.property(anyDraft, (draft) => {
    const read = readDraft(aDraft(draft), aContext());
    if ('activity' in read) expect(checkActivity(Activity.parse(read.activity), aContext()).hard).toEqual([]);
    else expect(read.problems.length).toBeGreaterThan(0);
  }), { numRuns: 500 });
});
