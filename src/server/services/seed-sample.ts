/**
 * The sample mode: invented units with an officer each, and what they are said to have recorded up to the working
 * day. The records take the way of every other record: changes of a device, judged, with receipts.
 */
import { sampleActivities } from '../../content/sample-activities.ts';
import type { SampleActivity } from '../../content/sample-activities.ts';
import { sampleUnits } from '../../content/sample-units.ts';
import { sampleWorkingDay } from '../../content/publications-2020.ts';
import { ChangeId, RecordId } from '../../domain/id.ts';
import type { OfficerId, UnitId } from '../../domain/id.ts';
import type { Officer } from '../../domain/officer.ts';
import { addDays, instantOf, LocalDate } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import { levelsOf } from '../../domain/unit.ts';
import { sampleWords } from '../../i18n/server-words.ts';
import { say } from '../../i18n/say.ts';
import { answerExchange } from '../../sync/answer.ts';
import { decideReview } from '../../sync/decide.ts';
import { contentScope, protocolVersion } from '../../sync/protocol.ts';
import { newDeviceId, newEpochId, newToken, newUuid, sha256 } from '../seals.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';
import { publishUnit } from './publish-unit.ts';
import { seedContent } from './seed-content.ts';

/** Which samples the invented reviewer has decided on; every other one waits. */
const approvedIds = ['a01', 'a03', 'a04', 'a07'];
const returnedId = 'a02';
const returnedDueOn = LocalDate.parse('2020-05-18');
const hourMs = 3_600_000;

/** Half past four in the afternoon in Vietnam, when an officer writes down the day. */
function afternoonOf(day: LocalDate): number {
  return Date.parse(day) + 9.5 * hourMs;
}

export async function seedSample(page: StoragePage, host: Host): Promise<void> {
  await seedContent(page, host, true);
  const units = sampleUnits();
  await page.putUnits(units);
  const officers = officersOf(units);
  await page.putOfficers(officers);
  for (const unit of units) {
    const own = officers.filter((officer) => officer.unitId === unit.id);
    if (own.length > 0) await publishUnit(page, host, unit, units, own);
  }
  const samples = sampleActivities()
    .filter((sample) => sample.activity.heldOn <= sampleWorkingDay)
    .toSorted((one, other) => (one.activity.heldOn < other.activity.heldOn ? -1 : 1));
  for (const sample of samples) {
    const unit = units.find((each) => each.id === sample.unitId);
    const officer = officers.find((each) => each.unitId === sample.unitId);
    if (!unit || !officer) throw new Error(`The sample ${sample.id} names a unit without an officer.`);
    const recordId = await record(page, host, sample, unit, officer);
    await review(page, host, sample, unit, units, recordId);
  }
}

function officersOf(units: readonly Unit[]): Officer[] {
  const grassroots = units.filter((unit) => unit.kind === 'grassroots');
  return [...grassroots, ...units.filter((unit) => unit.kind !== 'grassroots' && levelsOf(unit).length > 0)]
    .map((unit, index) => ({ id: `${unit.id}-1` as OfficerId, unitId: unit.id, name: say(sampleWords.officer, { number: index + 1 }) }));
}

/** Saved in the afternoon, sent the next morning by a phone that never comes back. */
async function record(page: StoragePage, host: Host, sample: SampleActivity, unit: Unit, officer: Officer): Promise<RecordId> {
  const savedMs = afternoonOf(sample.activity.heldOn);
  const receivedMs = savedMs + 16 * hourMs;
  const deviceId = newDeviceId();
  const at = instantOf(receivedMs);
  const device = { id: deviceId, officerId: officer.id, tokenHash: sha256(newToken()), signKey: null, openKey: null, activatedAt: at, revokedAt: at, lastContactAt: at };
  await page.putDevice(device);
  const recordId = RecordId.parse(newUuid(savedMs));
  const published = await host.published.read(page);
  const change = {
    changeId: ChangeId.parse(newUuid(savedMs)),
    recordId,
    scope: unit.id,
    kind: 'activity',
    base: null,
    body: sample.activity,
    seq: 1,
    savedAt: instantOf(savedMs),
    offset: 0,
  };
  const reply = await answerExchange(
    page,
    { deviceId, officerId: officer.id, officerName: officer.name, unitId: unit.id, unitName: unit.name, revoked: false, scopes: [contentScope, unit.id] },
    { v: protocolVersion, device: deviceId, lineage: 'sample', seq: 1, epoch: null, cursors: [], want: 0, nonce: 'sample', changes: [change] },
    { ...host.seals, nowMs: receivedMs, newEpochId, judge: published.judgeFor(unit, sampleWorkingDay) },
  );
  const [verdict] = reply.codes;
  if (verdict?.code !== 'ok') throw new Error(`The sample ${sample.id} was not accepted: ${JSON.stringify(verdict)}`);
  return recordId;
}

async function review(page: StoragePage, host: Host, sample: SampleActivity, unit: Unit, units: readonly Unit[], recordId: RecordId): Promise<void> {
  const isReturned = sample.id === returnedId;
  if (!isReturned && !approvedIds.includes(sample.id)) return;
  const upper = reviewingUnit(unit, units);
  // The return is fresh on the working day; approvals came a few days after the receipt.
  const decidedOn = isReturned ? addDays(sampleWorkingDay, -2) : addDays(sample.activity.heldOn, 4);
  const outcome = await decideReview(
    page,
    {
      recordId,
      edition: 1,
      decision: isReturned ? 'returned' : 'approved',
      remarks: isReturned ? [{ field: 'valueK', text: sampleWords.remark }] : [],
      dueOn: isReturned ? returnedDueOn : null,
      reviewer: sampleWords.reviewer,
      byUnitId: upper.id,
      byUnitName: upper.name,
    },
    { hash: host.seals.hash, nowMs: afternoonOf(decidedOn) },
  );
  if (outcome.kind !== 'decided') throw new Error(`The sample ${sample.id} could not be reviewed: ${outcome.kind}`);
}

/** A group decides nothing: its units report to the province. */
function reviewingUnit(unit: Unit, units: readonly Unit[]): Unit {
  const parentOf = (id: UnitId | null) => units.find((each) => each.id === id);
  let upper = parentOf(unit.parentId);
  while (upper?.kind === 'directGroup') upper = parentOf(upper.parentId);
  if (!upper) throw new Error(`The unit ${unit.id} has nobody above it.`);
  return upper;
}
