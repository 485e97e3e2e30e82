/** What every store of pictures promises the sync, whatever it is made of; and what the phone's own promises its screens. */
import { troubleOf } from '../../src/device/trouble.ts';
import { unnamedMs } from '../../src/device/photos.ts';
import type { MadePhoto, Photos } from '../../src/device/photos.ts';
import type { PhotoNews, PhotosPort } from '../../src/sync/ports.ts';
import type { PhotoStanding } from '../../src/sync/protocol.ts';
import { aMadePhoto } from '../make/made-photo.ts';
import { aUnitId, firstEpoch, secondEpoch } from '../make/record.ts';
import { refusal, same } from './claim.ts';
import type { Case } from './claim.ts';

export interface TestedPhotos extends PhotosPort {
  keep(made: MadePhoto, nowMs: number): Promise<void>;
}

export interface PhotosSubject<Tested extends TestedPhotos = TestedPhotos> {
  readonly photos: Tested;
  readonly otherTab: Tested;
  fillDisk(): () => void;
}

function news(standings: readonly (readonly [MadePhoto, PhotoStanding])[], overrides: Partial<PhotoNews> = {}): PhotoNews {
  return {
    epoch: firstEpoch, at: '2020-05-15T07:00:00.000Z' as PhotoNews['at'], standings: new Map(standings.map(([{ photo }, standing]) => [photo.hash, standing])),
    asked: standings.map(([{ photo }]) => photo.hash), scope: aUnitId, safe: 0, ...overrides,
  };
}

async function keepThree(photos: TestedPhotos): Promise<readonly [MadePhoto, MadePhoto, MadePhoto]> {
  const three = [await aMadePhoto(1), await aMadePhoto(2, 2_000), await aMadePhoto(3, 3_000)] as const;
  for (const [index, made] of three.entries()) await photos.keep(made, 1_000 + index);
  return three;
}

export const photosPortCases: readonly Case<PhotosSubject>[] = [
  {
    title: 'a picture that was kept is asked about, oldest first, in every tab',
    run: async ({ photos, otherTab }) => {
      const [one, two, three] = await keepThree(photos);
      same(await otherTab.undelivered(10), [one, two, three].map(({ photo }) => photo.hash));
      same(await otherTab.undelivered(2), [one, two].map(({ photo }) => photo.hash), 'no more than asked for');
    },
  },
  {
    title: '[P2] what was asked about waits until the others have been',
    run: async ({ photos }) => {
      const [one, two, three] = await keepThree(photos);
      await photos.told(news([], { asked: [one.photo.hash] }));
      same(await photos.undelivered(10), [two, three, one].map(({ photo }) => photo.hash));
    },
  },
  {
    title: 'nothing is sent of a picture that no stored change names',
    run: async ({ photos }) => {
      const [one] = await keepThree(photos);
      await photos.told(news([], { asked: [one.photo.hash] }));
      same(await photos.due(), null);
    },
  },
  {
    title: 'the picture nearest to its end goes next',
    run: async ({ photos }) => {
      const [one, , three] = await keepThree(photos);
      await photos.told(news([[one, { held: 0 }], [three, { held: 2_500 }]]));
      same(await photos.due(), { hash: three.photo.hash, byteCount: 3_000, held: 2_500 });
    },
  },
  {
    title: '[L12] a picture that is whole at the server is neither asked about nor sent again',
    run: async ({ photos }) => {
      const [one, two, three] = await keepThree(photos);
      await photos.told(news([[one, { position: 5 }]]));
      same(await photos.undelivered(10), [two, three].map(({ photo }) => photo.hash));
      same(await photos.due(), null);
    },
  },
  {
    title: '[L12] a new life of the server opens every picture again: a watermark is no word about positions of the former one',
    run: async ({ photos }) => {
      const [one, two, three] = await keepThree(photos);
      await photos.told(news([[one, { position: 5 }], [two, { position: 9 }], [three, { held: 400 }]]));
      await photos.told(news([], { epoch: secondEpoch, safe: 5 }));
      same([...(await photos.undelivered(10))].toSorted(), [one, two, three].map(({ photo }) => photo.hash as string).toSorted());
      same(await photos.due(), null, 'what an earlier life held counts for nothing');
    },
  },
  {
    title: 'the word of an earlier life of the server is not listened to',
    run: async ({ photos }) => {
      const [one] = await keepThree(photos);
      await photos.told(news([[one, { held: 10 }]], { epoch: secondEpoch }));
      await photos.told(news([[one, { position: 5 }]]));
      same(await photos.due(), { hash: one.photo.hash, byteCount: 1_000, held: 10 });
    },
  },
  {
    title: 'any part of a picture can be read, fewer bytes at its end, and nothing of one that is not here',
    run: async ({ photos, otherTab }) => {
      const [one] = await keepThree(photos);
      same([...(await otherTab.read(one.photo.hash, 100, 3)) ?? []], Array.from(one.bytes.subarray(100, 103)));
      same((await otherTab.read(one.photo.hash, 990, 100))?.length, 10);
      same(await photos.read((await aMadePhoto(9)).photo.hash, 0, 10), null);
    },
  },
  {
    title: '[L14] a full disk refuses a picture by name, keeps nothing of it, and harms none that was kept',
    run: async ({ photos, fillDisk }) => {
      const [one, two, three] = await keepThree(photos);
      const empty = fillDisk();
      const late = await aMadePhoto(4);
      same(troubleOf(await refusal(photos.keep(late, 5_000))).code, 'storage-full');
      empty();
      same(await photos.undelivered(10), [one, two, three].map(({ photo }) => photo.hash));
      same(await photos.read(late.photo.hash, 0, 1), null);
      same((await photos.read(one.photo.hash, 0, 2_000))?.length, 1_000);
    },
  },
  {
    title: 'the same picture chosen twice is one',
    run: async ({ photos }) => {
      const made = await aMadePhoto(1);
      await photos.keep(made, 1_000);
      await photos.told(news([[made, { position: 3 }]]));
      await photos.keep(made, 2_000);
      same(await photos.undelivered(10), [], 'and it is still delivered');
    },
  },
];

