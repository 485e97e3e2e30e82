/** What a confirmed backup spares a phone after a restore, and what it never may. */
import { describe, expect, it } from 'vitest';
import { markKeyName, sealsWith, sha256 } from '../../src/server/seals.ts';
import { openMemoryStorage } from '../../src/server/storage/memory.ts';
import type { MemoryState } from '../../src/server/storage/memory.ts';
import type { Storage } from '../../src/server/storage/port.ts';
import { confirmCopy } from '../../src/sync/confirm-backup.ts';
import { exchangeOnce } from '../../src/sync/exchange-once.ts';
import { unframe } from '../../src/sync/frame.ts';
import type { ChangeId } from '../../src/domain/id.ts';
import type { ExchangeRequest } from '../../src/sync/protocol.ts';
import { nextEpoch } from '../../src/sync/restore.ts';
import { aChange, aPhone, served, textOf } from '../make/served.ts';
import { emptyMirrorState, memoryMirror } from '../make/memory-mirror.ts';
import { emptyNotebookState, memoryNotebook } from '../make/memory-notebook.ts';

/** A phone with both its stores, before a server that can be backed up, confirmed and put back. */
async function aWorld() {
  let memory = openMemoryStorage();
  const storage: Storage = { transaction: (work) => memory.transaction(work), close: () => memory.close() };
  const server = await served({ storage });
  const phone = await aPhone(server);
  const notebookState = emptyNotebookState('lineage-1');
  const notebook = memoryNotebook(notebookState);
  const mirror = memoryMirror(emptyMirrorState());
  let clock = Date.parse('2026-05-15T02:00:00.000Z');
  let life = 1;
  const offered: ChangeId[][] = [];
  const link = {
    exchange: async (text: string) => {
      offered.push((unframe(text) as ExchangeRequest).changes.map((change) => change.changeId));
      const response = await phone.send(text);
      return { kind: 'answer' as const, status: response.status, mediaType: response.headers.get('content-type') ?? '', text: await textOf(response) };
    },
  };
  const exchange = () =>
    exchangeOnce(
      { notebook, mirror, link, clock: { nowMs: () => clock }, chance: { fraction: () => 0.5, token: () => `token-${offered.length}` }, hash: (text) => Promise.resolve(sha256(text)) },
      { deviceId: phone.activation.device, officerId: phone.activation.officer.id, budgetCharacters: 1_000_000, want: 2_000_000, listCursors: true },
    );
  return {
    notebook,
    async save(): Promise<ChangeId> {
      const { changeId, recordId, scope, kind, base, body } = aChange();
      await notebook.save({ changeId, recordId, scope, kind, base, body, savedAtMs: clock });
      clock += 60_000;
      return changeId;
    },
    /** Exchanges until nothing more is to be sent or pulled. @returns what was offered in all of them. */
    async sync(): Promise<ChangeId[]> {
      offered.length = 0;
      for (let outcome = await exchange(); outcome.kind === 'done' && (outcome.moreToSend || outcome.moreToPull); ) outcome = await exchange();
      return offered.flat();
    },
    copy: () => memory.snapshot(),
    confirm: (copy: MemoryState) =>
      storage.transaction(async (page) => confirmCopy(page, { epochId: copy.epochs.get('current')?.id ?? '', heads: new Map(copy.scopes) as never })),
    async restore(copy: MemoryState): Promise<void> {
      memory = openMemoryStorage(copy);
      life += 1;
      await storage.transaction(async (page) => {
        const { mark } = sealsWith((await page.serverKey(markKeyName)) ?? '');
        await page.beginEpoch(nextEpoch(await page.epoch(), { mark, newEpochId: () => `life-${life}` }));
      });
    },
    isStored: (changeId: ChangeId) => storage.transaction(async (page) => (await page.raw([changeId])).length === 1),
  };
}

describe('after a restore', () => {
  it('[L3, E7] a phone offers again only what the confirmed copy cannot hold', async () => {
    const world = await aWorld();
    const safe = await world.save();
    await world.sync();
    const copy = world.copy();
    expect((await world.confirm(copy)).kind).toBe('confirmed');
    const later = await world.save();
    await world.sync();
    await world.restore(copy);
    expect(await world.sync()).toEqual([later]);
    expect([await world.isStored(safe), await world.isStored(later)]).toEqual([true, true]);
    expect((await world.notebook.entries()).some((entry) => entry.open)).toBe(false);
  });

  it('[L3, E7] from a copy older than the confirmed one, everything is offered again', async () => {
    const world = await aWorld();
    const older = world.copy();
    const [one, two] = [await world.save(), await world.save()];
    await world.sync();
    await world.confirm(world.copy());
    await world.sync();
    await world.restore(older);
    expect(await world.sync()).toEqual([one, two]);
    expect([await world.isStored(one), await world.isStored(two)]).toEqual([true, true]);
  });

  it('[L3] without a confirmed copy everything is offered again', async () => {
    const world = await aWorld();
    const saved = await world.save();
    await world.sync();
    await world.restore(world.copy());
    expect(await world.sync()).toEqual([saved]);
  });

  it('[L3, E7] a watermark that grew in the new life is no word about the old one', async () => {
    const world = await aWorld();
    await world.sync();
    const before = world.copy();
    const lost = await world.save();
    await world.sync();
    await world.restore(before);
    // Other phones have filled the very positions, and the copy of that was confirmed.
    const other = await aWorldlyPosition(world);
    expect(other).toBe('confirmed');
    expect(await world.sync()).toEqual([lost]);
    expect(await world.isStored(lost)).toBe(true);
  });
});

async function aWorldlyPosition(world: Awaited<ReturnType<typeof aWorld>>): Promise<string> {
  return (await world.confirm(world.copy())).kind;
}
