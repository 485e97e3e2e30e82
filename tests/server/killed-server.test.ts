import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, expect, it } from 'vitest';
import type { ChangeId } from '../../src/domain/id.ts';
import { Activation } from '../../src/sync/activation.ts';
import { unframe } from '../../src/sync/frame.ts';
import type { Change, Verdict } from '../../src/sync/protocol.ts';
import { aChange, newSecret, phoneWith } from '../make/served.ts';
import type { Phone } from '../make/served.ts';

const folder = mkdtempSync(join(tmpdir(), 'killed-'));
const fullFolder = mkdtempSync(join(tmpdir(), 'full-'));
let child: ChildProcess | null = null;
afterEach(() => child?.kill('SIGKILL'));
afterAll(() => [folder, fullFolder].forEach((each) => rmSync(each, { recursive: true, force: true })));

/** @param mostKilobytes how long a file may grow: what a full disk looks like to a process. */
function start(data = folder, mostKilobytes?: number): Promise<{ port: number; code: string | null }> {
  const words = ['tests/server/server-process.ts', data];
  const stdio: StdioOptions = ['ignore', 'pipe', 'ignore'];
  // The shell leaves the signal of a file that grew too long ignored, so that a write fails instead of killing.
  const limited = ['-c', `trap '' XFSZ; ulimit -f ${mostKilobytes}; exec "$0" "$@"`, process.execPath, ...words];
  const started = mostKilobytes === undefined ? spawn(process.execPath, words, { stdio }) : spawn('bash', limited, { stdio });
  child = started;
  return new Promise((resolve, reject) => {
    started.once('exit', () => reject(new Error('The server ended before it listened.')));
    started.stdout?.once('data', (data: Buffer) => resolve(JSON.parse(data.toString()) as { port: number; code: string | null }));
  });
}

function killed(): Promise<void> {
  return new Promise((resolve) => {
    child?.once('exit', () => resolve());
    child?.kill('SIGKILL');
  });
}

const network = (port: number) => ({ request: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init) }) as never;

async function activate(port: number, code: string | null, secret: string): Promise<Activation> {
  const body = JSON.stringify({ code, confirm: true, secret, keys: { sign: null, open: null } });
  const response = await fetch(`http://127.0.0.1:${port}/api/activate`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return Activation.parse(await response.json());
}

/** Sends batches without end; what was acknowledged is noted, what was under way when the server died is not. */
async function load(phone: Phone, saved: Change[], told: Map<ChangeId, Verdict>): Promise<void> {
  for (let batch = 0; ; batch += 1) {
    const changes = Array.from({ length: 1 + (batch % 5) }, () => aChange());
    saved.push(...changes);
    try {
      const reply = await phone.exchange(changes);
      changes.forEach((change, index) => told.set(change.changeId, reply.codes[index] as Verdict));
    } catch {
      return;
    }
  }
}

it('[L1, S1] a server killed under load has every acknowledged change, once, and no other half of one', async () => {
  const saved: Change[] = [];
  const told = new Map<ChangeId, Verdict>();
  const secret = newSecret();
  let activation: Activation | null = null;
  for (let life = 0; life < 3; life += 1) {
    const { port, code } = await start();
    activation ??= await activate(port, code, secret);
    const known = activation;
    const before = told.size;
    const tabs = Array.from({ length: 6 }, () => load(phoneWith(network(port), known, secret), saved, told));
    while (told.size < before + 40) await new Promise((resume) => setTimeout(resume, 20));
    await killed();
    await Promise.all(tabs);
  }
  expect(told.size).toBeGreaterThanOrEqual(120);

  const { port } = await start();
  if (activation === null) throw new Error('never activated');
  const phone = phoneWith(network(port), activation, secret);
  for (let start = 0; start < saved.length; start += 100) {
    const some = saved.slice(start, start + 100);
    const { codes } = await phone.exchange(some);
    some.forEach((change, index) => {
      const before = told.get(change.changeId);
      if (before) expect(codes[index]).toEqual({ ...before, code: 'duplicate' });
      else expect(['ok', 'duplicate']).toContain(codes[index]?.code);
    });
  }
  await killed();

  const database = new DatabaseSync(join(folder, 'so-tay.sqlite'));
  const one = (text: string) => Object.values(database.prepare(text).get() ?? {})[0];
  expect(one('pragma integrity_check')).toBe('ok');
  const count = database.prepare("select count(*) as count from changes where lineage = 'lineage-1'").get() as { count: number };
  expect(count.count).toBe(saved.length);
  // Positions without gaps, one row, one record and one receipt for each change.
  expect(one("select count(*) - max(position) from scope_rows where scope = 'c01'")).toBe(0);
  expect(one("select max(position) from scope_rows where scope = 'c01'")).toBe(one("select position from scopes where scope = 'c01'"));
  expect(one("select count(*) from changes left join records on records.change_id = changes.change_id where records.record_id is null")).toBe(0);
  expect(one('select count(*) - count(distinct change_id) from receipts')).toBe(0);
  expect(one('select (select count(*) from receipts) - (select count(*) from changes)')).toBe(0);
  database.close();
}, 60_000);

it('[L14] a full disk refuses calmly, keeps what it had acknowledged, and takes the rest once there is room', async () => {
  const secret = newSecret();
  const { port, code } = await start(fullFolder, 1_500);
  const activation = await activate(port, code, secret);
  const phone = phoneWith(network(port), activation, secret);
  const told = new Map<Change, Verdict>();
  let refused: Change[] = [];
  while (refused.length === 0) {
    const changes = Array.from({ length: 20 }, () => aChange());
    const response = await phone.send(phone.text(changes));
    if (response.status === 503) {
      expect(await response.json()).toMatchObject({ code: 'server-trouble', next: expect.stringContaining('Thử lại') as string });
      refused = changes;
    } else {
      expect(response.status).toBe(200);
      const { codes } = unframe(await response.text()) as { codes: Verdict[] };
      changes.forEach((change, index) => told.set(change, codes[index] as Verdict));
    }
  }
  expect(told.size).toBeGreaterThan(0);
  await killed();

  const roomy = await start(fullFolder);
  const later = phoneWith(network(roomy.port), activation, secret);
  expect((await later.exchange(refused)).codes.map((verdict) => verdict.code)).toEqual(refused.map(() => 'ok'));
  const known = [...told.keys()].slice(-100);
  expect((await later.exchange(known)).codes).toEqual(known.map((change) => ({ ...told.get(change), code: 'duplicate' })));
  await killed();
}, 60_000);
