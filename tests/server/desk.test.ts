import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { DeskAside, DeskDetail, DeskList, DeskMe, DeskReference, DeskReviewConflict, DeskReviewReply } from '../../src/sync/desk-protocol.ts';
import { ProblemReply } from '../../src/sync/problem-reply.ts';
import { aChange, anActivity, aPhone, aReviewer, goodPassword, postJson, served } from '../make/served.ts';
import type { Phone, Reviewer, Served } from '../make/served.ts';

let server: Served;
let province: Reviewer;

beforeEach(async () => {
  server = await served();
  province = await aReviewer(server);
});

const listOf = async (reviewer: Reviewer, query = '') => DeskList.parse(await (await reviewer.get(`/api/desk/activities${query}`)).json());
const problemOf = async (response: Response) => ProblemReply.parse(await response.json());
const codeOf = async (response: Response) => (await problemOf(response)).code;

async function aReport(phone: Phone, title = 'Thăm hỏi ở điểm trường lẻ') {
  const change = aChange({ scope: phone.activation.unit.id, body: anActivity({ title }) });
  const [verdict] = (await phone.exchange([change])).codes;
  expect(verdict?.code).toBe('ok');
  return change;
}

describe('the door of the desk', () => {
  it('a first-login link works once, sets the password, and opens the desk', async () => {
    const me = DeskMe.parse(await (await province.get('/api/desk/me')).json());
    expect(me).toEqual({ name: 'tinh', shownName: 'Cán bộ Ban Tuyên giáo và Nữ công', role: 'administrator', unitId: 'p01', unitName: 'LĐLĐ tỉnh Điện Biên', sample: true, today: '2020-05-15', returnDueOn: '2020-05-20' });
    const again = await postJson(server.app, '/api/desk/first-login', { token: server.links.loginToken, password: goodPassword });
    expect([again.status, await codeOf(again)]).toEqual([410, 'link-expired']);
    const login = await postJson(server.app, '/api/desk/login', { name: ' tinh ', password: goodPassword.normalize('NFD') });
    expect(login.status).toBe(200);
  });

  it('the name may be chosen at the first login, unless somebody has it', async () => {
    const fresh = await served();
    const asked = (name: string) => postJson(fresh.app, '/api/desk/first-login', { token: fresh.links.loginToken, name, password: goodPassword });
    await aReviewer(fresh, 'u07', 'huyen');
    expect(await problemOf(await asked('huyen'))).toMatchObject({ code: 'not-allowed', field: 'name' });
    expect(DeskMe.parse(await (await asked('Ban Tuyên giáo')).json()).name).toBe('Ban Tuyên giáo');
    expect((await postJson(fresh.app, '/api/desk/login', { name: 'tinh', password: goodPassword })).status).toBe(401);
    expect((await postJson(fresh.app, '/api/desk/login', { name: 'Ban Tuyên giáo', password: goodPassword })).status).toBe(200);
  });

  it('a weak password is refused with its reason, and the link stays good', async () => {
    const fresh = await served();
    const asked = (password: string) => postJson(fresh.app, '/api/desk/first-login', { token: fresh.links.loginToken, password });
    for (const password of ['ngan', '0000000000', 'tinh']) {
      expect(await problemOf(await asked(password))).toMatchObject({ status: 400, code: 'password-weak', field: 'password', details: { min: 10 } });
    }
    expect((await asked(goodPassword)).status).toBe(200);
  });

  it('a first-login link runs out after a day', async () => {
    const fresh = await served();
    fresh.wait(25 * 3_600_000);
    expect(await codeOf(await postJson(fresh.app, '/api/desk/first-login', { token: fresh.links.loginToken, password: goodPassword }))).toBe('link-expired');
  });

  it('an unknown name and a wrong password are answered alike, and only so often', async () => {
    const tryIn = (name: string) => postJson(server.app, '/api/desk/login', { name, password: 'sai hoàn toàn' });
    expect([await codeOf(await tryIn('tinh')), await codeOf(await tryIn('nobody'))]).toEqual(['login-wrong', 'login-wrong']);
    for (let times = 1; times < 10; times += 1) await tryIn('tinh');
    const right = await postJson(server.app, '/api/desk/login', { name: 'tinh', password: goodPassword });
    expect([right.status, await codeOf(right)]).toEqual([429, 'too-many-tries']);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(600);
    const elsewhere = await postJson(server.app, '/api/desk/login', { name: 'tinh', password: goodPassword }, { 'x-forwarded-for': '203.0.113.9' });
    expect(elsewhere.status).toBe(200);
  });

  it.each(['first-login', 'login', 'reviews'])('a body that no form of the desk fills is refused unread: %s', async (door) => {
    const response = await province.post(`/api/desk/${door}`, { name: 'tinh', password: goodPassword, more: 'x'.repeat(20_000) });
    expect([response.status, await codeOf(response)]).toEqual([413, 'body-too-big']);
  });

  it('a session ends by logging out, and by itself after twelve hours', async () => {
    const second = await aReviewer(server, 'p01', 'hai');
    expect((await second.post('/api/desk/logout', {})).status).toBe(200);
    expect(await codeOf(await second.get('/api/desk/me'))).toBe('session-missing');
    server.wait(12 * 3_600_000 + 1000);
    expect(await codeOf(await province.get('/api/desk/me'))).toBe('session-missing');
  });

  it('the cookie is out of reach of scripts and of other sites, and over https of everything but this host', async () => {
    const login = (app: Served) => postJson(app.app, '/api/desk/login', { name: 'tinh', password: goodPassword });
    const cookie = (await login(server)).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    const secure = await served({ publicUrl: 'https://sotay.example.vn' });
    const headers = { origin: 'https://sotay.example.vn', host: 'sotay.example.vn' };
    const first = await postJson(secure.app, '/api/desk/first-login', { token: secure.links.loginToken, password: goodPassword }, headers);
    expect(first.headers.get('set-cookie')).toMatch(/^__Host-desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200; Secure$/);
  });

  it('nobody gets in without a session, and no POST from a page of another site', async () => {
    for (const path of ['me', 'reference', 'activities', 'activities/01720000-0000-7000-8000-000000000001']) {
      const response = await server.app.request(`/api/desk/${path}`, { headers: { cookie: `desk=${'a'.repeat(43)}` } });
      expect([path, response.status, await codeOf(response)]).toEqual([path, 401, 'session-missing']);
    }
    const review = { recordId: aChange().recordId, edition: 1, decision: 'approved', remarks: [], dueOn: null };
    expect(await codeOf(await postJson(server.app, '/api/desk/reviews', review))).toBe('session-missing');
    for (const origin of ['https://evil.example', 'null', 'http://localhost:9999']) {
      const response = await postJson(server.app, '/api/desk/reviews', review, { cookie: province.cookie, origin });
      expect([response.status, await codeOf(response)]).toEqual([403, 'origin-foreign']);
    }
    const silent = await server.app.request('/api/desk/logout', { method: 'POST', headers: { cookie: province.cookie, 'content-type': 'application/json' }, body: '{}' });
    expect(await codeOf(silent)).toBe('origin-foreign');
  });
});

