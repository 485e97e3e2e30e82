import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Photo, PhotoHash } from '../../src/domain/photo.ts';
import { serverApp } from '../../src/server/http/app.ts';
import { emptyPhotoBytesState, memoryPhotoBytes } from '../../src/server/photos/memory-bytes.ts';
import type { PhotoBytesState } from '../../src/server/photos/memory-bytes.ts';
import { removeSample } from '../../src/server/services/remove-sample.ts';
import { revokeDevice } from '../../src/server/services/revoke-device.ts';
import { openMemoryStorage } from '../../src/server/storage/memory.ts';
import type { MemoryStorage } from '../../src/server/storage/memory.ts';
import { DeskDetail, DeskList } from '../../src/sync/desk-protocol.ts';
import { frame, unframe } from '../../src/sync/frame.ts';
import { photoMediaType, PhotoReply } from '../../src/sync/protocol.ts';
import { aPhoto } from '../make/photo.ts';
import { aChange, anActivity, aPhone, aReviewer, newSecret, served } from '../make/served.ts';
import type { Phone, Served } from '../make/served.ts';

const { photo, bytes } = aPhoto(1, 40_000);
let storage: MemoryStorage;
let state: PhotoBytesState;
let server: Served;
let phone: Phone;

beforeEach(async () => {
  storage = openMemoryStorage();
  state = emptyPhotoBytesState();
  server = await served({ storage, photos: memoryPhotoBytes(state) });
  phone = await aPhone(server);
});

const naming = (...photos: Photo[]) => aChange({ body: anActivity({ photos }) });

async function put(from: Pick<Phone, 'secret'>, hash: string, offset: number | string, part: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Response> {
  return server.app.request(`/api/photos/${hash}?offset=${offset}`, {
    method: 'PUT', headers: { authorization: `Bearer ${from.secret}`, 'content-type': 'application/octet-stream', ...headers }, body: part,
  });
}

async function told(response: Response | Promise<Response>): Promise<PhotoReply['standing']> {
  const answer = await response;
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, photoMediaType]);
  return PhotoReply.parse(unframe(await answer.text())).standing;
}

async function code(response: Response | Promise<Response>): Promise<[number, unknown]> {
  const answer = await response;
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return [answer.status, ((await answer.json()) as { code: unknown }).code];
}

const rows = () => [...storage.snapshot().rows.values()].filter((row) => row.kind === 'photo').map((row) => [row.scope, row.key]);

