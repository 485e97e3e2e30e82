import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UnitId } from '../../src/domain/id.ts';
import type { PhotoHash } from '../../src/domain/photo.ts';
import type { Instant } from '../../src/domain/time.ts';
import {
  deliveryAfter, deliveryAtFirst, isDelivered, isPhotoSafe, photoDue, photosHeadAfter, photosHeadAtFirst, photosNamedIn, photosToAsk, placePart,
} from '../../src/sync/photo.ts';
import type { PhotoDelivery, PhotosHead } from '../../src/sync/photo.ts';
import type { PhotoNews } from '../../src/sync/ports.ts';
import type { Epoch, PhotoStanding } from '../../src/sync/protocol.ts';
import { aPhoto } from '../make/photo.ts';

const hash = (letter: string): PhotoHash => letter.repeat(64) as PhotoHash;
const scope = 'c01' as UnitId;
const first: Epoch = { id: 'e1', ordinal: 1, mark: '' };
const second: Epoch = { id: 'e2', ordinal: 2, mark: '' };

function news(standings: Record<string, PhotoStanding>, overrides: Partial<PhotoNews> = {}): PhotoNews {
  const told = new Map(Object.entries(standings) as [PhotoHash, PhotoStanding][]);
  return { epoch: first, at: '2020-05-15T02:00:00.000Z' as Instant, standings: told, asked: [...told.keys()], scope, safe: 0, ...overrides };
}

/** A store of pictures in three lines, as every store is. */
function after(photos: readonly PhotoDelivery[], ...told: readonly PhotoNews[]): { head: PhotosHead; photos: readonly PhotoDelivery[] } {
  return told.reduce<{ head: PhotosHead; photos: readonly PhotoDelivery[] }>(
    (store, each) => {
      const head = photosHeadAfter(store.head, each);
      return head ? { head, photos: store.photos.map((photo) => deliveryAfter(photo, store.head, each, each.asked.includes(photo.hash))) } : store;
    },
    { head: photosHeadAtFirst, photos },
  );
}

describe('a part of a picture is placed', () => {
  test.each([
    ['right behind what is held', 100, 100, 50, { skip: 0, take: 50 }],
    ['over what is held: the rest of it is used', 100, 80, 50, { skip: 20, take: 30 }],
    ['again: it brings nothing and harms nothing', 100, 0, 100, { skip: 100, take: 0 }],
    ['with a gap before it: nothing is taken', 100, 101, 50, null],
    ['beyond the end: only what belongs to the picture is taken', 100, 100, 500, { skip: 0, take: 100 }],
    ['when the picture is held whole already', 200, 199, 1, { skip: 1, take: 0 }],
  ])('%s', (_name, held, offset, length, placed) => {
    expect(placePart(held, 200, offset, length)).toEqual(placed);
  });

  test('parts in any order, cut and repeated anyhow, make up the picture or leave off before a gap, never anything else', () => {
    const { bytes } = aPhoto(1, 300);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(320), fc.nat(120))), (parts) => {
        let held = new Uint8Array();
        for (const [offset, length] of parts) {
          const part = bytes.slice(offset, offset + length);
          const placed = placePart(held.length, bytes.length, offset, part.length);
          if (placed) held = Uint8Array.from([...held, ...part.slice(placed.skip, placed.skip + placed.take)]);
          expect(held).toEqual(bytes.slice(0, held.length));
        }
      }),
    );
  });
});

describe('what the server says of a picture', () => {
  const photo = deliveryAtFirst(hash('a'), 1_000);

  test('[L12, P6] a position is believed within its epoch, and opened again by a newer one', () => {
    const delivered = after([photo], news({ [photo.hash]: { position: 7 } }));
    expect(isDelivered(delivered.photos[0] as PhotoDelivery)).toBe(true);
    const restored = after([photo], news({ [photo.hash]: { position: 7 } }), news({}, { epoch: second }));
    expect(restored.photos[0]).toMatchObject({ standing: null, askedCount: 0 });
  });

  test('[L12] a watermark that comes with a newer epoch is no word about a position of the former one', () => {
    const store = after([photo], news({ [photo.hash]: { position: 7 } }), news({}, { epoch: second, safe: 7 }));
    expect(isDelivered(store.photos[0] as PhotoDelivery)).toBe(false);
    const again = after([photo], news({ [photo.hash]: { position: 7 } }), news({}, { epoch: second, safe: 7 }), news({ [photo.hash]: { position: 7 } }, { epoch: second, safe: 7 }));
    expect(isPhotoSafe(again.photos[0] as PhotoDelivery, again.head)).toBe(true);
  });

  test('a watermark of one unit makes no picture of another safe', () => {
    const store = after([photo], news({ [photo.hash]: { position: 7 } }), news({}, { safe: 9, scope: 'c02' as UnitId }));
    expect(isPhotoSafe(store.photos[0] as PhotoDelivery, store.head)).toBe(false);
  });

  test('[P6] the word of an older life of the server changes nothing', () => {
    const store = after([photo], news({ [photo.hash]: { held: 10 } }, { epoch: second }), news({ [photo.hash]: { position: 7 } }));
    expect(store.photos[0]?.standing).toEqual({ held: 10 });
  });

  test('[P6] a slow answer of the same epoch does not take a delivery back', () => {
    const store = after([photo], news({ [photo.hash]: { position: 7 } }), news({ [photo.hash]: { held: 10 } }));
    expect(store.photos[0]?.standing).toEqual({ position: 7 });
  });

  test('one that no stored change names is asked about again, after the others, and not sent', () => {
    const store = after([photo, deliveryAtFirst(hash('b'), 10)], news({}, { asked: [photo.hash] }));
    expect(photoDue(store.photos)).toBeNull();
    expect(photosToAsk(store.photos, 16)).toEqual([hash('b'), photo.hash]);
  });

  test('safe never sinks within an epoch, though the answer to a part says nothing of it', () => {
    const store = after([photo], news({ [photo.hash]: { position: 7 } }, { safe: 7 }), news({}, { safe: 0 }));
    expect(store.head.safe).toBe(7);
  });
});

describe('which picture goes next', () => {
  const [small, large] = [deliveryAtFirst(hash('a'), 1_000), deliveryAtFirst(hash('b'), 90_000)];

  test('the one nearest to its end', () => {
    const store = after([small, large], news({ [small.hash]: { held: 0 }, [large.hash]: { held: 89_500 } }));
    expect(photoDue(store.photos)).toEqual({ hash: large.hash, byteCount: 90_000, held: 89_500 });
  });

  test('[P7] a picture that the server had to throw away does not stand before the others for ever', () => {
    const store = after([small, large], news({ [small.hash]: { held: 900 }, [large.hash]: { held: 0 } }), news({ [small.hash]: { held: 0 } }));
    expect(photoDue(store.photos)?.hash).toBe(large.hash);
  });
});

test('a change’s pictures are read loosely: what is no picture is passed over, and each counts once', () => {
  const { photo } = aPhoto(1);
  expect(photosNamedIn({ photos: [photo, { hash: 'x' }, null, photo, { ...photo, hash: hash('b'), byteCount: 0 }] })).toEqual([{ hash: photo.hash, byteCount: photo.byteCount }]);
  for (const body of [null, 'x', {}, { photos: 'x' }, { photos: {} }]) expect(photosNamedIn(body)).toEqual([]);
});
