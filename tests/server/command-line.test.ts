import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/server/config.ts';
import { serve } from '../../src/server/serve.ts';
import type { RunningServer } from '../../src/server/serve.ts';
import { Activation } from '../../src/sync/activation.ts';
import { receiptNumber } from '../../src/domain/receipt.ts';
import { aBundle, anOpenPair, aSignPair } from '../make/bundle.ts';
import { aChange, goodPassword, newSecret, phoneWith } from '../make/served.ts';

// Every command is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'command-'));
const dataFolder = join(folder, 'data');
const nothing = { PORT: '0', DATA_DIR: dataFolder, SEED: 'sample', HOST: '127.0.0.1' };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function soTay(words: readonly string[], environment: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: dataFolder, ...environment };
    execFile(process.execPath, ['src/server/cli.ts', ...words], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}
const told = (run: Run) => {
  if (run.out === '') throw new Error(`exit code ${run.code}: ${run.err}`);
  return JSON.parse(run.out) as Record<string, unknown> & { ok: boolean };
};

async function started(): Promise<RunningServer> {
  const config = readConfig(nothing);
  if (config.kind !== 'done') throw new Error(config.variable);
  const outcome = await serve(config.config, new Map(), (error) => console.error(error));
  if (outcome.kind !== 'running') throw new Error(outcome.kind);
  return outcome.server;
}

const overNetwork = (server: RunningServer) => ({ request: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init) });

async function activated(server: RunningServer, code: string, keys: { sign: string | null; open: string | null } = { sign: null, open: null }) {
  const secret = newSecret();
  const body = JSON.stringify({ code, confirm: true, secret, keys });
  const response = await overNetwork(server).request('/api/activate', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return phoneWith(overNetwork(server) as never, Activation.parse(await response.json()), secret);
}

function posted(server: RunningServer, path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: `http://127.0.0.1:${server.port}` };
  return overNetwork(server).request(path, { method: 'POST', headers, body: JSON.stringify(body) });
}
const opened = (server: RunningServer, token: string) => posted(server, '/api/desk/first-login', { token, password: goodPassword });
const linkToken = (answer: Record<string, unknown>) => String(answer['link']).split('=')[1] ?? '';

