import { deflateSync, gzipSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ProblemReply } from '../../src/sync/problem-reply.ts';
import { problemCatalogue } from '../../src/i18n/problem-words.ts';
import { revokeDevice } from '../../src/server/services/revoke-device.ts';
import { openMemoryStorage } from '../../src/server/storage/memory.ts';
import type { MemoryStorage } from '../../src/server/storage/memory.ts';
import { sha256 } from '../../src/server/seals.ts';
import { digestText } from '../../src/sync/digest.ts';
import { frame, unframe } from '../../src/sync/frame.ts';
import { ExchangeReply } from '../../src/sync/protocol.ts';
import { aChange, anActivity, aPhone, newSecret, phoneWith, served, textOf } from '../make/served.ts';
import type { Phone, Served } from '../make/served.ts';

let storage: MemoryStorage;
let server: Served;
let phone: Phone;

beforeEach(async () => {
  storage = openMemoryStorage();
  server = await served({ storage });
  phone = await aPhone(server);
});

/** Everything that was ever written; a contact's hour is no word of anybody's. */
function written(): string {
  const { changes, rows, records, receipts, lineages, alarms, epochs } = storage.snapshot();
  return JSON.stringify([changes, rows, records, receipts, lineages, alarms, epochs].map((table) => [...table]));
}

async function refusal(response: Response): Promise<ProblemReply> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = ProblemReply.parse(await response.json());
  expect(Object.keys(problemCatalogue)).toContain(problem.code);
  expect(problem.status).toBe(response.status);
  expect(problem.title).toMatch(/[à-ỹđ]/i);
  expect(problem.next).toMatch(/[à-ỹđ]/i);
  return problem;
}

async function refusedAndUnwritten(send: () => Promise<Response>): Promise<ProblemReply> {
  const before = written();
  const problem = await refusal(await send());
  expect(written()).toBe(before);
  expect(server.troubles).toEqual([]);
  return problem;
}

describe('a report that arrives', () => {
  it('[L1] is stored once, with a receipt number, however often it is sent', async () => {
    const change = aChange();
    const [first] = (await phone.exchange([change])).codes;
    const [again] = (await phone.exchange([change])).codes;
    expect(first).toMatchObject({ code: 'ok', edition: 1, receipt: { number: expect.stringMatching(/^C01-2020-A\d{4}-[0-9A-Z]$/) as string } });
    expect(again).toEqual({ ...first, code: 'duplicate' });
    expect([...storage.snapshot().changes.values()].filter((raw) => raw.changeId === change.changeId)).toHaveLength(1);
  });

  it('[L9] a bad change inside a batch does not touch its neighbours', async () => {
    const strangers = [null, 7, 'text', [], { changeId: 'x' }, { ...aChange(), seq: -1 }, aChange({ kind: 'poem' }), aChange({ scope: 'c02' })];
    const refused = aChange({ body: anActivity({ heldOn: '2020-05-19' }) });
    const { codes } = await phone.exchange([aChange(), ...strangers, refused, aChange()]);
    expect(codes.map((verdict) => verdict.code)).toEqual([
      'ok', 'returned', 'returned', 'returned', 'returned', 'returned', 'held', 'held', 'quarantined', 'returned', 'ok',
    ]);
    expect(codes[9]).toMatchObject({ problems: [{ code: 'date-future', field: 'heldOn' }] });
  });

  it('[L14] of a revoked phone is kept apart, and the phone is told nothing more', async () => {
    expect((await phone.exchange([], { want: 100_000 })).ranges).not.toEqual([]);
    await revokeDevice(server.host, phone.activation.device, 'test');
    const change = aChange();
    const reply = await phone.exchange([change], { want: 100_000 });
    expect(reply.codes).toEqual([{ code: 'quarantined', reason: 'device-revoked' }]);
    expect([reply.ranges, reply.advice]).toEqual([[], ['erase-mirror']]);
    expect(storage.snapshot().changes.get(change.changeId)?.verdict.code).toBe('quarantined');
    expect(storage.snapshot().records.get(change.recordId)).toBeUndefined();
  });

  it('brings the whole published content and the unit with the first pull', async () => {
    const { ranges, more } = await phone.exchange([], { want: 2_000_000 });
    expect(more).toBe(false);
    expect(ranges.map((range) => range.scope)).toEqual(['content', 'c01']);
    expect(new Set(ranges.flatMap((range) => range.rows.map((row) => row.kind)))).toEqual(new Set(['publication', 'unit', 'officer', 'edition', 'review']));
  });
});

