/** Autosave: what is typed reaches the store within half a second, and at once when the page is left or hidden. */
import type { DraftEntry } from '../../../device/draft-entry.ts';
import type { Instant } from '../../../domain/time.ts';

export interface DraftSaver {
  /** The draft as it stands now; kept soon. */
  touch(draft: DraftEntry): void;
  /** Keeps what is pending at once. Resolves when the store has answered. */
  flush(): Promise<void>;
  /** Forgets what is pending: it was sent, or thrown away. */
  stop(): void;
}

export const autosaveMs = 400;

/**
 * @param save resolves with the moment when the draft is durable.
 * Saves follow one another, so that an older text never lands on a newer one. A failed save is pending again.
 */
export function draftSaver(save: (draft: DraftEntry) => Promise<Instant>, onSaved: (at: Instant) => void, onTrouble: (error: unknown) => void): DraftSaver {
  let pending: DraftEntry | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let saving: Promise<void> = Promise.resolve();

  const clear = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const flush = (): Promise<void> => {
    clear();
    const draft = pending;
    if (!draft) return saving;
    pending = null;
    saving = saving.then(() => save(draft)).then(onSaved, (error: unknown) => {
      pending ??= draft;
      onTrouble(error);
    });
    return saving;
  };
  return {
    touch: (draft) => {
      pending = draft;
      timer ??= setTimeout(() => void flush(), autosaveMs);
    },
    flush,
    stop: () => {
      clear();
      pending = null;
    },
  };
}
