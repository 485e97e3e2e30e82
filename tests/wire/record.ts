/**
 * Records exchanges of the protocol's present version: `node tests/wire/record.ts`. Phone and server are the shipped
 * ones; clock, chance and seals stand still. A recording is made once and then replayed for ever, so what exists is
 * never written over: a new version of the protocol gets a folder of its own.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publications2020 } from '../../src/content/publications-2020.ts';
import { sampleUnits } from '../../src/content/sample-units.ts';
import { ChangeId, DeviceId, RecordId, uuidV7 } from '../../src/domain/id.ts';
import type { OfficerId, RequirementId, UnitId } from '../../src/domain/id.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { instantOf, LocalDate } from '../../src/domain/time.ts';
import { sha256 } from '../../src/server/seals.ts';
import { digestText } from '../../src/sync/digest.ts';
import { exchangeOnce } from '../../src/sync/exchange-once.ts';
import { frame } from '../../src/sync/frame.ts';
import type { LinkAnswer } from '../../src/sync/ports.ts';
import { protocolVersion } from '../../src/sync/protocol.ts';
import type { Base } from '../../src/sync/protocol.ts';
import { emptyMirrorState, memoryMirror } from '../make/memory-mirror.ts';
import { emptyNotebookState, memoryNotebook } from '../make/memory-notebook.ts';
import { anActivity } from '../make/record.ts';
import { wireServer } from './wire-world.ts';
import type { Act, Exchange, Recording, World } from './wire-world.ts';

const folder = fileURLToPath(new URL(`v${protocolVersion}/`, import.meta.url));
const startMs = Date.parse('2020-05-15T02:00:00.000Z');
const minuteMs = 60_000;

/** A few of everything that is published: enough for the story, and a file that can be read. */
const kept = ['setting', 'directive', 'figures', 'task/2', 'task/4', 'occasion/e-tet', 'occasion/e0519', 'form/hoi-nghi', 'form/tham-hoi'];

if (existsSync(join(folder, 'world.json'))) {
  console.error(`Version ${protocolVersion} is recorded already; a recording is never written over.`);
  process.exitCode = 1;
} else {
  await record();
}