describe('who may send', () => {
  it('[L14] a phone without a token, or with one that nobody gave, is told to activate again', async () => {
    const stranger = phoneWith(server.app, phone.activation, newSecret());
    expect(await refusedAndUnwritten(() => stranger.send(stranger.text([aChange()])))).toMatchObject({ status: 401, code: 'token-unknown' });
    expect(await refusedAndUnwritten(() => phone.send(phone.text([]), { authorization: '' }))).toMatchObject({ status: 401, code: 'token-missing' });
    expect(await refusedAndUnwritten(() => phone.send(phone.text([]), { authorization: 'Basic abc' }))).toMatchObject({ code: 'token-missing' });
  });

  it('a token speaks for its own device only', async () => {
    const other = await aPhone(server, 'c02');
    const text = phone.text([aChange()], { device: other.activation.device });
    expect(await refusedAndUnwritten(() => phone.send(text))).toMatchObject({ code: 'token-unknown' });
  });
});

describe('what is no exchange', () => {
  it('a request of another kind or another compression is refused by its name', async () => {
    const text = phone.text([aChange()]);
    const gzipped = () => phone.send(gzipSync(text), { 'content-encoding': 'gzip' });
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', '']) {
      expect(await refusedAndUnwritten(() => phone.send(text, { 'content-type': type }))).toMatchObject({ status: 415, code: 'media-type-wrong' });
    }
    expect(await refusedAndUnwritten(gzipped)).toMatchObject({ status: 415, code: 'media-type-wrong' });
  });

  it('another version of the protocol is told to update', async () => {
    const text = frame({ ...(JSON.parse(phone.text([])) as object), v: 99 }).replace(/,"sum":"[0-9a-f]{8}"(?=,"sum")/, '');
    expect(['protocol-unknown', 'body-truncated']).toContain((await refusedAndUnwritten(() => phone.send(text))).code);
    expect(await refusedAndUnwritten(() => phone.send(frame({ v: 2 })))).toMatchObject({ status: 400, code: 'protocol-unknown' });
  });

  it('what is too big is refused before it is read, deflated or not, announced or not', async () => {
    const huge = 'x'.repeat(1_100_000);
    expect(await refusedAndUnwritten(() => phone.send(huge))).toMatchObject({ status: 413, code: 'body-too-big' });
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const endless = () =>
      Promise.resolve(
        server.app.request('/api/exchange', {
          method: 'POST',
          headers: { 'content-type': 'application/vnd.so-tay.exchange+json', authorization: `Bearer ${phone.secret}` },
          body: stream,
          duplex: 'half',
        } as RequestInit),
      );
    expect(await refusedAndUnwritten(endless)).toMatchObject({ status: 413, code: 'body-too-big' });
  });

  it('a deflate bomb goes off at the limit, not in memory', async () => {
    const bomb = deflateSync(Buffer.alloc(200_000_000, 32));
    expect(bomb.length).toBeLessThan(262_144);
    expect(await refusedAndUnwritten(() => phone.send(bomb, { 'content-encoding': 'deflate' }))).toMatchObject({ status: 413, code: 'body-too-big' });
  });
});

