/** A file that came by other hands is a push like any other, however often and late it arrives. */
import { createHash, randomBytes } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Activation } from '../../src/sync/activation.ts';
import type { Bytes } from '../../src/sync/base64url.ts';
import { bundleLimits, packInside, ReplyHeader, ReplyWords, SealKey, splitLine, unpackInside } from '../../src/sync/bundle.ts';
import { contentScope } from '../../src/sync/protocol.ts';
import type { Change } from '../../src/sync/protocol.ts';
import { openReply } from '../../src/sync/seal.ts';
import type { PhotoHash } from '../../src/domain/photo.ts';
import type { UnitId } from '../../src/domain/id.ts';
import { formerOpenKeyName, newOpenKey, openKeyName, sealKeyOf } from '../../src/server/seals.ts';
import { importBundle } from '../../src/server/services/import-bundle.ts';
import type { ImportedBundle } from '../../src/server/services/import-bundle.ts';
import { inviteOfficer } from '../../src/server/services/invite-officer.ts';
import { publishSealKey } from '../../src/server/services/publish-seal-key.ts';
import { revokeDevice } from '../../src/server/services/revoke-device.ts';
import { aBundle, anOpenPair, aSignPair, subtle } from '../make/bundle.ts';
import type { BundleParts, Pair } from '../make/bundle.ts';
import { aChange, anActivity, newSecret, phoneWith, postJson, served } from '../make/served.ts';
import type { Phone, Served } from '../make/served.ts';

interface KeyedPhone {
  readonly phone: Phone;
  readonly sign: Pair;
  readonly open: Pair;
  readonly sealTo: string;
  bundle(changes: readonly unknown[], over?: Partial<BundleParts>, request?: object): Promise<Bytes>;
}

async function sealKey({ host }: Served): Promise<SealKey> {
  const rows = await host.storage.transaction((page) => page.rowsOf(contentScope, 'publication', 'sealkey'));
  return SealKey.parse((JSON.parse(rows.at(-1)?.text ?? '{}') as { body?: unknown }).body);
}

async function aKeyedPhone(world: Served): Promise<KeyedPhone> {
  const { app, host } = world;
  const [sign, open] = await Promise.all([aSignPair(), anOpenPair()]);
  const invite = await inviteOfficer(host, 'c01' as UnitId, null, 86_400_000, 'test');
  if (invite.kind !== 'invited') throw new Error(invite.kind);
  const secret = newSecret();
  const request = { code: invite.invitation.code, confirm: true, secret, keys: { sign: sign.point, open: open.point } };
  const activation = Activation.parse(await (await postJson(app, '/api/activate', request)).json());
  const { point } = await sealKey(world);
  const bundle = (changes: readonly unknown[], over: Partial<BundleParts> = {}, request: object = {}) => aBundle({
    device: activation.device, sealTo: point, signWith: sign.privateKey,
    requests: [{ v: 1, device: activation.device, lineage: 'lineage-1', seq: 9, epoch: null, cursors: [], want: 0, nonce: 'nonce-b', changes, ...request }],
    ...over,
  });
  return { phone: phoneWith(app, activation, secret), sign, open, sealTo: point, bundle };
}

async function imported({ host }: Served, file: Bytes): Promise<ImportedBundle> {
  const outcome = await importBundle(host, file, 'test');
  if (outcome.kind !== 'imported') throw new Error(outcome.kind);
  return outcome.bundle;
}

async function readReply(file: Bytes | null, { open, sealTo }: KeyedPhone): Promise<ReplyWords> {
  const split = splitLine(file ?? new Uint8Array(0));
  if (!split) throw new Error('no line');
  const inside = await openReply(subtle, ReplyHeader.parse(split.header), split.line, split.rest, sealTo, open);
  return ReplyWords.parse(JSON.parse(inflateSync(unpackInside(inside ?? new Uint8Array(0))?.deflatedWords ?? new Uint8Array(0)).toString()));
}

const alarms = ({ host }: Served) => host.storage.transaction((page) => page.alarms());
const record = ({ host }: Served, { recordId }: Change) => host.storage.transaction((page) => page.record(recordId));

