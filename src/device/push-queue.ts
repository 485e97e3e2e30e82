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
import type { Identity } from './identity.ts';
import { guardedBy, withToken } from './token-guard.ts';
import type { GuardedNotebook } from './token-guard.ts';
import type { HeldBackPhotos } from './wifi-only.ts';

export interface PushPorts {
  readonly notebook: Journal;
  /** The page's lock: while a tab is at it, the worker waits. */
  readonly lock: LockPort;
  readonly link: (token: string) => LinkPort;
  /** Pictures, their way and their lock, where there is a store of them. */
  readonly photos?: { readonly store: PhotosPort & Partial<HeldBackPhotos>; readonly link: (token: string) => PhotoLinkPort; readonly lock: LockPort } | null;
  readonly clock: ClockPort;
  readonly chance: ChancePort;
  /** SHA-256 in base64url. */
  readonly hash: (text: string) => Promise<string>;
  readonly wait: (ms: number) => Promise<void>;
  /** After every proven reply, whatever it said. */
  readonly noteContact?: () => void;
}

/**
 * `empty`: nothing is left that could go now. `photos-wait`: the same of words; pictures wait for Wi-Fi, and go with a page that
 * has it: a wake on this network could do nothing for them. `later`: something is left, and the browser should wake us again.
 */
export type PushEnding = 'empty' | 'photos-wait' | 'later' | 'needs-code';

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
    if (await isEmpty(ports)) return emptyEnding(ports);
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
  return engine.phase === 'frozen' ? 'needs-code' : emptyEnding(ports);
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

async function emptyEnding({ photos }: PushPorts): Promise<PushEnding> {
  return (await photos?.store.hasHeldBack?.().catch(() => false)) ? 'photos-wait' : 'empty';
}

function exchange(ports: PushPorts, { budgetCharacters, listCursors }: Extract<Effect, { kind: 'exchange' }>): Promise<Outcome> {
  const { notebook, photos, clock, chance, hash } = ports;
  const { take, renewLineage } = notebook;
  return underLock<Outcome>(notebook, ports.lock, ({ token, deviceId, officer, unit }, guarded) =>
    exchangeOnce(
      {
        notebook: { ...guarded, take, renewLineage }, mirror: noMirror, link: ports.link(token), clock, chance, hash,
        photos: photos ? { store: photos.store, scope: unit.id } : null,
      },
      { deviceId, officerId: officer.id, budgetCharacters, want: 0, listCursors },
    ),
  );
}

function carryPhoto({ notebook, photos, clock }: PushPorts, chunkBytes: number): Promise<PhotoOutcome> {
  if (!photos) return Promise.resolve({ kind: 'frozen' });
  return underLock<PhotoOutcome>(notebook, photos.lock, ({ token, unit }, guarded) =>
    sendPhoto({ photos: photos.store, scope: unit.id, notebook: guarded, link: photos.link(token), clock }, chunkBytes),
  );
}

async function underLock<Ended extends { readonly kind: Outcome['kind'] }>(
  notebook: Journal,
  lock: LockPort,
  work: (identity: Identity, guarded: GuardedNotebook) => Promise<Ended>,
): Promise<Ended | { readonly kind: 'busy' | 'frozen' | 'put-off' | 'store-trouble' }> {
  try {
    const ended = await lock.ifFree(async () => {
      const identity = await notebook.identity();
      return identity ? withToken(notebook, await work(identity, guardedBy(notebook, identity.token))) : { kind: 'frozen' as const };
    });
    return ended === 'busy' ? { kind: 'busy' } : ended;
  } catch {
    return { kind: 'store-trouble' };
  }
}
