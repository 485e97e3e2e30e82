import { describe, expect, it } from 'vitest';
import type { Answer, Refusal } from '../../src/desk/api.ts';
import { holdDecisions, refusedRemark, settleRepeat, undoMs } from '../../src/desk/held-decisions.ts';
import type { HeldDecision } from '../../src/desk/held-decisions.ts';
import { Review } from '../../src/domain/review.ts';
import { DeskReviewRequest } from '../../src/sync/desk-protocol.ts';
import type { DeskReviewReply } from '../../src/sync/desk-protocol.ts';

const first = DeskReviewRequest.parse({ recordId: '0190a1b2-0000-7000-8000-000000000001', edition: 2, decision: 'approved', remarks: [], dueOn: null });
const second = DeskReviewRequest.parse({ ...first, recordId: '0190a1b2-0000-7000-8000-000000000002' });
const reply = (request: DeskReviewRequest, reviewer = 'Ban Tuyên giáo'): DeskReviewReply => ({
  review: Review.parse({ ...request, reviewer, byUnitId: 'p01', byUnitName: 'LĐLĐ tỉnh', decidedAt: '2020-05-15T07:00:00.000Z' }),
});
const refusal = (code: string, stands: Review | null = null): Refusal => ({ code, title: 'Không gửi được.', next: 'Thử lại.', field: null, first: stands });

