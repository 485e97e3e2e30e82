/** A whole server in process: memory, the sample, and phones and reviewers that knock at its doors. */
import { deflateSync, inflateSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import type { Activity } from '../../src/domain/activity.ts';
import { ChangeId, RecordId } from '../../src/domain/id.ts';
import type { UnitId } from '../../src/domain/id.ts';
import { instantOf } from '../../src/domain/time.ts';
import { serverApp } from '../../src/server/http/app.ts';
import type { StaticFiles } from '../../src/server/http/static-files.ts';
import { newUuid } from '../../src/server/seals.ts';
import type { Host } from '../../src/server/services/host.ts';
import { memoryPhotoBytes } from '../../src/server/photos/memory-bytes.ts';
import { inviteOfficer } from '../../src/server/services/invite-officer.ts';
import { addAccount } from '../../src/server/services/add-account.ts';
import { prepareStore } from '../../src/server/services/prepare-store.ts';
import { PublishedContent } from '../../src/server/services/published-content.ts';
import { seedStore } from '../../src/server/services/seed-store.ts';
import type { FirstLinks } from '../../src/server/services/seed-store.ts';
import { openMemoryStorage } from '../../src/server/storage/memory.ts';
import type { Storage } from '../../src/server/storage/port.ts';
import { Activation } from '../../src/sync/activation.ts';
import { frame, unframe } from '../../src/sync/frame.ts';
import { ExchangeReply, exchangeMediaType, protocolVersion } from '../../src/sync/protocol.ts';
import type { PhotoBytesPort } from '../../src/sync/ports.ts';
import type { Change, ExchangeRequest } from '../../src/sync/protocol.ts';

export interface Served {
  readonly app: Hono;
  readonly host: Host;
  readonly links: FirstLinks;
  readonly troubles: unknown[];
  /** Moves the server's clock on. */
  wait(ms: number): void;
}

export async function served(options: { storage?: Storage; photos?: PhotoBytesPort; publicUrl?: string; files?: StaticFiles; seed?: 'sample' | 'content' | 'none' } = {}): Promise<Served> {
  const storage = options.storage ?? openMemoryStorage();
  let nowMs = Date.parse('2026-05-15T02:00:00.000Z');
  const { seals } = await prepareStore(storage);
  const host: Host = { storage, seals, published: new PublishedContent(), photos: options.photos ?? memoryPhotoBytes(), nowMs: () => nowMs };
  const links = await seedStore(host, options.seed ?? 'sample');
  const troubles: unknown[] = [];
  const app = serverApp({ host, files: options.files ?? new Map(), publicUrl: options.publicUrl ?? null, report: (error) => troubles.push(error) });
  return { app, host, links, troubles, wait: (ms) => (nowMs += ms) };
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function postJson(app: Hono, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(
    app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost', host: 'localhost', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
}

export interface Phone {
  readonly activation: Activation;
  readonly secret: string;
  exchange(changes: readonly unknown[], over?: Partial<ExchangeRequest>): Promise<ExchangeReply>;
  /** The request as it would travel, for tests that spoil it. */
  text(changes: readonly unknown[], over?: Partial<ExchangeRequest>): string;
  send(body: string | Uint8Array, headers?: Record<string, string>): Promise<Response>;
}

export async function aPhone({ app, host }: Pick<Served, 'app' | 'host'>, unitId = 'c01'): Promise<Phone> {
  const invite = await inviteOfficer(host, unitId as UnitId, null, 86_400_000, 'test');
  if (invite.kind !== 'invited') throw new Error(invite.kind);
  const secret = newSecret();
  const request = { code: invite.invitation.code, confirm: true, secret, keys: { sign: null, open: null } };
  const activation = Activation.parse(await (await postJson(app, '/api/activate', request)).json());
  return phoneWith(app, activation, secret);
}

export function phoneWith(app: Hono, activation: Activation, secret: string): Phone {
  let count = 0;
  const text = (changes: readonly unknown[], over: Partial<ExchangeRequest> = {}) => {
    count += 1;
    const request = {
      v: protocolVersion, device: activation.device, lineage: 'lineage-1', seq: 1_000_000, epoch: null, cursors: [], want: 0, nonce: `nonce-${count}`,
    };
    return frame({ ...request, ...over, changes });
  };
  const send = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
    Promise.resolve(
      app.request('/api/exchange', {
        method: 'POST',
        headers: { 'content-type': exchangeMediaType, authorization: `Bearer ${secret}`, ...headers },
        body: body as string,
      }),
    );
  return {
    activation,
    secret,
    text,
    send,
    async exchange(changes, over) {
      const body = text(changes, over);
      const response = await send(deflateSync(body), { 'content-encoding': 'deflate', 'accept-encoding': 'gzip, deflate, br' });
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      return ExchangeReply.parse(unframe(await textOf(response)));
    },
  };
}

/** Over a network `fetch` inflates by itself; in process nobody does, and there is no address. */
export async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  return (response.url === '' && response.headers.get('content-encoding') === 'deflate' ? inflateSync(bytes) : bytes).toString('utf8');
}

export function anActivity(over: Partial<Record<keyof Activity, unknown>> = {}): Record<string, unknown> {
  return {
    requirementId: '2.3',
    alsoRequirementIds: [],
    occasionId: null,
    formId: 'tham-hoi',
    formVersion: 1,
    heldOn: '2020-05-14',
    title: 'Thăm hỏi đoàn viên ở điểm trường lẻ',
    figures: { beneficiaries: 4, beneficiaryWomen: 3, gifts: 4, valueK: 1200 },
    note: '',
    link: '',
    confirmed: [],
    ...over,
  };
}

let lastSeq = 0;

export function aChange(over: Partial<Record<keyof Change, unknown>> = {}): Change {
  const nowMs = Date.parse('2026-05-15T01:00:00.000Z');
  lastSeq += 1;
  return {
    changeId: ChangeId.parse(newUuid(nowMs + lastSeq)),
    recordId: RecordId.parse(newUuid(nowMs + lastSeq)),
    scope: 'c01' as UnitId,
    kind: 'activity',
    base: null,
    body: anActivity(),
    seq: lastSeq,
    savedAt: instantOf(nowMs),
    offset: 0,
    ...over,
  } as Change;
}

/** Somebody at the desk: asks with the session's cookie. */
export interface Reviewer {
  readonly cookie: string;
  get(path: string): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
}

export const goodPassword = 'bốn cái ghế gỗ lim';

export async function aReviewer({ app, host, links }: Served, unitId = 'p01', name = `xem-${unitId}`): Promise<Reviewer> {
  let token = links.loginToken;
  if (unitId !== 'p01' || name !== 'xem-p01') {
    const added = await addAccount(host, name, unitId as UnitId, 86_400_000, 'test');
    if (added.kind !== 'added') throw new Error(added.kind);
    ({ token } = added);
  }
  const response = await postJson(app, '/api/desk/first-login', { token, password: goodPassword });
  if (response.status !== 200) throw new Error(await response.text());
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return {
    cookie,
    get: (path) => Promise.resolve(app.request(path, { headers: { cookie } })),
    post: (path, body) => postJson(app, path, body, { cookie }),
  };
}
