import { describe, expect, test } from 'vitest';
import { forms } from '../../src/content/forms.ts';
import { figureText, titlePlaceholder, visibleFigures } from '../../src/domain/form.ts';
import type { RequirementId } from '../../src/domain/id.ts';
import { figures, form, requirements } from '../make/activity-context.ts';

const shown = (formId: string, requirementId: string): string[] =>
  visibleFigures(form(formId), requirementId as RequirementId, figures).main.map((field) => `${field.key}${field.required ? '!' : ''}`);

describe('the two numbers on the page', () => {
  test.each([
    ['hoi-nghi', '4.3', ['attendances!', 'women']],
    ['sinh-hoat', '4.4', ['collectives!', 'individuals']],
    ['tham-hoi', '2.3', ['beneficiaries!', 'valueK!']],
    ['truc-tuyen', '2.5', ['articles', 'leaflets']],
    ['truc-tuyen', '9.1', ['articles!']],
    ['hoi-nghi', '5.3', ['delegates!']],
    ['hoi-thi', '5.4', ['attendances!', 'goodWorkers']],
    ['gop-y', '3.3', ['comments!', 'attendances']],
    ['thanh-lap', '4.1', ['adopted!']],
    ['thanh-lap', '3.4', ['introduced!', 'admitted']],
    ['khac', '3.1', ['attendances', 'women']],
    ['lop-tap-huan', '1.4', ['attendances!', 'women']],
  ])('%s for %s', (formId, requirementId, expected) => {
    expect(shown(formId, requirementId)).toEqual(expected);
  });

  test('there are never more than two, and no figure is lost or shown twice, whatever form and requirement', () => {
    for (const one of forms) {
      const all = one.fields.filter((field) => field.type === 'figure').map((field) => field.key).sort();
      for (const id of [null, ...requirements.keys()]) {
        const { main, more } = visibleFigures(one, id, figures);
        expect(main.length).toBeLessThanOrEqual(2);
        expect([...main, ...more].map((field) => field.key).sort()).toEqual(all);
      }
    }
  });

  test('a figure that had to leave the page fills in nothing and is not required', () => {
    const { more } = visibleFigures(form('hoi-nghi'), '5.3' as RequirementId, figures);
    expect(more.find((field) => field.key === 'sessions')).toMatchObject({ default: null, required: false });
    expect(more.find((field) => field.key === 'attendances')).toMatchObject({ required: false });
  });
});

describe('what stands in the box', () => {
  const gifts = visibleFigures(form('tham-hoi'), '2.3' as RequirementId, figures).more.find((field) => field.key === 'gifts');
  const sessions = visibleFigures(form('hoi-nghi'), '4.3' as RequirementId, figures).more.find((field) => field.key === 'sessions');

  test('the default until it is touched, then only what was typed', () => {
    if (sessions === undefined || gifts === undefined) throw new Error('no such field');
    expect(figureText(sessions, {})).toBe('1');
    expect(figureText(sessions, { sessions: '' })).toBe('');
    expect(figureText(sessions, { sessions: '3' })).toBe('3');
    expect(figureText(gifts, {})).toBe('');
    expect(figureText(gifts, { beneficiaries: '12' })).toBe('12');
    expect(figureText(gifts, { beneficiaries: '12', gifts: '10' })).toBe('10');
  });
});

test('a title has a wording to begin with', () => {
  expect(titlePlaceholder(form('hoi-nghi'))).toBe('Quán triệt, tuyên truyền về…');
});
