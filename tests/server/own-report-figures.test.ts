/** IC.02–IC.04: whoever counts them, the unit's phones or the server, comes to the same numbers. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { publications2020 } from '../../src/content/publications-2020.ts';
import type { OfficerId, UnitId } from '../../src/domain/id.ts';
import type { PeriodId } from '../../src/domain/period.ts';
import { reportKind, reportRecordId } from '../../src/domain/report.ts';
import { dayOf, instantOf } from '../../src/domain/time.ts';
import { bookOf } from '../../src/phone/book.ts';
import type { Book } from '../../src/phone/book.ts';
import { shownReportFigures } from '../../src/phone/own-reports.ts';
import { readReference } from '../../src/phone/reference.ts';
import { reportView } from '../../src/phone/report-title.ts';
import { storedReportFigures } from '../../src/server/services/own-report-figures.ts';
import type { MemoryState } from '../../src/server/storage/memory.ts';
import { answerExchange } from '../../src/sync/answer.ts';
import { decideReview } from '../../src/sync/decide.ts';
import { exchangeOnce } from '../../src/sync/exchange-once.ts';
import { frame, unframe } from '../../src/sync/frame.ts';
import type { MirrorRecord } from '../../src/sync/mirror.ts';
import { exchangeMediaType, voidKind } from '../../src/sync/protocol.ts';
import type { ExchangeRequest } from '../../src/sync/protocol.ts';
import { bookData } from '../make/book.ts';
import { aBox, aChangeId, aDevice } from '../make/exchange.ts';
import type { Box } from '../make/exchange.ts';
import { emptyMirrorState, memoryMirror } from '../make/memory-mirror.ts';
import { emptyNotebookState, memoryNotebook } from '../make/memory-notebook.ts';
import { computeFor, period, reportOf, unit } from '../make/report.ts';
import { quickHash } from '../sync/simulation/seals.ts';

const own = unit('c01');
const year = period('2020-y');
// No day stands still here: “hôm nay” is what the clocks say.
const reference = readReference(publications2020({ sample: false }), { sample: false, workingDay: null, workingYear: 2020 });
const dayMs = 86_400_000;

/** One phone of the unit, whose clock goes `skewMs` beside the server's. */
class TestPhone {
  readonly #notebook;
  readonly #mirror = emptyMirrorState();
  readonly #device = aDevice();
  readonly #box: Box;
  readonly #skewMs: number;
  #nonce = 0;

  constructor(box: Box, name: string, skewMs: number) {
    this.#box = box;
    this.#skewMs = skewMs;
    this.#notebook = emptyNotebookState(`lineage-${name}`);
  }

  nowMs(): number {
    return this.#box.nowMs + this.#skewMs;
  }

  book(): Book {
    const { entries, head } = this.#notebook.current;
    const mirrored = this.#mirror.current;
    const records = [...mirrored.items.values()].flatMap(({ kind, body }) => (kind === 'record' ? [body as MirrorRecord] : []));
    return bookOf(bookData({ entries, records, notebookHead: head, mirrorHead: mirrored.head }), this.nowMs(), new Set());
  }