describe('the list', () => {
  it('shows the samples up to the working day: received, approved, one returned', async () => {
    const list = await listOf(province);
    expect(list.counts).toEqual({ received: 5, returned: 1, approved: 4, void: 0 });
    expect(list.total).toBe(10);
    expect(list.items.every((item) => item.heldOn <= '2020-05-15')).toBe(true);
    expect(list.items.map((item) => item.receivedAt)).toEqual(list.items.map((item) => item.receivedAt).toSorted().toReversed());
    const returned = (await listOf(province, '?state=returned')).items[0];
    expect(returned).toMatchObject({ unitId: 'c01', title: 'Chăm lo Tết cho giáo viên cắm bản', officerName: 'Cán bộ mẫu 1', lastReview: { edition: 1, decision: 'returned' } });
  });

  it('filters by unit with the units below it, by task, by state, and finds words without accents', async () => {
    expect((await listOf(province, '?unit=c01')).items.map((item) => item.unitId)).toEqual(['c01']);
    const district = await listOf(province, '?unit=u08');
    expect(district.items.map((item) => item.unitId)).toContain('c05');
    expect(new Set((await listOf(province, '?task=2')).items.map((item) => item.taskId))).toEqual(new Set(['2']));
    expect((await listOf(province, '?q=phat%20dong%20thang')).items).toHaveLength(1);
    expect((await listOf(province, '?q=huoi%20sang')).items.map((item) => item.unitId)).toEqual(['c01']);
    const [item] = (await listOf(province, '?unit=c01')).items;
    expect((await listOf(province, `?q=${item?.receiptNumber.toLowerCase()}`)).items).toEqual([item]);
  });

  it('comes in pages of fifty', async () => {
    const phone = await aPhone(server, 'c01');
    await phone.exchange(Array.from({ length: 60 }, () => aChange()));
    const first = await listOf(province, '?unit=c01');
    const second = await listOf(province, '?unit=c01&page=2');
    expect([first.items.length, first.pageCount, first.total, second.items.length, second.page]).toEqual([50, 2, 61, 11, 2]);
    expect(new Set([...first.items, ...second.items].map((item) => item.recordId)).size).toBe(61);
    expect((await listOf(province, '?page=9999')).items).toEqual([]);
  });

  it('an address that cannot be filtered by is refused, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('unit', 'task', 'state', 'page', 'q'), fc.string({ maxLength: 120 }), async (name, value) => {
        const response = await province.get(`/api/desk/activities?${new URLSearchParams({ [name]: value }).toString()}`);
        expect([200, 400, 403]).toContain(response.status);
        if (response.status === 200) DeskList.parse(await response.json());
        else expect(['filter-wrong', 'not-allowed']).toContain(await codeOf(response));
      }),
    );
    expect(await problemOf(await province.get('/api/desk/activities?page=0'))).toMatchObject({ status: 400, code: 'filter-wrong', field: 'page' });
    expect(server.troubles).toEqual([]);
  });
});

