/** One programme with everything that a reviewer asks of it: what the unit planned, what it changed, what it has done since. */
import type { RecordId } from '../../domain/id.ts';
import { Programme, programmeKind } from '../../domain/programme.ts';
import { checkProgramme } from '../../domain/programme-check.ts';
import { Review } from '../../domain/review.ts';
import type { DeskProgrammeDetail, DeskProgrammeEdition } from '../../sync/desk-programme-protocol.ts';
import type { EditionBodies, RawChange } from '../../sync/ports.ts';
import { Change, VoidBody, voidKind } from '../../sync/protocol.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';
import type { Asker } from './log-in.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { deedsOfUnits, programmeItemOf, progressOf } from './programme-item.ts';
import { todayOf } from './published-content.ts';
import { asideOf, pathOf } from './show-activity.ts';
import { mayDecide, visibleUnits } from './subtree.ts';

/** Problems: `not-found`, also for a record outside the account's subtree: whether it exists is not told. */
export async function showProgramme(page: StoragePage, host: Host, asker: Asker, recordId: RecordId): Promise<Outcome<DeskProgrammeDetail>> {
  const record = await page.record(recordId);
  const unit = record && (await visibleUnits(page, asker)).find((each) => each.id === record.scope);
  if (!record || !unit || record.recordKind !== programmeKind) return refused('not-found');
  const published = await host.published.read(page);
  const today = todayOf(published, host.nowMs());
  const context = published.judgeFor(unit, today);
  const programme = Programme.parse(JSON.parse(record.text));
  const changes = await page.changesOf(recordId);
  const bodies = (await page.editions([recordId])).get(recordId) ?? new Map();
  const officers = await page.officers([record.officerId, ...changes.map((change) => change.officerId)]);
  const nameOf = (change: RawChange): string => officers.find((officer) => officer.id === change.officerId)?.name ?? '';
  const deeds = (await deedsOfUnits(page, [unit.id], programme.workingYear, today)).get(unit.id) ?? [];
  const progress = progressOf(record, deeds, context);
  const { soft } = checkProgramme({ ...programme, confirmed: {} }, {
    unit, requirements: context.requirements, measure: { manyMembers: context.setting?.manyMembers ?? 0 }, knownNames: context.setting?.knownNames ?? [], today,
  });
  return done({
    item: programmeItemOf(record, unit, officers, progress),
    unitPath: pathOf(unit, await page.units()),
    editions: changes.flatMap((change) => editionOf(change, bodies, nameOf(change))),
    reviews: (await page.rowsOf(record.scope, 'review', recordId)).map((row) => Review.parse(JSON.parse(row.text))),
    aside: changes.flatMap(asideOf),
    mayDecide: mayDecide(asker, unit) && !record.isVoid,
    decided: record.review?.edition === record.edition,
    progress: progress.map(({ key, state, wasLate, deeds: ids }) => ({
      key, state, wasLate,
      deeds: ids.flatMap((id) => deeds.filter((deed) => deed.recordId === id).map(({ kind, name, on }) => ({ recordId: id, kind, title: name, on }))),
    })),
    confirmed: soft.filter((one) => Object.hasOwn(programme.confirmed, one.id)).map((one) => ({ ...one, blanks: { ...one.blanks } })),
  });
}

/** The words are those of the edition: a merged edit stands there together with somebody else's. */
function editionOf(raw: RawChange, bodies: EditionBodies, officerName: string): DeskProgrammeEdition[] {
  if (raw.verdict.code !== 'ok') return [];
  const change = Change.parse(JSON.parse(raw.text));
  const { edition, receipt } = raw.verdict;
  return [{
    edition, changeId: raw.changeId, savedAt: change.savedAt, offset: change.offset, receivedAt: receipt.receivedAt, receiptNumber: receipt.number,
    officerName, body: Programme.parse(bodies.get(edition)), voidReason: change.kind === voidKind ? VoidBody.parse(change.body).reason : null,
  }];
}
