import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/server/config.ts';
import type { Config } from '../../src/server/config.ts';
import { serve } from '../../src/server/serve.ts';
import { backUp } from '../../src/server/services/back-up.ts';
import { restoreBackup } from '../../src/server/services/restore-backup.ts';
import type { RestoreStep } from '../../src/server/services/restore-backup.ts';

const nowMs = Date.parse('2026-05-15T02:00:00.000Z');
let folder: string;
let backup: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'killed-restore-'));
  const config = configOf('old');
  await startedAndClosed(config);
  backup = join(folder, 'backup.sqlite');
  await backUp(config.databasePath, backup, 'unused');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function configOf(name: string): Config {
  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, name), SEED: 'sample' });
  if (read.kind !== 'done') throw new Error(read.variable);
  return read.config;
}

/** @returns whether the store was new to the server, or why it did not start. */
async function startedAndClosed(config: Config): Promise<boolean | string> {
  const outcome = await serve(config, new Map(), () => undefined);
  if (outcome.kind !== 'running') return outcome.kind;
  await outcome.server.close();
  return outcome.server.firstLinks !== null;
}

function keysOf(path: string): unknown {
  const database = new DatabaseSync(path, { readOnly: true });
  const keys = database.prepare('select value from server_keys order by name').all();
  database.close();
  return keys;
}

const restore = (config: Config, stamp: string, killedAfter?: RestoreStep) =>
  restoreBackup(config.databasePath, backup, stamp, nowMs, (step) => {
    if (step === killedAfter) throw new Error('killed');
  });

describe.each(['ready', 'kept'] as const)('power lost in the middle of a restore (%s)', (step) => {
  it('the former database is still there, nothing starts on it, and the next restore ends what was begun', async () => {
    const config = configOf('old');
    await expect(restore(config, 'one', step)).rejects.toThrow('killed');
    expect(existsSync(config.databasePath)).toBe(true);
    expect(await startedAndClosed(config)).toBe('half-restored');
    expect(await restore(config, 'two')).toMatchObject({ kind: 'restored', epochOrdinal: 2, asidePath: `${config.databasePath}.before-two` });
    expect(keysOf(config.databasePath)).toEqual(keysOf(backup));
    expect(await startedAndClosed(config)).toBe(false);
  });

  it('on a new machine no new store with other keys is made', async () => {
    const config = configOf('new');
    await expect(restore(config, 'one', step)).rejects.toThrow('killed');
    expect(await startedAndClosed(config)).toBe('half-restored');
    expect(existsSync(config.databasePath)).toBe(false);
    expect(await restore(config, 'two')).toEqual({ kind: 'restored', epochOrdinal: 2, asidePath: null, missingPhotoCount: 0 });
    expect(await startedAndClosed(config)).toBe(false);
    expect(keysOf(config.databasePath)).toEqual(keysOf(backup));
  });
});

it('power lost after the new database took its place: it is served, and the former one is kept', async () => {
  const config = configOf('old');
  await expect(restore(config, 'one', 'in-place')).rejects.toThrow('killed');
  expect(await startedAndClosed(config)).toBe(false);
  expect(readdirSync(config.dataFolder)).toContain('so-tay.sqlite.before-one');
  expect(readdirSync(config.dataFolder).filter((name) => name.includes('incoming'))).toEqual([]);
});

it('the log of the former database is never read into the one that replaces it', async () => {
  const config = configOf('old');
  const other = new DatabaseSync(config.databasePath);
  other.exec("update server_keys set value = value || '-late'");
  expect(await restore(config, 'one')).toMatchObject({ kind: 'restored' });
  const names = readdirSync(config.dataFolder);
  expect(names).toEqual(expect.arrayContaining(['so-tay.sqlite.before-one', 'so-tay.sqlite.before-one-wal']));
  expect(names).not.toContain('so-tay.sqlite-wal');
  other.close();
  expect(await startedAndClosed(config)).toBe(false);
  expect(keysOf(config.databasePath)).toEqual(keysOf(backup));
});

it('a broken database does not stand in the way, and is kept', async () => {
  const config = configOf('old');
  writeFileSync(config.databasePath, 'nothing of use '.repeat(1000));
  expect(await restore(config, 'one')).toMatchObject({ kind: 'restored', asidePath: `${config.databasePath}.before-one` });
  expect(await startedAndClosed(config)).toBe(false);
});

it('a backup that cannot be used leaves the server as it was', async () => {
  const config = configOf('old');
  writeFileSync(backup, 'SQLite format 3\0 and then nothing of use');
  expect(await restore(config, 'one')).toEqual({ kind: 'unsound' });
  expect(await startedAndClosed(config)).toBe(false);
});

it('two restores within one second both end, and each former database is kept', async () => {
  const config = configOf('old');
  expect(await restore(config, 'one')).toMatchObject({ kind: 'restored', epochOrdinal: 2, asidePath: `${config.databasePath}.before-one` });
  expect(await restore(config, 'one')).toMatchObject({ kind: 'restored', epochOrdinal: 3, asidePath: `${config.databasePath}.before-one-2` });
  expect(await startedAndClosed(config)).toBe(false);
});
