/**
 * A notebook in memory, for simulations. All of it is one plain value that can be cloned; every method is one
 * atomic step, with a gate before and after its commit where a test may kill the phone or fill its disk.
 *
 * `current` is what the next reader sees. `durable` is what survives a power cut: it follows `current` when the
 * commit's promise is about to resolve, never earlier. That is what strict durability promises, and no more.
 */
import type { ChangeId } from '../../src/domain/id.ts';
import { instantOf } from '../../src/domain/time.ts';
import { chosenToCarry } from '../../src/sync/carry.ts';
import { anchorAfter, asOffered, chooseForExchange, epochStanding, mayUndo, provenSafe, reopenEntry, settleEntry, undoWindowMs, witnessAfter } from '../../src/sync/journal.ts';
import type { JournalEntry, NotebookHead, NotebookPort } from '../../src/sync/ports.ts';
import { limits } from '../../src/sync/protocol.ts';
import type { Change, OfferedChange } from '../../src/sync/protocol.ts';

export interface NotebookContents {
  readonly head: NotebookHead;
  readonly entries: readonly JournalEntry[];
}

export interface NotebookState {
  current: NotebookContents;
  durable: NotebookContents;
}

/** What the officer's tap hands over; sequence number and clock offset come from the notebook. */
export type SavedChange = Pick<Change, 'changeId' | 'recordId' | 'scope' | 'kind' | 'base' | 'body'> & { readonly savedAtMs: number };

export interface MemoryOptions {
  /**
   * Awaited before and after every commit, labelled `notebook.take:before`, `notebook.take:after` … (`mirror.…` in
   * the mirror), and before every plain read (`notebook.head:read`). A throw before the commit leaves everything
   * as it was; a promise that never settles is a killed page.
   */
  readonly gate?: (label: string) => Promise<void>;
}

export interface MemoryNotebook extends NotebookPort {
  /** The officer's "Lưu và gửi". A change saved again under the same id is one change. */
  save(saved: SavedChange): Promise<JournalEntry>;
  /** Takes a change back while no exchange has been handed it. Answers whether it was taken back. */
  undo(changeId: ChangeId): Promise<boolean>;
  entries(): Promise<readonly JournalEntry[]>;
  /** What a file carries; from here on none of it can be taken back. */
  carry(nowMs: number, what: 'open' | 'unsafe'): Promise<{ readonly head: NotebookHead; readonly changes: readonly OfferedChange[] }>;
}

export function emptyNotebookState(lineage: string): NotebookState {
  const contents: NotebookContents = { head: { lineage, seq: 0, epoch: null, clockOffsetMs: null, witness: null, anchor: null, frozen: false }, entries: [] };
  return { current: contents, durable: contents };
}

/** The phone lost power: whatever was not flushed is gone. */
export function loseNotebookPower(state: NotebookState): void {
  state.current = state.durable;
}

export function memoryNotebook(state: NotebookState, options: MemoryOptions = {}): MemoryNotebook {
  const gate = options.gate ?? (() => Promise.resolve());

  const commit = async <T>(name: string, work: (contents: NotebookContents) => { contents: NotebookContents; answer: T }): Promise<T> => {
    await gate(`notebook.${name}:before`);
    const { contents, answer } = work(state.current);
    state.current = contents;
    await gate(`notebook.${name}:after`);
    state.durable = state.current;
    return answer;
  };
  const read = async <T>(name: string, work: (contents: NotebookContents) => T): Promise<T> => {
    await gate(`notebook.${name}:read`);
    return work(state.current);
  };

  return {
    head: () => read('head', (contents) => contents.head),

    entries: () => read('entries', (contents) => contents.entries),

    take: (nowMs, budgetCharacters) =>
      commit('take', (contents) => {
        const open = contents.head.frozen ? [] : contents.entries.filter((entry) => entry.open);
        const choice = chooseForExchange(open, nowMs, budgetCharacters, limits.changesPerExchange);
        const chosen = new Set(choice.chosen.map((entry) => entry.change.changeId));
        const entries = contents.entries.map((entry) =>
          chosen.has(entry.change.changeId) ? { ...entry, offeredAtMs: entry.offeredAtMs ?? nowMs } : entry,
        );
        return {
          contents: { ...contents, entries },
          answer: { head: contents.head, changes: choice.chosen.map(asOffered), moreDue: choice.moreDue, nextDueMs: choice.nextDueMs },
        };
      }),

    settle: (settlement) =>
      commit('settle', (contents) => {
        const { head } = contents;
        const standing = epochStanding(head.epoch, settlement.epoch);
        if (head.lineage !== settlement.lineage || standing === 'older') return { contents, answer: false };
        const safe = provenSafe(head, settlement);
        const entries = contents.entries.map((entry) => {
          const reopened = standing === 'newer' ? reopenEntry(entry, safe) : entry;
          const verdict = settlement.verdicts.get(entry.change.changeId);
          return verdict ? settleEntry(reopened, verdict, settlement.epoch, settlement.at) : reopened;
        });
        const settledHead = {
          ...head, epoch: settlement.epoch, clockOffsetMs: settlement.clockOffsetMs ?? head.clockOffsetMs, witness: witnessAfter(head, settlement), anchor: anchorAfter(head, settlement),
        };
        return { contents: { head: settledHead, entries }, answer: true };
      }),

    freeze: (frozen) =>
      commit('freeze', (contents) => ({ contents: { ...contents, head: { ...contents.head, frozen } }, answer: undefined })),

    renewLineage: (from, to) =>
      commit('renewLineage', (contents) => {
        const head = contents.head.lineage === from ? { ...contents.head, lineage: to } : contents.head;
        return { contents: { ...contents, head }, answer: undefined };
      }),

    save: (saved) =>
      commit('save', (contents) => {
        const before = contents.entries.find((entry) => entry.change.changeId === saved.changeId);
        if (before) return { contents, answer: before };
        const { savedAtMs, ...fields } = saved;
        const seq = contents.head.seq + 1;
        const entry: JournalEntry = {
          change: { ...fields, seq, savedAt: instantOf(savedAtMs), offset: contents.head.clockOffsetMs },
          sendAfterMs: savedAtMs + undoWindowMs,
          offeredAtMs: null,
          putOffCount: 0,
          acknowledgement: null,
          receipt: null,
          open: true,
        };
        return { contents: { head: { ...contents.head, seq }, entries: [...contents.entries, entry] }, answer: entry };
      }),

    carry: (nowMs, what) =>
      commit('carry', (contents) => {
        const chosen = chosenToCarry(contents.entries, contents.head, what);
        const entries = contents.entries.map((entry) => (chosen.includes(entry) && entry.open ? { ...entry, offeredAtMs: entry.offeredAtMs ?? nowMs } : entry));
        return { contents: { ...contents, entries }, answer: { head: contents.head, changes: chosen.map(asOffered) } };
      }),

    undo: (changeId) =>
      commit('undo', (contents) => {
        const entry = contents.entries.find((each) => each.change.changeId === changeId);
        if (!entry || !mayUndo(entry)) return { contents, answer: false };
        return { contents: { ...contents, entries: contents.entries.filter((each) => each !== entry) }, answer: true };
      }),
  };
}