describe('a bundle that is brought in', () => {
  it('[B4] puts its reports into the book, with receipts for the phone in the file that answers', async () => {
    const world = await served();
    const keyed = await aKeyedPhone(world);
    const change = aChange();
    const bundle = await imported(world, await keyed.bundle([change]));
    expect(bundle.codes).toEqual({ ok: 1 });
    expect((await record(world, change))?.state).toBe('received');
    const [answer] = (await readReply(bundle.reply, keyed)).replies;
    expect(answer?.changeIds).toEqual([change.changeId]);
    expect(answer?.reply.codes[0]).toMatchObject({ code: 'ok', receipt: { number: expect.stringMatching(/^C01-2020-/) as string } });
    expect(answer?.reply.witness?.scope).toBe('c01');
  });

  it('[B5] counts once, however often it is brought in and whether or not the phone has sent the same meanwhile: L1', async () => {
    const world = await served();
    const keyed = await aKeyedPhone(world);
    const [one, two] = [aChange(), aChange()];
    const file = await keyed.bundle([one, two]);
    const sent = await keyed.phone.exchange([one]);
    expect((await imported(world, file)).codes).toEqual({ duplicate: 1, ok: 1 });
    const again = await imported(world, file);
    expect(again.codes).toEqual({ duplicate: 2 });
    const [answer] = (await readReply(again.reply, keyed)).replies;
    expect(answer?.reply.codes[0]).toMatchObject({ receipt: (sent.codes[0] as { receipt: object }).receipt });
  });

  it('[B5] raises no alarm by being old: a phone that has gone on since is no rolled-back one', async () => {
    const world = await served();
    const keyed = await aKeyedPhone(world);
    const file = await keyed.bundle([aChange()]);
    await keyed.phone.exchange([aChange()], { seq: 50 });
    const bundle = await imported(world, file);
    expect((await readReply(bundle.reply, keyed)).replies[0]?.reply.advice).toEqual([]);
    expect(await alarms(world)).toEqual([]);
  });

  it('tells what a rule refused, beside neighbours that were taken: L9', async () => {
    const world = await served();
    const keyed = await aKeyedPhone(world);
    const bundle = await imported(world, await keyed.bundle([aChange({ body: anActivity({ title: '' }) }), { changeId: 'nonsense' }, aChange()]));
    expect(bundle.codes).toEqual({ returned: 2, ok: 1 });
  });

  it('of a revoked phone is kept apart, pictures and all', async () => {
    const world = await served();
    const keyed = await aKeyedPhone(world);
    const change = aChange();
    const file = await keyed.bundle([change]);
    await revokeDevice(world.host, keyed.phone.activation.device, 'test');
    const bundle = await imported(world, file);
    expect(bundle).toMatchObject({ isRevoked: true, codes: { quarantined: 1 } });
    expect(await record(world, change)).toBeNull();
  });

  it('brings its pictures whole: L12', async () => {
    const world = await served();
    const keyed = await aKeyedPhone(world);
    const bytes = Uint8Array.from(randomBytes(40_000));
    const hash = createHash('sha256').update(bytes).digest('hex') as PhotoHash;
    const change = aChange({ body: anActivity({ photos: [{ hash, byteCount: bytes.length, width: 800, height: 600 }] }) });
    const file = await keyed.bundle([change], { photos: [{ hash, bytes }] });
    const bundle = await imported(world, file);
    expect(bundle).toMatchObject({ codes: { ok: 1 }, photoCount: 1, wholePhotoCount: 1 });
    expect(Buffer.from((await world.host.photos.read(hash)) ?? []).equals(bytes)).toBe(true);
    expect(await imported(world, file)).toMatchObject({ codes: { duplicate: 1 }, wholePhotoCount: 1 });
    const { replies } = await readReply(bundle.reply, keyed);
    expect(replies.at(-1)).toMatchObject({ photos: [hash], reply: { photos: { [hash]: { position: expect.any(Number) as number } } } });
  });

  it('[B2] is opened with the key it was sealed to after the server has another one', async () => {
    const world = await served();
    const keyed = await aKeyedPhone(world);
    const file = await keyed.bundle([aChange()]);
    await world.host.storage.transaction(async (page) => {
      const former = (await page.serverKey(openKeyName)) ?? '';
      await page.putServerKey(formerOpenKeyName(sealKeyOf(former).keyId), former);
      await page.putServerKey(openKeyName, newOpenKey());
    });
    expect(await publishSealKey(world.host)).toBe(true);
    expect(await publishSealKey(world.host)).toBe(false);
    expect((await sealKey(world)).point).not.toBe(keyed.sealTo);
    const bundle = await imported(world, file);
    expect((await readReply(bundle.reply, keyed)).replies[0]?.reply.codes[0]?.code).toBe('ok');
  });
});

describe('a file that is refused', () => {
  it('[B3] is told apart: none of ours, altered, of a strange phone, for another server, too large', async () => {
    const world = await served();
    const keyed = await aKeyedPhone(world);
    const kindOf = async (file: Bytes) => (await importBundle(world.host, file, 'test')).kind;
    const good = await keyed.bundle([aChange()]);
    expect(await kindOf(Uint8Array.from(Buffer.from('một tệp khác')))).toBe('bundle-malformed');
    expect(await kindOf(new Uint8Array(0))).toBe('bundle-malformed');
    expect(await kindOf(good.slice(0, -1))).toBe('signature-wrong');
    expect(await kindOf(await keyed.bundle([aChange()], { signWith: (await aSignPair()).privateKey }))).toBe('signature-wrong');
    expect(await kindOf(await keyed.bundle([aChange()], { sealTo: (await anOpenPair()).point }))).toBe('key-unknown');
    const other = await served();
    const stranger = await aKeyedPhone(other);
    expect(await kindOf(await stranger.bundle([aChange()]))).toBe('device-unknown');
    expect(await kindOf(new Uint8Array(bundleLimits.fileBytes + 1))).toBe('bundle-too-big');
    expect(await alarms(world)).toEqual([]);
  });

  it('[B3] is a bomb, or says other than a phone would: nothing of it is kept', async () => {
    const world = await served();
    const keyed = await aKeyedPhone(world);
    const kindOf = async (inside: Bytes) => (await importBundle(world.host, await keyed.bundle([], { inside }), 'test')).kind;
    expect(await kindOf(packInside(deflateSync(Buffer.alloc(bundleLimits.wordBytes + 1, 32)), []))).toBe('bundle-too-big');
    expect(await kindOf(packInside(deflateSync('{"requests":[]}'), []))).toBe('bundle-malformed');
    expect(await kindOf(packInside(Buffer.from('not deflated'), []))).toBe('bundle-malformed');
    expect(await kindOf(Uint8Array.from([255, 255, 255, 255]))).toBe('bundle-malformed');
  });

  it('[B4] cannot speak for another phone than the one that signed it', async () => {
    const world = await served();
    const [keyed, other] = [await aKeyedPhone(world), await aKeyedPhone(world)];
    const change = aChange();
    await imported(world, await keyed.bundle([change], {}, { device: other.phone.activation.device, lineage: 'lineage-2' }));
    const [raw] = await world.host.storage.transaction((page) => page.raw([change.changeId]));
    expect(raw).toMatchObject({ deviceId: keyed.phone.activation.device, lineage: 'lineage-1' });
  });
});
