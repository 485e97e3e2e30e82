/** The promises of SPEC.md §9, held against the whole world: cheap ones at every step, all of them after healing. */
import type { ChangeId } from '../../../src/domain/id.ts';
import { newestEpoch, recordView } from '../../../src/phone/record-view.ts';
import { isLockedAt } from '../../../src/domain/lock.ts';
import { reviewSlipKind } from '../../../src/domain/review-slip.ts';
import type { ReviewSlip } from '../../../src/domain/review-slip.ts';
import { changeText } from '../../../src/sync/edition.ts';
import { isSafe } from '../../../src/sync/journal.ts';
import { foldRow, itemAddress } from '../../../src/sync/mirror.ts';
import type { MirrorItem, MirrorRecord } from '../../../src/sync/mirror.ts';
import { charactersPerByte, paceAtFirst } from '../../../src/sync/pace.ts';
import type { JournalEntry, NewRow } from '../../../src/sync/ports.ts';
import type { OfferedChange, Scope } from '../../../src/sync/protocol.ts';
import { isDelivered } from '../../../src/sync/photo.ts';
import { photosIn } from './sim-photos.ts';
import { BrokenPromise } from './reference.ts';
import type { SimPhone } from './sim-phone.ts';
import type { SimServer } from './sim-server.ts';

/** What a screen would say is looked at every so many steps: it is the dearest check. */
const shownEvery = 10;

const texts = new WeakMap<OfferedChange, string>();

/** A change is never altered in place: it is frozen when its text is first made, so the text holds for as long as it does. */
function textOf(change: OfferedChange): string {
  const known = texts.get(change);
  if (known !== undefined) return known;
  const text = changeText(change);
  Object.freeze(change.body);
  texts.set(Object.freeze(change), text);
  return text;
}

export function checkAlways(server: SimServer, phones: readonly SimPhone[], stepCount: number): void {
  if (stepCount % shownEvery === 0) for (const phone of phones) checkShown(server, phone);
  if (server.broken) throw server.broken;
  for (const phone of phones) {
    const known = new Map(phone.entries().map((entry) => [entry.change.changeId, entry]));
    for (const changeId of phone.saved) if (!known.has(changeId)) fail('L2', `${phone.name} lost ${changeId}`);
    for (const entry of known.values()) checkEntry(server, phone, entry);
    checkSafe(server, phone);
    if (!server.rolledBackUnnoticed) checkPhotos(server, phone);
    for (const changeId of phone.undone) {
      if (server.reference.changes.has(changeId) && !phone.copied.has(changeId)) fail('L8', `${changeId} was taken back, yet it reached the server`);
    }
  }
}

function checkEntry(server: SimServer, phone: SimPhone, entry: JournalEntry): void {
  const { changeId } = entry.change;
  const saved = server.savedTexts.get(changeId);
  if (saved !== undefined && saved !== textOf(entry.change)) fail('L2', `${phone.name}: the words of ${changeId} changed`);
  const acknowledgement = entry.acknowledgement;
  if (entry.open || !acknowledgement) return;
  if (acknowledgement.verdict.code === 'returned' && acknowledgement.verdict.problems.length === 0) fail('L9', `${changeId} refused without a reason`);
  if (!server.heldByEpoch.get(acknowledgement.epochId)?.has(changeId)) {
    fail('L15', `${phone.name} shows ${changeId} as received, but epoch ${acknowledgement.epochId} never held it`);
  }
  const current = acknowledgement.epochId === server.epochId && !server.rolledBackUnnoticed;
  if (current && !server.reference.changes.has(changeId)) fail('L1', `${changeId} acknowledged in this epoch and not there`);
}

/** L3: what a phone may call safe stands in a copy that was read back. */
function checkSafe(server: SimServer, phone: SimPhone): void {
  const { anchor } = phone.notebook.current.head;
  if (!anchor) return;
  const safe = { [anchor.scope]: anchor.position };
  for (const entry of phone.entries()) {
    if (entry.open || !isSafe(entry, safe)) continue;
    const { changeId } = entry.change;
    if (!server.confirmed.some((copy) => copy.reference.changes.has(changeId))) fail('L3', `${phone.name} calls ${changeId} safe, and no confirmed copy holds it`);
  }
}

/** L12: what a phone calls delivered in the life of the server that now is lies there, and has its row. */
function checkPhotos(server: SimServer, phone: SimPhone): void {
  if (!phone.photos || phone.photos.current.head.epoch?.id !== server.epochId) return;
  for (const { hash, standing, scope } of phone.photos.current.photos) {
    if (standing === null || !('position' in standing) || scope === null) continue;
    if (!server.shelf.holds(hash)) fail('L12', `${phone.name} calls ${hash.slice(0, 8)} delivered, and it is not at the server`);
    const row = server.reference.rows.get(scope)?.[standing.position - 1];
    if (row?.kind !== 'photo' || row.key !== hash) fail('L12', `${phone.name} calls ${hash.slice(0, 8)} delivered at ${standing.position} of ${scope}, where another row stands`);
  }
}

