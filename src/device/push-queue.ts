/**
 * What the service worker does when the network is back and perhaps no page is open: the same engine, step by step, over
 * the same notebook, asking for codes alone. The mirror belongs to the page and is not opened here (SPEC.md §11).
 */
import { engineAtFirst, step } from '../sync/engine.ts';
import type { Effect, EngineState, Outcome, PhotoOutcome } from '../sync/engine.ts';
import { exchangeOnce } from '../sync/exchange-once.ts';
import { isHeldBack } from '../sync/journal.ts';
import type { ChancePort, ClockPort, LinkPort, LockPort, MirrorPort, PhotoLinkPort, PhotosPort } from '../sync/ports.ts';
import { sendPhoto } from '../sync/send-photo.ts';
import type { Journal } from './notebook-journal.ts';
import { guardedBy, withToken } from './token-guard.ts';

export interface PushPorts {
  readonly notebook: Journal;
  /** The page's lock: while a tab is at it, the worker waits. */
  readonly lock: LockPort;
  readonly link: (token: string) => LinkPort;
  /** Pictures and their way, where there is a store of them. */
  readonly photos?: { readonly store: PhotosPort; readonly link: (token: string) => PhotoLinkPort } | null;
  readonly clock: ClockPort;
  readonly chance: ChancePort;
  /** SHA-256 in base64url. */
  readonly hash: (text: string) => Promise<string>;
  readonly wait: (ms: number) => Promise<void>;
  /** After every proven reply, whatever it said. */
  readonly noteContact?: () => void;
}

/** `empty`: nothing is left that could go now. `later`: something is, and the browser should wake us again. */
export type PushEnding = 'empty' | 'later' | 'needs-code';

/** All of one wake: the browser ends a worker that takes minutes. */
const mostMs = 90_000;
/** A page that is open sends at the end of the undo window; only if it is gone by then is there something left to do. */
const graceMs = 3_000;

/** Nothing pulled, nothing kept: with a reply of codes alone there are no rows to lay. */
const noMirror: MirrorPort = {
  head: () => Promise.resolve({ epoch: null, cursors: [] }),
  apply: () => Promise.resolve(true),
  erase: () => Promise.resolve(),
};

export async function pushQueue(ports: PushPorts): Promise<PushEnding> {
  const nowMs = (): number => ports.clock.nowMs();
  const fraction = (): number => ports.chance.fraction();
  const startedMs = nowMs();
  const isOver = (ms: number): boolean => nowMs() - startedMs + ms > mostMs;
  const heldMs = await heldBackFor(ports);
  if (heldMs > 0) await ports.wait(heldMs + graceMs);

  let engine: EngineState = engineAtFirst;
  let effects: readonly Effect[] = [];
  let last: (Outcome | PhotoOutcome)['kind'] = 'done';
  const take = (next: ReturnType<typeof step>): void => {
    ({ state: engine, effects } = next);
  };
  take(step(engine, { kind: 'nudge', why: 'online', nowMs: nowMs() }, fraction()));
  for (let effect = effects[0]; effect; effect = effects[0]) {
    if (effect.kind === 'wait') {
      // A rest after a failure is the browser's to time: it knows when there is a network again.
      if ((last !== 'done' && last !== 'busy') || isOver(effect.ms)) return 'later';
      // oxlint-disable-next-line no-await-in-loop -- the engine goes one step after the other
      await ports.wait(effect.ms);
      take(step(engine, { kind: 'nudge', why: 'timer', nowMs: nowMs() }, fraction()));
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (await isEmpty(ports)) return 'empty';
    if (isOver(0)) return 'later';
    const beganMs = nowMs();
    if (effect.kind === 'exchange') {
      // oxlint-disable-next-line no-await-in-loop -- as above
      const outcome = await exchange(ports, effect);
      last = outcome.kind;
      if (outcome.kind === 'done' || outcome.kind === 'put-off') ports.noteContact?.();
      take(step(engine, { kind: 'finished', outcome, nowMs: nowMs(), tookMs: nowMs() - beganMs }, fraction()));
    } else {
      // oxlint-disable-next-line no-await-in-loop -- as above
      const outcome = await carryPhoto(ports, effect.chunkBytes);
      last = outcome.kind;
      take(step(engine, { kind: 'photo-finished', outcome, nowMs: nowMs(), tookMs: nowMs() - beganMs }, fraction()));
    }
  }
  return engine.phase === 'frozen' ? 'needs-code' : 'empty';
}

/** Milliseconds until the first change may go, where all of them are in their undo window; else none. */
async function heldBackFor({ notebook, clock }: PushPorts): Promise<number> {
  const open = await notebook.openEntries();
  const now = clock.nowMs();
  if (open.length === 0 || !open.every((entry) => isHeldBack(entry, now))) return 0;
  return Math.min(...open.map((entry) => entry.sendAfterMs)) - now;
}

async function isEmpty({ notebook, photos }: PushPorts): Promise<boolean> {
  if ((await notebook.openEntries()).length > 0) return false;
  return !photos || (await photos.store.undelivered(1).catch(() => [])).length === 0;
}

async function exchange(ports: PushPorts, { budgetCharacters, listCursors }: Extract<Effect, { kind: 'exchange' }>): Promise<Outcome> {
  const { notebook, photos, clock, chance, hash } = ports;
  const work = async (): Promise<Outcome> => {
    const identity = await notebook.identity();
    if (!identity) return { kind: 'frozen' };
    const { take, settle, renewLineage } = notebook;
    const outcome = await exchangeOnce(
      {
        notebook: { ...guardedBy(notebook, identity.token), take, settle, renewLineage }, mirror: noMirror, link: ports.link(identity.token), clock, chance,
        hash, photos: photos ? { store: photos.store, scope: identity.unit.id } : null,
      },
      { deviceId: identity.deviceId, officerId: identity.officer.id, budgetCharacters, want: 0, listCursors },
    );
    return withToken(notebook, outcome);
  };
  return underLock(ports.lock, work);
}

async function carryPhoto({ notebook, photos, lock, clock }: PushPorts, chunkBytes: number): Promise<PhotoOutcome> {
  const work = async (): Promise<PhotoOutcome> => {
    const identity = await notebook.identity();
    if (!identity || !photos) return { kind: 'frozen' };
    const { token, unit } = identity;
    const outcome = await sendPhoto({ photos: photos.store, scope: unit.id, notebook: guardedBy(notebook, token), link: photos.link(token), clock }, chunkBytes);
    return withToken(notebook, outcome);
  };
  return underLock(lock, work);
}

async function underLock<Ended>(lock: LockPort, work: () => Promise<Ended>): Promise<Ended | { readonly kind: 'busy' } | { readonly kind: 'store-trouble' }> {
  try {
    const ended = await lock.ifFree(work);
    return ended === 'busy' ? { kind: 'busy' } : ended;
  } catch {
    return { kind: 'store-trouble' };
  }
}