describe('a picture that is sent in parts', () => {
  it('[L12, P4] is whole with its last part, gets one row of the unit, and comes to its phones', async () => {
    await phone.exchange([naming(photo)]);
    expect(await told(put(phone, photo.hash, 0, bytes.slice(0, 16_000)))).toEqual({ held: 16_000 });
    const whole = await told(put(phone, photo.hash, 16_000, bytes.slice(16_000)));
    expect(whole).toEqual({ position: expect.any(Number) as number });
    expect(state.whole.get(photo.hash)).toEqual(bytes);
    expect(rows()).toEqual([['c01', photo.hash]]);
    const other = await aPhone(server);
    const pulled = (await other.exchange([], { want: 200_000 })).ranges.find((range) => range.scope === 'c01');
    expect(pulled?.rows.find((row) => row.kind === 'photo')).toMatchObject({ key: photo.hash, body: { hash: photo.hash, byteCount: 40_000 } });
    // Again, and by the other phone at the same time: the same position, no further row.
    expect(await Promise.all([told(put(phone, photo.hash, 0, bytes)), told(put(other, photo.hash, 39_999, bytes.slice(39_999)))])).toEqual([whole, whole]);
    expect(rows()).toHaveLength(1);
  });

  it('[P3] an overlap is used, a repeat is harmless, before a gap nothing is taken', async () => {
    await phone.exchange([naming(photo)]);
    await put(phone, photo.hash, 0, bytes.slice(0, 10_000));
    expect(await told(put(phone, photo.hash, 10_001, bytes.slice(10_001, 20_000)))).toEqual({ held: 10_000 });
    expect(await told(put(phone, photo.hash, 0, bytes.slice(0, 10_000)))).toEqual({ held: 10_000 });
    expect(await told(put(phone, photo.hash, 5_000, bytes.slice(5_000, 20_000)))).toEqual({ held: 20_000 });
    expect(await told(put(phone, photo.hash, 20_000, bytes.slice(20_000)))).toHaveProperty('position');
  });

  it('by two phones at once, in any cut, becomes whole all the same', async () => {
    const other = await aPhone(server);
    await phone.exchange([naming(photo)]);
    const sending = async (from: Phone, step: number): Promise<void> => {
      for (let at = 0; at < bytes.length; at += step) await put(from, photo.hash, at, bytes.slice(at, at + step));
    };
    await Promise.all([sending(phone, 7_000), sending(other, 5_000)]);
    expect(state.whole.get(photo.hash)).toEqual(bytes);
    expect(rows()).toHaveLength(1);
  });

  it('[L12, P4] with another hash than its name is thrown away, and begins anew', async () => {
    await phone.exchange([naming(photo)]);
    const wrong = bytes.slice();
    wrong[30_000] = (wrong[30_000] ?? 0) ^ 1;
    expect(await told(put(phone, photo.hash, 0, wrong))).toEqual({ held: 0 });
    expect([state.parts.size, state.whole.size, rows().length]).toEqual([0, 0, 0]);
    expect(await told(put(phone, photo.hash, 0, bytes))).toHaveProperty('position');
  });

  it('named with two sizes is whole at the one that its hash proves', async () => {
    await phone.exchange([naming({ ...photo, byteCount: 20_000 }), naming(photo), naming({ ...photo, byteCount: 50_000 })]);
    expect(await told(put(phone, photo.hash, 0, bytes.slice(0, 30_000)))).toEqual({ held: 30_000 });
    expect(await told(put(phone, photo.hash, 30_000, bytes.slice(30_000)))).toHaveProperty('position');
  });

  it('[P4] that another unit brought is whole with one byte more, with a row of its own', async () => {
    const elsewhere = await aPhone(server, 'c02');
    await phone.exchange([naming(photo)]);
    await put(phone, photo.hash, 0, bytes);
    const reply = await elsewhere.exchange([aChange({ scope: 'c02', body: anActivity({ photos: [photo] }) })], { photos: [photo.hash] });
    expect(reply.photos).toEqual({ [photo.hash]: { held: 40_000 } });
    expect(await told(put(elsewhere, photo.hash, 39_999, bytes.slice(39_999)))).toHaveProperty('position');
    expect(rows()).toEqual([['c01', photo.hash], ['c02', photo.hash]]);
  });

  it('whose link breaks in the middle of a part keeps every byte that came', async () => {
    await phone.exchange([naming(photo)]);
    const pieces = [bytes.slice(0, 16_000), bytes.slice(16_000, 24_000)];
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const piece = pieces.shift();
        if (piece) controller.enqueue(piece);
        else controller.error(new Error('the link broke'));
      },
    });
    const headers = { authorization: `Bearer ${phone.secret}`, 'content-type': 'application/octet-stream', 'content-length': '40000' };
    await server.app.request(`/api/photos/${photo.hash}?offset=0`, { method: 'PUT', headers, body, duplex: 'half' } as RequestInit);
    expect((await phone.exchange([], { photos: [photo.hash] })).photos).toEqual({ [photo.hash]: { held: 24_000 } });
    expect(await told(put(phone, photo.hash, 24_000, bytes.slice(24_000)))).toHaveProperty('position');
  });
});

