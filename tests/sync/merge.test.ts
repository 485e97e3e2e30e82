import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeBodies } from '../../src/sync/merge.ts';

const base = { title: 'Mít tinh', note: '', figures: { attendances: 24, women: 10 } };

test('what two officers changed in different fields stands together', () => {
  const merge = mergeBodies(base, { ...base, figures: { ...base.figures, women: 12 } }, { ...base, title: 'Mít tinh 19/5', figures: { ...base.figures, attendances: 42 } });
  expect(merge).toEqual({ kind: 'merged', body: { title: 'Mít tinh 19/5', note: '', figures: { attendances: 42, women: 12 } } });
});

test('the same field with different values is a person’s to decide, and is named', () => {
  const merge = mergeBodies(base, { ...base, figures: { ...base.figures, attendances: 30 } }, { ...base, figures: { ...base.figures, attendances: 42 } });
  expect(merge).toEqual({ kind: 'conflict', fields: ['figures.attendances'] });
});

test('the same change made twice is no conflict', () => {
  const both = { ...base, title: 'Mít tinh 19/5' };
  expect(mergeBodies(base, both, { ...both })).toEqual({ kind: 'merged', body: both });
});

test('a field that one took away stays away, unless the other changed it', () => {
  const { note: _note, ...without } = base;
  expect(mergeBodies(base, base, without)).toEqual({ kind: 'merged', body: without });
  expect(mergeBodies(base, { ...base, note: 'mới' }, without)).toMatchObject({ kind: 'conflict', fields: ['note'] });
});

test('pictures are merged each for itself: added by either, removed by either, in order', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((letter) => ({ hash: letter.repeat(64), byteCount: 1 }));
  const photos = (...list: unknown[]) => ({ ...base, photos: list });
  const merged = (before: object, theirs: object, mine: object) => (mergeBodies({ ...before }, { ...theirs }, { ...mine }) as { body: Record<string, unknown> }).body['photos'];
  expect(merged(photos(a, b), photos(a, b, c), photos(b, d))).toEqual([b, c, d]);
  expect(merged(base, photos(a), photos(b, a))).toEqual([a, b]);
  expect(merged(photos(a), base, photos(a, b))).toEqual([b]);
  expect(mergeBodies(photos(a, b), photos(a), photos(b))).toEqual({ kind: 'merged', body: base });
});

const anyBody = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__'), fc.oneof(fc.integer({ max: 3 }), fc.dictionary(fc.constantFrom('x', 'y'), fc.integer({ max: 3 }))));

test('for any three bodies: nothing anybody changed alone is lost, and nothing is made up', () => {
  fc.assert(
    fc.property(anyBody, anyBody, anyBody, (before, theirs, mine) => {
      const merge = mergeBodies(before, theirs, mine);
      if (merge.kind === 'conflict') return;
      for (const key of Object.keys(merge.body)) expect(Object.hasOwn(theirs, key) || Object.hasOwn(mine, key)).toBe(true);
      expect(mergeBodies(before, before, mine)).toEqual({ kind: 'merged', body: mine });
      const mirrored = mergeBodies(before, mine, theirs);
      expect(JSON.stringify(sorted(mirrored))).toBe(JSON.stringify(sorted(merge)));
    }),
  );
});

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, part]) => [key, sorted(part)]);
}
