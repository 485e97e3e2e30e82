/**
 * Carries out what the engine decides: listens to the phone (opened, visible, online, saved, the button, another tab),
 * runs the exchanges, keeps the one timer, and tells the screens where it stands. It decides nothing itself.
 */
import type { ChangeId } from '../domain/id.ts';
import * as z from 'zod/mini';
import { Instant, instantOf } from '../domain/time.ts';
import { engineAtFirst, step } from '../sync/engine.ts';
import type { Effect, EngineEvent, EngineState, Nudge, Outcome, PhotoOutcome } from '../sync/engine.ts';
import { exchangeOnce } from '../sync/exchange-once.ts';
import { undoWindowMs } from '../sync/journal.ts';
import { paceFrom } from '../sync/pace.ts';
import type { LinkPort, LockPort, PhotoDue, PhotoLinkPort, PhotosPort } from '../sync/ports.ts';
import { sendPhoto } from '../sync/send-photo.ts';
import { httpLink, photoLink } from './http-link.ts';
import { newToken, sha256 } from './keys.ts';
import type { Mirror } from './mirror.ts';
import type { Notebook } from './notebook.ts';
import { askForWake } from './background-sync.ts';
import { logLine, longestLog } from './sync-log.ts';
import type { SyncLogLine } from './sync-log.ts';
import { exchangeName, photoLockName, tabLock } from './tab-lock.ts';
import { guardedBy, withToken } from './token-guard.ts';
import { troubleOf } from './trouble.ts';
import type { Trouble } from './trouble.ts';
import { isPaidFor, onNetworkType } from './wifi-only.ts';

export interface SyncStatus {
  readonly phase: EngineState['phase'];
  /** The phone's clock at the last proven reply. */
  readonly lastContactAt: Instant | null;
  /** While resting: when the next try comes without being asked. */
  readonly nextTryAt: Instant | null;
  readonly lastOutcome: Outcome | null;
  /** What the exchange under way carries; empty otherwise. */
  readonly sending: { readonly count: number; readonly changeIds: readonly ChangeId[] };
  /** The picture whose next part is on its way, and how much of it the server holds; null otherwise. */
  readonly photo: PhotoDue | null;
  /** How the last part of a picture ended; null before the first. */
  readonly lastPhotoOutcome: PhotoOutcome | null;
  /** Why the phone's own store failed last, while `lastOutcome` is `store-trouble`. */
  readonly trouble: Trouble | null;
  /** Latest first, at most 20; kept from one opening of the app to the next. */
  readonly log: readonly SyncLogLine[];
}

export interface SyncRunner {
  /** Listens to the phone from now on and tries at once. */
  start(): Promise<void>;
  stop(): void;
  /** `saved` waits until the undo window is over; everything else is handed to the engine at once. */
  nudge(why: Exclude<Nudge, 'timer' | 'other-tab'>): void;
  status(): SyncStatus;
  /** Calls back on every change of the status. Answers how to stop. */
  onStatus(listener: (status: SyncStatus) => void): () => void;
  /** When no exchange and no part of a picture is under way: a new version of the app waits for this. */
  whenQuiet(): Promise<void>;
}

export interface SyncRunnerPorts {
  readonly notebook: Notebook;
  readonly mirror: Mirror;
  /** The phone's pictures, where there is a store of them. */
  readonly photos?: PhotosPort;
  /** Replaced in tests; otherwise the browser's. */
  readonly link?: (token: string) => LinkPort;
  readonly photoLink?: (token: string) => PhotoLinkPort;
  readonly lock?: LockPort;
  readonly nowMs?: () => number;
  readonly fraction?: () => number;
}

/** So many times in a row another tab may be at it. Then it is taken for frozen, and its lock for meaningless. */
const mostBusy = 3;

type ExchangeEffect = Extract<Effect, { kind: 'exchange' }>;
type PhotoEffect = Extract<Effect, { kind: 'photo' }>;

/** What tabs tell each other. */
const TabWord = z.discriminatedUnion('kind', [z.object({ kind: z.literal('contact'), at: Instant }), z.object({ kind: z.enum(['activated', 'saved']) })]);
type TabWord = z.infer<typeof TabWord>;