  async exchange(): Promise<void> {
    this.#nonce += 1;
    await exchangeOnce(
      {
        notebook: memoryNotebook(this.#notebook), mirror: memoryMirror(this.#mirror), clock: { nowMs: () => this.nowMs() }, photos: null,
        link: {
          exchange: async (body) => {
            const reply = await this.#box.page((page) => answerExchange(page, this.#device, unframe(body) as ExchangeRequest, this.#box.host()));
            return { kind: 'answer', status: 200, mediaType: exchangeMediaType, text: frame(reply) };
          },
        },
        chance: { fraction: () => 0.5, token: () => `token-${this.#device.deviceId}-${this.#nonce}` },
        hash: (text) => Promise.resolve(quickHash(text)),
      },
      { deviceId: this.#device.deviceId, officerId: 'o-c01-1' as OfficerId, budgetCharacters: 200_000, want: 400_000, listCursors: false },
    );
  }

  /** Writes the report of the period, or mends it; one whose last line is missing is refused by the machine. */
  async send(periodId: PeriodId, isSound: boolean): Promise<void> {
    const book = this.book();
    const view = reportView(book, periodId, own.id);
    const attempt = book.views.filter(({ report, cancelReason }) => report?.periodId === periodId && cancelReason !== null).length;
    const report = reportOf('c01', periodId, computeFor('c01', periodId, []).indicators, { sections: { situation: `Lần ${this.#nonce}`, assessment: 'Tốt.', direction: 'Tiếp.', proposal: '' } });
    const lines = isSound ? report.lines : Object.fromEntries(Object.entries(report.lines).slice(1));
    await this.#save(reportKind, view?.recordId ?? reportRecordId(own.id, periodId, attempt), view?.nextBase ?? null, { ...report, lines });
  }

  async cancel(periodId: PeriodId): Promise<void> {
    const view = reportView(this.book(), periodId, own.id);
    if (view) await this.#save(voidKind, view.recordId, view.nextBase, { reason: 'Gửi nhầm kỳ' });
  }

  async #save(kind: string, recordId: ReturnType<typeof reportRecordId>, base: Parameters<ReturnType<typeof memoryNotebook>['save']>[0]['base'], body: object): Promise<void> {
    await memoryNotebook(this.#notebook).save({ changeId: aChangeId(), recordId, scope: own.id, kind, base, body: { ...body }, savedAtMs: this.nowMs() });
  }

  figures(): ReturnType<typeof shownReportFigures> {
    return shownReportFigures(own, year, this.book(), reference);
  }
}

const periodIds = fc.constantFrom('2020-q1' as PeriodId, '2020-h1' as PeriodId);
const phones = fc.constantFrom(0, 1);
const steps = fc.array(fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('send' as const), phone: phones, periodId: periodIds, isSound: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('exchange' as const), phone: phones }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.nat({ max: 1000 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('decide' as const), periodId: periodIds, decision: fc.constantFrom('returned' as const, 'returned' as const, 'approved' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), phone: phones, periodId: periodIds }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('back-up' as const, 'restore' as const) }) },
), { minLength: 12, maxLength: 30 });
/** Clocks as they are found: right, a dead battery's first year, a mistyped year. */
const skews = fc.constantFrom(0, -6 * 365 * dayMs, 3 * 365 * dayMs, -2 * dayMs);

async function decide(box: Box, periodId: PeriodId, decision: 'approved' | 'returned'): Promise<void> {
  await box.page(async (page) => {
    const records = await page.recordsOfKind({ kind: reportKind, unitIds: [own.id], from: period(periodId).to, to: period(periodId).to });
    for (const { recordId, edition } of records) {
      await decideReview(page, { recordId, edition, decision, remarks: [], dueOn: null, reviewer: 'Cán bộ mẫu', byUnitId: 'u07' as UnitId, byUnitName: 'Huyện' }, { hash: quickHash, nowMs: box.nowMs });
    }
  });
}

test('the same history gives the same numbers on the phone that wrote it, on a colleague’s, on a new one and at the server, whatever their clocks say', async () => {
  const seen = { reportsOnTime: 0, reportReturns: 0, late: 0 };
  await fc.assert(fc.asyncProperty(steps, fc.tuple(skews, skews, skews), async (list, [one, next, third]) => {
    const box = await aBox();
    box.nowMs = Date.parse('2020-03-16T02:00:00.000Z');
    const pair = [new TestPhone(box, 'one', one), new TestPhone(box, 'next', next)] as const;
    let copy: MemoryState | null = null;
    for (const step of list) {
      box.nowMs += 60_000;
      if (step.kind === 'send') await pair[step.phone].send(step.periodId, step.isSound);
      if (step.kind === 'exchange') await pair[step.phone].exchange();
      if (step.kind === 'cancel') await pair[step.phone].cancel(step.periodId);
      if (step.kind === 'wait') box.nowMs += step.hours * 3_600_000;
      if (step.kind === 'decide') await decide(box, step.periodId, step.decision);
      if (step.kind === 'back-up') copy = box.snapshot();
      if (step.kind === 'restore' && copy) await box.restore(copy);
    }
    const all = [...pair, new TestPhone(box, 'third', third)];
    for (let round = 0; round < 4; round += 1) {
      // What was just saved waits for its undo window.
      box.nowMs += 60_000;
      for (const phone of all) await phone.exchange();
    }
    const stored = await box.page((page) => storedReportFigures(page, own, year, box.host().judge, dayOf(instantOf(box.nowMs))));
    expect(all.map((phone) => phone.figures())).toEqual([stored, stored, stored]);
    seen.reportsOnTime += stored.reportsOnTime ?? 0;
    seen.reportReturns += stored.reportReturns ?? 0;
    seen.late += (stored.reportsReceived ?? 0) - (stored.reportsOnTime ?? 0);
  }), { seed: 20_200_515, numRuns: 60 });
  // The histories are no empty ones.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
});