describe('a server that ends in the middle of it', () => {
  /** Another process over the same store and the same folder. */
  const restart = (): void => {
    server = { ...server, app: serverApp({ host: { ...server.host, photos: memoryPhotoBytes(state) }, files: new Map(), publicUrl: null, report: () => undefined }) };
  };

  it('[L12] between the bytes and the row: nothing is called whole, and one byte more brings the row', async () => {
    await phone.exchange([naming(photo)]);
    state.whole.set(photo.hash, bytes);
    expect((await phone.exchange([], { photos: [photo.hash] })).photos).toEqual({ [photo.hash]: { held: 40_000 } });
    restart();
    expect(await told(put(phone, photo.hash, 39_999, bytes.slice(39_999)))).toHaveProperty('position');
    expect(rows()).toHaveLength(1);
  });

  it('with every byte in place and none proven: one byte again is enough', async () => {
    await phone.exchange([naming(photo)]);
    state.parts.set(photo.hash, bytes);
    restart();
    expect(await told(put(phone, photo.hash, 39_999, bytes.slice(39_999)))).toHaveProperty('position');
  });

  it('[L12, P2] a store that was put back without its pictures calls none of them delivered', async () => {
    await phone.exchange([naming(photo)]);
    const before = await told(put(phone, photo.hash, 0, bytes));
    state.whole.clear();
    expect((await phone.exchange([], { photos: [photo.hash] })).photos).toEqual({ [photo.hash]: { held: 0 } });
    expect(await told(put(phone, photo.hash, 0, bytes))).toEqual(before);
    expect(rows()).toHaveLength(1);
  });
});

describe('what an exchange says of pictures', () => {
  it('[P2] of one that this very request names, and nothing of one that nobody named', async () => {
    const reply = await phone.exchange([naming(photo)], { photos: [photo.hash, aPhoto(2).photo.hash] });
    expect(reply.photos).toEqual({ [photo.hash]: { held: 0 } });
  });

  it('[P1] of one that a refused report names too: it is kept like its words', async () => {
    const reply = await phone.exchange([aChange({ body: anActivity({ title: '', photos: [photo] }) })], { photos: [photo.hash] });
    expect(reply.codes[0]?.code).toBe('returned');
    expect(reply.photos).toEqual({ [photo.hash]: { held: 0 } });
  });

  it('nothing at all to a phone that does not ask, so that old phones read what they know', async () => {
    expect(await phone.exchange([naming(photo)])).not.toHaveProperty('photos');
  });
});

describe('what is not taken', () => {
  beforeEach(() => phone.exchange([naming(photo)]));

  it.each<[string, () => Promise<Response>, number, string]>([
    ['a picture that no record names', () => put(phone, aPhoto(2).photo.hash, 0, bytes), 404, 'photo-unknown'],
    ['a name that is none', () => put(phone, 'abc', 0, bytes), 404, 'photo-unknown'],
    ['bytes beyond those named', () => put(phone, photo.hash, 39_999, bytes.slice(0, 2)), 413, 'photo-too-big'],
    ['more than any picture has', () => put(phone, photo.hash, 0, new Uint8Array(120_001)), 413, 'photo-too-big'],
    ['a place that is no number', () => put(phone, photo.hash, '-1', bytes), 416, 'photo-range-wrong'],
    ['another media type', () => put(phone, photo.hash, 0, bytes, { 'content-type': 'image/jpeg' }), 415, 'media-type-wrong'],
    ['a stranger', () => put({ secret: newSecret() }, photo.hash, 0, bytes), 401, 'token-unknown'],
    ['nobody', () => put(phone, photo.hash, 0, bytes, { authorization: '' }), 401, 'token-missing'],
  ])('%s', async (_name, send, status, problem) => {
    expect(await code(send())).toEqual([status, problem]);
    expect([state.parts.size, state.whole.size]).toEqual([0, 0]);
    expect(server.troubles).toEqual([]);
  });

  it('[P3] from another unit, though it knows the name', async () => {
    expect(await code(put(await aPhone(server, 'c02'), photo.hash, 0, bytes))).toEqual([404, 'photo-unknown']);
  });

  it('[P3] from a revoked phone, which keeps its pictures', async () => {
    await revokeDevice(server.host, phone.activation.device, 'test');
    expect(await code(put(phone, photo.hash, 0, bytes))).toEqual([403, 'not-allowed']);
    expect(await code(get(phone.secret, photo.hash))).toEqual([403, 'not-allowed']);
  });

  it('on a full disk: the phone is told to come again, and what was held stands', async () => {
    await put(phone, photo.hash, 0, bytes.slice(0, 10_000));
    const full = { ...memoryPhotoBytes(state), append: () => Promise.reject(new Error('ENOSPC')) };
    const app = serverApp({ host: { ...server.host, photos: full }, files: new Map(), publicUrl: null, report: () => undefined });
    server = { ...server, app };
    expect(await code(put(phone, photo.hash, 10_000, bytes.slice(10_000)))).toEqual([503, 'server-trouble']);
    expect(state.parts.get(photo.hash)).toHaveLength(10_000);
  });
});

