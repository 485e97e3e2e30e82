/** What every notebook promises the officer, whatever it is made of. */
import type { ChangeId, RecordId } from '../../src/domain/id.ts';
import { receiptNumber } from '../../src/domain/receipt.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { JournalEntry, NotebookPort, Settlement } from '../../src/sync/ports.ts';
import type { Epoch, Verdict } from '../../src/sync/protocol.ts';
import { aChangeId, anActivity, aReceipt, aUnitId, firstEpoch, okay, secondEpoch } from '../make/record.ts';
import type { SavedChange } from '../make/memory-notebook.ts';
import { refusal, same } from './claim.ts';
import type { Case } from './claim.ts';

export interface TestedNotebook extends NotebookPort {
  save(saved: SavedChange): Promise<JournalEntry>;
  undo(changeId: ChangeId): Promise<boolean>;
  entries(): Promise<readonly JournalEntry[]>;
}

export interface NotebookSubject {
  readonly notebook: TestedNotebook;
  /** The same store through a second connection, as another tab has it. */
  readonly otherTab: TestedNotebook;
  /** From now on every commit fails for want of room; the answer ends that. */
  fillDisk(): () => void;
}

/** With its right check character: the stores read what they keep. */
const receipt = aReceipt(receiptNumber('C01', 2020, 1, 412));
const savedAtMs = Date.parse('2020-05-15T07:00:00.000Z');
/** A moment by which every undo window below is over. */
const later = savedAtMs + 60_000;
const plenty = 1_000_000;
const at = '2020-05-15T07:35:00.000Z' as Instant;

function aSave(number: number, overrides: Partial<SavedChange> = {}): SavedChange {
  const recordId = `01970000-0000-7000-8000-${String(number).padStart(12, '0')}` as RecordId;
  return { changeId: aChangeId(number), recordId, scope: aUnitId, kind: 'activity', base: null, body: { ...anActivity() }, savedAtMs, ...overrides };
}

async function settle(
  notebook: NotebookPort, verdicts: readonly (readonly [number, Verdict])[], epoch: Epoch = firstEpoch, overrides: Partial<Settlement> = {},
): Promise<boolean> {
  const { lineage, epoch: known } = await notebook.head();
  const byId = new Map(verdicts.map(([number, verdict]) => [aChangeId(number), verdict]));
  const knownEpochId = known?.id ?? null;
  return notebook.settle({ lineage, epoch, at, clockOffsetMs: 250, witness: null, verdicts: byId, anchor: null, knownEpochId, safe: {}, ...overrides });
}

function placed(position: number): Verdict {
  return { code: 'ok', edition: 1, position, receipt };
}

async function openNumbers(notebook: TestedNotebook): Promise<number[]> {
  return (await notebook.entries()).filter((entry) => entry.open).map((entry) => entry.change.seq).toSorted((one, other) => one - other);
}

async function takenSeqs(notebook: NotebookPort, nowMs = later, budget = plenty): Promise<number[]> {
  return (await notebook.take(nowMs, budget)).changes.map((change) => change.seq);
}