describe('an account sees and decides within its subtree only', () => {
  it('an upper-level union lists its own units, and no other record exists for it', async () => {
    const district = await aReviewer(server, 'u07');
    const list = await listOf(district);
    expect(list.items.map((item) => item.unitId)).toEqual(['c01']);
    const foreign = (await listOf(province)).items.find((item) => item.unitId === 'c30');
    expect(await codeOf(await district.get(`/api/desk/activities/${foreign?.recordId}`))).toBe('not-found');
    expect(await codeOf(await district.get('/api/desk/activities?unit=c30'))).toBe('not-allowed');
    const review = { recordId: foreign?.recordId, edition: 1, decision: 'approved', remarks: [], dueOn: null };
    expect(await codeOf(await district.post('/api/desk/reviews', review))).toBe('not-found');
    const reference = DeskReference.parse(await (await district.get('/api/desk/reference')).json());
    expect(reference.units.map((unit) => unit.id)).toEqual(['u07', 'c01', 'c02', 'c03', 'c04']);
  });

  it('a unit does not decide on its own record', async () => {
    const own = await aReviewer(server, 'c01');
    const [item] = (await listOf(own)).items;
    const detail = DeskDetail.parse(await (await own.get(`/api/desk/activities/${item?.recordId}`)).json());
    expect(detail.mayDecide).toBe(false);
    const response = await own.post('/api/desk/reviews', { recordId: item?.recordId, edition: 1, decision: 'approved', remarks: [], dueOn: null });
    expect([response.status, await codeOf(response)]).toEqual([403, 'not-allowed']);
  });
});

