/**
 * The phone's own stores, its book and the shipped server, through five hundred drawn steps: writing, saving, taking
 * back, silence, answers lost and cut, kills and retries. The engine alone goes through far more of it in
 * `tests/sync/simulation`; here it is what the officer is shown that must add up.
 */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { DraftEntry } from '../../src/device/draft-entry.ts';
import { openMirror } from '../../src/device/mirror.ts';
import type { Mirror } from '../../src/device/mirror.ts';
import { openNotebook } from '../../src/device/notebook.ts';
import type { ChangeId, RecordId } from '../../src/domain/id.ts';
import { instantOf } from '../../src/domain/time.ts';
import { bookOf, countsOf } from '../../src/phone/book.ts';
import type { Book } from '../../src/phone/book.ts';
import { sha256 } from '../../src/server/seals.ts';
import { exchangeOnce } from '../../src/sync/exchange-once.ts';
import type { LinkAnswer, LinkPort } from '../../src/sync/ports.ts';
import type { MirrorRecord } from '../../src/sync/mirror.ts';
import { DeskList } from '../../src/sync/desk-protocol.ts';
import { exchangeMediaType } from '../../src/sync/protocol.ts';
import { aDraftContent } from '../make/draft.ts';
import { anActivity, aPhone, aReviewer, served, textOf } from '../make/served.ts';
import type { Phone, Served } from '../make/served.ts';
import { anIdentity } from '../device/notebook.cases.ts';
import { Chance } from '../sync/simulation/chance.ts';

const stepCount = 500;
const startMs = Date.parse('2026-05-15T01:00:00.000Z');

type Mood = 'pass' | 'silent' | 'lost' | 'cut' | 'portal';
const moods: readonly Mood[] = ['pass', 'pass', 'silent', 'lost', 'cut', 'portal'];

interface Written {
  readonly recordId: RecordId;
  readonly draftId: string;
  changeId: ChangeId | null;
  title: string;
  /** What the officer did with it last. */
  stands: 'draft' | 'saved';
}

test.each([1, 2, 3, 4])('[kO11] way %i: at every step what was written is at the province, waits, or is a draft, and no word of it differs', { timeout: 120_000 }, async (seed) => {
  const world = await aWorld(seed);
  for (let step = 0; step < stepCount; step += 1) {
    await world.step();
    await world.audit(`step ${step}`);
  }
  await world.heal();
  // Nothing is proved by steps that were never taken.
  for (const [what, count] of Object.entries(world.seen())) expect(count, what).toBeGreaterThan(3);
});

interface World {
  step(): Promise<void>;
  audit(when: string): Promise<void>;
  /** The signal stays: everything saved arrives, once. */
  heal(): Promise<void>;
  seen(): Readonly<Record<string, number>>;
}

