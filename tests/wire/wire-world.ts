/**
 * The server that the recordings were made with, and that they are replayed against: today's door over a store of
 * which nothing is left to chance. What was published then is part of the recording (v1/world.json), so that a change
 * of today's content changes no recorded answer.
 */
import { deflateSync } from 'node:zlib';
import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { DeviceId, RecordId } from '../../src/domain/id.ts';
import { Officer } from '../../src/domain/officer.ts';
import { Photo } from '../../src/domain/photo.ts';
import { Publication } from '../../src/domain/publication.ts';
import { Decision, Remark } from '../../src/domain/review.ts';
import { Instant, LocalDate, msOf } from '../../src/domain/time.ts';
import { Unit } from '../../src/domain/unit.ts';
import { serverApp } from '../../src/server/http/app.ts';
import { markKeyName, sealsWith, sha256 } from '../../src/server/seals.ts';
import { memoryPhotoBytes } from '../../src/server/photos/memory-bytes.ts';
import { PublishedContent } from '../../src/server/services/published-content.ts';
import { openMemoryStorage } from '../../src/server/storage/memory.ts';
import type { Storage } from '../../src/server/storage/port.ts';
import { markedEpoch } from '../../src/sync/cursors.ts';
import { decideReview } from '../../src/sync/decide.ts';
import { contentScope, exchangeMediaType } from '../../src/sync/protocol.ts';
import { publish } from '../../src/sync/publish.ts';
import { textOf } from '../make/served.ts';

/** Where a recording begins. */
export const World = z.object({
  startedAt: Instant,
  markKey: z.string(),
  secret: z.string(),
  deviceId: DeviceId,
  officer: Officer,
  unit: Unit,
  province: Unit,
  publications: z.array(Publication),
  /** A reviewer's phone, of the union that the unit reports to; absent where the story has none. */
  upper: z.optional(z.object({ unit: Unit, officer: Officer, deviceId: DeviceId, secret: z.string() })),
});
export type World = z.infer<typeof World>;

/** The story of one picture: exchanges and parts, in the order in which they travelled. Its bytes: `tests/make/photo.ts`. */
export const PhotoStory = z.object({
  protocol: z.literal(1),
  photo: Photo,
  /** Number of the picture there. */
  number: z.int(),
  steps: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('exchange'), at: Instant, request: z.string(), reply: z.string() }),
      z.object({ kind: z.literal('part'), at: Instant, path: z.string(), byteCount: z.int(), reply: z.string() }),
    ]),
  ),
});
export type PhotoStory = z.infer<typeof PhotoStory>;

/** The story of decisions made on a phone: exchanges of two phones, in the order in which they travelled. */
export const ReviewStory = z.object({
  protocol: z.literal(1),
  world: World,
  steps: z.array(z.object({ by: z.enum(['unit', 'upper']), at: Instant, request: z.string(), reply: z.string() })),
});
export type ReviewStory = z.infer<typeof ReviewStory>;

/** What happened at the server since the last exchange. */
export const Act = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('review'),
    recordId: RecordId,
    edition: z.int(),
    decision: Decision,
    remarks: z.array(Remark),
    dueOn: z.nullable(LocalDate),
  }),
  /** The store came back from a backup made before the first exchange. */
  z.object({ act: z.literal('restore') }),
  z.object({ act: z.literal('revoke') }),
]);
export type Act = z.infer<typeof Act>;

/** One exchange: texts as they travelled, before they were deflated. */
export const Exchange = z.object({
  at: Instant,
  request: z.string(),
  status: z.int(),
  mediaType: z.string(),
  reply: z.string(),
  /** The reply never reached the phone. */
  isLost: z.boolean(),
  /** What the phone made of it: `kind` of an outcome. Null where no phone of the loop would ask so. */
  outcome: z.nullable(z.string()),
});
export type Exchange = z.infer<typeof Exchange>;

/** One file: a step of the story. The steps follow one another on the same server and the same phone. */
export const Recording = z.object({
  protocol: z.literal(1),
  title: z.string(),
  before: z.array(Act),
  exchanges: z.array(Exchange),
});
export type Recording = z.infer<typeof Recording>;

