/** A whole phone against the whole server, in one process: what the officer does on the first day. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { previewActivation, redeemActivation } from '../../src/device/activation-link.ts';
import { makeKeyPairs, newSecret, publicKeys, randomBytes } from '../../src/device/keys.ts';
import { openMirror } from '../../src/device/mirror.ts';
import type { Mirror } from '../../src/device/mirror.ts';
import { openNotebook } from '../../src/device/notebook.ts';
import type { Notebook } from '../../src/device/notebook.ts';
import { syncRunner } from '../../src/device/sync-runner.ts';
import type { SyncRunner } from '../../src/device/sync-runner.ts';
import { ChangeId, RecordId, uuidV7 } from '../../src/domain/id.ts';
import type { UnitId } from '../../src/domain/id.ts';
import { instantOf } from '../../src/domain/time.ts';
import { revokeDevice } from '../../src/server/services/revoke-device.ts';
import { aDraft } from '../make/draft.ts';
import { anActivity, served } from '../make/served.ts';
import type { Served } from '../make/served.ts';

let server: Served;
let notebook: Notebook;
let mirror: Mirror;
let runner: SyncRunner;
let count = 0;
/** While false, the phone is on the mountain. */
let hasSignal = true;

beforeEach(async () => {
  server = await served();
  hasSignal = true;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    hasSignal ? server.app.request(path, init) : Promise.reject(new TypeError('Failed to fetch')),
  );
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  count += 1;
  notebook = await openNotebook({ name: `first-notebook-${count}` });
  mirror = await openMirror({ name: `first-mirror-${count}` });
  runner = syncRunner({ notebook, mirror, fraction: () => 0 });
});
afterEach(() => {
  runner.stop();
  notebook.close();
  mirror.close();
  vi.unstubAllGlobals();
});

async function redeem() {
  const code = server.links.invitation?.code ?? '';
  const pending = await notebook.pendingActivation(code, async () => ({ secret: newSecret(), keys: await makeKeyPairs() }));
  return { pending, answer: await redeemActivation({ code, secret: pending.secret, keys: await publicKeys(pending.keys) }) };
}

async function activate(): Promise<void> {
  const { pending, answer } = await redeem();
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  const { device, officer, unit, setting } = answer.value;
  await notebook.activate({
    token: pending.secret, deviceId: device, officer: { ...officer, unitId: unit.id }, unit, setting, activatedAt: instantOf(Date.now()), keys: pending.keys,
  });
}

async function save(): Promise<{ changeId: ChangeId; recordId: RecordId }> {
  const changeId = ChangeId.parse(uuidV7(Date.now(), randomBytes(10)));
  const recordId = RecordId.parse(uuidV7(Date.now(), randomBytes(10)));
  // Saved a minute ago: the undo window is over.
  await notebook.submit({
    changeId, recordId, scope: 'c01' as UnitId, kind: 'activity', base: null, body: anActivity(), draftId: null, draft: aDraft(), savedAtMs: Date.now() - 60_000,
  });
  return { changeId, recordId };
}

async function sync(): Promise<void> {
  runner.nudge('button');
  await runner.whenQuiet();
}

describe('the first day of a phone', () => {
  it('an activation code says whose it is, and is used by one phone only, however often the reply is lost', async () => {
    const code = server.links.invitation?.code ?? '';
    expect(await previewActivation(code)).toMatchObject({ kind: 'done', value: { unit: { id: 'c01' } } });
    // The first reply is lost on its way: nobody looks at it.
    await redeem();
    await activate();
    const stranger = await redeemActivation({ code, secret: newSecret(), keys: { sign: null, open: null } });
    expect(stranger).toMatchObject({ kind: 'refused', problem: { code: 'code-used' } });
    expect((await notebook.identity())?.unit.id).toBe('c01');
  });

  it('without signal an activation says so, and nothing is used up', async () => {
    hasSignal = false;
    const code = server.links.invitation?.code ?? '';
    expect(await previewActivation(code)).toEqual({ kind: 'trouble', reason: 'silence' });
    hasSignal = true;
    await activate();
  });

  it('the first sync brings the directive, its calendar, its forms and the unit, and nothing that cannot be read', async () => {
    await activate();
    await runner.start();
    await runner.whenQuiet();
    expect((await mirror.publications('task/')).map((each) => each.id)).toHaveLength(10);
    expect((await mirror.publications('form/')).length).toBeGreaterThan(5);
    expect((await mirror.publications('occasion/')).length).toBeGreaterThan(10);
    expect(await mirror.publication('setting')).toMatchObject({ body: { sample: true } });
    expect((await mirror.unit('c01' as UnitId))?.code).toBe('C01');
    expect((await mirror.records('c01' as UnitId)).length).toBeGreaterThan(0);
    expect(runner.status()).toMatchObject({ phase: 'idle', lastOutcome: { kind: 'done' } });
  });

  it('[L1] a record saved on the mountain is received once, and both stores tell the same receipt', async () => {
    await activate();
    await runner.start();
    await runner.whenQuiet();
    hasSignal = false;
    const { changeId, recordId } = await save();
    await sync();
    expect(runner.status().phase).toBe('resting');
    expect(await mirror.record(recordId)).toBeNull();
    hasSignal = true;
    await sync();
    const entry = await notebook.entry(changeId);
    expect(entry?.acknowledgement?.verdict.code).toBe('ok');
    expect(entry?.receipt?.number).toMatch(/^C01-2020-A\d{4}-[0-9A-Z]$/);
    expect((await mirror.record(recordId))?.current.receipt).toEqual(entry?.receipt);
    expect(await notebook.counts()).toMatchObject({ open: 0, needsHands: 0 });
  });

  it('[L14] a revoked phone loses its mirror, keeps its notebook, and is told that it may not send', async () => {
    await activate();
    await runner.start();
    await runner.whenQuiet();
    const identity = await notebook.identity();
    if (identity) await revokeDevice(server.host, identity.deviceId, 'test');
    const { changeId } = await save();
    await sync();
    expect((await notebook.entry(changeId))?.acknowledgement?.verdict).toMatchObject({ code: 'quarantined' });
    expect((await notebook.counts()).needsHands).toBe(1);
    expect(await mirror.itemCount()).toBe(0);
  });
});
