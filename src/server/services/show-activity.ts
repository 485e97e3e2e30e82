/** One record for the desk: every edition, every review, and what was stored beside it. */
import { Activity } from '../../domain/activity.ts';
import type { RecordId } from '../../domain/id.ts';
import type { Unit } from '../../domain/unit.ts';
import { Review } from '../../domain/review.ts';
import type { DeskDetail, DeskEdition } from '../../sync/desk-protocol.ts';
import type { EditionBodies, RawChange } from '../../sync/ports.ts';
import { Change, VoidBody, voidKind } from '../../sync/protocol.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';
import { itemOf, photosOf } from './list-activities.ts';
import type { Asker } from './log-in.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { mayDecide, visibleUnits } from './subtree.ts';

/** Problems: `not-found`, also for a record outside the account's subtree: whether it exists is not told. */
export async function showActivity(page: StoragePage, host: Host, asker: Asker, recordId: RecordId): Promise<Outcome<DeskDetail>> {
  const record = await page.record(recordId);
  const visible = record ? await visibleUnits(page, asker) : [];
  const unit = visible.find((each) => each.id === record?.scope);
  // A report has another body and a screen of its own.
  if (!record || !unit || record.recordKind !== 'activity') return refused('not-found');
  const changes = await page.changesOf(recordId);
  const bodies = (await page.editions([recordId])).get(recordId) ?? new Map();
  const officers = await page.officers([record.officerId, ...changes.map((change) => change.officerId)]);
  const nameOf = (change: RawChange) => officers.find((officer) => officer.id === change.officerId)?.name ?? '';
  const reviews = (await page.rowsOf(record.scope, 'review', recordId)).map((row) => Review.parse(JSON.parse(row.text)));
  const photos = await Promise.all(
    (await photosOf(page, record)).map(async (photo) => ({ ...photo, here: photo.here && (await host.photos.held(photo.hash)) === 'whole' })),
  );
  return done({
    item: itemOf(record, visible, officers, photos),
    unitPath: pathOf(unit, await page.units()),
    editions: changes.flatMap((change) => editionOf(change, bodies, nameOf(change))),
    reviews,
    aside: changes.flatMap(asideOf),
    mayDecide: mayDecide(asker, unit) && !record.isVoid,
    decided: record.review?.edition === record.edition,
  });
}

/** The words are those of the edition: a merged edit stands there together with somebody else's. */
function editionOf(raw: RawChange, bodies: EditionBodies, officerName: string): DeskEdition[] {
  if (raw.verdict.code !== 'ok') return [];
  const change = Change.parse(JSON.parse(raw.text));
  const { edition, receipt } = raw.verdict;
  return [
    {
      edition,
      changeId: raw.changeId,
      savedAt: change.savedAt,
      offset: change.offset,
      receivedAt: receipt.receivedAt,
      receiptNumber: receipt.number,
      officerName,
      body: Activity.parse(bodies.get(edition)),
      voidReason: change.kind === voidKind ? VoidBody.parse(change.body).reason : null,
    },
  ];
}

/** What has no readable body, such as a shape of a later version, has nothing to show here yet. */
export function asideOf(raw: RawChange): DeskDetail['aside'] {
  if (raw.verdict.code === 'ok') return [];
  const change = Change.safeParse(JSON.parse(raw.text));
  return change.success ? [{ changeId: raw.changeId, code: raw.verdict.code, savedAt: change.data.savedAt, receivedAt: raw.receivedAt }] : [];
}

export function pathOf(unit: Unit, units: readonly Unit[]): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let each: Unit | undefined = unit; each && !seen.has(each.id); each = units.find((one) => one.id === each?.parentId)) {
    seen.add(each.id);
    names.push(each.name);
  }
  return names;
}
