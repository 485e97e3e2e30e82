/**
 * Records decisions made on a reviewer's phone in the protocol's present version: `node tests/wire/record-reviewer.ts`.
 * Made once and never written over, like the other recordings.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleUnits } from '../../src/content/sample-units.ts';
import { ChangeId, DeviceId, RecordId, uuidV7 } from '../../src/domain/id.ts';
import type { OfficerId, RequirementId, UnitId } from '../../src/domain/id.ts';
import { reviewSlipKind } from '../../src/domain/review-slip.ts';
import type { ReviewSlip } from '../../src/domain/review-slip.ts';
import { instantOf, LocalDate, msOf } from '../../src/domain/time.ts';
import { sha256 } from '../../src/server/seals.ts';
import { bodySum } from '../../src/sync/edition.ts';
import { exchangeOnce } from '../../src/sync/exchange-once.ts';
import { protocolVersion } from '../../src/sync/protocol.ts';
import { emptyMirrorState, memoryMirror } from '../make/memory-mirror.ts';
import { emptyNotebookState, memoryNotebook } from '../make/memory-notebook.ts';
import { anActivity } from '../make/record.ts';
import { wireServer, World } from './wire-world.ts';
import type { ReviewStory } from './wire-world.ts';

const folder = fileURLToPath(new URL(`v${protocolVersion}/`, import.meta.url));

if (existsSync(join(folder, 'reviewer.json'))) {
  console.error(`Version ${protocolVersion} is recorded already; a recording is never written over.`);
  process.exitCode = 1;
} else {
  await record();
}

async function record(): Promise<void> {
  const unit = sampleUnits().find((each) => each.id === 'u07');
  if (!unit) throw new Error('The samples have an upper union.');
  const upper = {
    unit, officer: { id: 'u07-1' as OfficerId, unitId: 'u07' as UnitId, name: 'Cán bộ mẫu 37' },
    deviceId: DeviceId.parse('01970000-0000-4000-8000-000000000002'), secret: 'a-recorded-reviewer-and-nobody-elses-sec-02',
  };
  const world = World.parse({ ...(JSON.parse(readFileSync(join(folder, 'world.json'), 'utf8')) as object), upper });
  const server = await wireServer(world);
  const startMs = msOf(world.startedAt);
  let nowMs = startMs;
  const steps: ReviewStory['steps'] = [];
  const phoneOf = (by: 'unit' | 'upper') => {
    const own = by === 'unit' ? { deviceId: world.deviceId, officerId: world.officer.id, secret: world.secret } : { deviceId: upper.deviceId, officerId: upper.officer.id, secret: upper.secret };
    const notebook = memoryNotebook(emptyNotebookState(`lineage-of-${by}`));
    const mirror = memoryMirror(emptyMirrorState());
    const exchange = async (): Promise<void> => {
      nowMs += 60_000;
      const at = instantOf(nowMs);
      server.setTime(at);
      const link = {
        exchange: async (request: string) => {
          const { text, ...answer } = await server.send(request, own.secret);
          steps.push({ by, at, request, reply: text });
          return { kind: 'answer' as const, ...answer, text };
        },
      };
      await exchangeOnce(
        { notebook, mirror, link, clock: { nowMs: () => nowMs }, chance: { fraction: () => 0.5, token: () => `nonce-of-step-${steps.length}` }, hash: (text) => Promise.resolve(sha256(text)) },
        { ...own, budgetCharacters: 100_000, want: 400_000, listCursors: true },
      );
    };
    return { notebook, exchange };
  };
  const changeIdOf = (number: number): ChangeId => ChangeId.parse(uuidV7(startMs + number, new Uint8Array(10).fill(number)));
  const recordIdOf = (number: number): RecordId => RecordId.parse(uuidV7(startMs + number, new Uint8Array(10).fill(100 + number)));
  const [officer, reviewer] = [phoneOf('unit'), phoneOf('upper')];
  const bodies = [1, 2].map((number) => ({ ...anActivity({ requirementId: '4.3' as RequirementId, title: `Học tập chuyên đề, buổi ${number}`, heldOn: LocalDate.parse('2020-05-14'), figures: { sessions: 1, attendances: 28 + number, women: 17 } }) }));
  const slip = (number: number, over: Partial<ReviewSlip>): ReviewSlip => ({
    recordId: recordIdOf(number), unitId: world.unit.id, edition: 1, changeId: changeIdOf(number), sum: bodySum(bodies[number - 1] ?? {}), decision: 'approved', remarks: [], dueOn: null, reason: '', ...over,
  });
  const decide = (number: number, body: ReviewSlip): Promise<unknown> =>
    reviewer.notebook.save({ changeId: changeIdOf(number), recordId: recordIdOf(number), scope: upper.unit.id, kind: reviewSlipKind, base: null, body: { ...body }, savedAtMs: nowMs });

  for (const [index, body] of bodies.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in their order
    await officer.notebook.save({ changeId: changeIdOf(index + 1), recordId: recordIdOf(index + 1), scope: world.unit.id, kind: 'activity', base: null, body, savedAtMs: nowMs });
  }
  await officer.exchange();
  await reviewer.exchange();
  await decide(11, slip(1, {}));
  await decide(12, slip(2, { decision: 'returned', remarks: [{ field: 'attendances', text: 'Ghi lại số người dự' }] }));
  await decide(13, slip(1, { decision: 'returned', remarks: [{ field: 'title', text: 'Ghi rõ tên buổi' }] }));
  nowMs += 60_000;
  await reviewer.exchange();
  await officer.exchange();
  const story: ReviewStory = { protocol: protocolVersion, world, steps };
  writeFileSync(join(folder, 'reviewer.json'), `${JSON.stringify(story, null, 1)}\n`);
  console.log(`${steps.length} steps in ${folder}`);
}