describe('a decision', () => {
  const remarks = [{ field: 'valueK', text: 'Xem lại số tiền.' }];

  it('R3: returned at a field, mended by the unit, approved; every step stands in the timeline and reaches the phone', async () => {
    const phone = await aPhone(server);
    const change = await aReport(phone);
    const { recordId } = change;
    const returned = await province.post('/api/desk/reviews', { recordId, edition: 1, decision: 'returned', remarks, dueOn: '2020-05-18' });
    expect(DeskReviewReply.parse(await returned.json()).review).toMatchObject({ edition: 1, decision: 'returned', remarks, dueOn: '2020-05-18', reviewer: 'Cán bộ Ban Tuyên giáo và Nữ công', byUnitId: 'p01' });
    const pulled = await phone.exchange([], { want: 2_000_000 });
    const reviews = pulled.ranges.flatMap((range) => range.rows).filter((row) => row.kind === 'review' && row.key === recordId);
    expect(reviews).toHaveLength(1);
    const mended = aChange({ recordId, base: { edition: 1 }, body: anActivity({ figures: { beneficiaries: 4, gifts: 4, valueK: 800 } }) });
    expect((await phone.exchange([mended])).codes[0]).toMatchObject({ code: 'ok', edition: 2 });
    expect((await listOf(province, '?state=received&unit=c01')).items[0]).toMatchObject({ recordId, edition: 2, lastReview: { edition: 1, decision: 'returned' } });
    expect((await province.post('/api/desk/reviews', { recordId, edition: 2, decision: 'approved', remarks: [], dueOn: null })).status).toBe(200);
    const detail = DeskDetail.parse(await (await province.get(`/api/desk/activities/${recordId}`)).json());
    expect(detail.editions.map((edition) => [edition.edition, edition.body.figures['valueK']])).toEqual([[1, 1200], [2, 800]]);
    expect(detail.reviews.map((review) => [review.edition, review.decision])).toEqual([[1, 'returned'], [2, 'approved']]);
    expect([detail.item.state, detail.decided, detail.mayDecide, detail.unitPath]).toEqual([
      'approved', true, true, ['CĐCS Trường PTDTBT Tiểu học Huổi Sang', expect.stringContaining('LĐLĐ huyện'), 'LĐLĐ tỉnh Điện Biên'],
    ]);
  });

  it('[L11] binds to the edition that was read: a newer one is not approved with it', async () => {
    const phone = await aPhone(server);
    const { recordId } = await aReport(phone);
    await phone.exchange([aChange({ recordId, base: { edition: 1 } })]);
    const response = await province.post('/api/desk/reviews', { recordId, edition: 1, decision: 'approved', remarks: [], dueOn: null });
    expect(await problemOf(response)).toMatchObject({ status: 409, code: 'review-stale', details: { edition: 2 } });
  });

  it('a remark that names a person is refused at its own field, and decides nothing', async () => {
    const { recordId } = await aReport(await aPhone(server));
    const named = [...remarks, { field: 'note', text: 'Hỏi lại đồng chí Lò Văn Pâng.' }];
    const response = await province.post('/api/desk/reviews', { recordId, edition: 1, decision: 'returned', remarks: named, dueOn: null });
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'text-names-person', field: 'note' });
    expect((await province.post('/api/desk/reviews', { recordId, edition: 1, decision: 'returned', remarks, dueOn: null })).status).toBe(200);
  });

  it('of two reviewers the first stands, and the second is shown it', async () => {
    const district = await aReviewer(server, 'u07');
    const { recordId } = await aReport(await aPhone(server));
    const both = await Promise.all([
      district.post('/api/desk/reviews', { recordId, edition: 1, decision: 'returned', remarks, dueOn: null }),
      province.post('/api/desk/reviews', { recordId, edition: 1, decision: 'approved', remarks: [], dueOn: null }),
    ]);
    expect(both.map((response) => response.status)).toEqual([200, 409]);
    const conflict = DeskReviewConflict.parse(await both[1]?.json());
    expect(conflict).toMatchObject({ code: 'review-conflict', first: { decision: 'returned', reviewer: 'xem-u07', byUnitId: 'u07' } });
  });

  it('a return says what is to be mended', async () => {
    const { recordId } = await aReport(await aPhone(server));
    for (const empty of [[], [{ field: 'title', text: '   ' }]]) {
      const response = await province.post('/api/desk/reviews', { recordId, edition: 1, decision: 'returned', remarks: empty, dueOn: null });
      expect(await problemOf(response)).toMatchObject({ status: 400, code: 'review-empty' });
    }
  });

  it('anything else in its place is refused and writes nothing', async () => {
    const { recordId } = await aReport(await aPhone(server));
    const before = await (await province.get(`/api/desk/activities/${recordId}`)).text();
    const sound = { recordId, edition: 1, decision: 'approved', remarks: [], dueOn: null };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(sound)), fc.jsonValue(), async (name, value) => {
        fc.pre(JSON.stringify(value) !== JSON.stringify(sound[name as keyof typeof sound]) && name !== 'dueOn' && name !== 'remarks' && value !== 'returned');
        const response = await province.post('/api/desk/reviews', { ...sound, [name]: value });
        expect(['body-malformed', 'not-found', 'review-stale']).toContain(await codeOf(response));
      }),
    );
    expect(await (await province.get(`/api/desk/activities/${recordId}`)).text()).toBe(before);
    expect(await codeOf(await province.get('/api/desk/activities/nonsense'))).toBe('not-found');
  });
});