/** A desk whose clock and server a test moves by hand. */
function aDesk() {
  let now = 0;
  let timers: { at: number; act: () => void }[] = [];
  const sent: { request: DeskReviewRequest; leaving: boolean; answer: (answer: Answer<DeskReviewReply>) => void }[] = [];
  const answered: HeldDecision[] = [];
  const held = holdDecisions({
    later(ms, act) {
      const timer = { at: now + ms, act };
      timers.push(timer);
      return () => { timers = timers.filter((each) => each !== timer); };
    },
    send: (request, leaving) => new Promise((answer) => sent.push({ request, leaving, answer })),
    answered: (decision) => answered.push(decision),
  });
  return {
    held, sent, answered,
    pass(ms: number) {
      now += ms;
      const due = timers.filter((timer) => timer.at <= now);
      timers = timers.filter((timer) => timer.at > now);
      for (const timer of due) timer.act();
    },
    async answer(at: number, answer: Answer<DeskReviewReply>) {
      sent[at]?.answer(answer);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('a decision', () => {
  it('is sent after eight seconds, not before', () => {
    const { held, sent, pass } = aDesk();
    held.hold(first, 'Chăm lo Tết');
    pass(undoMs - 1);
    expect(sent).toEqual([]);
    pass(1);
    expect(sent.map((each) => each.request)).toEqual([first]);
  });

  it('that was taken back sends nothing, ever', () => {
    const { held, sent, pass } = aDesk();
    held.hold(first, 'Chăm lo Tết');
    expect(held.undo(first.recordId)).toBe(true);
    pass(undoMs * 2);
    void held.leave();
    expect(sent).toEqual([]);
    expect(held.list()).toEqual([]);
  });

  it('on its way cannot be taken back, and says so', () => {
    const { held, pass } = aDesk();
    held.hold(first, 'Chăm lo Tết');
    pass(undoMs);
    expect(held.undo(first.recordId)).toBe(false);
    expect(held.of(first.recordId)?.standing).toBe('sending');
  });

  it('of a page that goes away is sent at once and only once, by a request that outlives the page', () => {
    const { held, sent, pass } = aDesk();
    held.hold(first, 'Chăm lo Tết');
    held.hold(second, 'Hội nghị');
    void held.leave();
    pass(undoMs * 2);
    expect(sent.map((each) => [each.request.recordId, each.leaving])).toEqual([[first.recordId, true], [second.recordId, true]]);
  });

  it('is answered before its reviewer signs out', async () => {
    const { held, sent, answer } = aDesk();
    held.hold(first, 'Chăm lo Tết');
    let hasLeft = false;
    void held.leave().then(() => { hasLeft = true; });
    await Promise.resolve();
    expect([sent.length, hasLeft]).toEqual([1, false]);
    await answer(0, { ok: true, value: reply(first) });
    await new Promise((resolve) => { setTimeout(resolve); });
    expect(hasLeft).toBe(true);
  });

  it('on one record holds back none on another: each has its own eight seconds', () => {
    const { held, sent, pass } = aDesk();
    held.hold(first, 'Chăm lo Tết');
    pass(5_000);
    held.hold(second, 'Hội nghị');
    pass(3_000);
    expect(sent.map((each) => each.request)).toEqual([first]);
    expect(held.undo(second.recordId)).toBe(true);
  });

  it('pressed twice is one decision', () => {
    const { held, sent, pass } = aDesk();
    held.hold(first, 'Chăm lo Tết');
    held.hold({ ...first, decision: 'returned' }, 'Chăm lo Tết');
    pass(undoMs);
    expect(sent.map((each) => each.request.decision)).toEqual(['approved']);
  });

  it('counts as made only when the server says so', async () => {
    const { held, answered, pass, answer } = aDesk();
    held.hold(first, 'Chăm lo Tết');
    pass(undoMs);
    expect(answered).toEqual([]);
    await answer(0, { ok: true, value: reply(first) });
    expect(answered.map((each) => each.standing)).toEqual(['decided']);
    expect(held.of(first.recordId)).toBeUndefined();
    pass(undoMs);
    expect(held.list()).toEqual([]);
  });

  it('that the server refused stays on the screen with its reason until it is sent again or dropped', async () => {
    const { held, sent, pass, answer } = aDesk();
    held.hold(first, 'Chăm lo Tết');
    pass(undoMs);
    await answer(0, { ok: false, refusal: refusal('unreachable') });
    pass(undoMs * 10);
    expect(held.of(first.recordId)).toMatchObject({ standing: 'refused', refusal: { code: 'unreachable' }, request: first });
    held.retry(first.recordId);
    expect(sent).toHaveLength(2);
    await answer(1, { ok: false, refusal: refusal('review-stale') });
    held.dismiss(first.recordId);
    expect(held.list()).toEqual([]);
  });

  it('whose answer was lost and that is sent again counts as made, not as a conflict with oneself', () => {
    const own = reply(first).review;
    expect(settleRepeat({ ok: false, refusal: refusal('review-conflict', own) }, first, own.reviewer)).toEqual({ ok: true, value: { review: own } });
  });

  it('stays a conflict when somebody else, or oneself with other words, was first', () => {
    const others = { ok: false, refusal: refusal('review-conflict', reply(first, 'Người khác').review) } as const;
    expect(settleRepeat(others, first, 'Ban Tuyên giáo')).toBe(others);
    const own = { ok: false, refusal: refusal('review-conflict', reply({ ...first, decision: 'returned' }).review) } as const;
    expect(settleRepeat(own, first, 'Ban Tuyên giáo')).toBe(own);
  });
});

describe('a remark that was refused', () => {
  const request = DeskReviewRequest.parse({ ...first, decision: 'returned', remarks: [{ field: 'title', text: 'Ghi rõ tên' }, { field: 'note', text: 'Hỏi đồng chí Lò Văn Pâng' }] });
  it('is found by the place that the refusal names, and nothing is found where it names none', () => {
    const heldBy = (field: string | null): HeldDecision => ({ request, title: '', standing: 'refused', refusal: { ...refusal('text-names-person'), field } });
    expect(refusedRemark(heldBy('note'))?.text).toBe('Hỏi đồng chí Lò Văn Pâng');
    expect([refusedRemark(heldBy(null)), refusedRemark(heldBy('remarks')), refusedRemark({ ...heldBy(null), refusal: null })]).toEqual([null, null, null]);
  });
});