async function aWorld(seed: number): Promise<World> {
  const chance = new Chance(seed);
  const names = { notebook: `nothing-lost-${seed}`, mirror: `nothing-lost-mirror-${seed}` };
  const province = await served();
  const phone = await aPhone(province);
  let notebook = await openNotebook({ name: names.notebook });
  let mirror = await openMirror({ name: names.mirror });
  const identity = { ...(await anIdentity()), deviceId: phone.activation.device, unit: phone.activation.unit };
  await notebook.activate(identity);
  const written: Written[] = [];
  let nowMs = startMs;
  let idCount = 0;
  const seen = { saves: 0, undone: 0, kills: 0, lost: 0, received: 0 };

  const newId = (): string => {
    idCount += 1;
    return `01970000-0000-7000-8000-${String(seed * 100_000 + idCount).padStart(12, '0')}`;
  };
  const draftOf = ({ recordId, draftId, title }: Written): DraftEntry => ({
    draftId, recordId, base: null, startedAt: instantOf(nowMs), updatedAt: instantOf(nowMs), officerId: identity.officer.id, content: { ...aDraftContent, title },
  });
  const reopen = async (): Promise<void> => {
    seen.kills += 1;
    notebook.close();
    mirror.close();
    notebook = await openNotebook({ name: names.notebook });
    mirror = await openMirror({ name: names.mirror });
  };
  const exchange = async (mood: Mood): Promise<void> => {
    const link = linkTo(phone, mood);
    if (mood !== 'pass') seen.lost += 1;
    await exchangeOnce(
      { notebook, mirror, link, clock: { nowMs: () => nowMs }, chance: { fraction: () => chance.fraction(), token: () => `token${String(chance.below(1_000_000_000)).padStart(9, '0')}` }, hash: (text) => Promise.resolve(sha256(text)) },
      { deviceId: identity.deviceId, officerId: identity.officer.id, budgetCharacters: chance.happens(0.3) ? 2_000 : 100_000, want: 20_000, listCursors: true },
    );
  };
  const bookNow = async (): Promise<Book> => {
    const entries = new Map((await notebook.entries({ limit: 10_000 })).map((entry) => [entry.change.changeId, entry] as const));
    const data = { entries, records: await recordsOf(mirror), reportDrafts: [], programmeDrafts: [], drafts: await notebook.drafts(), notebookHead: await notebook.head(), mirrorHead: await mirror.head() };
    return bookOf(data, nowMs, new Set());
  };

  const actions: readonly (() => Promise<void>)[] = [
    async () => {
      const begun: Written = { recordId: newId() as RecordId, draftId: newId(), changeId: null, title: `Việc số ${written.length + 1}`, stands: 'draft' };
      await notebook.saveDraft(draftOf(begun));
      written.push(begun);
    },
    async () => {
      const one = chance.pick(written.filter(({ stands }) => stands === 'draft'));
      if (!one) return;
      one.title = `${one.title} +`.slice(0, 100);
      await notebook.saveDraft(draftOf(one));
    },
    async () => {
      const one = chance.pick(written.filter(({ stands }) => stands === 'draft'));
      if (!one) return;
      const changeId = newId() as ChangeId;
      await notebook.submit({
        changeId, recordId: one.recordId, scope: identity.unit.id, kind: 'activity', base: null, body: anActivity({ title: one.title }), draftId: one.draftId,
        draft: draftOf(one), savedAtMs: nowMs,
      });
      Object.assign(one, { changeId, stands: 'saved' });
      seen.saves += 1;
    },
    async () => {
      const one = written.findLast(({ changeId }) => changeId !== null);
      if (!one?.changeId) return;
      const { undone } = await notebook.undo(one.changeId);
      if (!undone) return;
      seen.undone += 1;
      Object.assign(one, { changeId: null, stands: 'draft' });
    },
    () => {
      nowMs += chance.between(1, 20) * 1_000;
      province.wait(1_000);
      return Promise.resolve();
    },
    () => exchange(chance.pick(moods) ?? 'pass'),
    // Two tabs at once.
    async () => {
      await Promise.all([exchange(chance.pick(moods) ?? 'pass'), exchange(chance.pick(moods) ?? 'pass')]);
    },
    // The phone dies in the middle of an exchange, and is opened again.
    async () => {
      const dying = exchange(chance.pick(moods) ?? 'pass').catch(() => undefined);
      for (let turn = chance.below(12); turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve));
      await reopen();
      await dying;
    },
  ];

  const audit = async (when: string): Promise<void> => {
    const book = await bookNow();
    const { waiting } = countsOf(book);
    const isAtProvince = (state: string): boolean => ['received', 'returned', 'approved'].includes(state);
    // The sample has records of its own.
    const own = new Set<string>(written.map(({ recordId }) => recordId));
    const arrived = book.views.filter(({ recordId, standing }) => own.has(recordId) && isAtProvince(standing.state));
    expect(book.drafts.length + waiting + arrived.length, `${when}: drafts, waiting and arrived`).toBe(written.length);
    for (const { recordId, draftId, stands, title } of written) {
      const draft = book.drafts.find((each) => each.draftId === draftId);
      const view = book.views.find((each) => each.recordId === recordId);
      expect(stands === 'draft' ? draft?.content.title : view?.activity?.title, `${when}: ${title}`).toBe(title);
      expect(stands === 'draft' ? view : draft, `${when}: ${title} in one place only`).toBeUndefined();
    }
    seen.received = arrived.length;
  };

  return {
    step: () => (actions[chance.below(actions.length)] ?? (() => Promise.resolve()))(),
    audit,
    seen: () => seen,
    heal: async () => {
      nowMs += 60_000;
      for (let turn = 0; turn < 40 && (await notebook.openEntries()).length > 0; turn += 1) await exchange('pass');
      await audit('healed');
      expect(await notebook.openEntries()).toEqual([]);
      expect(await titlesAt(province)).toEqual(written.filter(({ stands }) => stands === 'saved').map(({ title }) => title).toSorted());
    },
  };
}

function linkTo(phone: Phone, mood: Mood): LinkPort {
  return {
    exchange: async (body): Promise<LinkAnswer> => {
      if (mood === 'silent') return { kind: 'silence' };
      if (mood === 'portal') return { kind: 'answer', status: 200, mediaType: 'text/html', text: '<!doctype html><title>Wi-Fi</title>' };
      const response = await phone.send(body);
      const text = await textOf(response);
      if (mood === 'lost') return { kind: 'silence' };
      return { kind: 'answer', status: response.status, mediaType: response.headers.get('content-type') ?? exchangeMediaType, text: mood === 'cut' ? text.slice(0, text.length / 2) : text };
    },
  };
}

function recordsOf(mirror: Mirror): Promise<ReadonlyMap<string, MirrorRecord>> {
  return new Promise((resolve, reject) => {
    const stop = mirror.watchRecords('c01' as never, (records) => {
      resolve(records);
      queueMicrotask(() => stop());
    }, reject);
  });
}

async function titlesAt(province: Served): Promise<string[]> {
  const reviewer = await aReviewer(province);
  const titles: string[] = [];
  for (let page = 1; ; page += 1) {
    const { items, pageCount } = DeskList.parse(await (await reviewer.get(`/api/desk/activities?unit=c01&q=${encodeURIComponent('Việc số')}&page=${page}`)).json());
    titles.push(...items.map(({ title }) => title));
    if (page >= pageCount) return titles.toSorted();
  }
}
