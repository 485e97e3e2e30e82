/** What other programs are told of the doors is what the doors do. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromJSONSchema } from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { doors } from '../../src/server/http/api-description.ts';
import { aChange, aPhone, aReviewer, postJson, served } from '../make/served.ts';
import type { Served } from '../make/served.ts';
import { Recording } from '../wire/wire-world.ts';

type Json = Record<string, unknown>;
interface Described {
  readonly openapi: string;
  readonly info: Json;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Json>; readonly securitySchemes: Json };
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: Record<string, unknown>[];
  readonly parameters?: { name: string; in: string; required: boolean; schema: Json }[];
  readonly requestBody?: { content: Record<string, { schema: Json }> };
  readonly responses: Record<string, { description: string; content: Record<string, { schema: Json }> }>;
}

let server: Served;
let described: Described;
beforeAll(async () => {
  server = await served();
  described = (await (await server.app.request('/api/openapi.json')).json()) as Described;
});

/** Whether a value fits a schema of the description; the way is zod's own, back from JSON Schema. */
function misfit(value: unknown, schema: Json): unknown {
  const text = JSON.stringify({ ...schema, $defs: described.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/');
  const found = fromJSONSchema(JSON.parse(text) as never).safeParse(value);
  return found.success ? null : found.error.issues;
}
const named = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const contentOf = (path: string, method: string, status: string, mediaType: string): Json => {
  const schema = described.paths[path]?.[method]?.responses[status]?.content[mediaType]?.schema;
  if (!schema) throw new Error(`${method} ${path} ${status} ${mediaType} is not described`);
  return schema;
};

describe('the description of the doors', () => {
  it('names every route of the app, and no other', () => {
    const routes = server.app.routes
      // What other apps hand over is met by the phone's worker; here it only leads to the page.
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*') && path !== '/chia-se')
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(doors.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([...new Set(routes)].toSorted());
    const told = Object.entries(described.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    expect(told.toSorted()).toEqual([...new Set(routes)].toSorted());
  });

  it('needs no session, and may be kept for an hour', async () => {
    const response = await server.app.request('/api/openapi.json');
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, 'application/json', 'public, max-age=3600']);
    const tag = response.headers.get('etag') ?? '';
    expect((await server.app.request('/api/openapi.json', { headers: { 'if-none-match': tag } })).status).toBe(304);
    expect((await server.app.request('/api/openapi.json', { method: 'POST' })).status).toBe(405);
  });

  it('has the shape of OpenAPI 3.1', () => {
    expect(described.openapi).toBe('3.1.0');
    expect(Object.keys(described.info)).toEqual(expect.arrayContaining(['title', 'version']));
    const operations = Object.entries(described.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    for (const { path, method, operation } of operations) {
      expect(path).toMatch(/^\/[a-z/{}A-Z0-9.-]*$/);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(declared.map((parameter) => parameter.name), path).toEqual(inPath);
      expect(declared.every((parameter) => parameter.required), path).toBe(true);
      expect(Object.keys(operation.responses), path).toContain('200');
      expect(operation.requestBody === undefined, path).toBe(method === 'get' || path.endsWith('/logout'));
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[2-5]\d\d$/);
        expect(response.description).not.toBe('');
      }
      for (const requirement of operation.security) expect(Object.keys(described.components.securitySchemes)).toEqual(expect.arrayContaining(Object.keys(requirement)));
    }
    const references = [...JSON.stringify(described).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(references.filter((name) => name === undefined || !(name in described.components.schemas))).toEqual([]);
  });

  it('fits every message of the exchange that was ever recorded', () => {
    const folder = fileURLToPath(new URL('../wire/v1', import.meta.url));
    const names = readdirSync(folder).filter((name) => /^\d\d-/.test(name));
    expect(names.length).toBeGreaterThanOrEqual(11);
    for (const name of names) {
      const { exchanges } = Recording.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      for (const { request, reply, isLost } of exchanges) {
        expect([name, misfit(JSON.parse(request), named('ExchangeRequest'))]).toEqual([name, null]);
        if (!isLost) expect([name, misfit(JSON.parse(reply), named('ExchangeReply'))]).toEqual([name, null]);
      }
    }
  });

  it('does not fit just anything', () => {
    expect(misfit({}, named('ExchangeRequest'))).not.toBeNull();
    expect(misfit({ confirm: true, code: 'K7M29QXP' }, named('ActivationRequest'))).not.toBeNull();
    expect(misfit({ edition: 1, code: 'ok', position: 1 }, named('Verdict'))).not.toBeNull();
  });

  it('fits what the desk and the phone are answered, refusals included', async () => {
    const reviewer = await aReviewer(server);
    const phone = await aPhone(server);
    const change = aChange();
    await phone.exchange([change]);
    for (const [path, asked] of [['/api/desk/me', '/api/desk/me'], ['/api/desk/reference', '/api/desk/reference'], ['/api/desk/activities', '/api/desk/activities?state=received'], ['/api/desk/activities/{recordId}', `/api/desk/activities/${change.recordId}`]] as const) {
      const response = await reviewer.get(asked);
      expect([asked, response.status, misfit(await response.json(), contentOf(path, 'get', '200', 'application/json'))]).toEqual([asked, 200, null]);
    }
    const decision = { recordId: change.recordId, edition: 1, decision: 'approved', remarks: [], dueOn: null };
    const decided = await reviewer.post('/api/desk/reviews', decision);
    expect([decided.status, misfit(await decided.json(), contentOf('/api/desk/reviews', 'post', '200', 'application/json'))]).toEqual([200, null]);
    const refusals = [
      ['/api/desk/reviews', 'post', await reviewer.post('/api/desk/reviews', decision)],
      ['/api/desk/reviews', 'post', await reviewer.post('/api/desk/reviews', { ...decision, decision: 'returned' })],
      ['/api/desk/activities', 'get', await reviewer.get('/api/desk/activities?page=x')],
      ['/api/desk/me', 'get', await server.app.request('/api/desk/me')],
      ['/api/desk/login', 'post', await postJson(server.app, '/api/desk/login', { name: 'nobody', password: 'x' })],
      ['/api/activate', 'post', await postJson(server.app, '/api/activate', { code: 'AAAAAAAA', confirm: false })],
      ['/api/activate', 'post', await postJson(server.app, '/api/activate', '{')],
      ['/api/exchange', 'post', await phone.send('{"half":')],
      ['/api/exchange', 'post', await phone.send('', { authorization: '' })],
    ] as const;
    for (const [path, method, response] of refusals) {
      const problem = (await response.json()) as { code: string };
      const schema = contentOf(path, method, String(response.status), 'application/problem+json');
      expect([path, problem.code, misfit(problem, schema)]).toEqual([path, problem.code, null]);
      expect(described.paths[path]?.[method]?.responses[String(response.status)]?.description).toContain(problem.code);
    }
  });
});
