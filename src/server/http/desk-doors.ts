/** The doors of the desk: session, same origin, and nothing outside the account's subtree. */
import type { Context } from 'hono';
import { RecordId } from '../../domain/id.ts';
import { DeskFilter, DeskFirstLogin, DeskLogin, DeskReviewRequest } from '../../sync/desk-protocol.ts';
import { DeskProgrammeFilter } from '../../sync/desk-programme-protocol.ts';
import { DeskPeriodFilter, DeskRollUpFilter, DeskUnlockRequest } from '../../sync/desk-report-protocol.ts';
import type { Host } from '../services/host.ts';
import { listAside } from '../services/list-aside.ts';
import { listActivities } from '../services/list-activities.ts';
import { listProgrammes } from '../services/list-programmes.ts';
import { listReports } from '../services/list-reports.ts';
import { askerOf, firstLogIn, logIn, logOut, meOf, sessionMs } from '../services/log-in.ts';
import type { Asker, Entered } from '../services/log-in.ts';
import { done, refused } from '../services/outcome.ts';
import type { Outcome } from '../services/outcome.ts';
import { reviewActivity } from '../services/review-activity.ts';
import { rollUpReports } from '../services/roll-up-reports.ts';
import { showActivity } from '../services/show-activity.ts';
import { bytesOf, mayShowPhoto } from '../services/show-photo.ts';
import { showProgramme } from '../services/show-programme.ts';
import { showReference } from '../services/show-reference.ts';
import { showReport } from '../services/show-report.ts';
import { unlockReport } from '../services/unlock-report.ts';
import type { StoragePage } from '../storage/port.ts';
import { answer, answerOutcome, readJson, refuse } from './endpoint.ts';
import { answerPhoto, photoHashOf } from './photo-door.ts';
import { addressOf, tryLimit } from './try-limits.ts';
import type { TryLimit } from './try-limits.ts';

const mostBytes = 16_384;

export class DeskDoors {
  readonly #host: Host;
  readonly #isHttps: boolean;
  readonly #cookieName: string;
  /** By name and address, then by address alone: neither one name nor many can be tried from one place. */
  readonly #tries: TryLimit = tryLimit([10, 50]);

  constructor(host: Host, isHttps: boolean) {
    this.#host = host;
    this.#isHttps = isHttps;
    // The prefix makes browsers refuse the cookie from anywhere but this very host, over https.
    this.#cookieName = isHttps ? '__Host-desk' : 'desk';
  }

  async firstLogin(context: Context): Promise<Response> {
    const body = await readJson(context, DeskFirstLogin, mostBytes);
    if (body.kind === 'refused') return refuse(body.problem);
    return this.#limited(context, `first ${addressOf(context)}`, () => firstLogIn(this.#host, body.value));
  }

  async login(context: Context): Promise<Response> {
    const body = await readJson(context, DeskLogin, mostBytes);
    if (body.kind === 'refused') return refuse(body.problem);
    const name = body.value.name.normalize('NFC').trim().toLowerCase();
    return this.#limited(context, `${name} ${addressOf(context)}`, () => logIn(this.#host, body.value));
  }

  async #limited(context: Context, key: string, work: () => Promise<Outcome<Entered>>): Promise<Response> {
    const keys = [key, addressOf(context)];
    const seconds = await this.#tries.take(keys);
    if (seconds !== null) return tooManyTries(seconds);
    const outcome = await work();
    if (outcome.kind === 'refused') return refuse(outcome.problem);
    await this.#tries.giveBack(keys);
    return answer(outcome.value.me, { 'set-cookie': this.#cookie(outcome.value.sessionId, sessionMs / 1000) });
  }

  async logout(context: Context): Promise<Response> {
    const sessionId = this.#sessionId(context);
    if (sessionId !== null) await logOut(this.#host, sessionId);
    return answer({}, { 'set-cookie': this.#cookie('', 0) });
  }

  me(context: Context): Promise<Response> {
    return this.#asked(context, async (page, asker) => done(await meOf(page, this.#host, asker)));
  }

  reference(context: Context): Promise<Response> {
    return this.#asked(context, async (page, asker) => done(await showReference(page, this.#host, asker)));
  }

  list(context: Context): Promise<Response> {
    return this.#asked(context, async (page, asker) => {
      const filter = DeskFilter.safeParse(givenQuery(context));
      return filter.success ? listActivities(page, asker, filter.data) : refused('filter-wrong', String(filter.error.issues[0]?.path[0] ?? ''));
    });
  }

  aside(context: Context): Promise<Response> {
    return this.#asked(context, async (page, asker) => done(await listAside(page, asker)));
  }

  detail(context: Context): Promise<Response> {
    return this.#asked(context, async (page, asker) => {
      const recordId = RecordId.safeParse(context.req.param('recordId'));
      return recordId.success ? showActivity(page, this.#host, asker, recordId.data) : refused('not-found');
    });
  }

  reports(context: Context): Promise<Response> {
    return this.#asked(context, async (page, asker) => {
      const filter = DeskPeriodFilter.safeParse(givenQuery(context));
      return filter.success ? listReports(page, this.#host, asker, filter.data.period) : refused('filter-wrong', 'period');
    });
  }

