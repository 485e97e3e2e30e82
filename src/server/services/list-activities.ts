/** The desk's list: what was received, by unit, task, state and words, newest receipt first. */
import { foldPlain } from '../../domain/plain-fold.ts';
import type { Officer } from '../../domain/officer.ts';
import { Photos } from '../../domain/photo.ts';
import type { Unit } from '../../domain/unit.ts';
import { DeskItem, deskPageSize } from '../../sync/desk-protocol.ts';
import type { DeskFilter, DeskList, DeskPhoto } from '../../sync/desk-protocol.ts';
import type { RecordSummary } from '../../sync/ports.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Asker } from './log-in.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { subtreeOf, visibleUnits } from './subtree.ts';

/** Problems: `not-allowed` when the unit of the filter lies outside the account's subtree. */
export async function listActivities(page: StoragePage, asker: Asker, filter: DeskFilter): Promise<Outcome<DeskList>> {
  const visible = await visibleUnits(page, asker);
  const units = filter.unit === undefined ? visible : subtreeOf(visible, filter.unit);
  if (units.length === 0) return refused('not-allowed', 'unit');
  const text = filter.q === undefined || filter.q.trim() === '' ? null : filter.q;
  const wanted = text === null ? '' : foldPlain(text);
  const number = Number(filter.page ?? 1);
  const found = await page.deskList({
    unitIds: units.map((unit) => unit.id),
    taskId: filter.task ?? null,
    state: filter.state ?? null,
    text,
    orUnitIds: text === null ? [] : units.filter((unit) => foldPlain(unit.name).includes(wanted)).map((unit) => unit.id),
    offset: (number - 1) * deskPageSize,
    limit: deskPageSize,
  });
  const officers = await page.officers([...new Set(found.items.map((item) => item.officerId))]);
  const photos = await Promise.all(found.items.map((record) => photosOf(page, record)));
  return done({
    items: found.items.map((record, index) => itemOf(record, visible, officers, photos[index] ?? [])),
    total: found.total,
    page: number,
    pageCount: Math.max(1, Math.ceil(found.total / deskPageSize)),
    counts: found.counts,
  });
}

/** The pictures of the current edition, in the officer's order. What cannot be read as pictures shows as none. */
export async function photosOf(page: StoragePage, { scope, text }: RecordSummary): Promise<readonly DeskPhoto[]> {
  const named = Photos.safeParse((JSON.parse(text) as { readonly photos?: unknown }).photos ?? []).data ?? [];
  const known = await page.photos(scope, named.map((photo) => photo.hash));
  return named.map(({ hash, width, height }) => ({ hash, width, height, here: (known.get(hash)?.position ?? null) !== null }));
}

export function itemOf(record: RecordSummary, units: readonly Unit[], officers: readonly Officer[], photos: readonly DeskPhoto[]): DeskItem {
  const { recordId, scope, taskId, requirementId, heldOn, title, state, edition, receivedAt, receiptNumber, flags } = record;
  return DeskItem.parse({
    recordId,
    unitId: scope,
    unitName: units.find((unit) => unit.id === scope)?.name ?? scope,
    taskId,
    requirementId,
    heldOn,
    title,
    state,
    edition,
    receivedAt,
    receiptNumber,
    officerName: officers.find((officer) => officer.id === record.officerId)?.name ?? '',
    flags: [...flags],
    lastReview: record.review,
    photos,
  });
}
