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
  /** What no save has kept yet; null while nothing waits. */
  pending(): Draft | null;
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
    pending: () => pending,
    stop: () => {
      clear();
      pending = null;
      state = 'stopped';
    },
  };
}

interface LeftForm {
  readonly saver: DraftSaver<unknown>;
  readonly done: Promise<void>;
}

/** Forms that were left with pictures still being made, or with words that the phone has refused so far; by draft. */
const leftForms = new Map<string, LeftForm>();

/**
 * The form is left: what is under way is kept once more. Words that the phone refuses go on being tried, until they are
 * kept or the draft is opened again.
 * @param work pictures that are still being made.
 */
export function finishLeft<Draft>(draftId: string, saver: DraftSaver<Draft>, work: Promise<void>): void {
  const done = saver.flush().then(() => work).then(() => saver.flush()).then(() => {
    if (saver.pending() !== null || leftForms.get(draftId)?.done !== done) return;
    saver.stop();
    leftForms.delete(draftId);
  });
  leftForms.set(draftId, { saver, done });
}

/** Whether a form that was left is not done with this draft yet. */
export function isLeftBusy(draftId: string): boolean {
  return leftForms.has(draftId);
}

/**
 * Waits until a form that was left has written its last; from then on it writes nothing beside whoever opens the draft.
 * @returns what it could not keep, to go on with; null where the store holds the last word.
 */
export async function takeOver(draftId: string): Promise<unknown> {
  const left = leftForms.get(draftId);
  if (!left) return null;
  await left.done;
  const pending = left.saver.pending();
  left.saver.stop();
  leftForms.delete(draftId);
  return pending;
}