describe('the command line beside a running server', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await started();
  });
  afterAll(() => server.close());

  it('makes an activation link that the running server honours', async () => {
    const run = await soTay(['invite', '--unit', 'c01', '--officer', 'Cán bộ thứ hai', '--json'], { PUBLIC_URL: 'https://sotay.example.vn' });
    expect(run.code).toBe(0);
    expect(told(run)).toMatchObject({ ok: true, unitId: 'c01', officerId: 'c01-2', link: expect.stringMatching(/^https:\/\/sotay\.example\.vn\/k#[0-9A-Z]{8}$/) as string });
    const phone = await activated(server, String(told(run)['code']));
    expect((await phone.exchange([aChange()])).codes[0]?.code).toBe('ok');
  });

  it('takes a phone’s bundle in, lays the reply file beside it, and says why it refuses another', async () => {
    const [sign, open] = await Promise.all([aSignPair(), anOpenPair()]);
    const invited = await soTay(['invite', '--unit', 'c01', '--json']);
    const phone = await activated(server, String(told(invited)['code']), { sign: sign.point, open: open.point });
    const pulled = await phone.exchange([], { want: 2_000_000 });
    const key = pulled.ranges.flatMap(({ rows }) => rows).find((row) => row.key === 'sealkey')?.body as { body: { point: string } };
    const { device } = phone.activation;
    const file = await aBundle({
      device, sealTo: key.body.point, signWith: sign.privateKey,
      requests: [{ v: 1, device, lineage: 'lineage-1', seq: 1, epoch: null, cursors: [], want: 0, nonce: 'nonce-b', changes: [aChange()] }],
    });
    const path = join(folder, 'don-vi.so-tay');
    writeFileSync(path, file);
    const run = await soTay(['bundle', 'import', path, '--json']);
    expect(run.code).toBe(0);
    expect(told(run)).toMatchObject({ ok: true, changeCount: 1, codes: { ok: 1 }, replyPath: `${path}.tra-loi` });
    expect(existsSync(`${path}.tra-loi`)).toBe(true);
    expect((await soTay(['bundle', 'import', path])).out).toContain('Đã vào sổ: 1.');
    writeFileSync(path, file.slice(0, -5));
    const spoilt = await soTay(['bundle', 'import', path]);
    expect(spoilt).toMatchObject({ code: 1, err: expect.stringContaining('đã bị sửa hoặc bị cắt') as string });
    expect((await soTay(['bundle', 'import'])).code).toBe(2);
  });

  it('prints the code as it stands on a slip of paper, beside the link', async () => {
    const { out } = await soTay(['invite', '--unit', 'c01']);
    const [, first, second] = /^ {2}([0-9A-Z]{4})-([0-9A-Z]{4})$/m.exec(out) ?? [];
    expect(out).toContain(`/k#${first}${second}\n`);
  });

  it('revokes a phone while it is in the field', async () => {
    const invited = told(await soTay(['invite', '--unit', 'c02', '--json']));
    const phone = await activated(server, String(invited['code']));
    const revoked = await soTay(['device', 'revoke', phone.activation.device]);
    expect([revoked.code, revoked.out]).toEqual([0, `Đã ngắt máy ${phone.activation.device}.\n`]);
    expect((await soTay(['alarms'])).out).toBe('Không có gì bất thường.\n');
    const late = aChange({ scope: 'c02' });
    expect((await phone.exchange([late])).codes[0]?.code).toBe('quarantined');
    // What no list of the desk shows, the administrator finds: whose it is, and in JSON what was written.
    const seen = await soTay(['alarms']);
    expect(seen.out).toContain(`quarantined device-revoked · c02 · ${phone.activation.device} · ${late.changeId}`);
    expect(seen.out).not.toContain('Thăm hỏi');
    expect(told(await soTay(['alarms', '--json']))).toMatchObject({
      ok: true, alarms: [], changes: [{ changeId: late.changeId, unitId: 'c02', code: 'quarantined', reason: 'device-revoked', text: expect.stringContaining('Thăm hỏi') as string }],
    });
    expect((await phone.exchange([{ ...late, seq: 99 }])).codes[0]?.code).toBe('quarantined');
    expect((await soTay(['alarms'])).out).toContain(`một mã gửi lên với hai nội dung · ${late.changeId}`);
    expect((await soTay(['device', 'revoke', phone.activation.device])).out).toContain('đã ngắt từ trước');
    expect(JSON.stringify(told(await soTay(['device', 'list', '--json'])))).toContain(phone.activation.device);
  });

  it('refuses with the reason and exit code 1, and wrong usage with 2', async () => {
    const refused = await soTay(['invite', '--unit', 'u14', '--json']);
    expect([refused.code, told(refused)['reason']]).toEqual([1, 'unit-records-nothing']);
    expect(await soTay(['invite', '--unit', 'zz'])).toEqual({ code: 1, out: '', err: 'Không có đơn vị zz.\n' });
    expect((await soTay(['admin', 'add', '--name', 'tinh', '--unit', 'p01'])).err).toContain('Đã có tài khoản');
    const codes = (asked: readonly string[][]) => Promise.all(asked.map(async (words) => (await soTay(words)).code));
    const unfit = [['invite', '--unit', 'c01', '--days', '0'], ['device', 'revoke', 'nonsense'], ['admin', 'add', '--name', 'x', '--unit', 'u07']];
    expect(await codes(unfit)).toEqual([1, 1, 1]);
    expect(await codes([['invite'], ['nonsense'], ['backup'], ['invite', '--unit', 'c01', '--nonsense'], ['admin', 'reset'], ['receipt', 'verify'], ['backup', 'confirm']])).toEqual(
      [2, 2, 2, 2, 2, 2, 2],
    );
    expect((await soTay(['invite', '--unit', 'c01'], { PORT: 'x' })).code).toBe(2);
    expect((await soTay(['invite', '--unit', 'c01'], { DATA_DIR: join(folder, 'nowhere') })).code).toBe(1);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  it('every command explains itself', async () => {
    const commands = [
      [], ['invite'], ['admin', 'add'], ['admin', 'reset'], ['receipt', 'verify'], ['device', 'list'], ['device', 'revoke'], ['alarms'], ['backup'], ['backup', 'confirm'],
      ['restore'], ['content', 'check'], ['sample', 'remove'],
    ];
    const runs = await Promise.all(commands.map((words) => soTay([...words, '--help'])));
    for (const help of runs) {
      expect([help.code, help.err]).toEqual([0, '']);
      expect(help.out).toContain('Usage: so-tay');
    }
  });

  it('makes a desk account whose link can be opened', async () => {
    const added = told(await soTay(['admin', 'add', '--name', 'huyen07', '--unit', 'u07', '--json']));
    expect(added).toMatchObject({ ok: true, role: 'reviewer', link: expect.stringMatching(/\/ban#dau-tien=[\w-]{43}$/) as string });
  });

  it('lists the phones with unit, officer and last contact', async () => {
    const invited = told(await soTay(['invite', '--unit', 'c04', '--json']));
    const silent = await activated(server, String(invited['code']));
    expect((await soTay(['device', 'list'])).out).toMatch(new RegExp(`^${silent.activation.device} · c04 · .+ · chưa liên lạc$`, 'm'));
    await silent.exchange([]);
    expect((await soTay(['device', 'list'])).out).toMatch(new RegExp(`^${silent.activation.device} · c04 · .+ · liên lạc cuối .+$`, 'm'));
  });

  it('resets an account: password, session and former links are void, one new link opens it', async () => {
    const added = told(await soTay(['admin', 'add', '--name', 'quen-mat', '--unit', 'u07', '--json']));
    const spare = told(await soTay(['admin', 'reset', 'quen-mat', '--json']));
    const first = await opened(server, linkToken(spare));
    expect(first.status).toBe(200);
    const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const me = () => overNetwork(server).request('/api/desk/me', { headers: { cookie } });
    expect((await me()).status).toBe(200);

    const reset = await soTay(['admin', 'reset', 'quen-mat', '--days', '2']);
    expect([reset.code, reset.out.split('\n').length]).toEqual([0, 3]);
    expect((await me()).status).toBe(401);
    const login = await posted(server, '/api/desk/login', { name: 'quen-mat', password: goodPassword });
    expect(login.status).toBe(401);
    expect((await opened(server, linkToken(added))).status).toBe(410);
    const token = /#dau-tien=([\w-]{43})/.exec(reset.out)?.[1] ?? '';
    expect((await opened(server, token)).status).toBe(200);
    expect((await opened(server, token)).status).toBe(410);
    expect(await soTay(['admin', 'reset', 'nobody'])).toEqual({ code: 1, out: '', err: 'Không có tài khoản nobody.\n' });
    expect((await soTay(['admin', 'reset', 'quen-mat', '--days', '0'])).code).toBe(1);
  });

  it('verifies a receipt read from paper, and says why another is none', async () => {
    const invited = told(await soTay(['invite', '--unit', 'c05', '--json']));
    const phone = await activated(server, String(invited['code']));
    const change = aChange({ scope: 'c05' });
    const [stored] = (await phone.exchange([change])).codes;
    const { number } = (stored as { receipt: { number: string } }).receipt;
    const run = await soTay(['receipt', 'verify', number.toLowerCase()]);
    expect([run.code, run.out]).toEqual([0, expect.stringContaining(`Đúng. Biên nhận ${number} cấp cho `) as string]);
    expect(run.out).toContain(`${change.recordId}), bản 1.`);
    expect(told(await soTay(['receipt', 'verify', number, '--json']))).toMatchObject({ ok: true, number, recordId: change.recordId, changeId: change.changeId, unitId: 'c05', edition: 1, currentEdition: 1 });

    const cancel = aChange({ scope: 'c05', recordId: change.recordId, kind: 'void', base: { changeId: change.changeId }, body: { reason: 'Ghi nhầm đơn vị' } });
    expect((await phone.exchange([cancel])).codes[0]?.code).toBe('ok');
    expect((await soTay(['receipt', 'verify', number])).out).toContain('Hồ sơ đã hủy');

    const mistyped = await soTay(['receipt', 'verify', number.replace('-2020-', '-2021-'), '--json']);
    expect([mistyped.code, told(mistyped)['reason']]).toEqual([1, 'number-malformed']);
    const unknown = receiptNumber('C05', 2020, 1, 9_999);
    expect(await soTay(['receipt', 'verify', unknown])).toMatchObject({ code: 1, err: expect.stringContaining(`chưa cấp biên nhận ${unknown}`) as string });
  });

  it('proves the content', async () => {
    const run = await soTay(['content', 'check']);
    expect([run.code, run.out.includes('Nội dung khớp.')]).toEqual([0, true]);
  });

  it('does not restore under a running server, and only one server has the folder', async () => {
    const run = await soTay(['restore', join(folder, 'none.sqlite')]);
    expect([run.code, run.err]).toEqual([1, expect.stringContaining('Một máy chủ khác đang dùng')]);
    const config = readConfig(nothing);
    if (config.kind !== 'done') throw new Error(config.variable);
    expect(await serve(config.config, new Map(), () => undefined)).toEqual({ kind: 'store-held' });
  });
});

describe('backup and restore', () => {
  it('a copy is confirmed where it was put, and only when every row of it reads as this server wrote it', async () => {
    const server = await started();
    const invited = told(await soTay(['invite', '--unit', 'c06', '--json']));
    const phone = await activated(server, String(invited['code']));
    const known = await phone.exchange([aChange({ scope: 'c06' })]);
    const away = join(folder, 'stick');
    expect((await soTay(['backup', join(away, 'so-tay-2020-05-15-143500.sqlite')])).code).toBe(0);

    const refusal = async (target: string) => told(await soTay(['backup', 'confirm', target, '--json']))['reason'];
    expect((await soTay(['backup', 'confirm', join(folder, 'nowhere')])).code).toBe(1);
    expect(await refusal(join(folder, 'nowhere'))).toBe('copy-missing');
    expect(await refusal(join(dataFolder, 'so-tay.sqlite'))).toBe('copy-at-home');
    const bent = join(folder, 'bent.sqlite');
    copyFileSync(join(away, 'so-tay-2020-05-15-143500.sqlite'), bent);
    const database = new DatabaseSync(bent);
    // As a flipped bit on a stick would leave it: SQLite finds nothing wrong with the page.
    database.exec("update changes set body = replace(body, 'Thăm hỏi', 'Tham hoi') where scope = 'c06'");
    database.close();
    expect(await refusal(bent)).toBe('copy-unsound');
    writeFileSync(bent, 'SQLite format 3\0 and then nothing of use');
    expect(await refusal(bent)).toBe('copy-unsound');
    const foreign = join(folder, 'foreign.sqlite');
    copyFileSync(join(away, 'so-tay-2020-05-15-143500.sqlite'), foreign);
    const other = new DatabaseSync(foreign);
    other.exec("update epochs set id = 'of-another-server'");
    other.close();
    expect(await refusal(foreign)).toBe('epoch-other');
    expect((await phone.exchange([], { epoch: known.epoch })).safe).toEqual({});

    const confirmed = await soTay(['backup', 'confirm', away, '--json']);
    expect([confirmed.code, told(confirmed)['raised']]).toEqual([0, expect.arrayContaining([expect.objectContaining({ scope: 'c06', from: 0 })]) as unknown]);
    const reply = await phone.exchange([], { epoch: known.epoch });
    expect(reply.safe['c06']).toBeGreaterThan(0);
    expect(reply.anchor).toMatchObject({ scope: 'c06', position: reply.safe['c06'] });
    expect((await soTay(['backup', 'confirm', away])).out).toContain('Không có gì mới');
    await server.close();
  });

  it('[L3, E1] what was saved after the backup comes back from the phones, because a new epoch asks for it', async () => {
    let server = await started();
    const invited = told(await soTay(['invite', '--unit', 'c01', '--json']));
    let phone = await activated(server, String(invited['code']));
    const before = aChange();
    const [kept] = (await phone.exchange([before])).codes;
    const copy = await soTay(['backup', folder, '--json']);
    expect(copy.code).toBe(0);
    const { path } = told(copy) as unknown as { path: string };
    expect((await soTay(['backup', path])).code).toBe(1);
    expect((await soTay(['backup', join(folder, 'a-day', 'copy.sqlite')])).code).toBe(0);
    const after = aChange();
    const reply = await phone.exchange([after]);
    const [lost] = reply.codes;
    await server.close();

    writeFileSync(join(folder, 'broken.sqlite'), 'SQLite format 3\0 and then nothing of use');
    expect((await soTay(['restore', join(folder, 'broken.sqlite')])).err).toContain('không phải bản sao lưu');
    const restored = await soTay(['restore', path, '--json']);
    expect([restored.code, told(restored)]).toEqual([0, { ok: true, epochOrdinal: 2, asidePath: expect.stringContaining('.before-') as string, missingPhotoCount: 0 }]);
    expect(readdirSync(dataFolder).some((name) => name.includes('incoming'))).toBe(false);

    server = await started();
    phone = phoneWith(overNetwork(server) as never, phone.activation, phone.secret);
    expect(server.firstLinks).toBeNull();
    const offered = (change: object, verdict: unknown) => ({ ...change, receipt: (verdict as { receipt: unknown }).receipt });
    const again = await phone.exchange([offered(before, kept), offered(after, lost)], { epoch: reply.epoch });
    expect(again.epoch.ordinal).toBe(2);
    expect(again.epoch.id).not.toBe(reply.epoch.id);
    expect(again.codes[0]).toEqual({ ...kept, code: 'duplicate' });
    // The number the officer has on the screen, perhaps on paper, is honoured.
    expect(again.codes[1]).toMatchObject({ code: 'ok', receipt: { number: (lost as { receipt: { number: string } }).receipt.number } });
    await server.close();

    // An older backup restored twice over never gives an epoch that phones have passed already.
    copyFileSync(path, join(folder, 'again.sqlite'));
    expect(told(await soTay(['restore', join(folder, 'again.sqlite'), '--json']))['epochOrdinal']).toBe(3);
  });

  it('the sample ends by its own command, once, and its phones are told to activate again', async () => {
    const server = await started();
    const invited = told(await soTay(['invite', '--unit', 'c03', '--json']));
    const phone = await activated(server, String(invited['code']));
    expect((await soTay(['sample', 'remove'])).code).toBe(0);
    const response = await phone.send(phone.text([aChange({ scope: 'c03' })]));
    expect(response.status).toBe(401);
    expect((await soTay(['sample', 'remove'])).code).toBe(1);
    expect((await soTay(['invite', '--unit', 'c01'])).code).toBe(1);
    await server.close();
  });
});

describe('the environment', () => {
  it.each([
    [{ PORT: '99999' }, 'PORT'], [{ PORT: 'eighty' }, 'PORT'], [{ SEED: 'everything' }, 'SEED'], [{ PUBLIC_URL: 'sotay.example.vn' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://example.vn/so-tay' }, 'PUBLIC_URL'], [{ PUBLIC_URL: 'ftp://example.vn' }, 'PUBLIC_URL'],
  ])('%j is refused by its name', (environment, variable) => {
    expect(readConfig(environment)).toEqual({ kind: 'refused', variable });
  });

  it('a server with a public address never fills itself with samples', () => {
    const seedOf = (environment: Record<string, string>) => {
      const read = readConfig(environment);
      return read.kind === 'done' ? read.config.seed : read.variable;
    };
    expect([seedOf({}), seedOf({ PUBLIC_URL: 'https://sotay.example.vn' }), seedOf({ PUBLIC_URL: 'https://sotay.example.vn', SEED: 'content' })]).toEqual(['sample', 'none', 'content']);
  });
});
