/**
 * When to exchange, as a state machine without time or chance of its own: an event comes in, effects go out.
 * What an exchange does stands in exchange-once.ts, what becomes of one part of a picture in send-photo.ts. Words go
 * first: a part goes only when an exchange has left nothing to send or pull, and whatever wakes the engine meanwhile
 * is exchanged before the next part.
 */
import { afterChunk, afterChunkFailure, afterFailure, afterSuccess, charactersPerByte, paceAtFirst, photoRestMs, restMs } from './pace.ts';
import type { Pace } from './pace.ts';

/** Why the engine was woken. What a person does, or a network that comes back, breaks into a rest; a timer or a save does not. */
export type Nudge = 'opened' | 'visible' | 'online' | 'saved' | 'button' | 'timer' | 'other-tab' | 'activated';

export type EngineEvent =
  | { readonly kind: 'nudge'; readonly why: Nudge; readonly nowMs: number }
  | { readonly kind: 'finished'; readonly outcome: Outcome; readonly nowMs: number; readonly tookMs: number }
  | { readonly kind: 'photo-finished'; readonly outcome: PhotoOutcome; readonly nowMs: number; readonly tookMs: number };

/** How an exchange ended. Only `done` proves anything. */
export type Outcome =
  | {
      readonly kind: 'done';
      /** Changes that the server keeps now. */
      readonly storedCount: number;
      readonly moreToSend: boolean;
      readonly moreToPull: boolean;
      /** The server asks for every cursor, not their digest. */
      readonly listNext: boolean;
      /** When a change now in its undo window may go. */
      readonly nextDueMs: number | null;
      /** The server wants more of a picture. */
      readonly photosDue?: boolean;
      /** More pictures may wait than one exchange asks about. */
      readonly photosUnasked?: boolean;
    }
  /** No proven reply: silence, a portal page, a cut or garbled body, a server in trouble. */
  | { readonly kind: 'unknown'; readonly reason: 'silence' | 'portal' | 'garbled' | 'server-trouble' }
  /** A proven reply that moved nothing on: every change was put off, or another tab was faster. */
  | { readonly kind: 'put-off'; readonly photosDue?: boolean }
  | { readonly kind: 'unauthorized' }
  /** Another tab is at it. */
  | { readonly kind: 'busy' }
  /** Frozen until a new activation. */
  | { readonly kind: 'frozen' }
  /** The phone's own store failed (full disk …). */
  | { readonly kind: 'store-trouble' };

/** How one part of a picture ended. Only `done` proves anything. */
export type PhotoOutcome =
  | {
      readonly kind: 'done';
      /** The picture is at the server, its hash proven. */
      readonly isWhole: boolean;
      readonly moreDue: boolean;
      /** The server has begun a new life: the words must hear of it first. */
      readonly isNewEpoch: boolean;
    }
  | Extract<Outcome, { kind: 'unknown' }>
  /** The server does not want it, holds less than before, or the picture is no longer here. */
  | { readonly kind: 'put-off' }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'frozen' }
  | { readonly kind: 'store-trouble' };

export interface EngineState {
  readonly phase: 'idle' | 'exchanging' | 'resting' | 'frozen';
  readonly pace: Pace;
  /** What is under way while exchanging. */
  readonly carrying: 'words' | 'photo';
  /** The earliest moment of the next exchange while resting; also while a picture goes in the meantime. */
  readonly wakeAtMs: number | null;
  /** Pictures rest until then; words do not. */
  readonly photosAtMs: number | null;
  readonly photosUnasked: boolean;
  /** Woken while exchanging: go once more after it. */
  readonly again: boolean;
  readonly listNext: boolean;
}

export type Effect =
  | { readonly kind: 'exchange'; readonly budgetCharacters: number; readonly want: number; readonly listCursors: boolean }
  | { readonly kind: 'photo'; readonly chunkBytes: number }
  | { readonly kind: 'wait'; readonly ms: number };

export const engineAtFirst: EngineState = {
  phase: 'idle', pace: paceAtFirst, carrying: 'words', wakeAtMs: null, photosAtMs: null, photosUnasked: false, again: false, listNext: false,
};

/** Rows are wanted more generously than changes are sent: the way down is wider than the way up. */
const wantCharactersPerByte = 4 * charactersPerByte;
/** A rest is never longer than the longest pause, even if the clock was set back in between. */
const longestRestMs = 15 * 60_000;

interface Step {
  readonly state: EngineState;
  readonly effects: readonly Effect[];
}

export function step(state: EngineState, event: EngineEvent, fraction: number): Step {
  switch (event.kind) {
    case 'nudge':
      return nudged(state, event.why, event.nowMs);
    case 'finished':
      return finished(state, event.outcome, event.nowMs, event.tookMs, fraction);
    case 'photo-finished':
      return photoFinished(state, event.outcome, event.nowMs, event.tookMs, fraction);
  }
}

function nudged(before: EngineState, why: Nudge, nowMs: number): Step {
  const isPatient = why === 'saved' || why === 'timer' || why === 'other-tab';
  const state = isPatient ? before : { ...before, photosAtMs: null };
  if (state.phase === 'exchanging') {
    // The words' own rest goes on while a picture is carried; a person breaks into it.
    if (isPatient && restLeft(state.wakeAtMs, nowMs) > 0) return { state, effects: [] };
    return { state: { ...state, again: true }, effects: [] };
  }
  if (state.phase === 'frozen' && why !== 'activated') return { state, effects: [] };
  if (state.phase === 'resting' && isPatient) {
    const remaining = restLeft(state.wakeAtMs, nowMs);
    if (remaining > 0) return { state, effects: [{ kind: 'wait', ms: remaining }] };
  }
  return go(state);
}

