import { describe, expect, it } from 'vitest';
import { changesBetween, fieldsOf, valueKey } from '../../src/domain/record-fields.ts';
import { Activity } from '../../src/domain/activity.ts';

const held = Activity.parse({
  requirementId: '2.3', alsoRequirementIds: [], occasionId: 'e-tet', formId: 'tham-hoi', formVersion: 1, heldOn: '2020-01-17',
  title: 'Chăm lo Tết cho giáo viên cắm bản', figures: { beneficiaries: 12, valueK: 3600 }, note: '', link: '', confirmed: [],
});

describe('the fields of a record', () => {
  it('a blank figure of the form is shown, because its absence may be the remark', () => {
    expect(fieldsOf(held, ['beneficiaries', 'beneficiaryWomen', 'valueK'], false))
      .toEqual(['title', 'requirementId', 'occasionId', 'formId', 'heldOn', 'beneficiaries', 'beneficiaryWomen', 'valueK', 'photos', 'note', 'link']);
  });

  it('a figure that the form does not know is shown all the same', () => {
    expect(fieldsOf(held, [], false)).toContain('valueK');
  });

  it('where only counts are taken, no empty note, link or picture invites a remark, yet one that came is not hidden', () => {
    expect(fieldsOf(held, [], true)).not.toContain('note');
    expect(fieldsOf(held, [], true)).not.toContain('photos');
    expect(fieldsOf({ ...held, note: 'Thêm' }, [], true)).toContain('note');
  });

  it('names what changed between two editions and keeps silent about the rest', () => {
    const mended = { ...held, figures: { beneficiaries: 42, gifts: 12 }, note: 'Bổ sung' };
    expect(changesBetween(held, mended).map((change) => change.field)).toEqual(['beneficiaries', 'valueK', 'gifts', 'note']);
    expect(changesBetween(held, held)).toEqual([]);
  });

  it('zero and blank are different values', () => {
    expect(valueKey({ ...held, figures: { women: 0 } }, 'women')).toBe('0');
    expect(valueKey(held, 'women')).toBe('');
    expect(valueKey(held, 'constructor')).toBe('');
  });
});