export const notebookCases: readonly Case<NotebookSubject>[] = [
  {
    title: 'a saved change is there again, word for word, with the next number and the undo window',
    run: async ({ notebook, otherTab }) => {
      const first = await notebook.save(aSave(1));
      await notebook.save(aSave(2));
      const entries = await otherTab.entries();
      same(entries.map((entry) => entry.change.seq).toSorted((one, other) => one - other), [1, 2], 'seq');
      const again = entries.find((entry) => entry.change.changeId === aChangeId(1));
      same(again, first, 'entry');
      same(again?.change.body, { ...anActivity() }, 'body');
      same(again?.sendAfterMs, savedAtMs + 8_000, 'sendAfterMs');
      same((await otherTab.head()).seq, 2, 'head');
    },
  },
  {
    title: '[L1] the same save twice is one change',
    run: async ({ notebook, otherTab }) => {
      await Promise.all([notebook.save(aSave(1)), otherTab.save(aSave(1))]);
      same((await notebook.entries()).length, 1, 'entries');
      same((await notebook.head()).seq, 1, 'seq');
    },
  },
  {
    title: 'two tabs that save at once give no number twice',
    run: async ({ notebook, otherTab }) => {
      await Promise.all([1, 2, 3, 4, 5, 6].map((number) => (number % 2 ? notebook : otherTab).save(aSave(number))));
      const seqs = (await notebook.entries()).map((entry) => entry.change.seq).toSorted((one, other) => one - other);
      same(seqs, [1, 2, 3, 4, 5, 6], 'seqs');
    },
  },
  {
    title: '[L14] a save that finds the disk full leaves everything as it was, and says so',
    run: async ({ notebook, fillDisk }) => {
      await notebook.save(aSave(1));
      const [head, entries] = [await notebook.head(), await notebook.entries()];
      const empty = fillDisk();
      await refusal(notebook.save(aSave(2)));
      empty();
      same(await notebook.head(), head, 'head');
      same(await notebook.entries(), entries, 'entries');
      same((await notebook.save(aSave(2))).change.seq, 2, 'seq after room was made');
    },
  },
  {
    title: '[L14] a settlement that finds the disk full leaves the change open, to be settled another time',
    run: async ({ notebook, fillDisk }) => {
      await notebook.save(aSave(1));
      await notebook.take(later, plenty);
      const empty = fillDisk();
      await refusal(settle(notebook, [[1, okay(1, receipt)]]));
      empty();
      same(await openNumbers(notebook), [1], 'open');
      same((await notebook.head()).epoch, null, 'epoch');
      same(await settle(notebook, [[1, okay(1, receipt)]]), true, 'used');
    },
  },
  {
    title: '[N1] a change rests through its undo window, and tells when it may go',
    run: async ({ notebook }) => {
      await notebook.save(aSave(1));
      const taken = await notebook.take(savedAtMs + 3_000, plenty);
      same(taken.changes, [], 'changes');
      same(taken.nextDueMs, savedAtMs + 8_000, 'nextDueMs');
      same(await takenSeqs(notebook, savedAtMs + 8_000), [1], 'after the window');
    },
  },
  {
    title: '[L13, N1] a clock set back by years holds no change back',
    run: async ({ notebook }) => {
      await notebook.save(aSave(1));
      same(await takenSeqs(notebook, savedAtMs - 5 * 365 * 86_400_000), [1], 'taken');
    },
  },
  {
    title: '[N1] a change may be taken back until an exchange was handed it, and never after',
    run: async ({ notebook, otherTab }) => {
      await notebook.save(aSave(1));
      await notebook.save(aSave(2));
      same(await notebook.undo(aChangeId(1)), true, 'before');
      same((await notebook.entries()).map((entry) => entry.change.changeId), [aChangeId(2)], 'left');
      await otherTab.take(later, plenty);
      same(await notebook.undo(aChangeId(2)), false, 'after');
      same(await openNumbers(notebook), [2], 'open');
      same(await notebook.undo(aChangeId(9)), false, 'unknown');
    },
  },
  {
    title: 'a number once given is not given again after the change was taken back',
    run: async ({ notebook }) => {
      await notebook.save(aSave(1));
      await notebook.undo(aChangeId(1));
      same((await notebook.save(aSave(2))).change.seq, 2, 'seq');
    },
  },
  {
    title: '[N2] taking marks every change it hands over, in the order of saving',
    run: async ({ notebook }) => {
      for (const number of [3, 1, 2]) await notebook.save(aSave(number));
      const taken = await notebook.take(later, plenty);
      same(taken.changes.map((change) => change.changeId), [aChangeId(3), aChangeId(1), aChangeId(2)], 'order');
      same(taken.moreDue, false, 'moreDue');
      same((await notebook.entries()).map((entry) => entry.offeredAtMs), [later, later, later], 'offeredAtMs');
      same(taken.head, await notebook.head(), 'head');
    },
  },
  {
    title: '[L10, N2] a budget takes what fits, one change at least, and says that more is due',
    run: async ({ notebook }) => {
      for (const number of [1, 2, 3]) await notebook.save(aSave(number));
      const taken = await notebook.take(later, 10);
      same(taken.changes.map((change) => change.seq), [1], 'changes');
      same(taken.moreDue, true, 'moreDue');
      const untouched = (await notebook.entries()).filter((entry) => entry.offeredAtMs === null).length;
      same(untouched, 2, 'not offered');
    },
  },
  {
    title: 'a settled change is closed, keeps its receipt, and is not sent again',
    run: async ({ notebook, otherTab }) => {
      await notebook.save(aSave(1));
      await notebook.take(later, plenty);
      same(await settle(notebook, [[1, okay(1, receipt)]]), true, 'used');
      const [entry] = await otherTab.entries();
      same(entry?.open, false, 'open');
      same(entry?.receipt, receipt, 'receipt');
      same(entry?.acknowledgement, { epochId: firstEpoch.id, epochOrdinal: 1, at, verdict: okay(1, receipt) }, 'acknowledgement');
      same(await takenSeqs(notebook), [], 'taken again');
      const head = await notebook.head();
      same([head.epoch, head.clockOffsetMs], [firstEpoch, 250], 'head');
      same((await notebook.save(aSave(2))).change.offset, 250, 'offset of the next save');
    },
  },
  {
    title: '[L9, N4] what the server refused is closed with its reason, and its words are kept',
    run: async ({ notebook }) => {
      await notebook.save(aSave(1));
      await notebook.take(later, plenty);
      const verdict: Verdict = { code: 'returned', problems: [{ code: 'figure-missing', field: 'attendances' }] };
      await settle(notebook, [[1, verdict]]);
      const [entry] = await notebook.entries();
      same([entry?.open, entry?.acknowledgement?.verdict, entry?.change.body], [false, verdict, { ...anActivity() }], 'entry');
    },
  },
  {
    title: '[L8, N2] a change that was put off lets the others go first, and still goes',
    run: async ({ notebook }) => {
      for (const number of [1, 2, 3]) await notebook.save(aSave(number));
      await notebook.take(later, 10);
      await settle(notebook, [[1, { code: 'retry' }]]);
      same(await openNumbers(notebook), [1, 2, 3], 'open');
      same(await takenSeqs(notebook), [2, 3, 1], 'order');
    },
  },
  {
    title: '[L5, N3] codes for another lineage change nothing',
    run: async ({ notebook }) => {
      await notebook.save(aSave(1));
      await notebook.take(later, plenty);
      same(await settle(notebook, [[1, okay(1, receipt)]], firstEpoch, { lineage: 'another' }), false, 'used');
      same(await openNumbers(notebook), [1], 'open');
      same((await notebook.head()).epoch, null, 'epoch');
    },
  },
  {
    title: '[L5, N3] a late reply of an older epoch changes nothing',
    run: async ({ notebook }) => {
      await notebook.save(aSave(1));
      await notebook.take(later, plenty);
      await settle(notebook, [], secondEpoch);
      same(await settle(notebook, [[1, okay(1, receipt)]], firstEpoch), false, 'used');
      same(await openNumbers(notebook), [1], 'open');
      same((await notebook.head()).epoch, secondEpoch, 'epoch');
    },
  },
  {
    title: '[L3, N3] a newer epoch opens again whatever was not safe, with the receipt it held',
    run: async ({ notebook }) => {
      for (const number of [1, 2, 3]) await notebook.save(aSave(number));
      await notebook.take(later, plenty);
      await settle(notebook, [[1, placed(1)], [2, placed(2)], [3, { code: 'returned', problems: [] }]]);
      same(await openNumbers(notebook), [], 'open before');
      same(await settle(notebook, [], secondEpoch, { safe: { [aUnitId]: 1 } }), true, 'used');
      same(await openNumbers(notebook), [2, 3], 'open after');
      const again = await notebook.take(later, plenty);
      same(again.changes.map((change) => [change.seq, change.receipt?.number ?? null]), [[2, receipt.number], [3, null]], 'offered');
    },
  },
  {
    title: '[L3, E7] a watermark is not believed where the request was made in another epoch than the notebook is in now',
    run: async ({ notebook }) => {
      await notebook.save(aSave(1));
      await notebook.take(later, plenty);
      await settle(notebook, [[1, placed(1)]]);
      await settle(notebook, [], secondEpoch, { safe: { [aUnitId]: 1 }, knownEpochId: null });
      same(await openNumbers(notebook), [1], 'open after');
    },
  },
  {
    title: '[L3, E7] the anchor is kept with its codes, and through a new epoch only where it was proven',
    run: async ({ notebook }) => {
      const anchor = { scope: aUnitId, position: 3, hash: 'three' };
      await settle(notebook, [], firstEpoch, { anchor });
      await settle(notebook, [], firstEpoch);
      same((await notebook.head()).anchor, anchor, 'told nothing new');
      await settle(notebook, [], secondEpoch, { safe: { [aUnitId]: 3 } });
      same((await notebook.head()).anchor, anchor, 'proven');
      await settle(notebook, [], { ...secondEpoch, id: 'third', ordinal: 3 });
      same((await notebook.head()).anchor, null, 'not proven');
    },
  },
  {
    title: '[L3] a code that comes with the newer epoch closes its change in that epoch',
    run: async ({ notebook }) => {
      for (const number of [1, 2]) await notebook.save(aSave(number));
      await notebook.take(later, plenty);
      await settle(notebook, [[1, placed(1)], [2, placed(2)]]);
      await settle(notebook, [[1, placed(1)]], secondEpoch);
      const entries = await notebook.entries();
      const ordinals = entries.toSorted((one, other) => one.change.seq - other.change.seq).map((entry) => [entry.open, entry.acknowledgement?.epochOrdinal]);
      same(ordinals, [[false, 2], [true, 1]], 'entries');
    },
  },
  {
    title: 'a code for a change that is not in the journal harms nobody',
    run: async ({ notebook }) => {
      await notebook.save(aSave(1));
      same(await settle(notebook, [[7, okay(1, receipt)]]), true, 'used');
      same(await openNumbers(notebook), [1], 'open');
    },
  },
  {
    title: '[L14] a frozen queue rests with everything in it, and goes on after a new activation',
    run: async ({ notebook, otherTab }) => {
      await notebook.save(aSave(1));
      await notebook.freeze(true);
      const entries = await otherTab.entries();
      same([(await otherTab.head()).frozen, entries.length], [true, 1], 'frozen');
      same(await takenSeqs(otherTab), [], 'taken');
      same(await otherTab.undo(aChangeId(1)), true, 'still the officer’s to take back');
      await notebook.save(aSave(2));
      await notebook.freeze(false);
      same(await takenSeqs(otherTab), [2], 'taken afterwards');
    },
  },
  {
    title: 'a new lineage is taken once, and only from the lineage it was meant for',
    run: async ({ notebook, otherTab }) => {
      await notebook.save(aSave(1));
      const { lineage } = await notebook.head();
      await notebook.renewLineage(lineage, 'renewed-one');
      await otherTab.renewLineage(lineage, 'renewed-two');
      const head = await notebook.head();
      same([head.lineage, head.seq], ['renewed-one', 1], 'head');
      same(await openNumbers(notebook), [1], 'open');
    },
  },
  {
    title: '[L5] two tabs that exchange at once settle each change by its own code',
    run: async ({ notebook, otherTab }) => {
      for (const number of [1, 2]) await notebook.save(aSave(number));
      const [one, other] = await Promise.all([notebook.take(later, plenty), otherTab.take(later, plenty)]);
      same([one.changes.length, other.changes.length], [2, 2], 'both were handed both');
      const duplicate: Verdict = { code: 'duplicate', edition: 1, position: 1, receipt };
      const used = await Promise.all([
        settle(notebook, [[1, placed(1)], [2, { code: 'retry' }]]),
        settle(otherTab, [[1, duplicate], [2, placed(2)]]),
      ]);
      same(used, [true, true], 'used');
      same(await openNumbers(notebook), [], 'open');
    },
  },
];
