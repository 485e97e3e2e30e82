import { expect, test } from 'vitest';
import type { PhotoState } from '../../src/device/photos.ts';
import type { Photo, PhotoHash } from '../../src/domain/photo.ts';
import { photoLine } from '../../src/phone/photo-line.ts';
import { deliveredCount, photoPlaces } from '../../src/phone/photo-places.ts';
import type { PhotoFacts } from '../../src/phone/photo-places.ts';
import type { RecordView } from '../../src/phone/record-view.ts';
import { anActivity, firstEpoch, secondEpoch } from '../make/record.ts';

const aPhoto = (digit: string): Photo => ({ hash: digit.repeat(64) as PhotoHash, byteCount: 100, width: 10, height: 10 });
const three = [aPhoto('a'), aPhoto('b'), aPhoto('c')];
const state = (isDelivered: boolean, isSafe = false): PhotoState => ({ byteCount: 100, originalByteCount: 1_000, isDelivered, isSafe });

function facts(states: Readonly<Record<string, PhotoState>>, overrides: Partial<PhotoFacts> = {}): PhotoFacts {
  return {
    states: { epoch: firstEpoch, of: new Map(Object.entries(states).map(([digit, of]) => [digit.repeat(64) as PhotoHash, of])) },
    mirrored: new Set(), mirrorEpoch: firstEpoch, newestEpoch: firstEpoch, ...overrides,
  };
}

test('a picture is at the province when the phone was told so, or when the province published it', () => {
  const places = photoPlaces(three, facts({ a: state(true), b: state(false) }, { mirrored: new Set(three.slice(2).map(({ hash }) => hash)) }));
  expect(places.map(({ isHere, isDelivered }) => [isHere, isDelivered])).toEqual([[true, true], [true, false], [false, true]]);
  expect(deliveredCount(places)).toBe(2);
});

test('[L12] after the province came back from a backup nothing counts until it is told anew', () => {
  const after = { newestEpoch: secondEpoch };
  expect(photoPlaces(three, facts({ a: state(true), b: state(true, true) }, after)).map(({ isDelivered }) => isDelivered)).toEqual([false, false, false]);
  expect(photoPlaces(three, facts({}, { ...after, mirrored: new Set(three.map(({ hash }) => hash)) })).some(({ isDelivered }) => isDelivered)).toBe(false);
});

test('“2/3 ảnh” stands beside a received record while a picture is missing there, and never beside another', () => {
  const view = (overrides: Partial<RecordView> = {}): RecordView => ({ activity: anActivity({ photos: three }), edition: 1, cancelReason: null, isCancelled: false, ...overrides }) as RecordView;
  const some = facts({ a: state(true), b: state(true), c: state(false) });
  expect(photoLine(view(), some)).toBe('2/3 ảnh');
  expect(photoLine(view(), facts({ a: state(true), b: state(true), c: state(true) }))).toBe('');
  expect(photoLine(view({ edition: null }), some), 'the words wait themselves').toBe('');
  expect(photoLine(view({ isCancelled: true }), some)).toBe('');
  expect(photoLine(view({ activity: anActivity() }), some)).toBe('');
  expect(photoLine(view(), undefined), 'not read yet').toBe('');
});