export interface WireServer {
  setTime(at: Instant): void;
  act(act: Act): Promise<void>;
  /** @param secret whose phone sends; the unit's where none is given. */
  send(request: string, secret?: string): Promise<{ readonly status: number; readonly mediaType: string; readonly text: string }>;
  /** One part of a picture, to the address it was put at. */
  put(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<{ readonly status: number; readonly mediaType: string; readonly text: string }>;
}

export async function wireServer(world: World): Promise<WireServer> {
  const seals = sealsWith(world.markKey);
  let nowMs = msOf(world.startedAt);
  let memory = openMemoryStorage();
  let life = 1;
  // The app keeps its storage for good; what stands behind it may be put back.
  const storage: Storage = { transaction: (work) => memory.transaction(work), close: () => memory.close() };
  await storage.transaction(async (page) => {
    await page.putServerKey(markKeyName, world.markKey);
    await page.beginEpoch(markedEpoch('wire-1', 1, seals));
    await page.putUnits([world.province, world.unit]);
    await page.putOfficers([world.officer]);
    await page.putDevice({
      id: world.deviceId, officerId: world.officer.id, tokenHash: sha256(world.secret), signKey: null, openKey: null,
      activatedAt: world.startedAt, revokedAt: null, lastContactAt: null,
    });
    if (world.upper) {
      const { unit, officer, deviceId, secret } = world.upper;
      await page.putUnits([unit]);
      await page.putOfficers([officer]);
      await page.putDevice({
        id: deviceId, officerId: officer.id, tokenHash: sha256(secret), signKey: null, openKey: null, activatedAt: world.startedAt, revokedAt: null, lastContactAt: null,
      });
    }
    const host = { hash: seals.hash, nowMs };
    await publish(page, contentScope, world.publications.map((body) => ({ kind: 'publication', key: body.id, body })), host);
    await publish(page, world.unit.id, [
      { kind: 'unit', key: world.unit.id, body: world.unit },
      { kind: 'officer', key: world.officer.id, body: world.officer },
    ], host);
  });
  const backup = memory.snapshot();
  const app = serverApp({
    host: { storage, seals, published: new PublishedContent(), photos: memoryPhotoBytes(), nowMs: () => nowMs },
    files: new Map(),
    publicUrl: null,
    report: (error) => {
      throw error;
    },
  });

  return {
    setTime: (at) => {
      nowMs = msOf(at);
    },
    act: async (act) => {
      switch (act.act) {
        case 'review': {
          const { recordId, edition, decision, remarks, dueOn } = act;
          const by = { reviewer: 'Cán bộ mẫu', byUnitId: world.province.id, byUnitName: world.province.name };
          const outcome = await storage.transaction((page) => decideReview(page, { recordId, edition, decision, remarks, dueOn, ...by }, { hash: seals.hash, nowMs }));
          if (outcome.kind !== 'decided') throw new Error(`the recorded review was answered with ${outcome.kind}`);
          break;
        }
        case 'restore': {
          memory = openMemoryStorage(backup);
          life += 1;
          await storage.transaction((page) => page.beginEpoch(markedEpoch(`wire-${life}`, life, seals)));
          break;
        }
        case 'revoke':
          await storage.transaction(async (page) => {
            const device = await page.device(world.deviceId);
            if (device) await page.putDevice({ ...device, revokedAt: world.startedAt });
          });
          break;
      }
    },
    send: (request, secret = world.secret) => post(app, secret, request),
    put: async (path, bytes) => {
      const headers = { 'content-type': 'application/octet-stream', authorization: `Bearer ${world.secret}` };
      const response = await app.request(path, { method: 'PUT', headers, body: bytes });
      return { status: response.status, mediaType: response.headers.get('content-type') ?? '', text: await response.text() };
    },
  };
}

async function post(app: Hono, secret: string, request: string): Promise<{ status: number; mediaType: string; text: string }> {
  const response = await app.request('/api/exchange', {
    method: 'POST',
    headers: {
      'content-type': exchangeMediaType, 'content-encoding': 'deflate', 'accept-encoding': 'gzip, deflate, br', authorization: `Bearer ${secret}`,
    },
    body: deflateSync(request),
  });
  return { status: response.status, mediaType: response.headers.get('content-type') ?? '', text: await textOf(response) };
}