async function record(): Promise<void> {
  const world: World = {
    startedAt: instantOf(startMs),
    markKey: 'd2lyZS1yZWNvcmRpbmctbWFyay1rZXktMzItYnl0ZXM',
    secret: 'a-recorded-phone-and-nobody-elses-secret-01',
    deviceId: DeviceId.parse('01970000-0000-4000-8000-000000000001'),
    officer: { id: 'c01-1' as OfficerId, unitId: 'c01' as UnitId, name: 'Cán bộ mẫu 1' },
    unit: unitOf('c01'),
    province: unitOf('p01'),
    publications: publications2020({ sample: true }).filter((each) => kept.includes(each.id)),
  };
  const server = await wireServer(world);
  const notebookState = emptyNotebookState('lineage-of-a-phone');
  const notebook = memoryNotebook(notebookState);
  const mirror = memoryMirror(emptyMirrorState());
  const scope = world.unit.id;
  let nowMs = startMs;
  let nonceCount = 0;
  const token = (): string => {
    nonceCount += 1;
    return `nonce-${String(nonceCount).padStart(10, '0')}`;
  };

  const exchange = async (options: { want?: number; isLost?: boolean } = {}): Promise<Exchange> => {
    const { want = 200_000, isLost = false } = options;
    nowMs += minuteMs;
    const at = instantOf(nowMs);
    server.setTime(at);
    let travelled = { request: '', status: 0, mediaType: '', reply: '' };
    const outcome = await exchangeOnce(
      {
        notebook,
        mirror,
        link: {
          exchange: async (request): Promise<LinkAnswer> => {
            const { text: reply, ...answer } = await server.send(request);
            travelled = { request, ...answer, reply };
            return isLost ? { kind: 'silence' } : { kind: 'answer', ...answer, text: reply };
          },
        },
        clock: { nowMs: () => nowMs },
        chance: { fraction: () => 0.5, token },
        hash: (text) => Promise.resolve(sha256(text)),
      },
      { deviceId: world.deviceId, officerId: world.officer.id, budgetCharacters: 100_000, want, listCursors: false },
    );
    return { at, ...travelled, isLost, outcome: outcome.kind };
  };

  const save = async (number: number, recordNumber: number, base: Base, title: string, over: { heldOn?: string; formVersion?: number } = {}): Promise<void> => {
    nowMs += minuteMs;
    await notebook.save({
      changeId: ChangeId.parse(uuidV7(startMs + number, new Uint8Array(10).fill(number))),
      recordId: RecordId.parse(uuidV7(startMs + recordNumber, new Uint8Array(10).fill(100 + recordNumber))),
      scope,
      kind: 'activity',
      base,
      body: anActivity({
        requirementId: '4.3' as RequirementId, title, heldOn: LocalDate.parse(over.heldOn ?? '2020-05-14'), formVersion: over.formVersion ?? 1,
        figures: { sessions: 1, attendances: 28 + number, women: 17 }, note: 'Trao đổi tại điểm trường, có minh họa bằng hình ảnh.',
      }),
      savedAtMs: nowMs,
    });
  };
  const firstRecordId = RecordId.parse(uuidV7(startMs + 1, new Uint8Array(10).fill(101)));
  const changeIdOf = (number: number): ChangeId => ChangeId.parse(uuidV7(startMs + number, new Uint8Array(10).fill(number)));

  const files = new Map<string, object>([['world', world]]);
  const write = async (name: string, title: string, steps: readonly (() => Promise<Exchange>)[], before: Act[] = []): Promise<void> => {
    for (const act of before) {
      nowMs += minuteMs;
      server.setTime(instantOf(nowMs));
      await server.act(act);
    }
    const exchanges: Exchange[] = [];
    for (const step of steps) exchanges.push(await step());
    const recording: Recording = { protocol: protocolVersion, title, before, exchanges };
    files.set(`${String(files.size).padStart(2, '0')}-${name}`, recording);
  };

  await write('first-sync', 'a phone just activated pulls everything, in two pages', [() => exchange({ want: 15_000 }), () => exchange({ want: 60_000 })]);
  await write('idle', 'nothing to send and nothing new', [() => exchange()]);
  await save(1, 1, null, 'Học tập chuyên đề năm 2020');
  await write('push-one', 'one activity is sent', [() => exchange()]);
  await save(2, 2, null, 'Học tập chuyên đề tại điểm trường lẻ');
  await save(3, 3, null, 'Học tập chuyên đề vào ngày mai', { heldOn: '2020-06-20' });
  await save(4, 4, null, 'Học tập chuyên đề theo mẫu mới', { formVersion: 9 });
  await write('push-three', 'three activities: one is taken, one returned by a rule, one names a form that is published later', [() => exchange()]);
  await save(5, 5, null, 'Sinh hoạt tổ công đoàn tháng 5');
  await write('lost-reply', 'the reply is lost, and the same activity is sent again', [() => exchange({ isLost: true }), () => exchange()]);
  await save(6, 1, { edition: 1 }, 'Học tập chuyên đề năm 2020, sửa số người');
  await save(7, 1, { changeId: changeIdOf(6) }, 'Học tập chuyên đề năm 2020, sửa lần nữa');
  await write('edit', 'an edit of what the province holds, and an edit of that edit, in one exchange', [() => exchange()]);
  await save(8, 1, { edition: 1 }, 'Học tập chuyên đề năm 2020, sửa từ bản cũ');
  await write('conflict', 'an edit made from an edition that is no longer the newest', [() => exchange()]);
  const remarks = [{ field: 'attendances', text: 'Ghi lại số người dự' }];
  await write('review-pulled', 'the province has returned the activity, and the phone learns of it', [() => exchange()], [
    { act: 'review', recordId: firstRecordId, edition: 3, decision: 'returned', remarks, dueOn: LocalDate.parse('2020-05-18') },
  ]);
  await write('digest', 'a phone sends one digest over its cursors, which does not match, and is asked for the list', [() => digest()]);
  await write('restore', 'the store came back from a backup: everything is offered again, with the receipts already given', [() => exchange(), () => exchange(), () => exchange()], [
    { act: 'restore' },
  ]);
  await save(9, 6, null, 'Sinh hoạt tổ công đoàn tháng 6');
  await write('revoked', 'a revoked phone sends, is kept apart, and is told to forget', [() => exchange()], [{ act: 'revoke' }]);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(content, null, 1)}\n`);
  console.log(`${files.size} files in ${folder}`);

  /** No phone of three scopes or fewer asks so; a reviewer's does. */
  async function digest(): Promise<Exchange> {
    nowMs += minuteMs;
    const at = instantOf(nowMs);
    server.setTime(at);
    const head = await mirror.head();
    const own = await notebook.head();
    const request = frame({
      v: protocolVersion, device: world.deviceId, lineage: own.lineage, seq: own.seq, epoch: head.epoch,
      cursors: sha256(digestText(head.cursors.slice(1))), want: 20_000, nonce: token(), changes: [],
    });
    const { text: reply, ...answer } = await server.send(request);
    return { at, request, ...answer, reply, isLost: false, outcome: null };
  }

  function unitOf(id: string): Unit {
    const unit = sampleUnits().find((each) => each.id === id);
    if (!unit) throw new Error(`there is no unit ${id}`);
    return unit;
  }
}
