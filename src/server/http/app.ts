/** The route table, and what holds for every route. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { problemWords } from '../../i18n/problem-words.ts';
import { ActivationRequest } from '../../sync/activation.ts';
import { activatePhone } from '../services/activate-phone.ts';
import type { Host } from '../services/host.ts';
import { apiDescriptionDoor } from './api-description-door.ts';
import { DeskDoors, tooManyTries } from './desk-doors.ts';
import { answer, answerOutcome, readJson, refuse } from './endpoint.ts';
import { exchangeDoor } from './exchange-door.ts';
import { getPhotoDoor, putPhotoDoor } from './photo-door.ts';
import { documentHeaders } from './security-headers.ts';
import { isAppPath, serveFile } from './static-files.ts';
import type { StaticFiles } from './static-files.ts';
import { addressOf, tryLimit } from './try-limits.ts';

export interface AppOptions {
  readonly host: Host;
  readonly files: StaticFiles;
  /** Null without `PUBLIC_URL`: then whatever host the browser names is ours. */
  readonly publicUrl: string | null;
  /** Told of what went wrong: our own mistakes, never what somebody wrote. */
  readonly report: (error: unknown) => void;
}

export function serverApp({ host, files, publicUrl, report }: AppOptions): Hono {
  const isHttps = publicUrl?.startsWith('https:') ?? false;
  const desk = new DeskDoors(host, isHttps);
  const app = new Hono();

  app.use('/api/*', (context, next) => (isOwnOrigin(context, publicUrl) ? next() : Promise.resolve(refuse({ code: 'origin-foreign' }))));

  app.get('/healthz', () => answer({ ok: true }));
  app.get('/readyz', () => ready(host));
  app.get('/api/openapi.json', apiDescriptionDoor());
  app.post('/api/activate', activationDoor(host));
  app.post('/api/exchange', (context) => exchangeDoor(context, host));
  app.put('/api/photos/:hash', (context) => putPhotoDoor(context, host));
  app.get('/api/photos/:hash', (context) => getPhotoDoor(context, host));
  app.post('/api/desk/first-login', (context) => desk.firstLogin(context));
  app.post('/api/desk/login', (context) => desk.login(context));
  app.post('/api/desk/logout', (context) => desk.logout(context));
  app.get('/api/desk/me', (context) => desk.me(context));
  app.get('/api/desk/reference', (context) => desk.reference(context));
  app.get('/api/desk/activities', (context) => desk.list(context));
  app.get('/api/desk/activities/:recordId', (context) => desk.detail(context));
  app.get('/api/desk/aside', (context) => desk.aside(context));
  app.get('/api/desk/reports', (context) => desk.reports(context));
  app.get('/api/desk/reports/:recordId', (context) => desk.report(context));
  app.get('/api/desk/roll-up', (context) => desk.rollUp(context));
  app.get('/api/desk/programmes', (context) => desk.programmes(context));
  app.get('/api/desk/programmes/:recordId', (context) => desk.programme(context));
  app.get('/api/desk/photos/:hash', (context) => desk.photo(context));
  app.post('/api/desk/reviews', (context) => desk.review(context));
  app.post('/api/desk/unlocks', (context) => desk.unlock(context));

  // Other apps hand pictures over to the phone's worker. Where there is none yet, the page says what to do next.
  app.post('/chia-se', (context) => context.redirect('/chia-se', 303));

  const known = new Set(app.routes.map((route) => route.path).filter((path) => !path.includes('*') && !path.includes(':')));
  app.all('/api/*', (context) => refuse({ code: known.has(context.req.path) ? 'method-wrong' : 'not-found' }));
  app.on(['GET', 'HEAD'], '*', (context) => page(context, files, isHttps));
  app.notFound((context) => refuse({ code: known.has(context.req.path) || isAppPath(context.req.path) ? 'method-wrong' : 'not-found' }));
  app.onError((error) => {
    report(error);
    return refuse({ code: 'server-trouble' }, {}, { 'retry-after': '30' });
  });
  return app;
}

/**
 * A page of another site may make a browser send a POST to us. Browsers name the origin of every POST, so the desk,
 * which lives by a cookie, insists on it; the phone proves itself by its secret and may be no browser.
 */
function isOwnOrigin(context: Context, publicUrl: string | null): boolean {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return true;
  const origin = context.req.header('origin');
  if (origin === undefined) return !context.req.path.startsWith('/api/desk/');
  if (!URL.canParse(origin)) return false;
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true;
  const asked = new URL(origin).host;
  const own = context.req.header('host') ?? new URL(context.req.url).host;
  return asked === own && (publicUrl === null || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(own));
}

/** 40 bits of code, ten wrong tries an address and three hundred in all: a quarter of an hour finds nothing. */
function activationDoor(host: Host): (context: Context) => Promise<Response> {
  const tries = tryLimit([10, 300]);
  return async (context) => {
    const body = await readJson(context, ActivationRequest, 4_096);
    if (body.kind === 'refused') return refuse(body.problem);
    const keys = [addressOf(context), 'everybody'];
    const seconds = await tries.take(keys);
    if (seconds !== null) return tooManyTries(seconds);
    const outcome = await activatePhone(host, body.value);
    if (outcome.kind === 'done') await tries.giveBack(keys);
    return answerOutcome(outcome);
  };
}

async function ready(host: Host): Promise<Response> {
  try {
    await host.storage.transaction((each) => each.epoch());
    return answer({ ok: true });
  } catch {
    return refuse({ code: 'server-trouble' });
  }
}

function page(context: Context, files: StaticFiles, isHttps: boolean): Response {
  const { path } = context.req;
  const headers = documentHeaders(isHttps);
  const file = path === '/' ? null : serveFile(context, files, path, headers);
  if (file) return file;
  const document = isAppPath(path) ? serveFile(context, files, '/index.html', headers) : null;
  if (document) return document;
  const { sentence, next } = problemWords({ code: 'not-found' });
  const text = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>404</title><p>${sentence} <a href="/">${next}</a>`;
  return new Response(text, { status: 404, headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } });
}