export function syncRunner(ports: SyncRunnerPorts): SyncRunner {
  const { notebook, mirror, photos } = ports;
  const link = ports.link ?? ((token: string) => httpLink({ token }));
  const photoLinkFor = ports.photoLink ?? ((token: string) => photoLink({ token }));
  const alone = turns(ports.lock ?? tabLock(exchangeName));
  // Not the same lock: while one tab carries a picture, another may exchange words.
  const aloneWithPhotos = turns(ports.lock ?? tabLock(photoLockName));
  const nowMs = ports.nowMs ?? (() => Date.now());
  const fraction = ports.fraction ?? (() => Math.random());

  let engine: EngineState = engineAtFirst;
  let timer: { readonly handle: ReturnType<typeof setTimeout>; readonly atMs: number } | null = null;
  let channel: BroadcastChannel | null = null;
  let stopListening: () => void = () => undefined;
  const listeners = new Set<(status: SyncStatus) => void>();
  const quiet = new Set<() => void>();
  let status: SyncStatus = {
    phase: 'idle',
    lastContactAt: null,
    nextTryAt: null,
    lastOutcome: null,
    sending: { count: 0, changeIds: [] },
    photo: null,
    lastPhotoOutcome: null,
    trouble: null,
    log: [],
  };

  const tell = (change: Partial<SyncStatus>): void => {
    const nextTryAt = engine.phase === 'resting' && engine.wakeAtMs !== null ? instantOf(engine.wakeAtMs) : null;
    status = { ...status, ...change, phase: engine.phase, nextTryAt };
    for (const listener of listeners) listener(status);
  };

  const clearTimer = (): void => {
    if (timer) clearTimeout(timer.handle);
    timer = null;
  };
  /** The one timer keeps the earliest wish. Woken too early, the engine asks to wait for the rest. */
  const wakeIn = (ms: number): void => {
    const atMs = nowMs() + ms;
    if (timer && timer.atMs <= atMs) return;
    clearTimer();
    const handle = setTimeout(() => {
      timer = null;
      feed({ kind: 'nudge', why: 'timer', nowMs: nowMs() });
    }, ms);
    timer = { handle, atMs };
  };

  const feed = (event: EngineEvent): void => {
    const { state, effects } = step(engine, event, fraction());
    engine = state;
    for (const effect of effects) {
      if (effect.kind === 'wait') wakeIn(effect.ms);
      // The timer may be a save's: it is not lost over a picture.
      else if (effect.kind === 'photo') void carryPhoto(effect);
      else {
        clearTimer();
        const isForced = event.kind === 'nudge' && event.why === 'button';
        void exchange(effect, isForced);
      }
    }
    tell({});
    if (engine.phase !== 'exchanging') {
      for (const resolve of quiet) resolve();
      quiet.clear();
    }
  };

  const exchange = async (effect: ExchangeEffect, isForced: boolean): Promise<void> => {
    const startedMs = performance.now();
    let outcome: Outcome;
    try {
      outcome = await alone(() => attempt(effect), isForced);
      tell({ trouble: null });
    } catch (error) {
      outcome = { kind: 'store-trouble' };
      tell({ trouble: troubleOf(error) });
    }
    const at = instantOf(nowMs());
    const line = logLine(at, outcome);
    const log = [line, ...status.log].slice(0, longestLog);
    tell({ lastOutcome: outcome, sending: { count: 0, changeIds: [] }, log });
    feed({ kind: 'finished', outcome, nowMs: nowMs(), tookMs: performance.now() - startedMs });
    // Nice to read later; where the phone's own store fails, it is not asked for this.
    if (outcome.kind !== 'store-trouble') void mirror.noteOutcome(line).catch(() => undefined);
    // A proven reply, whatever it said.
    if (outcome.kind === 'done' || outcome.kind === 'put-off') await noteContact(at);
  };

  /** One part of a picture. Its trouble is told apart from that of the words, which are all sent by now. */
  const carryPhoto = async ({ chunkBytes }: PhotoEffect): Promise<void> => {
    const startedMs = performance.now();
    let outcome: PhotoOutcome;
    try {
      outcome = await aloneWithPhotos(() => attemptPhoto(chunkBytes), false);
    } catch {
      outcome = { kind: 'store-trouble' };
    }
    tell({ photo: null, lastPhotoOutcome: outcome });
    feed({ kind: 'photo-finished', outcome, nowMs: nowMs(), tookMs: performance.now() - startedMs });
    if (outcome.kind === 'done') await noteContact(instantOf(nowMs()));
  };

  const attemptPhoto = async (chunkBytes: number): Promise<PhotoOutcome> => {
    const identity = await notebook.identity();
    if (!identity) return { kind: 'frozen' };
    if (!photos) return { kind: 'done', isWhole: false, moreDue: false, isNewEpoch: false };
    const watched: PhotosPort = {
      undelivered: photos.undelivered,
      told: photos.told,
      read: photos.read,
      due: async () => {
        const due = await photos.due();
        tell({ photo: due });
        return due;
      },
    };
    const outcome = await sendPhoto(
      { photos: watched, scope: identity.unit.id, notebook: guardedBy(notebook, identity.token), link: photoLinkFor(identity.token), clock: { nowMs } },
      chunkBytes,
    );
    return withToken(notebook, outcome);
  };

  const attempt = async ({ budgetCharacters, want, listCursors }: ExchangeEffect): Promise<Outcome> => {
    const identity = await notebook.identity();
    if (!identity) return { kind: 'frozen' };
    const watched = {
      ...guardedBy(notebook, identity.token),
      renewLineage: notebook.renewLineage,
      take: async (atMs: number, budget: number) => {
        const taken = await notebook.take(atMs, budget);
        const changeIds = taken.changes.map((change) => change.changeId);
        tell({ sending: { count: changeIds.length, changeIds } });
        return taken;
      },
    };
    const outcome = await exchangeOnce(
      { notebook: watched, mirror, link: link(identity.token), clock: { nowMs }, chance: { fraction, token: newToken }, hash: sha256, ...(photos ? { photos: { store: photos, scope: identity.unit.id } } : {}) },
      { deviceId: identity.deviceId, officerId: identity.officer.id, budgetCharacters, want, listCursors },
    );
    return withToken(notebook, outcome);
  };

  const noteContact = async (at: Instant): Promise<void> => {
    tell({ lastContactAt: at });
    announce({ kind: 'contact', at });
    // Nice to know at the next opening; a full disk must not make trouble of it.
    await mirror.noteContact({ lastContactAt: at, budgetBytes: engine.pace.budgetBytes }).catch(() => undefined);
  };

  const listen = (): (() => void) => {
    const onOnline = (): void => feed({ kind: 'nudge', why: 'online', nowMs: nowMs() });
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') feed({ kind: 'nudge', why: 'visible', nowMs: nowMs() });
    };
    addEventListener('online', onOnline);
    // From mobile data to Wi-Fi a phone is never without a network: what waited for it goes now.
    const stopType = onNetworkType((type) => {
      if (!isPaidFor(type)) onOnline();
    });
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      removeEventListener('online', onOnline);
      stopType();
      document.removeEventListener('visibilitychange', onVisible);
    };
  };

  const announce = (word: TabWord): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no other origin to reach
    channel?.postMessage(word);
  };
  const hear = (data: unknown): void => {
    // Tabs of two versions of the app may talk here: a word that is not known is passed over.
    const word = TabWord.safeParse(data).data;
    if (!word) return;
    if (word.kind === 'contact') tell({ lastContactAt: word.at });
    // Later than the tab that saved: it goes first, and this one steps in if it was closed meanwhile.
    else if (word.kind === 'saved') wakeIn(undoWindowMs + 5_000);
    else feed({ kind: 'nudge', why: word.kind, nowMs: nowMs() });
  };

  return {
    start: async () => {
      stopListening = listen();
      if (typeof BroadcastChannel !== 'undefined') {
        channel = new BroadcastChannel(exchangeName);
        channel.addEventListener('message', (event) => hear(event.data));
      }
      const [contact, kept] = await Promise.all([mirror.contact().catch(() => null), mirror.log().catch(() => [])]);
      if (contact?.budgetBytes) engine = { ...engine, pace: paceFrom(contact.budgetBytes) };
      tell({ lastContactAt: contact?.lastContactAt ?? null, log: [...status.log, ...kept].slice(0, longestLog) });
      feed({ kind: 'nudge', why: 'opened', nowMs: nowMs() });
    },

    stop: () => {
      stopListening();
      clearTimer();
      channel?.close();
      channel = null;
    },

    nudge: (why) => {
      if (why === 'activated' || why === 'saved') announce({ kind: why });
      // Before its undo window is over a save could only be answered with nothing: wait, and save the bytes.
      if (why === 'saved') {
        wakeIn(undoWindowMs + 100);
        void askForWake();
      }
      else feed({ kind: 'nudge', why, nowMs: nowMs() });
    },

    status: () => status,

    onStatus: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },

    whenQuiet: () =>
      new Promise((resolve) => {
        if (engine.phase === 'exchanging') quiet.add(resolve);
        else resolve();
      }),
  };
}

/** Work under a lock that keeps two tabs from doing the same; without it when a person asks, or when it is held for too long. */
function turns(lock: LockPort): <Ended>(work: () => Promise<Ended>, isForced: boolean) => Promise<Ended | { readonly kind: 'busy' }> {
  let busyCount = 0;
  return async (work, isForced) => {
    const answer = isForced || busyCount >= mostBusy ? await work() : await lock.ifFree(work);
    busyCount = answer === 'busy' ? busyCount + 1 : 0;
    return answer === 'busy' ? { kind: 'busy' } : answer;
  };
}
