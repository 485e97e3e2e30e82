import { beforeEach, describe, expect, it } from 'vitest';
import type { UnitId } from '../../src/domain/id.ts';
import { inviteOfficer } from '../../src/server/services/invite-officer.ts';
import { openMemoryStorage } from '../../src/server/storage/memory.ts';
import type { MemoryStorage } from '../../src/server/storage/memory.ts';
import { Activation, ActivationPreview, foldActivationCode } from '../../src/sync/activation.ts';
import { aChange, newSecret, phoneWith, postJson, served } from '../make/served.ts';
import type { Served } from '../make/served.ts';

const noKeys = { sign: null, open: null };
const dayMs = 86_400_000;
let storage: MemoryStorage;
let server: Served;

beforeEach(async () => {
  storage = openMemoryStorage();
  server = await served({ storage });
});

async function aCode(unitId = 'c01', validMs = dayMs, name: string | null = null): Promise<string> {
  const outcome = await inviteOfficer(server.host, unitId as UnitId, name, validMs, 'test');
  if (outcome.kind !== 'invited') throw new Error(outcome.kind);
  return outcome.invitation.code;
}
const activate = (body: unknown, headers?: Record<string, string>) => postJson(server.app, '/api/activate', body, headers);
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('a code on paper', () => {
  it('shows whose it is without being used up', async () => {
    const code = await aCode();
    for (let times = 0; times < 3; times += 1) {
      const preview = ActivationPreview.parse(await (await activate({ code, confirm: false })).json());
      expect(preview).toMatchObject({ unit: { id: 'c01', name: 'CĐCS Trường PTDTBT Tiểu học Huổi Sang' }, officer: { name: 'Cán bộ mẫu 1' } });
    }
    expect((await activate({ code, confirm: true, secret: newSecret(), keys: noKeys })).status).toBe(200);
  });

  it('activates one phone; a lost answer is given again, another phone gets none', async () => {
    const code = await aCode();
    const secret = newSecret();
    const first = Activation.parse(await (await activate({ code, confirm: true, secret, keys: noKeys })).json());
    const again = Activation.parse(await (await activate({ code, confirm: true, secret, keys: noKeys })).json());
    expect(again).toEqual(first);
    expect(first).toMatchObject({ unit: { id: 'c01', code: 'C01' }, setting: { sample: true, workingDay: '2020-05-15', workingYear: 2020 } });
    const other = await activate({ code, confirm: true, secret: newSecret(), keys: noKeys });
    expect([other.status, await codeOf(other)]).toEqual([410, 'code-used']);
    expect(await codeOf(await activate({ code, confirm: false }))).toBe('code-used');
    server.wait(2 * dayMs);
    expect((await activate({ code, confirm: true, secret, keys: noKeys })).status).toBe(200);
    const [verdict] = (await phoneWith(server.app, first, secret).exchange([aChange()])).codes;
    expect(verdict?.code).toBe('ok');
  });

  it('two phones at the same moment: one of them', async () => {
    const code = await aCode();
    const both = await Promise.all([1, 2].map(() => activate({ code, confirm: true, secret: newSecret(), keys: noKeys })));
    expect(both.map((response) => String(response.status)).toSorted()).toEqual(['200', '410']);
  });

  it('runs out', async () => {
    const code = await aCode('c01', dayMs);
    server.wait(dayMs + 1000);
    expect(await codeOf(await activate({ code, confirm: true, secret: newSecret(), keys: noKeys }))).toBe('code-expired');
  });

  it('is read however it was typed, and refused where it cannot be one', async () => {
    expect(foldActivationCode(' k7m2-9qxp ')).toBe('K7M29QXP');
    expect(foldActivationCode('oil0 1234')).toBe('01101234');
    expect(foldActivationCode('K7M29QX')).toBeNull();
    expect(foldActivationCode('K7M29QXU')).toBeNull();
    const code = await aCode();
    const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`.replaceAll('0', 'o').replaceAll('1', 'l');
    expect((await activate({ code: typed, confirm: false })).status).toBe(200);
    expect(await codeOf(await activate({ code: '', confirm: false }))).toBe('code-malformed');
    expect(await codeOf(await activate({ code: 'AAAAAAAA', confirm: false }))).toBe('code-unknown');
  });

  it("never stands in the store, and neither does a phone's secret", async () => {
    const code = await aCode();
    const secret = newSecret();
    await activate({ code, confirm: true, secret, keys: noKeys });
    const everything = JSON.stringify(Object.values(storage.snapshot()).map((table) => [...(table as ReadonlyMap<string, unknown>)]));
    expect(everything).not.toContain(code);
    expect(everything).not.toContain(secret);
  });

  it('a new officer is made by name, and the unit is told', async () => {
    const code = await aCode('c01', dayMs, 'Cán bộ thứ hai');
    const activation = Activation.parse(await (await activate({ code, confirm: true, secret: newSecret(), keys: noKeys })).json());
    expect(activation.officer).toEqual({ id: 'c01-2', name: 'Cán bộ thứ hai' });
    const rows = await storage.transaction((page) => page.rowsOfKind('c01' as UnitId, 'officer'));
    expect(rows.map((row) => row.key)).toEqual(['c01-1', 'c01-2']);
    expect(await inviteOfficer(server.host, 'u14' as UnitId, null, dayMs, 'test')).toEqual({ kind: 'unit-records-nothing' });
    expect(await inviteOfficer(server.host, 'zz' as UnitId, null, dayMs, 'test')).toEqual({ kind: 'unit-unknown' });
  });
});

describe('trying codes', () => {
  it('ten wrong ones from one address are enough, and another address is not punished for it', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (let times = 0; times < 10; times += 1) expect((await activate({ code: 'AAAAAAAA', confirm: false }, from('203.0.113.5'))).status).toBe(404);
    const refused = await activate({ code: await aCode(), confirm: false }, from('203.0.113.5'));
    expect([refused.status, await codeOf(refused)]).toEqual([429, 'too-many-tries']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(600);
    expect((await activate({ code: await aCode(), confirm: false }, from('203.0.113.6'))).status).toBe(200);
  });

  it("one address that goes on trying does not shut the door for all others", async () => {
    for (let times = 0; times < 320; times += 1) await activate({ code: 'AAAAAAAA', confirm: false }, { 'x-forwarded-for': '203.0.113.5' });
    expect((await activate({ code: await aCode(), confirm: false }, { 'x-forwarded-for': '203.0.113.6' })).status).toBe(200);
  });

  it('a training room behind one address may activate thirty phones', async () => {
    for (let times = 0; times < 30; times += 1) {
      const response = await activate({ code: await aCode(), confirm: true, secret: newSecret(), keys: noKeys });
      expect(response.status).toBe(200);
    }
  });

  it('one IPv6 household is one address', async () => {
    for (let times = 0; times < 10; times += 1) {
      await activate({ code: 'AAAAAAAA', confirm: false }, { 'x-forwarded-for': `2001:db8:1:2::${times + 1}` });
    }
    expect((await activate({ code: 'AAAAAAAA', confirm: false }, { 'x-forwarded-for': '2001:db8:1:2:ffff::1' })).status).toBe(429);
  });
});

describe('what is no activation', () => {
  it.each([
    ['no JSON', '{"code":', 400, 'body-not-json'],
    ['bytes that are no text', '\uFFFD{', 400, 'body-not-json'],
    ['a list', '[]', 400, 'body-malformed'],
    ['a code that is a number', { code: 7, confirm: false }, 400, 'body-malformed'],
    ['no word whether it is meant', { code: 'AAAAAAAA' }, 400, 'body-malformed'],
    ['a short secret', { code: 'AAAAAAAA', confirm: true, secret: 'abc', keys: noKeys }, 400, 'body-malformed'],
    ['too much', { code: 'AAAAAAAA', confirm: false, more: 'x'.repeat(5000) }, 413, 'body-too-big'],
  ])('%s is refused by its name', async (_what, body, status, code) => {
    const response = await activate(body);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
  });

  it("another site's page, another content type, another method", async () => {
    const body = { code: 'AAAAAAAA', confirm: false };
    expect(await codeOf(await activate(body, { origin: 'https://evil.example' }))).toBe('origin-foreign');
    expect(await codeOf(await activate(body, { 'content-type': 'text/plain' }))).toBe('media-type-wrong');
    const got = await server.app.request('/api/activate');
    expect([got.status, await codeOf(got)]).toEqual([405, 'method-wrong']);
  });
});