describe('what the codes mean', () => {
  it("tells the directive's words of every requirement, all forms, figures and checks", async () => {
    const reference = DeskReference.parse(await (await province.get('/api/desk/reference')).json());
    const requirements = reference.tasks.flatMap((task) => task.requirements.map((requirement) => ({ task, requirement })));
    expect(reference.tasks).toHaveLength(10);
    for (const { task, requirement } of requirements) for (const quote of requirement.quotes) expect(task.words).toContain(quote);
    expect(requirements.find(({ requirement }) => requirement.id === '6.3')?.requirement.countsOnly).toBe(true);
    expect(reference.forms.map((form) => form.id)).toContain('tham-hoi');
    expect(reference.figures.map((figure) => figure.key)).toContain('valueK');
    expect(reference.checks.length).toBeGreaterThan(3);
    expect(reference.occasions.find(({ id }) => id === 'e0519')?.title).toBe('130 năm Ngày sinh Bác Hồ');
    expect(reference.setting).toEqual({ sample: true, workingDay: '2020-05-15', workingYear: 2020 });
  });
});

describe('what stands in no list', () => {
  const asideOf = async (reviewer: Reviewer) => DeskAside.parse(await (await reviewer.get('/api/desk/aside')).json());

  it('is told with its reason to whoever is above the unit, and leaves when it was sent rightly after all', async () => {
    expect(await asideOf(province)).toEqual({ items: [], total: 0 });
    const phone = await aPhone(server);
    const scope = phone.activation.unit.id;
    const wrong = aChange({ scope, body: anActivity({ heldOn: '2031-01-01', title: 'Ngày chưa tới' }) });
    const strange = aChange({ scope, kind: 'later' });
    await phone.exchange([wrong, strange]);
    const { items, total } = await asideOf(province);
    expect(total).toBe(2);
    expect(items.find(({ code }) => code === 'returned')).toMatchObject({ title: 'Ngày chưa tới', heldOn: '2031-01-01', problems: [{ code: 'date-future' }], officerName: phone.activation.officer.name });
    expect(items.find(({ code }) => code === 'held')).toMatchObject({ title: expect.any(String) as string, reason: 'kind later' });
    expect(await asideOf(await aReviewer(server, 'u01', 'khac'))).toEqual({ items: [], total: 0 });
    server.wait(1000);
    await phone.exchange([aChange({ scope, recordId: wrong.recordId, base: { changeId: wrong.changeId } })]);
    expect((await asideOf(province)).items.map(({ code }) => code)).toEqual(['held']);
  });

  it('needs a session', async () => {
    expect(await codeOf(await server.app.request('/api/desk/aside'))).toBe('session-missing');
  });
});
