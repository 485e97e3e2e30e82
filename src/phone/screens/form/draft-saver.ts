/** Autosave: what is typed reaches the store within half a second, and at once when the page is left or hidden. */
import type { DraftEntry } from '../../../device/draft-entry.ts';
import type { Instant } from '../../../domain/time.ts';

export interface DraftSaver<Draft = DraftEntry> {
  /** The draft as it stands now; kept soon. */
  touch(draft: Draft): void;
  /** Keeps what is pending at once. Resolves when the store has answered. */
  flush(): Promise<void>;
  /** From here on nothing is saved, so that a draft on its way out is not brought back; resolves when no save is in flight. */
  pause(): Promise<void>;
  /** Goes on, with what was typed meanwhile. */
  resume(): void;
  /** Forgets what is pending, for good: it was sent, or thrown away. */
  stop(): void;
}

export const autosaveMs = 400;
/** A refused save is tried again this often: room may come free while the officer writes on. */
export const retryMs = 5_000;

/**
 * @param save resolves with the moment when the draft is durable.
 * Saves follow one another, so that an older text never lands on a newer one. A failed save is pending again, and tried
 * until it is kept.
 */
export function draftSaver<Draft = DraftEntry>(save: (draft: Draft) => Promise<Instant>, onSaved: (at: Instant) => void, onTrouble: (error: unknown) => void): DraftSaver<Draft> {
  let pending: Draft | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let saving: Promise<void> = Promise.resolve();
  let state: 'running' | 'paused' | 'stopped' = 'running';

  const clear = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const saveIn = (ms: number): void => {
    if (state === 'running' && pending) timer ??= setTimeout(() => void flush(), ms);
  };
  const flush = (): Promise<void> => {
    clear();
    const draft = pending;
    if (!draft || state !== 'running') return saving;
    pending = null;
    saving = saving.then(() => save(draft)).then(onSaved, (error: unknown) => {
      if (state !== 'stopped') pending ??= draft;
      saveIn(retryMs);
      onTrouble(error);
    });
    return saving;
  };
  return {
    touch: (draft) => {
      if (state === 'stopped') return;
      pending = draft;
      saveIn(autosaveMs);
    },
    flush,
    pause: () => {
      clear();
      if (state === 'running') state = 'paused';
      return saving;
    },
    resume: () => {
      if (state === 'paused') state = 'running';
      saveIn(autosaveMs);
    },
    stop: () => {
      clear();
      pending = null;
      state = 'stopped';
    },
  };
}
