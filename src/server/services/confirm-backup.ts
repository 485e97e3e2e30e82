/**
 * Reads a copy back where it lies now, to the last row, and only then lets the watermark rise to it. From then on phones
 * may count on the copy: so nothing is taken on trust that can be computed.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { instantOf } from '../../domain/time.ts';
import { confirmCopy } from '../../sync/confirm-backup.ts';
import type { Confirmation, CopyStanding } from '../../sync/confirm-backup.ts';
import type { Scope } from '../../sync/protocol.ts';
import type { ScopeHead } from '../../sync/ports.ts';
import { sha256 } from '../seals.ts';
import { missingPhotos, photosBeside } from './copy-photos.ts';
import type { Host } from './host.ts';

export type ConfirmBackupOutcome =
  | (Extract<Confirmation, { kind: 'confirmed' }> & { readonly path: string; readonly recordCount: number })
  | Exclude<Confirmation, { kind: 'confirmed' }>
  | { readonly kind: 'copy-missing' }
  /** It lies in the server's own folder: what destroys the one destroys the other. */
  | { readonly kind: 'copy-at-home' }
  | { readonly kind: 'copy-unsound' }
  /** A picture may leave its phone once it is safe: so every one must lie beside the copy, read back like the rows. */
  | { readonly kind: 'copy-lacks-photos'; readonly missingPhotoCount: number; readonly photosFolder: string };

/** @param target the copy, or a folder in which the latest is looked for. @param dataFolder of this server. */
export async function confirmBackup(host: Host, target: string, dataFolder: string, actor: string): Promise<ConfirmBackupOutcome> {
  const path = copyAt(target);
  if (path === null) return { kind: 'copy-missing' };
  if (resolve(path).startsWith(resolve(dataFolder) + sep)) return { kind: 'copy-at-home' };
  const copy = readCopy(path);
  if (!copy) return { kind: 'copy-unsound' };
  const photosFolder = photosBeside(path);
  const missing = missingPhotos(path, photosFolder);
  if (missing.length > 0) return { kind: 'copy-lacks-photos', missingPhotoCount: missing.length, photosFolder };
  return host.storage.transaction(async (page) => {
    const outcome = await confirmCopy(page, copy);
    if (outcome.kind !== 'confirmed') return outcome;
    await page.audit({ at: instantOf(host.nowMs()), actor, act: 'confirm-backup', subject: copy.epochId });
    return { ...outcome, path, recordCount: copy.recordCount };
  });
}

function copyAt(target: string): string | null {
  if (!existsSync(target)) return null;
  if (!statSync(target).isDirectory()) return target;
  // Named by their moment (cli.ts), so the last name is the latest copy.
  const latest = readdirSync(target).filter((name) => /^so-tay-.*\.sqlite$/.test(name)).toSorted().at(-1);
  return latest === undefined ? null : join(target, latest);
}

interface ReadCopy extends CopyStanding {
  readonly recordCount: number;
}

/** Null when it is none of ours or not whole. Writes nothing: a copy may lie on a disk that can only be read. */
function readCopy(path: string): ReadCopy | null {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    const check = database.prepare('pragma integrity_check').get() as { integrity_check?: string } | undefined;
    if (check?.integrity_check !== 'ok') return null;
    const epoch = database.prepare('select id from epochs order by ordinal desc limit 1').get() as { id: string } | undefined;
    const heads = rollAnew(database);
    if (!epoch || !heads || !hasOwnWords(database)) return null;
    const { tally } = database.prepare('select count(*) as tally from records').get() as { tally: number };
    return { epochId: epoch.id, heads, recordCount: tally };
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

/**
 * SQLite's own check looks at the pages, not at what stands in them. The rolling hash is made anew from every row, as
 * `nextRow` (sync/accept.ts) made it. Null where a row is missing or another.
 */
function rollAnew(database: DatabaseSync): ReadonlyMap<Scope, ScopeHead> | null {
  const rolled = new Map<string, ScopeHead>();
  const rows = database.prepare('select scope, position, hash, kind, thing, body from scope_rows order by scope, position').iterate();
  for (const row of rows as Iterable<{ scope: string; position: number; hash: string; kind: string; thing: string; body: string }>) {
    const before = rolled.get(row.scope) ?? { position: 0, hash: '' };
    const hash = sha256(`${before.hash} ${row.position} ${row.kind} ${row.thing} ${row.body}`).slice(0, 22);
    if (row.position !== before.position + 1 || hash !== row.hash) return null;
    rolled.set(row.scope, { position: row.position, hash });
  }
  const told = database.prepare('select scope, position, hash from scopes').all() as { scope: string; position: number; hash: string }[];
  const agree = told.length === rolled.size && told.every(({ scope, position, hash }) => rolled.get(scope)?.position === position && rolled.get(scope)?.hash === hash);
  return agree ? (rolled as Map<Scope, ScopeHead>) : null;
}

/** Every change as it came, against its own hash: also those that made no row. */
function hasOwnWords(database: DatabaseSync): boolean {
  for (const { hash, body } of database.prepare('select hash, body from changes').iterate() as Iterable<{ hash: string; body: string }>) {
    if (sha256(body) !== hash) return false;
  }
  return true;
}