function get(secret: string, hash: PhotoHash): Promise<Response> {
  return Promise.resolve(server.app.request(`/api/photos/${hash}`, { headers: { authorization: `Bearer ${secret}` } }));
}

describe('a picture that is shown', () => {
  beforeEach(async () => {
    await phone.exchange([naming(photo, aPhoto(2).photo)]);
    await put(phone, photo.hash, 0, bytes);
  });

  it('to the phones of its unit, as the picture it is and as nothing else', async () => {
    const response = await get((await aPhone(server)).secret, photo.hash);
    expect([response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options')]).toEqual([200, 'image/jpeg', 'nosniff']);
    expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });

  it('not to other units, strangers, or before it is whole', async () => {
    expect(await code(get((await aPhone(server, 'c02')).secret, photo.hash))).toEqual([404, 'photo-unknown']);
    expect(await code(get(newSecret(), photo.hash))).toEqual([401, 'token-unknown']);
    expect(await code(get(phone.secret, aPhoto(2).photo.hash))).toEqual([404, 'photo-unknown']);
  });

  it('bytes that are no picture are handed out as nothing a browser would run', async () => {
    const page = new TextEncoder().encode('<script>alert(1)</script>');
    const hash = createHash('sha256').update(page).digest('hex') as PhotoHash;
    await phone.exchange([naming({ ...photo, hash, byteCount: page.length })]);
    await put(phone, hash, 0, page);
    expect((await get(phone.secret, hash)).headers.get('content-type')).toBe('application/octet-stream');
  });

  it('to the desk above its unit, with how many of a record have arrived, and to no other desk', async () => {
    const [province, other] = [await aReviewer(server), await aReviewer(server, 'u01')];
    const list = DeskList.parse(await (await province.get('/api/desk/activities?unit=c01')).json());
    const item = list.items.find((each) => each.photos.length > 0);
    expect(item?.photos.map((each) => each.here)).toEqual([true, false]);
    const detail = async () => DeskDetail.parse(await (await province.get(`/api/desk/activities/${item?.recordId}`)).json()).item.photos;
    expect(await detail()).toEqual(item?.photos);
    const response = await province.get(`/api/desk/photos/${photo.hash}`);
    expect([response.status, new Uint8Array(await response.arrayBuffer())]).toEqual([200, bytes]);
    const unitAbove = (await storage.transaction((page) => page.unit('c01' as never)))?.parentId;
    expect(unitAbove).not.toBe('u01');
    expect(await code(other.get(`/api/desk/photos/${photo.hash}`))).toEqual([404, 'photo-unknown']);
    expect(await code(Promise.resolve(server.app.request(`/api/desk/photos/${photo.hash}`)))).toEqual([401, 'session-missing']);
    state.whole.clear();
    expect((await detail()).map((each) => each.here)).toEqual([false, false]);
    expect(await code(province.get(`/api/desk/photos/${photo.hash}`))).toEqual([404, 'photo-unknown']);
  });
});

it('with the sample its pictures go as well: whoever tried things out may have taken real people', async () => {
  await phone.exchange([naming(photo)]);
  await put(phone, photo.hash, 0, bytes);
  expect(await removeSample(server.host)).toBe('removed');
  expect([state.whole.size, state.parts.size]).toEqual([0, 0]);
  expect(await storage.transaction((page) => page.photoScopes(photo.hash))).toEqual([]);
});

it('a word of the wire is framed, so that a cut or altered answer proves nothing', async () => {
  await phone.exchange([naming(photo)]);
  const text = await (await put(phone, photo.hash, 0, bytes.slice(0, 100))).text();
  expect(text).toBe(frame(PhotoReply.parse(unframe(text))));
});
