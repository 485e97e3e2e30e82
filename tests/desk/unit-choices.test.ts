import { describe, expect, it } from 'vitest';
import { unitChoices } from '../../src/desk/unit-choices.ts';
import { Unit } from '../../src/domain/unit.ts';

const aUnit = (id: string, parentId: string | null, name: string): Unit => Unit.parse({
  id, code: id.toUpperCase(), parentId, kind: parentId === null ? 'province' : 'district', name, type: null, memberCount: null, womenCount: null, isDirect: false,
});
const units = [
  aUnit('c02', 'u01', 'CĐCS Mường Thanh'), aUnit('p01', null, 'LĐLĐ tỉnh'), aUnit('u02', 'p01', 'LĐLĐ huyện Điện Biên'),
  aUnit('u01', 'p01', 'LĐLĐ huyện Dương Quỳ'), aUnit('c01', 'u01', 'CĐCS Đồi Độc Lập'), aUnit('c03', 'u02', 'CĐCS Noong Bua'), aUnit('c09', 'p01', 'CĐCS Báo'),
];

describe('the choice of a unit', () => {
  it('[kV5] lists each upper union with its own units below it, Đ after D', () => {
    expect(unitChoices(units).map(({ unit, depth }) => `${depth} ${unit.id}`)).toEqual(['0 u01', '1 c01', '1 c02', '0 u02', '1 c03', '0 c09']);
  });

  it('leaves out the account’s own unit, which is the list without a filter', () => {
    expect(unitChoices(units.filter((unit) => unit.id !== 'p01' && unit.parentId !== 'p01')).map(({ unit }) => unit.id)).toEqual([]);
    const below = units.filter((unit) => unit.id === 'u01' || unit.parentId === 'u01');
    expect(unitChoices(below).map(({ unit }) => unit.id)).toEqual(['c01', 'c02']);
  });

  it('has no choices before the reference has come', () => {
    expect(unitChoices([])).toEqual([]);
  });
});
