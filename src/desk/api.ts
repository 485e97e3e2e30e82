/**
 * The desk's door to the server: same origin, the session in a cookie that scripts cannot read. Every answer is
 * parsed here once; a refusal comes back as a value with the server's own sentence and next step.
 */
import * as z from 'zod/mini';
import type { RecordId, UnitId } from '../domain/id.ts';
import { Review } from '../domain/review.ts';
import type { PeriodId } from '../domain/period.ts';
import { DeskAside, DeskDetail, DeskList, DeskMe, DeskReference, DeskReviewReply } from '../sync/desk-protocol.ts';
import type { DeskFirstLogin, DeskLogin, DeskReviewRequest } from '../sync/desk-protocol.ts';
import { DeskProgrammeBoard, DeskProgrammeDetail } from '../sync/desk-programme-protocol.ts';
import { DeskReportBoard, DeskReportDetail, DeskRollUp, DeskUnlockReply } from '../sync/desk-report-protocol.ts';
import type { DeskUnlockRequest } from '../sync/desk-report-protocol.ts';
import { ProblemReply } from '../sync/problem-reply.ts';
import { listQuery } from './address.ts';
import type { DeskAddress } from './address.ts';

/** Codes of our own beside the server's: no answer came, or one that this desk cannot read (a captive portal's page). */
export type RefusalCode = 'unreachable' | 'unreadable' | (string & {});

export interface Refusal {
  readonly code: RefusalCode;
  /** The server's Vietnamese sentence and next step; empty for the codes of our own, which `desk-words.ts` speaks. */
  readonly title: string;
  readonly next: string;
  readonly field: string | null;
  /** With `review-conflict`: the decision that stands. */
  readonly first: Review | null;
}

export type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

export interface DeskApi {
  me(): Promise<Answer<DeskMe>>;
  logIn(login: DeskLogin): Promise<Answer<DeskMe>>;
  firstLogin(login: DeskFirstLogin): Promise<Answer<DeskMe>>;
  logOut(): Promise<Answer<unknown>>;
  reference(): Promise<Answer<DeskReference>>;
  list(address: DeskAddress): Promise<Answer<DeskList>>;
  /** What arrived and stands in no list. */
  aside(): Promise<Answer<DeskAside>>;
  detail(recordId: RecordId): Promise<Answer<DeskDetail>>;
  /** Null: the period that closed last. */
  reports(periodId: PeriodId | null): Promise<Answer<DeskReportBoard>>;
  report(recordId: RecordId): Promise<Answer<DeskReportDetail>>;
  /** Null: the present working year. */
  programmes(year: number | null): Promise<Answer<DeskProgrammeBoard>>;
  programme(recordId: RecordId): Promise<Answer<DeskProgrammeDetail>>;
  /** `unitId` null: the account's own. */
  rollUp(periodId: PeriodId | null, unitId: UnitId | null): Promise<Answer<DeskRollUp>>;
  /** Opens a report that was added up. */
  unlock(request: DeskUnlockRequest): Promise<Answer<DeskUnlockReply>>;
  /** `leaving`: the page goes away; the browser finishes the request on its own. */
  review(request: DeskReviewRequest, leaving: boolean): Promise<Answer<DeskReviewReply>>;
}

const root = '/api/desk/';
/** A request that hangs longer is as good as unanswered; the last data stays on the screen meanwhile. */
const patienceMs = 20_000;

const ConflictReply = z.extend(ProblemReply, { first: z.optional(z.nullable(Review)) });

/** @param get `fetch`, or something that answers like it. */
export function openApi(get: typeof fetch): DeskApi {
  async function ask<Value>(path: string, schema: z.ZodMiniType<Value>, init: RequestInit = {}): Promise<Answer<Value>> {
    let response: Response;
    let body: unknown;
    try {
      response = await get(root + path, { signal: AbortSignal.timeout(patienceMs), ...init });
      body = await response.json();
    } catch (error) {
      // A page instead of JSON is what a captive portal sends.
      return refuse(error instanceof SyntaxError ? 'unreadable' : 'unreachable');
    }
    if (response.ok) {
      const value = schema.safeParse(body);
      return value.success ? { ok: true, value: value.data } : refuse('unreadable');
    }
    const problem = ConflictReply.safeParse(body);
    if (!problem.success) return refuse('unreadable');
    const { code, title, next, field, first } = problem.data;
    return { ok: false, refusal: { code, title, next, field: field ?? null, first: first ?? null } };
  }

  const post = (body: unknown): RequestInit => ({
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
  });

  return {
    me: () => ask('me', DeskMe),
    logIn: (login) => ask('login', DeskMe, post(login)),
    firstLogin: (login) => ask('first-login', DeskMe, post(login)),
    logOut: () => ask('logout', z.unknown(), post({})),
    reference: () => ask('reference', DeskReference),
    list(address) {
      const query = listQuery(address);
      return ask(query === '' ? 'activities' : `activities?${query}`, DeskList);
    },
    aside: () => ask('aside', DeskAside),
    detail: (recordId) => ask(`activities/${recordId}`, DeskDetail),
    reports: (periodId) => ask(withQuery('reports', { period: periodId }), DeskReportBoard),
    report: (recordId) => ask(`reports/${recordId}`, DeskReportDetail),
    programmes: (year) => ask(withQuery('programmes', { year: year === null ? null : String(year) }), DeskProgrammeBoard),
    programme: (recordId) => ask(`programmes/${recordId}`, DeskProgrammeDetail),
    rollUp: (periodId, unitId) => ask(withQuery('roll-up', { period: periodId, unit: unitId }), DeskRollUp),
    unlock: (request) => ask('unlocks', DeskUnlockReply, post(request)),
    // Patience would end a request that is meant to outlive the page.
    review: (request, leaving) =>
      ask('reviews', DeskReviewReply, leaving ? { ...post(request), keepalive: true, signal: null } : post(request)),
  };
}

function withQuery(path: string, asked: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))).toString();
  return query === '' ? path : `${path}?${query}`;
}

function refuse(code: RefusalCode): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, title: '', next: '', field: null, first: null } };
}
