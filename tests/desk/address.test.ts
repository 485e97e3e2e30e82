import { describe, expect, it } from 'vitest';
import { addressText, emptyAddress, firstLoginToken, hasFilter, listQuery, readAddress } from '../../src/desk/address.ts';
import type { DeskAddress } from '../../src/desk/address.ts';
import { RecordId, TaskId, UnitId } from '../../src/domain/id.ts';

const full: DeskAddress = {
  unit: UnitId.parse('u07'), task: TaskId.parse('4'), state: 'returned', text: 'Mường Nhé & bạn', page: 3,
  recordId: RecordId.parse('0190a1b2-0000-7000-8000-000000000001'),
};

describe('the address of the desk', () => {
  it('a copied address opens the same list and the same record', () => {
    const text = addressText(full);
    expect(readAddress(text.slice(text.indexOf('?')))).toEqual(full);
  });

  it('equal lists have equal addresses: the plain list stands at /ban alone', () => {
    expect(addressText(emptyAddress)).toBe('/ban');
    expect(addressText({ ...emptyAddress, state: 'received' })).toBe('/ban?trang-thai=cho-duyet');
  });

  it('a mistyped part is left out, the rest still holds', () => {
    expect(readAddress('?don-vi=U%2007!&nhiem-vu=10&trang-thai=xong&trang=0&xem=7&tim=T%E1%BA%BFt')).toEqual({ ...emptyAddress, text: 'Tết' });
  });

  it('a search typed with loose marks is asked with composed ones', () => {
    expect(readAddress(`?tim=${encodeURIComponent('Tết'.normalize('NFD'))}`).text).toBe('Tết');
  });

  it('the list is asked without the open record, so that opening one does not read it again', () => {
    expect(listQuery(full)).toBe(listQuery({ ...full, recordId: null }));
    expect(listQuery(full)).toBe('unit=u07&task=4&state=returned&q=M%C6%B0%E1%BB%9Dng+Nh%C3%A9+%26+b%E1%BA%A1n&page=3');
  });

  it('a page number alone is no filter, each of the four is', () => {
    expect(hasFilter({ ...emptyAddress, page: 2 })).toBe(false);
    expect(hasFilter({ ...emptyAddress, unit: full.unit })).toBe(true);
    expect(hasFilter({ ...emptyAddress, task: full.task })).toBe(true);
    expect(hasFilter({ ...emptyAddress, state: 'approved' })).toBe(true);
    expect(hasFilter({ ...emptyAddress, text: 'Tết' })).toBe(true);
  });

  it('the first-login link gives its token, another hash none', () => {
    expect(firstLoginToken('#dau-tien=abcdefghijklmnop_-12')).toBe('abcdefghijklmnop_-12');
    expect(firstLoginToken('#dau-tien=short')).toBeNull();
    expect(firstLoginToken('#K7M29QXP')).toBeNull();
  });
});
