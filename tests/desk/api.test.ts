import { describe, expect, it } from 'vitest';
import { emptyAddress } from '../../src/desk/address.ts';
import { openApi } from '../../src/desk/api.ts';
import { DeskReviewRequest } from '../../src/sync/desk-protocol.ts';

const me = { name: 'Quản trị', shownName: 'Cán bộ Ban', role: 'administrator', unitId: 'p01', unitName: 'LĐLĐ tỉnh', sample: true, today: '2020-05-15', returnDueOn: '2020-05-20' };
const request = DeskReviewRequest.parse({ recordId: '0190a1b2-0000-7000-8000-000000000001', edition: 1, decision: 'approved', remarks: [], dueOn: null });

/** A server that always answers so, and what it was asked. */
function aServer(answer: () => Response | Promise<Response>) {
  const asked: { path: string; init: RequestInit }[] = [];
  const api = openApi(async (path, init = {}) => {
    if (typeof path === 'string') asked.push({ path, init });
    return answer();
  });
  return { api, asked };
}

describe('the desk’s door', () => {
  it('gives what the server said', async () => {
    const { api, asked } = aServer(() => Response.json(me));
    expect(await api.me()).toEqual({ ok: true, value: me });
    expect(asked[0]?.path).toBe('/api/desk/me');
  });

  it('shows a refusal in the server’s own sentence and next step', async () => {
    const problem = { type: 'about:blank', status: 403, code: 'not-allowed', title: 'Chỉ được xem huyện Tuần Giáo.', next: 'Bỏ lọc.' };
    const { api } = aServer(() => Response.json(problem, { status: 403 }));
    expect(await api.list(emptyAddress)).toEqual({
      ok: false, refusal: { code: 'not-allowed', title: problem.title, next: problem.next, field: null, first: null },
    });
  });

  it('shows the decision that was made first', async () => {
    const first = { ...request, reviewer: 'Người khác', byUnitId: 'p01', byUnitName: 'LĐLĐ tỉnh', decidedAt: '2020-05-15T07:00:00.000Z' };
    const problem = { type: 'about:blank', status: 409, code: 'review-conflict', title: 'Đã có quyết định.', next: 'Xem quyết định.', first };
    const { api } = aServer(() => Response.json(problem, { status: 409 }));
    const answer = await api.review(request, false);
    expect(answer.ok ? null : answer.refusal.first).toEqual(first);
  });

  it('does not take a captive portal’s page for an answer', async () => {
    const { api } = aServer(() => new Response('<!doctype html>Đăng nhập Wi-Fi', { status: 200, headers: { 'content-type': 'text/html' } }));
    expect(await api.me()).toMatchObject({ ok: false, refusal: { code: 'unreadable' } });
  });

  it('does not take a foreign JSON for an answer, nor for a refusal', async () => {
    expect(await aServer(() => Response.json({ hello: 1 })).api.me()).toMatchObject({ ok: false, refusal: { code: 'unreadable' } });
    expect(await aServer(() => Response.json(null, { status: 502 })).api.me()).toMatchObject({ ok: false, refusal: { code: 'unreadable' } });
  });

  it('tells an unreachable server from a refusal', async () => {
    const { api } = aServer(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await api.me()).toMatchObject({ ok: false, refusal: { code: 'unreachable' } });
  });

  it('sends the decision of a page that goes away so that it outlives the page', async () => {
    const { api, asked } = aServer(() => Response.json({}));
    await api.review(request, true);
    await api.review(request, false);
    expect(asked.map(({ init }) => [init.method, init.keepalive ?? false, init.signal === null])).toEqual([['POST', true, true], ['POST', false, false]]);
    expect(asked[0]?.init.body).toBe(JSON.stringify(request));
  });
});