export const photoStoreCases: readonly Case<PhotosSubject<Photos>>[] = [
  {
    title: 'a picture comes back as it was kept, with its small picture and its size of before',
    run: async ({ photos, otherTab }) => {
      const made = await aMadePhoto(1);
      await photos.keep(made, 1_000);
      same([...(await otherTab.bytes(made.photo.hash)) ?? []], [...made.bytes]);
      same([...(await otherTab.thumbnail(made.photo.hash)) ?? []], [...made.thumbnail]);
      const { of } = await otherTab.states([made.photo.hash]);
      same(of.get(made.photo.hash), { byteCount: 1_000, originalByteCount: 4_200_000, isDelivered: false, isSafe: false });
    },
  },
  {
    title: '[L12] only what the server has, and has copied, is given up for room; its small picture stays',
    run: async ({ photos }) => {
      const [one, two, three] = await keepThree(photos);
      await photos.told(news([[one, { position: 5 }], [two, { position: 9 }]], { safe: 5 }));
      same(await photos.totals(), { count: 3, byteCount: 6_000, safeCount: 1, safeBytes: 1_000 });
      same(await photos.forgetSafe(), 1_000);
      same(await Promise.all([one, two, three].map(async ({ photo }) => (await photos.bytes(photo.hash)) !== null)), [false, true, true]);
      same([...(await photos.thumbnail(one.photo.hash)) ?? []], [...one.thumbnail]);
      same(await photos.undelivered(10), [three.photo.hash], 'it is not sent again');
    },
  },
  {
    title: 'a position in another unit does not make a picture safe',
    run: async ({ photos }) => {
      const [one] = await keepThree(photos);
      await photos.told(news([[one, { position: 5 }]]));
      await photos.told(news([], { scope: 'c99' as PhotoNews['scope'], safe: 50 }));
      same((await photos.totals()).safeCount, 0);
    },
  },
  {
    title: 'room is made on a disk that takes nothing more',
    run: async ({ photos, fillDisk }) => {
      const [one] = await keepThree(photos);
      await photos.told(news([[one, { position: 5 }]], { safe: 5 }));
      const empty = fillDisk();
      same(await photos.forgetSafe(), 1_000);
      empty();
    },
  },
  {
    title: 'a picture taken off a form is forgotten, unless it was chosen again meanwhile',
    run: async ({ photos }) => {
      const [one, two] = await keepThree(photos);
      await photos.forget(one.photo.hash, 1_000);
      same((await photos.bytes(one.photo.hash))?.length, 1_000, 'chosen again');
      await photos.forget(two.photo.hash, 50_000);
      same(await photos.bytes(two.photo.hash), null);
      same(await photos.thumbnail(two.photo.hash), null);
    },
  },
  {
    title: 'what nothing names goes, after a while in which a draft may come back',
    run: async ({ photos }) => {
      const [one, two] = await keepThree(photos);
      const named = new Set<string>([one.photo.hash]);
      const at = 1_000_000;
      same(await photos.prune(named, at), 0, 'the first look only notes it');
      same(await photos.prune(named, at + unnamedMs - 1), 0);
      named.add(two.photo.hash);
      same(await photos.prune(named, at + unnamedMs), 1, 'one is gone, the other has been named again');
      same((await photos.totals()).count, 2);
      same(await photos.prune(new Set([one.photo.hash as string]), at + unnamedMs), 0, 'and begins anew');
    },
  },
  {
    title: 'a clock that was set back forgets nothing early',
    run: async ({ photos }) => {
      await keepThree(photos);
      await photos.prune(new Set(), 9_000_000);
      same(await photos.prune(new Set(), 1_000), 0);
      same(await photos.prune(new Set(), 1_000 + unnamedMs - 1), 0);
    },
  },
];
