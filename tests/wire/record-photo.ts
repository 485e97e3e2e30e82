/**
 * Records the way of one picture in the protocol's present version: `node tests/wire/record-photo.ts`. In the world of
 * the other recordings, and like them made once and never written over.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChangeId, RecordId, uuidV7 } from '../../src/domain/id.ts';
import { instantOf, msOf } from '../../src/domain/time.ts';
import { sha256 } from '../../src/server/seals.ts';
import { exchangeOnce } from '../../src/sync/exchange-once.ts';
import { protocolVersion } from '../../src/sync/protocol.ts';
import { sendPhoto } from '../../src/sync/send-photo.ts';
import { emptyMirrorState, memoryMirror } from '../make/memory-mirror.ts';
import { emptyNotebookState, memoryNotebook } from '../make/memory-notebook.ts';
import { emptyPhotosState, memoryPhotos } from '../make/memory-photos.ts';
import { aPhoto } from '../make/photo.ts';
import { anActivity } from '../make/record.ts';
import { wireServer, World } from './wire-world.ts';
import type { PhotoStory } from './wire-world.ts';

const folder = fileURLToPath(new URL(`v${protocolVersion}/`, import.meta.url));
const number = 7;

if (existsSync(join(folder, 'photo.json'))) {
  console.error(`Version ${protocolVersion} is recorded already; a recording is never written over.`);
  process.exitCode = 1;
} else {
  await record();
}

async function record(): Promise<void> {
  const world = World.parse(JSON.parse(readFileSync(join(folder, 'world.json'), 'utf8')));
  const server = await wireServer(world);
  const startMs = msOf(world.startedAt);
  let nowMs = startMs;
  const { photo, bytes } = aPhoto(number, 20_000);
  const notebook = memoryNotebook(emptyNotebookState('lineage-of-a-phone'));
  const mirror = memoryMirror(emptyMirrorState());
  const photos = memoryPhotos(emptyPhotosState());
  const scope = world.unit.id;
  const steps: PhotoStory['steps'] = [];
  const tick = (): ReturnType<typeof instantOf> => {
    nowMs += 60_000;
    server.setTime(instantOf(nowMs));
    return instantOf(nowMs);
  };
  const exchange = async (): Promise<void> => {
    const at = tick();
    const link = {
      exchange: async (request: string) => {
        const { text, ...answer } = await server.send(request);
        steps.push({ kind: 'exchange', at, request, reply: text });
        return { kind: 'answer' as const, ...answer, text };
      },
    };
    await exchangeOnce(
      {
        notebook, mirror, link, clock: { nowMs: () => nowMs }, chance: { fraction: () => 0.5, token: () => `nonce-of-step-${steps.length}` },
        hash: (text) => Promise.resolve(sha256(text)), photos: { store: photos, scope },
      },
      { deviceId: world.deviceId, officerId: world.officer.id, budgetCharacters: 100_000, want: 400_000, listCursors: false },
    );
  };
  const part = async (): Promise<void> => {
    const at = tick();
    const putPhoto = async (hash: string, offset: number, some: Uint8Array<ArrayBuffer>) => {
      const path = `/api/photos/${hash}?offset=${offset}`;
      const { text, ...answer } = await server.put(path, some);
      steps.push({ kind: 'part', at, path, byteCount: some.length, reply: text });
      return { kind: 'answer' as const, ...answer, text };
    };
    await sendPhoto({ photos, scope, notebook, link: { putPhoto }, clock: { nowMs: () => nowMs } }, 16_384);
  };

  await photos.keep(photo.hash, bytes);
  await notebook.save({
    changeId: ChangeId.parse(uuidV7(startMs + 1, new Uint8Array(10).fill(1))), recordId: RecordId.parse(uuidV7(startMs + 1, new Uint8Array(10).fill(101))),
    scope, kind: 'activity', base: null, body: { ...anActivity({ photos: [photo] }) }, savedAtMs: startMs,
  });
  await exchange();
  await part();
  await part();
  await exchange();
  const story: PhotoStory = { protocol: protocolVersion, photo, number, steps };
  writeFileSync(join(folder, 'photo.json'), `${JSON.stringify(story, null, 1)}\n`);
  console.log(`${steps.length} steps in ${folder}`);
}
