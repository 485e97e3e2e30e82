import { expect, test } from 'vitest';
import { photosNamedBy } from '../../src/device/named-photos.ts';

test('pictures are found wherever a row names them, also in one that this version cannot read', () => {
  const row = {
    changeId: 'x', later: { shape: true }, change: { body: { photos: [{ hash: 'one' }, { hash: 'two', byteCount: 'many' }] } },
    draft: { content: { photos: [{ hash: 'three' }, null, 7, { noHash: 1 }] } },
  };
  expect(photosNamedBy(row)).toEqual(['one', 'two', 'three']);
});

test('a row that names none, or is no row, names none', () => {
  for (const row of [null, undefined, 7, 'photos', [], {}, { photos: 'two' }, { photos: null }]) expect(photosNamedBy(row)).toEqual([]);
});
