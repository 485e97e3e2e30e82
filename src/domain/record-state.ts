/**
 * The one status language: eight states, a qualifier, no synonyms. Every combination of what the phone's journal
 * knows, what the server answered, what a reviewer decided and whether an upper level has locked the record falls
 * on exactly one of them. The words stand in `i18n/state-words.ts`.
 */

export const recordStates = ['draft', 'queued', 'sending', 'send_error', 'received', 'returned', 'approved', 'replaced'] as const;
export type RecordState = (typeof recordStates)[number];

export const qualifiers = [
  'plain',
  'undo-window', // saved, and may still be taken back
  'will-retry', // the server asked for another moment
  'too-big', // has to be sent in pieces
  'exported', // handed on as a file
  'needs-code', // the server no longer knows this phone
  'cannot-be-built', // the saved change can no longer be read
  'no-longer-allowed', // quarantined: not this phone's to write
  'being-processed', // held: stored, not understood yet
  'machine-check', // refused by a rule
  'two-versions', // conflict: the officer chooses
  'edited-after-approval',
  'edited-after-return',
  'locked', // added up by the upper level
  'void',
  'withdrawn',
  'not-counted', // a reviewer's decision that came second, or was refused
] as const;
export type Qualifier = (typeof qualifiers)[number];

export const journalStates = ['none', 'draft', 'waiting', 'queued', 'sending', 'settled', 'unbuildable', 'exported'] as const;
export type JournalState = (typeof journalStates)[number];

export const answerCodes = ['none', 'ok', 'duplicate', 'held', 'returned', 'conflict', 'quarantined', 'order', 'big', 'retry', 'unauthorized'] as const;
export type AnswerCode = (typeof answerCodes)[number];

/** `…-older`: the decision was made on an earlier edition than the one shown. */
export const reviewStandings = ['none', 'approved', 'returned', 'approved-older', 'returned-older'] as const;
export type ReviewStanding = (typeof reviewStandings)[number];

export const lockStates = ['none', 'locked', 'void', 'withdrawn'] as const;
export type LockState = (typeof lockStates)[number];

export interface RecordFacts {
  readonly journal: JournalState;
  readonly code: AnswerCode;
  readonly review: ReviewStanding;
  readonly lock: LockState;
}

export interface RecordStanding {
  readonly state: RecordState;
  readonly qualifier: Qualifier;
}

/** Total: no combination is left without a state. Source: the table of the sync specification, SPEC.md §6. */
export function recordState(facts: RecordFacts): RecordStanding {
  const { journal, code, lock } = facts;
  if (journal === 'draft') return standing('draft');
  if (journal === 'unbuildable') return standing('send_error', 'cannot-be-built');
  if (journal === 'waiting' || journal === 'queued' || journal === 'sending' || journal === 'exported') return onItsWay(journal, code);
  if (lock === 'void' || lock === 'withdrawn') return standing('replaced', lock);
  return answered(code, facts);
}

function onItsWay(journal: 'waiting' | 'queued' | 'sending' | 'exported', code: AnswerCode): RecordStanding {
  if (code === 'unauthorized') return standing('send_error', 'needs-code');
  if (journal === 'exported') return standing('queued', 'exported');
  if (journal === 'sending') return standing('sending');
  if (journal === 'waiting') return standing('queued', 'undo-window');
  if (code === 'big') return standing('queued', 'too-big');
  return code === 'order' || code === 'retry' ? standing('queued', 'will-retry') : standing('queued');
}

function answered(code: AnswerCode, { review, lock }: RecordFacts): RecordStanding {
  switch (code) {
    case 'held':
      return standing('received', 'being-processed');
    case 'returned':
      return standing('returned', 'machine-check');
    case 'conflict':
      return standing('returned', 'two-versions');
    case 'quarantined':
      return standing('send_error', 'no-longer-allowed');
    case 'big':
      return standing('queued', 'too-big');
    case 'order':
    case 'retry':
      return standing('queued', 'will-retry');
    case 'none':
    case 'ok':
    case 'duplicate':
    case 'unauthorized': // the phone lost its leave, the record did not
      return reviewed(review, lock);
  }
}

function reviewed(review: ReviewStanding, lock: LockState): RecordStanding {
  if (lock === 'locked') return standing('approved', 'locked');
  switch (review) {
    case 'none':
      return standing('received');
    case 'approved':
      return standing('approved');
    case 'returned':
      return standing('returned');
    case 'approved-older':
      return standing('received', 'edited-after-approval');
    case 'returned-older':
      return standing('received', 'edited-after-return');
  }
}

/**
 * The standing of a reviewer's decision. One that was not taken is history: what waits for a hand is the record that it was
 * made on, which stands among those to be looked at again. Of a phone that has lost its leave nothing is history: it needs a code.
 */
export function slipStanding(found: RecordStanding, isFrozen: boolean): RecordStanding {
  const isLost = found.qualifier === 'two-versions' || found.qualifier === 'machine-check' || (found.qualifier === 'no-longer-allowed' && !isFrozen);
  return isLost ? standing('replaced', 'not-counted') : found;
}

function standing(state: RecordState, qualifier: Qualifier = 'plain'): RecordStanding {
  return { state, qualifier };
}

/** How a review stands to the edition shown. */
export function reviewStanding(edition: number, review: { edition: number; decision: 'approved' | 'returned' } | null): ReviewStanding {
  if (!review || review.edition > edition) return 'none';
  return review.edition === edition ? review.decision : `${review.decision}-older`;
}
