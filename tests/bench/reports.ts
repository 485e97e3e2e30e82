/**
 * Activities as officers write them: every title, note, figure and day its own, about 600 bytes of JSON each as they
 * travel. The words are runs of the directive's own, because text made from a few sentences would deflate better than any
 * real one.
 */
import { directive2020 } from '../../src/content/directive-2020.ts';
import { publications2020 } from '../../src/content/publications-2020.ts';
import { sampleActivities } from '../../src/content/sample-activities.ts';
import { sampleUnits } from '../../src/content/sample-units.ts';
import { wholeText } from '../../src/domain/directive.ts';
import { ChangeId, RecordId, uuidV7 } from '../../src/domain/id.ts';
import type { UnitId } from '../../src/domain/id.ts';
import { addDays, instantOf, LocalDate } from '../../src/domain/time.ts';
import { judgeChange, judgeContext } from '../../src/sync/judge.ts';
import type { JudgeContext } from '../../src/sync/judge.ts';
import type { Change } from '../../src/sync/protocol.ts';
import { Chance } from '../sync/simulation/chance.ts';

/** Of a change as it travels, its ids and moments (the envelope) included. */
const reportBytes = 600;
const envelopeBytes = 215;

const words = wholeText(directive2020).split(/\s+/).filter((word) => word !== '');
const today = LocalDate.parse('2020-05-15');
/** Every unit of the bench is a school like c01. */
const school = sampleUnits().find((unit) => unit.id === 'c01') ?? null;
const judge: JudgeContext = { ...judgeContext(publications2020({ sample: true }).map((body) => ({ key: body.id, body })), [], today), unit: () => school };
const samples = sampleActivities();

/**
 * Changes that the server's judge finds sound, saved some minutes apart. The same seed gives the same words; ids are
 * random, as on phones.
 */
export function reports(unitId: UnitId, count: number, seed: number, firstSeq = 1): Change[] {
  const chance = new Chance(seed);
  const savedMs = Date.parse('2020-05-15T01:00:00.000Z');
  const offset = chance.between(-90_000, 90_000);
  const written: Change[] = [];
  while (written.length < count) {
    const sample = samples[chance.below(samples.length)];
    if (!sample) continue;
    const at = savedMs + written.length * 7 * 60_000 + chance.below(60_000);
    const change: Change = {
      changeId: ChangeId.parse(uuidV7(at, crypto.getRandomValues(new Uint8Array(10)))),
      recordId: RecordId.parse(uuidV7(at - 90_000, crypto.getRandomValues(new Uint8Array(10)))),
      scope: unitId,
      kind: 'activity',
      base: null,
      body: bodyOf(sample.activity, chance),
      seq: firstSeq + written.length,
      savedAt: instantOf(at),
      offset,
    };
    if (judgeChange(change, judge).kind === 'sound') written.push(change);
  }
  return written;
}

function bodyOf(activity: (typeof samples)[number]['activity'], chance: Chance): Record<string, unknown> {
  const body = {
    ...activity,
    occasionId: null,
    heldOn: addDays(today, -chance.below(120)),
    title: run(chance.between(5, 10), chance).slice(0, 120),
    figures: Object.fromEntries(Object.entries(activity.figures).map(([key, value]) => [key, Math.max(1, Math.round(value * (0.6 + 0.8 * chance.fraction())))])),
    note: '',
  };
  let note = run(chance.between(6, 10), chance);
  while (byteCount({ ...body, note }) < reportBytes - envelopeBytes - 20) note = `${note}. ${run(chance.between(4, 8), chance)}`;
  return { ...body, note };
}

/** Words that stand beside each other in the directive, from anywhere in it. */
function run(count: number, chance: Chance): string {
  const start = chance.below(words.length - count);
  const text = words.slice(start, start + count).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function byteCount(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