describe('whatever arrives instead of an exchange', () => {
  const parameters = { numRuns: 150 };

  it('any JSON at all is answered with a code and a sentence, and writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.boolean(), async (value, isFramed) => {
        const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
        const text = isFramed && isObject && Object.keys(value).length > 0 ? frame(value) : JSON.stringify(value);
        const { code } = await refusedAndUnwritten(() => phone.send(text));
        expect(['body-truncated', 'body-not-json', 'protocol-unknown', 'body-malformed']).toContain(code);
      }),
      parameters,
    );
  });

  it('a request whose fields are anything at all is answered and writes nothing but what it may', async () => {
    const field = fc.constantFrom('v', 'device', 'lineage', 'seq', 'epoch', 'cursors', 'want', 'nonce', 'changes');
    await fc.assert(
      fc.asyncProperty(field, fc.jsonValue(), async (name, value) => {
        const before = written();
        const message = { ...(JSON.parse(phone.text([], { seq: 0 })) as Record<string, unknown>), [name]: value };
        delete message['sum'];
        const response = await phone.send(frame(message));
        if (response.status === 200) return;
        await refusal(response);
        expect(written()).toBe(before);
      }),
      parameters,
    );
    expect(server.troubles).toEqual([]);
  });

  it('a request cut anywhere is found out, deflated or not', async () => {
    const text = phone.text([aChange(), aChange()]);
    const deflated = deflateSync(text);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.nat(deflated.length - 1), async (length, deflatedLength) => {
        expect(await refusedAndUnwritten(() => phone.send(text.slice(0, length)))).toMatchObject({ code: 'body-truncated' });
        const cut = deflated.subarray(0, deflatedLength);
        expect(await refusedAndUnwritten(() => phone.send(cut, { 'content-encoding': 'deflate' }))).toMatchObject({ code: 'body-truncated' });
      }),
      parameters,
    );
  });

  const inflated = (bytes: Buffer): Buffer | null => {
    try {
      return inflateSync(bytes);
    } catch {
      return null;
    }
  };

  it('a request with a flipped bit is found out', async () => {
    const whole = Buffer.from(phone.text([aChange()]));
    const deflated = deflateSync(whole);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length * 8 - 1), fc.nat(deflated.length * 8 - 1), async (bit, deflatedBit) => {
        const flip = (bytes: Buffer, at: number) => {
          const copy = Buffer.from(bytes);
          copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7));
          return copy;
        };
        await refusedAndUnwritten(() => phone.send(flip(whole, bit)));
        const altered = flip(deflated, deflatedBit);
        // Behind the last block stand up to seven bits that mean nothing.
        if (inflated(altered)?.equals(whole) === true) return;
        const { code } = await refusedAndUnwritten(() => phone.send(altered, { 'content-encoding': 'deflate' }));
        expect(['body-truncated', 'body-not-json', 'body-too-big']).toContain(code);
      }),
      parameters,
    );
  });

  it('changes that are anything at all each get a code, and a sound one beside them is stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 6 }), async (strangers) => {
        const sound = aChange();
        const { codes } = await phone.exchange([...strangers, sound]);
        expect(codes).toHaveLength(strangers.length + 1);
        expect(codes.at(-1)?.code).toBe('ok');
        expect(codes.slice(0, -1).every((verdict) => verdict.code !== 'ok' && verdict.code !== 'duplicate')).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(server.troubles).toEqual([]);
  });

  it('an activity whose fields are anything at all is judged, never half stored', async () => {
    const field = fc.constantFrom(...Object.keys(anActivity()));
    await fc.assert(
      fc.asyncProperty(field, fc.jsonValue({ maxDepth: 3 }), async (name, value) => {
        const change = aChange({ body: { ...anActivity(), [name]: value } });
        const [verdict] = (await phone.exchange([change])).codes;
        expect(['ok', 'returned', 'held', 'big']).toContain(verdict?.code);
        const isStored = storage.snapshot().records.get(change.recordId) !== undefined;
        expect(isStored).toBe(verdict?.code === 'ok');
      }),
      parameters,
    );
    expect(server.troubles).toEqual([]);
  });
});

describe('what an exchange weighs', () => {
  it('one report and its receipt and an idle sync stay small', async () => {
    const pulled = await phone.exchange([], { want: 2_000_000 });
    let cursors = pulled.ranges.map((range) => range.to);
    const weigh = async (changes: readonly unknown[]) => {
      const digest = sha256(digestText(cursors));
      const body = deflateSync(phone.text(changes, { epoch: pulled.epoch, cursors: digest, want: 4_000, seq: 1_000_000 }), { level: 9 });
      const response = await phone.send(body, { 'content-encoding': 'deflate', 'accept-encoding': 'gzip, deflate, br' });
      const received = Number(response.headers.get('content-length'));
      const reply = ExchangeReply.parse(unframe(await textOf(response)));
      expect(reply.advice).toEqual([]);
      cursors = cursors.map((cursor) => reply.ranges.find((range) => range.scope === cursor.scope)?.to ?? cursor);
      return { sent: body.length, received };
    };
    const idle = await weigh([]);
    const report = await weigh([aChange()]);
    console.log(`exchange of one report: ${report.sent} + ${report.received} bytes of bodies; idle: ${idle.sent} + ${idle.received}`);
    expect(report.sent + report.received).toBeLessThan(1_300);
    expect(idle.sent + idle.received).toBeLessThan(500);
  });

  it('answers plainly when the asker cannot inflate, or there is nothing to gain', async () => {
    const response = await phone.send(phone.text([aChange()]), { 'accept-encoding': 'identity' });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect([...response.headers.keys()].toSorted()).toEqual(['cache-control', 'content-length', 'content-type', 'x-content-type-options']);
  });
});
