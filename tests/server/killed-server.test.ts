import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, expect, it } from 'vitest';
import type { ChangeId } from '../../src/domain/id.ts';
import { Activation } from '../../src/sync/activation.ts';
import type { Change, Verdict } from '../../src/sync/protocol.ts';
import { aChange, newSecret, phoneWith } from '../make/served.ts';
import type { Phone } from '../make/served.ts';

const folder = mkdtempSync(join(tmpdir(), 'killed-'));
let child: ChildProcess | null = null;
afterEach(() => child?.kill('SIGKILL'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(): Promise<{ port: number; code: string | null }> {
  const started = spawn(process.execPath, ['tests/server/server-process.ts', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  child = started;
  return new Promise((resolve, reject) => {
    started.once('exit', () => reject(new Error('The server ended before it listened.')));
    started.stdout.once('data', (data: Buffer) => resolve(JSON.parse(data.toString()) as { port: number; code: string | null }));
  });
}

function killed(): Promise<void> {
  return new Promise((resolve) => {
    child?.once('exit', () => resolve());
    child?.kill('SIGKILL');
  });
}

const network = (port: number) => ({ request: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init) }) as never;

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

it('[L1] a server killed under load has every acknowledged change, once, and no other half of one', async () => {
  const saved: Change[] = [];
  const told = new Map<ChangeId, Verdict>();
  const secret = newSecret();
  let activation: Activation | null = null;
  for (let life = 0; life < 3; life += 1) {
    const { port, code } = await start();
    if (activation === null) {
      const body = JSON.stringify({ code, confirm: true, secret, keys: { sign: null, open: null } });
      const response = await fetch(`http://127.0.0.1:${port}/api/activate`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      activation = Activation.parse(await response.json());
    }
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
