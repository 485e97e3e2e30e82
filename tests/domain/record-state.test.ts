import { expect, test } from 'vitest';
import { answerCodes, journalStates, lockStates, qualifiers, recordState, recordStates, reviewStanding, reviewStandings, slipStanding } from '../../src/domain/record-state.ts';

const everyCombination = journalStates.flatMap((journal) =>
  answerCodes.flatMap((code) => reviewStandings.flatMap((review) => lockStates.map((lock) => ({ journal, code, review, lock })))),
);

test('every combination of journal, code, review and lock has one of the eight states', () => {
  expect(everyCombination).toHaveLength(8 * 11 * 5 * 4);
  for (const facts of everyCombination) {
    const { state, qualifier } = recordState(facts);
    expect(recordStates).toContain(state);
    expect(qualifiers).toContain(qualifier);
  }
});

test('every state and every qualifier is reached by some combination', () => {
  const reached = everyCombination.map((facts) => recordState(facts)).flatMap((each) => [each, slipStanding(each, false)]);
  expect(new Set(reached.map((each) => each.state))).toEqual(new Set(recordStates));
  expect(new Set(reached.map((each) => each.qualifier))).toEqual(new Set(qualifiers));
});

test('a decision that was not taken asks nothing of the reviewer, and every other one stands as any record does', () => {
  for (const facts of everyCombination) {
    const found = recordState(facts);
    const lost = { state: 'replaced', qualifier: 'not-counted' };
    const isRefused = found.qualifier === 'two-versions' || found.qualifier === 'machine-check';
    expect(slipStanding(found, false)).toEqual(isRefused || found.qualifier === 'no-longer-allowed' ? lost : found);
    // A phone that lost its leave has one thing to do, and goes on saying so.
    expect(slipStanding(found, true)).toEqual(isRefused ? lost : found);
  }
});

test('[L15] nothing that is still on its way is ever called received or approved', () => {
  for (const facts of everyCombination) {
    if (facts.journal !== 'waiting' && facts.journal !== 'queued' && facts.journal !== 'sending') continue;
    expect(['queued', 'sending', 'send_error']).toContain(recordState(facts).state);
  }
});

test('[L11] an approval of an earlier edition never makes the present one approved', () => {
  for (const facts of everyCombination) {
    if (facts.review === 'approved' || facts.lock === 'locked') continue;
    expect(recordState(facts).state).not.toBe('approved');
  }
  expect(reviewStanding(4, { edition: 3, decision: 'approved' })).toBe('approved-older');
});

test.each([
  [{ journal: 'settled', code: 'held' }, 'received', 'being-processed'],
  [{ journal: 'settled', code: 'returned' }, 'returned', 'machine-check'],
  [{ journal: 'settled', code: 'conflict' }, 'returned', 'two-versions'],
  [{ journal: 'settled', code: 'quarantined' }, 'send_error', 'no-longer-allowed'],
  [{ journal: 'queued', code: 'unauthorized' }, 'send_error', 'needs-code'],
  [{ journal: 'unbuildable', code: 'none' }, 'send_error', 'cannot-be-built'],
  [{ journal: 'settled', code: 'ok', review: 'approved-older' }, 'received', 'edited-after-approval'],
  [{ journal: 'exported', code: 'none' }, 'queued', 'exported'],
  [{ journal: 'settled', code: 'ok', lock: 'void' }, 'replaced', 'void'],
  [{ journal: 'settled', code: 'ok', lock: 'withdrawn' }, 'replaced', 'withdrawn'],
  [{ journal: 'settled', code: 'ok', review: 'approved', lock: 'locked' }, 'approved', 'locked'],
] as const)('%j is %s · %s', (facts, state, qualifier) => {
  expect(recordState({ review: 'none', lock: 'none', ...facts })).toEqual({ state, qualifier });
});