/** Milliseconds until the moment; none when it has passed, or when the clock was set back so far that it would never come. */
function restLeft(atMs: number | null, nowMs: number): number {
  const remaining = (atMs ?? nowMs) - nowMs;
  return remaining > 0 && remaining <= longestRestMs ? remaining : 0;
}

function go(state: EngineState): Step {
  const budgetCharacters = state.pace.budgetBytes * charactersPerByte;
  const want = state.pace.budgetBytes * wantCharactersPerByte;
  return {
    state: { ...state, phase: 'exchanging', carrying: 'words', wakeAtMs: null, again: false, listNext: false },
    effects: [{ kind: 'exchange', budgetCharacters, want, listCursors: state.listNext }],
  };
}

function carry(state: EngineState): Step {
  return { state: { ...state, phase: 'exchanging', carrying: 'photo', photosAtMs: null }, effects: [{ kind: 'photo', chunkBytes: state.pace.chunkBytes }] };
}

function finished(state: EngineState, outcome: Outcome, nowMs: number, tookMs: number, fraction: number): Step {
  switch (outcome.kind) {
    case 'done': {
      const pace = afterSuccess(state.pace, tookMs);
      const calm: EngineState = { ...state, phase: 'idle', pace, wakeAtMs: null, listNext: outcome.listNext, photosUnasked: outcome.photosUnasked === true };
      if (outcome.moreToSend || outcome.moreToPull) return go(calm);
      const mayCarry = outcome.photosDue === true && restLeft(state.photosAtMs, nowMs) === 0;
      // Woken again and again for nothing, the engine would never come to the pictures.
      if (state.again && !(mayCarry && outcome.storedCount === 0)) return go(calm);
      const wakeAtMs = outcome.nextDueMs === null ? null : nowMs + Math.min(Math.max(outcome.nextDueMs - nowMs, 200), longestRestMs);
      if (mayCarry) return carry({ ...calm, wakeAtMs });
      return settle({ ...calm, wakeAtMs, photosAtMs: outcome.photosDue ? calm.photosAtMs : null }, nowMs);
    }
    case 'unknown': {
      const pace = afterFailure(state.pace, outcome.reason === 'silence');
      return rest({ ...state, pace }, nowMs, restMs(pace, fraction));
    }
    case 'put-off':
    case 'store-trouble': {
      const pace = afterFailure(state.pace, false);
      const ms = restMs(pace, fraction);
      // Words that the server puts off for a long time must not keep the pictures back as well.
      if (outcome.kind === 'put-off' && outcome.photosDue === true && restLeft(state.photosAtMs, nowMs) === 0) {
        return carry({ ...state, pace, again: false, wakeAtMs: nowMs + ms });
      }
      return rest({ ...state, pace }, nowMs, ms);
    }
    case 'busy':
      return rest(state, nowMs, restMs(paceAtFirst, fraction));
    case 'unauthorized':
    case 'frozen':
      return freeze(state);
  }
}

function photoFinished(state: EngineState, outcome: PhotoOutcome, nowMs: number, tookMs: number, fraction: number): Step {
  const wordsAreDue = state.again || (state.wakeAtMs !== null && restLeft(state.wakeAtMs, nowMs) === 0);
  switch (outcome.kind) {
    case 'done': {
      const calm = { ...state, pace: afterChunk(state.pace, tookMs, outcome.isWhole) };
      if (wordsAreDue || outcome.isNewEpoch) return go(calm);
      if (outcome.moreDue) return carry(calm);
      return outcome.isWhole && state.photosUnasked ? go(calm) : settle(calm, nowMs);
    }
    case 'unknown':
    case 'put-off':
    case 'store-trouble':
    case 'busy': {
      const pace = outcome.kind === 'busy' ? state.pace : afterChunkFailure(state.pace, whyFailed(outcome));
      const calm = { ...state, pace, photosAtMs: nowMs + photoRestMs(pace, fraction) };
      return wordsAreDue ? go(calm) : settle(calm, nowMs);
    }
    case 'unauthorized':
    case 'frozen':
      return freeze(state);
  }
}

function whyFailed(outcome: Extract<PhotoOutcome, { kind: 'unknown' | 'put-off' | 'store-trouble' }>): 'silence' | 'refused' | 'trouble' {
  if (outcome.kind === 'put-off') return 'refused';
  return outcome.kind === 'unknown' && outcome.reason === 'silence' ? 'silence' : 'trouble';
}

/** Nothing to do now: what waits for a moment is waited for. */
function settle(state: EngineState, nowMs: number): Step {
  const wordsMs = restLeft(state.wakeAtMs, nowMs);
  if (wordsMs > 0) return rest(state, nowMs, wordsMs);
  const photosMs = restLeft(state.photosAtMs, nowMs);
  return { state: { ...state, phase: 'idle', wakeAtMs: null }, effects: photosMs > 0 ? [{ kind: 'wait', ms: photosMs }] : [] };
}

function freeze(state: EngineState): Step {
  return { state: { ...state, phase: 'frozen', wakeAtMs: null, again: false }, effects: [] };
}

function rest(state: EngineState, nowMs: number, ms: number): Step {
  const bounded = Math.min(ms, longestRestMs);
  return { state: { ...state, phase: 'resting', wakeAtMs: nowMs + bounded, again: false }, effects: [{ kind: 'wait', ms: bounded }] };
}