  report(context: Context): Promise<Response> {
    return this.#asked(context, async (page, asker) => {
      const recordId = RecordId.safeParse(context.req.param('recordId'));
      return recordId.success ? showReport(page, this.#host, asker, recordId.data) : refused('not-found');
    });
  }

  programmes(context: Context): Promise<Response> {
    return this.#asked(context, async (page, asker) => {
      const filter = DeskProgrammeFilter.safeParse(givenQuery(context));
      return filter.success ? listProgrammes(page, this.#host, asker, filter.data.year === undefined ? undefined : Number(filter.data.year)) : refused('filter-wrong', 'year');
    });
  }

  programme(context: Context): Promise<Response> {
    return this.#asked(context, async (page, asker) => {
      const recordId = RecordId.safeParse(context.req.param('recordId'));
      return recordId.success ? showProgramme(page, this.#host, asker, recordId.data) : refused('not-found');
    });
  }

  rollUp(context: Context): Promise<Response> {
    return this.#asked(context, async (page, asker) => {
      const filter = DeskRollUpFilter.safeParse(givenQuery(context));
      return filter.success ? rollUpReports(page, this.#host, asker, filter.data) : refused('filter-wrong', String(filter.error.issues[0]?.path[0] ?? ''));
    });
  }

  async photo(context: Context): Promise<Response> {
    const hash = photoHashOf(context);
    const sessionId = this.#sessionId(context);
    if (sessionId === null) return refuse({ code: 'session-missing' });
    const allowed = await this.#host.storage.transaction(async (page): Promise<Outcome<boolean>> => {
      const asker = await askerOf(page, this.#host, sessionId);
      return asker ? done(hash !== null && (await mayShowPhoto(page, asker, hash))) : refused('session-missing');
    });
    if (allowed.kind === 'refused' || hash === null) return refuse(allowed.kind === 'refused' ? allowed.problem : { code: 'photo-unknown' });
    return answerPhoto(await bytesOf(this.#host, hash, allowed.value));
  }

  async review(context: Context): Promise<Response> {
    const body = await readJson(context, DeskReviewRequest, mostBytes);
    if (body.kind === 'refused') return refuse(body.problem);
    const sessionId = this.#sessionId(context);
    const outcome = await this.#host.storage.transaction(async (page) => {
      const asker = sessionId === null ? null : await askerOf(page, this.#host, sessionId);
      return asker ? reviewActivity(page, this.#host, asker, body.value) : refused('session-missing');
    });
    if (outcome.kind === 'done') return answer(outcome.value);
    return refuse(outcome.problem, 'first' in outcome && outcome.first ? { first: outcome.first } : {});
  }

  async unlock(context: Context): Promise<Response> {
    const body = await readJson(context, DeskUnlockRequest, mostBytes);
    if (body.kind === 'refused') return refuse(body.problem);
    return this.#asked(context, (page, asker) => unlockReport(page, this.#host, asker, body.value));
  }

  async #asked(context: Context, work: (page: StoragePage, asker: Asker) => Promise<Outcome<unknown>>): Promise<Response> {
    const sessionId = this.#sessionId(context);
    if (sessionId === null) return refuse({ code: 'session-missing' });
    return answerOutcome(
      await this.#host.storage.transaction(async (page) => {
        const asker = await askerOf(page, this.#host, sessionId);
        return asker ? work(page, asker) : refused('session-missing');
      }),
    );
  }

  #sessionId(context: Context): string | null {
    const cookies = (context.req.header('cookie') ?? '').split(';').map((part) => part.trim());
    const prefix = `${this.#cookieName}=`;
    const value = cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length) ?? '';
    return /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
  }

  #cookie(value: string, seconds: number): string {
    return `${this.#cookieName}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${this.#isHttps ? '; Secure' : ''}`;
  }
}

/** What the address gives; an empty word counts as absent. */
function givenQuery(context: Context): Record<string, string> {
  return Object.fromEntries(Object.entries(context.req.query()).filter(([, value]) => value !== ''));
}

export function tooManyTries(seconds: number): Response {
  return refuse({ code: 'too-many-tries', details: { minutes: Math.ceil(seconds / 60) } }, {}, { 'retry-after': String(seconds) });
}
