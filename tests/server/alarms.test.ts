import { describe, expect, it } from 'vitest';
import { listAlarms } from '../../src/server/services/list-alarms.ts';
import { revokeDevice } from '../../src/server/services/revoke-device.ts';
import { openMemoryStorage } from '../../src/server/storage/memory.ts';
import { openSqliteStorage } from '../../src/server/storage/sqlite.ts';
import { aChange, anActivity, aPhone, served } from '../make/served.ts';

describe.each([
  ['memory', async () => openMemoryStorage()],
  ['SQLite', () => openSqliteStorage(':memory:')],
])('what no list of the desk shows (%s)', (_name, open) => {
  it('is found with its reason: from a lost phone, of an unknown kind, refused; a sound record is not', async () => {
    const server = await served({ storage: await open() });
    expect((await listAlarms(server.host)).changes).toEqual([]);
    const phone = await aPhone(server);
    const sound = aChange({ body: anActivity({ note: '"code":"quarantined"' }) });
    const strange = aChange({ kind: 'later' });
    const wrong = aChange({ body: anActivity({ heldOn: '2031-01-01' }) });
    const { codes } = await phone.exchange([sound, strange, wrong]);
    expect(codes.map((verdict) => verdict.code)).toEqual(['ok', 'held', 'returned']);
    await revokeDevice(server.host, phone.activation.device, 'test');
    server.wait(1000);
    const late = aChange();
    await phone.exchange([late]);
    await phone.exchange([{ ...late, savedAt: sound.savedAt, seq: 77 }]);

    const { alarms, changes } = await listAlarms(server.host);
    expect(new Set(changes.slice(0, 2).map(({ changeId }) => changeId))).toEqual(new Set([strange.changeId, wrong.changeId]));
    expect(changes.find(({ changeId }) => changeId === wrong.changeId)).toMatchObject({ code: 'returned', reason: expect.stringMatching(/[a-z]/) as string, unitId: 'c01' });
    expect(changes.at(-1)).toMatchObject({ changeId: late.changeId, code: 'quarantined', reason: 'device-revoked', deviceId: phone.activation.device });
    expect(changes).toHaveLength(3);
    expect(alarms.map(({ code }) => code)).toEqual(['change-id-reused']);
    await server.host.storage.close();
  });
});
