/**
 * When to exchange, as a state machine without time or chance of its own: an event comes in, effects go out.
 * What an exchange does stands in exchange-once.ts.
 */
import { afterFailure, afterSuccess, charactersPerByte, paceAtFirst, restMs } from './pace.ts';
import type { Pace } from './pace.ts';

/** Why the engine was woken. What a person does, or a network that comes back, breaks into a rest; a timer or a save does not. */
export type Nudge = 'opened' | 'visible' | 'online' | 'saved' | 'button' | 'timer' | 'other-tab' | 'activated';

export type EngineEvent =
  | { readonly kind: 'nudge'; readonly why: Nudge; readonly nowMs: number }
  | { readonly kind: 'finished'; readonly outcome: Outcome; readonly nowMs: number; readonly tookMs: number };

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
    }
  /** No proven reply: silence, a portal page, a cut or garbled body, a server in trouble. */
  | { readonly kind: 'unknown'; readonly reason: 'silence' | 'portal' | 'garbled' | 'server-trouble' }
  /** A proven reply that moved nothing on: every change was put off, or another tab was faster. */
  | { readonly kind: 'put-off' }
  | { readonly kind: 'unauthorized' }
  /** Another tab is at it. */
  | { readonly kind: 'busy' }
  /** Frozen until a new activation. */
  | { readonly kind: 'frozen' }
  /** The phone's own store failed (full disk …). */
  | { readonly kind: 'store-trouble' };

export interface EngineState {
  readonly phase: 'idle' | 'exchanging' | 'resting' | 'frozen';
  readonly pace: Pace;
  /** The earliest moment of the next try while resting. */
  readonly wakeAtMs: number | null;
  /** Woken while exchanging: go once more after it. */
  readonly again: boolean;
  readonly listNext: boolean;
}

export type Effect =
  | { readonly kind: 'exchange'; readonly budgetCharacters: number; readonly want: number; readonly listCursors: boolean }
  | { readonly kind: 'wait'; readonly ms: number };

export const engineAtFirst: EngineState = { phase: 'idle', pace: paceAtFirst, wakeAtMs: null, again: false, listNext: false };

/** Rows are wanted more generously than changes are sent: the way down is wider than the way up. */
const wantCharactersPerByte = 4 * charactersPerByte;
/** A rest is never longer than the longest pause, even if the clock was set back in between. */
const longestRestMs = 15 * 60_000;

export function step(state: EngineState, event: EngineEvent, fraction: number): { state: EngineState; effects: readonly Effect[] } {
  if (event.kind === 'nudge') return nudged(state, event.why, event.nowMs);
  return finished(state, event.outcome, event.nowMs, event.tookMs, fraction);
}

function nudged(state: EngineState, why: Nudge, nowMs: number): { state: EngineState; effects: readonly Effect[] } {
  if (state.phase === 'exchanging') return { state: { ...state, again: true }, effects: [] };
  if (state.phase === 'frozen' && why !== 'activated') return { state, effects: [] };
  if (state.phase === 'resting' && state.wakeAtMs !== null && (why === 'saved' || why === 'timer' || why === 'other-tab')) {
    const remaining = state.wakeAtMs - nowMs;
    // Not yet; and a clock that was set back must not stretch the rest.
    if (remaining > 0 && remaining <= longestRestMs) return { state, effects: [{ kind: 'wait', ms: remaining }] };
  }
  return go(state);
}

function go(state: EngineState): { state: EngineState; effects: readonly Effect[] } {
  const budgetCharacters = state.pace.budgetBytes * charactersPerByte;
  const want = state.pace.budgetBytes * wantCharactersPerByte;
  return {
    state: { ...state, phase: 'exchanging', wakeAtMs: null, again: false, listNext: false },
    effects: [{ kind: 'exchange', budgetCharacters, want, listCursors: state.listNext }],
  };
}

function finished(state: EngineState, outcome: Outcome, nowMs: number, tookMs: number, fraction: number): { state: EngineState; effects: readonly Effect[] } {
  switch (outcome.kind) {
    case 'done': {
      const calm: EngineState = { ...state, phase: 'idle', pace: afterSuccess(state.pace, tookMs), wakeAtMs: null, listNext: outcome.listNext };
      if (outcome.moreToSend || outcome.moreToPull || state.again) return go(calm);
      if (outcome.nextDueMs === null) return { state: calm, effects: [] };
      return rest(calm, nowMs, Math.max(outcome.nextDueMs - nowMs, 200));
    }
    case 'unknown': {
      const pace = afterFailure(state.pace, outcome.reason === 'silence');
      return rest({ ...state, pace, again: false }, nowMs, restMs(pace, fraction));
    }
    case 'put-off':
    case 'store-trouble': {
      const pace = afterFailure(state.pace, false);
      return rest({ ...state, pace, again: false }, nowMs, restMs(pace, fraction));
    }
    case 'busy':
      return rest({ ...state, again: false }, nowMs, restMs(paceAtFirst, fraction));
    case 'unauthorized':
    case 'frozen':
      return { state: { ...state, phase: 'frozen', wakeAtMs: null, again: false }, effects: [] };
  }
}

function rest(state: EngineState, nowMs: number, ms: number): { state: EngineState; effects: readonly Effect[] } {
  const bounded = Math.min(ms, longestRestMs);
  return { state: { ...state, phase: 'resting', wakeAtMs: nowMs + bounded, again: false }, effects: [{ kind: 'wait', ms: bounded }] };
}