/** L12: every picture that a stored change names and that a living phone still has is at the server, and the phone knows it. */
function checkPhotosHealed(server: SimServer, phone: SimPhone): void {
  const enrolled = server.devices.get(phone.deviceId);
  if (!phone.photos || phone.revoked || enrolled?.unitId !== phone.unitId) return;
  // However it was rolled back, somebody who was told of a picture has noticed.
  checkPhotos(server, phone);
  const kept = new Map(phone.photos.current.photos.map((photo) => [photo.hash, photo]));
  for (const entry of phone.entries()) {
    if (server.reference.changes.get(entry.change.changeId)?.scope !== phone.unitId) continue;
    for (const { hash } of photosIn(entry.change.body)) {
      const photo = kept.get(hash);
      if (!photo) continue;
      if (!server.shelf.holds(hash)) fail('L12', `${phone.name}'s ${hash.slice(0, 8)} never came to the server`);
      if (!isDelivered(photo)) fail('L12', `${phone.name} does not know that ${hash.slice(0, 8)} is delivered`);
    }
  }
}

/** L10: so many proven replies empty the queue, if nothing new is begun in between. */
export function progressBound(phone: SimPhone): number {
  const characters = phone.entries().reduce((sum, entry) => sum + JSON.stringify(entry.change).length, 0);
  return Math.ceil(characters / (paceAtFirst.budgetBytes * charactersPerByte)) + 2;
}

/** @param locks by which the server refuses. */
export function checkHealed(server: SimServer, phones: readonly SimPhone[], bounds: ReadonlyMap<SimPhone, number>, locks: Awaited<ReturnType<SimServer['locks']>>): void {
  if (server.rolledBackUnnoticed) checkUnnoticed(server, phones);
  const rebuilt = new Map<Scope, Map<string, MirrorItem>>();
  for (const phone of phones) {
    checkDelivered(server, phone);
    checkPhotosHealed(server, phone);
    const epochId = phone.notebook.current.head.epoch?.id;
    if (epochId !== undefined && epochId !== server.epochId) fail('L7', `${phone.name} never learned of epoch ${server.epochId}`);
    if (phone.revoked) continue;
    checkMirror(server, phone, rebuilt);
    checkLocks(phone, locks);
    checkShown(server, phone);
    const most = (bounds.get(phone) ?? 0) * 2 + pullBound(server) + 6 + (phone.photos?.current.photos.length ?? 0); // a new epoch begins the count again; the visits of healing pull
    if (phone.doneCount > most) fail('L10', `${phone.name} took ${phone.doneCount} exchanges, more than ${most}`);
  }
}

/**
 * A rollback that no phone can have noticed lost nothing that a phone was told of. A phone that was moved shows the head of
 * the unit it serves now, so nobody may notice for the unit it left (SPEC.md E3).
 */
function checkUnnoticed(server: SimServer, phones: readonly SimPhone[]): void {
  for (const phone of phones) {
    for (const entry of phone.entries()) {
      const isOwn = entry.change.scope === server.devices.get(phone.deviceId)?.unitId;
      const told = isOwn && entry.acknowledgement?.epochId === server.epochId && !entry.open;
      if (told && !server.reference.changes.has(entry.change.changeId) && !phone.revoked) fail('L3', `${entry.change.changeId} lost by a rollback that nobody noticed`);
    }
  }
}

function checkDelivered(server: SimServer, phone: SimPhone): void {
  for (const entry of phone.entries()) {
    const { changeId } = entry.change;
    if (entry.open && !waitsForWhatIsGone(server, entry)) fail('L10', `${phone.name} still queues ${changeId}`);
    if (entry.open) continue;
    const stored = server.reference.changes.get(changeId);
    const code = entry.acknowledgement?.verdict.code;
    if (!stored && !server.rolledBackUnnoticed && !phone.revoked) fail('L3', `${phone.name}'s ${changeId} (${code}) is not at the server`);
    if (stored && stored.text !== textOf(entry.change)) fail('L1', `${changeId} stands at the server with other words`);
    if (!stored || !entry.acknowledgement) continue;
    const { verdict } = entry.acknowledgement;
    const told = verdict.code === 'duplicate' ? 'ok' : verdict.code;
    if (told !== stored.verdict.code) fail('L9', `${changeId} is ${stored.verdict.code} at the server, ${told} on the phone`);
  }
}

/** A decision on words that no living phone has any more, and no copy brought back. */
function waitsForWhatIsGone(server: SimServer, { change }: JournalEntry): boolean {
  return change.kind === reviewSlipKind && !server.reference.changes.has((change.body as unknown as ReviewSlip).changeId);
}

