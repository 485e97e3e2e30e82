import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64UrlOf, bytesOfBase64Url } from '../../src/sync/base64url.ts';
import type { Bytes } from '../../src/sync/base64url.ts';
import { BundleHeader, packInside, partsIn, ReplyHeader, splitLine, unpackInside } from '../../src/sync/bundle.ts';
import { isSignedBy, keyIdOf, openBundle, openReply, sealReply } from '../../src/sync/seal.ts';
import type { PhotoHash } from '../../src/domain/photo.ts';
import type { Instant } from '../../src/domain/time.ts';
import { aBundle, anOpenPair, aSignPair, subtle, tools } from '../make/bundle.ts';
import type { Pair } from '../make/bundle.ts';
import { deviceIdOf } from '../make/server.ts';

const device = deviceIdOf(1);
const bytesOf = (text: string): Bytes => Uint8Array.from(Buffer.from(text));

/** What an importer does, in its order. */
async function imported(file: Bytes, sign: Pair, server: Pair): Promise<Bytes | null> {
  const split = splitLine(file);
  const header = BundleHeader.safeParse(split?.header);
  if (!split || !header.success) return null;
  if (!(await isSignedBy(subtle, sign.point, split.line, split.rest))) return null;
  return openBundle(subtle, header.data, split.line, split.rest, server);
}

async function parties() {
  const [sign, server, other] = await Promise.all([aSignPair(), anOpenPair(), anOpenPair()]);
  return { sign, server, other };
}

describe('a bundle on its way through strange hands', () => {
  it('is opened by the server it was sealed to, whole', async () => {
    const { sign, server } = await parties();
    const file = await aBundle({ device, sealTo: server.point, signWith: sign.privateKey, requests: [], inside: bytesOf('Thăm hỏi đoàn viên') });
    expect(Buffer.from((await imported(file, sign, server)) ?? []).toString()).toBe('Thăm hỏi đoàn viên');
  });

  it('[B1] shows whoever carries it not a word of what was written', async () => {
    const { sign, server, other } = await parties();
    const file = await aBundle({ device, sealTo: server.point, signWith: sign.privateKey, requests: [], inside: bytesOf('Thăm hỏi đoàn viên') });
    expect(Buffer.from(file).includes('Thăm hỏi')).toBe(false);
    expect(await imported(file, sign, other)).toBeNull();
  });

  it('is refused after any single bit of it was changed', async () => {
    const { sign, server } = await parties();
    const file = await aBundle({ device, sealTo: server.point, signWith: sign.privateKey, requests: [], inside: bytesOf('một hai ba') });
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length * 8 - 1), async (bit) => {
        const spoilt = file.slice();
        spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(await imported(spoilt, sign, server)).toBeNull();
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it('is refused wherever it was cut, and with anything behind it', async () => {
    const { sign, server } = await parties();
    const file = await aBundle({ device, sealTo: server.point, signWith: sign.privateKey, requests: [], inside: bytesOf('một hai ba') });
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), async (length) => {
        expect(await imported(file.slice(0, length), sign, server)).toBeNull();
      }),
      { seed: 2, numRuns: 80 },
    );
    expect(await imported(Uint8Array.from([...file, 0]), sign, server)).toBeNull();
  });

  it('[B1] is refused when another phone signed it', async () => {
    const { sign, server } = await parties();
    const file = await aBundle({ device, sealTo: server.point, signWith: (await aSignPair()).privateKey, requests: [] });
    expect(await imported(file, sign, server)).toBeNull();
  });
});

describe('the file that answers', () => {
  const header = { format: 'so-tay-reply' as const, v: 1 as const, device, madeAt: '2026-05-15T02:00:00.000Z' as Instant };

  async function answered(file: Bytes, server: string, phone: Pair): Promise<Bytes | null> {
    const split = splitLine(file);
    const parsed = ReplyHeader.safeParse(split?.header);
    return split && parsed.success ? openReply(subtle, parsed.data, split.line, split.rest, server, phone) : null;
  }

  it('[B7] is read by the phone it was made for, and by no other', async () => {
    const [phone, stranger, server] = await Promise.all([anOpenPair(), anOpenPair(), anOpenPair()]);
    const file = await sealReply(tools, { ...header, sealKey: await keyIdOf(subtle, server.point) }, bytesOf('biên nhận'), phone.point, server);
    expect(Buffer.from((await answered(file, server.point, phone)) ?? []).toString()).toBe('biên nhận');
    expect(await answered(file, server.point, stranger)).toBeNull();
  });

  it('[B7] cannot be made by somebody who only knows the phone’s public key: L15', async () => {
    const [phone, forger, server] = await Promise.all([anOpenPair(), anOpenPair(), anOpenPair()]);
    const file = await sealReply(tools, { ...header, sealKey: await keyIdOf(subtle, server.point) }, bytesOf('biên nhận giả'), phone.point, forger);
    expect(await answered(file, server.point, phone)).toBeNull();
  });

  it('is refused after any single bit of it was changed', async () => {
    const [phone, server] = await Promise.all([anOpenPair(), anOpenPair()]);
    const file = await sealReply(tools, { ...header, sealKey: await keyIdOf(subtle, server.point) }, bytesOf('biên nhận'), phone.point, server);
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length * 8 - 1), async (bit) => {
        const spoilt = file.slice();
        spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(await answered(spoilt, server.point, phone)).toBeNull();
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});

describe('the shape inside', () => {
  it('gives back words and pictures as they were put in, and nothing from a length that points too far', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 })), (words, photos) => {
        const inside = unpackInside(packInside(words, photos));
        expect([...(inside?.deflatedWords ?? [])]).toEqual([...words]);
        const parts = photos.map((bytes) => ({ hash: 'a'.repeat(64) as PhotoHash, offset: 0, byteCount: bytes.length }));
        expect(partsIn(parts, inside?.photos ?? new Uint8Array(0))?.map(({ bytes }) => [...bytes])).toEqual(photos.map((bytes) => [...bytes]));
        expect(partsIn(parts, Uint8Array.from([...(inside?.photos ?? []), 1]))).toBeNull();
      }),
    );
    expect(unpackInside(Uint8Array.from([0, 0, 0, 9, 1]))).toBeNull();
    expect(unpackInside(new Uint8Array(3))).toBeNull();
  });

  it('writes keys as Node and browsers write them', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url');
        expect(base64UrlOf(bytes)).toBe(text);
        expect([...(bytesOfBase64Url(text) ?? [])]).toEqual([...bytes]);
      }),
    );
    expect(bytesOfBase64Url('ab+/')).toBeNull();
    expect(bytesOfBase64Url('abcde')).toBeNull();
  });
});
