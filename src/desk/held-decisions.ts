/**
 * Decisions that were made and may still be taken back: each is held for 8 seconds, then sent; all are sent at once
 * when the page goes away. Nothing here says “approved”: that is the server's word.
 */
import type { Remark } from '../domain/review.ts';
import type { DeskReviewReply, DeskReviewRequest } from '../sync/desk-protocol.ts';
import type { Answer, Refusal } from './api.ts';

/** How long a decision may be taken back, in milliseconds (experience paper, M5 and T3). */
export const undoMs = 8_000;

export interface HeldDecision {
  readonly request: DeskReviewRequest;
  /** For the line that tells of it. */
  readonly title: string;
  readonly standing: 'held' | 'sending' | 'refused' | 'decided';
  readonly refusal: Refusal | null;
}

/** The remark that a refusal is about, in the words that were refused; null where it is about none. */
export function refusedRemark({ request, refusal }: HeldDecision): Remark | null {
  return request.remarks.find(({ field }) => field === refusal?.field) ?? null;
}

export interface HeldDecisionsHost {
  /** Calls back after so many milliseconds; the answer takes the call back. */
  later(ms: number, act: () => void): () => void;
  /** `leaving`: the page goes away, the request has to outlive it. */
  send(request: DeskReviewRequest, leaving: boolean): Promise<Answer<DeskReviewReply>>;
  /** After every answer of the server, so that lists are read again. */
  answered(decision: HeldDecision): void;
}

export interface HeldDecisions {
  list(): readonly HeldDecision[];
  /** The decision on this record that is not settled yet. */
  of(recordId: string): HeldDecision | undefined;
  hold(request: DeskReviewRequest, title: string): void;
  /** Takes a decision back; false when it is on its way already. */
  undo(recordId: string): boolean;
  /** Sends a refused one again. */
  retry(recordId: string): void;
  /** Forgets a refused or decided one. */
  dismiss(recordId: string): void;
  /** The page goes away: everything that is held is sent now. Settles when all of it is answered. */
  leave(): Promise<void>;
  /** @returns how to stop listening. */
  listen(listener: () => void): () => void;
}

/** One decision a record: a second one on the same record replaces a refused one, and is ignored while the first is on its way. */
export function holdDecisions(host: HeldDecisionsHost): HeldDecisions {
  let decisions: readonly HeldDecision[] = [];
  const timers = new Map<string, () => void>();
  const listeners = new Set<() => void>();

  const put = (next: readonly HeldDecision[]): void => {
    decisions = next;
    for (const listener of listeners) listener();
  };
  const change = (recordId: string, to: Partial<HeldDecision>): void => {
    put(decisions.map((each) => (each.request.recordId === recordId ? { ...each, ...to } : each)));
  };
  const forget = (recordId: string): void => {
    put(decisions.filter((each) => each.request.recordId !== recordId));
  };
  const stopTimer = (recordId: string): void => {
    timers.get(recordId)?.();
    timers.delete(recordId);
  };
  const find = (recordId: string): HeldDecision | undefined => decisions.find((each) => each.request.recordId === recordId);

  const send = async (recordId: string, leaving: boolean): Promise<void> => {
    const decision = find(recordId);
    if (decision === undefined) return;
    stopTimer(recordId);
    change(recordId, { standing: 'sending', refusal: null });
    const answer = await host.send(decision.request, leaving);
    const settled: HeldDecision = answer.ok
      ? { ...decision, standing: 'decided', refusal: null }
      : { ...decision, standing: 'refused', refusal: answer.refusal };
    change(recordId, settled);
    host.answered(settled);
    if (answer.ok) timers.set(recordId, host.later(undoMs, () => { timers.delete(recordId); forget(recordId); }));
  };

  return {
    list: () => decisions,
    of: (recordId) => {
      const found = find(recordId);
      return found?.standing === 'decided' ? undefined : found;
    },
    hold(request, title) {
      const earlier = find(request.recordId);
      if (earlier?.standing === 'held' || earlier?.standing === 'sending') return;
      stopTimer(request.recordId);
      put([...decisions.filter((each) => each !== earlier), { request, title, standing: 'held', refusal: null }]);
      timers.set(request.recordId, host.later(undoMs, () => void send(request.recordId, false)));
    },
    undo(recordId) {
      if (find(recordId)?.standing !== 'held') return false;
      stopTimer(recordId);
      forget(recordId);
      return true;
    },
    retry(recordId) {
      if (find(recordId)?.standing === 'refused') void send(recordId, false);
    },
    dismiss(recordId) {
      const standing = find(recordId)?.standing;
      if (standing !== 'refused' && standing !== 'decided') return;
      stopTimer(recordId);
      forget(recordId);
    },
    async leave() {
      await Promise.all(decisions.filter((each) => each.standing === 'held').map((each) => send(each.request.recordId, true)));
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * After a lost answer the same decision is sent again, and the server names the first one as standing. When that is
 * this very decision by this very reviewer, it was made.
 */
export function settleRepeat(
  answer: Answer<DeskReviewReply>, request: DeskReviewRequest, reviewer: string,
): Answer<DeskReviewReply> {
  if (answer.ok || answer.refusal.first === null) return answer;
  const { first } = answer.refusal;
  const isSame = first.reviewer === reviewer && first.recordId === request.recordId && first.edition === request.edition
    && first.decision === request.decision && first.dueOn === request.dueOn
    && JSON.stringify(first.remarks.map(({ field, text }) => [field, text])) === JSON.stringify(request.remarks.map(({ field, text }) => [field, text]));
  return isSame ? { ok: true, value: { review: first } } : answer;
}