/** L4 and L7: what the mirror holds is what the server's rows make, and all of it. */
function checkMirror(server: SimServer, phone: SimPhone, rebuilt: Map<Scope, Map<string, MirrorItem>>): void {
  const scopes = server.devices.get(phone.deviceId)?.scopes ?? [];
  for (const item of phone.mirror.current.items.values()) {
    if (!scopes.includes(item.scope)) fail('L7', `${phone.name} still holds ${item.kind} ${item.key} of ${item.scope}, which is no longer its own`);
  }
  for (const scope of scopes) {
    const items = rebuilt.get(scope) ?? rebuild(scope, server.reference.rows.get(scope) ?? []);
    rebuilt.set(scope, items);
    const held = [...phone.mirror.current.items.values()].filter((item) => item.scope === scope);
    if (held.length !== items.size) fail('L7', `${phone.name} holds ${held.length} things of ${scope}, the server ${items.size}`);
    for (const item of held) {
      if (canonical(item) !== canonical(items.get(`${item.kind} ${item.key}`))) fail('L4', `${phone.name}: ${item.kind} ${item.key} of ${scope} was never so at the server`);
    }
  }
}

/** [S13] A phone shows as locked what the server refuses to have edited, and nothing else. */
function checkLocks(phone: SimPhone, locks: Awaited<ReturnType<SimServer['locks']>>): void {
  for (const [recordId, lock] of locks) {
    const record = phone.mirror.current.items.get(`record ${recordId}`)?.body as MirrorRecord | undefined;
    if (record && isLockedAt(record.current.edition, record.lock) !== (lock?.edition === record.current.edition)) fail('S13', `${phone.name} shows ${recordId} otherwise than it is held`);
  }
}

/** Of what each phone's screens were last found true: its contents, and of each record what its page is made from. */
const lookedAt = new WeakMap<SimPhone, { readonly notebook: object; readonly mirror: object; readonly standing: string; readonly sources: ReadonlyMap<string, readonly unknown[]> }>();

/**
 * L11 and L15, on the words the phone's own screens use: "Đã duyệt" stands only on the very edition that was
 * approved, "Tỉnh đã nhận" only on one that the newest life of the server this phone knows of has committed.
 */
function checkShown(server: SimServer, phone: SimPhone): void {
  const { head } = phone.notebook.current;
  const mirrored = phone.mirror.current;
  const looked = lookedAt.get(phone);
  // Contents are replaced, never altered, and what an epoch has held or approved only grows: what was true of them stays so.
  if (looked?.notebook === phone.notebook.current && looked.mirror === mirrored) return;
  const epoch = newestEpoch(mirrored.head.epoch, head.epoch);
  const standpoint = { epoch, mirrorEpoch: mirrored.head.epoch, nowMs: phone.nowMs(), sendingIds: new Set<ChangeId>(), frozen: head.frozen };
  const entriesByRecord = Map.groupBy(phone.entries(), (entry) => entry.change.recordId as string);
  const recordIds = new Set([...entriesByRecord.keys(), ...[...mirrored.items.values()].filter((item) => item.kind === 'record').map((item) => item.key)]);
  const standing = `${epoch?.id} ${standpoint.mirrorEpoch?.id} ${head.frozen}`;
  const sources = new Map<string, readonly unknown[]>();
  for (const recordId of recordIds) {
    const record = (mirrored.items.get(`record ${recordId}`)?.body ?? null) as MirrorRecord | null;
    const entries = entriesByRecord.get(recordId) ?? [];
    const source = [record, ...entries];
    sources.set(recordId, source);
    const former = looked?.standing === standing ? looked.sources.get(recordId) : undefined;
    if (former?.length === source.length && former.every((each, index) => each === source[index])) continue;
    const view = recordView(entries, record, standpoint);
    if (!view || !epoch) continue;
    const { state } = view.standing;
    if (state !== 'received' && state !== 'approved') continue;
    const changeId = view.receipt && record?.current.receipt.number === view.receipt.number ? record.current.changeId : view.latest?.change.changeId;
    if (changeId && !server.heldByEpoch.get(epoch.id)?.has(changeId)) fail('L15', `${phone.name} shows ${changeId} as ${state}, but epoch ${epoch.id} never held it`);
    if (state === 'approved' && !server.approvedByEpoch.get(epoch.id)?.has(`${recordId} ${view.edition}`)) {
      fail('L11', `${recordId} edition ${view.edition} shown as approved`);
    }
  }
  lookedAt.set(phone, { notebook: phone.notebook.current, mirror: mirrored, standing, sources });
}

function rebuild(scope: Scope, rows: readonly NewRow[]): Map<string, MirrorItem> {
  const items = new Map<string, MirrorItem>();
  for (const row of rows) {
    const wired = { position: row.position, kind: row.kind, key: row.key, body: JSON.parse(row.text) as unknown };
    const address = itemAddress(wired, scope);
    const key = `${address.kind} ${address.key}`;
    items.set(key, foldRow(items.get(key), scope, wired));
  }
  return items;
}

function pullBound(server: SimServer): number {
  const characters = [...server.reference.rows.values()].flat().reduce((sum, row) => sum + row.text.length, 0);
  return Math.ceil(characters / (paceAtFirst.budgetBytes * charactersPerByte)) + server.reference.rows.size;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1))) : part,
  );
}

function fail(promise: string, text: string): never {
  throw new BrokenPromise(promise, text);
}
