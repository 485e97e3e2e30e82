/** Planted faults: mistakes that others have made. Each must be caught, or the simulation proves nothing. */
import type { RecordId } from '../../../src/domain/id.ts';
import type { Lock } from '../../../src/domain/lock.ts';
import type { PhotoHash } from '../../../src/domain/photo.ts';
import { reportKind } from '../../../src/domain/report.ts';
import type { LedgerPage, LedgerPhoto, LinkAnswer, LinkPort, MirrorPort, NotebookPort, PhotoBytesPort, PhotoLinkPort, PhotosPort, RecordSummary } from '../../../src/sync/ports.ts';
import { receiptNumber } from '../../../src/domain/receipt.ts';
import { reviewSlipKind } from '../../../src/domain/review-slip.ts';
import type { ReviewSlip } from '../../../src/domain/review-slip.ts';
import { frame, unframe } from '../../../src/sync/frame.ts';
import { exchangeMediaType, photoMediaType, voidKind } from '../../../src/sync/protocol.ts';
import type { ReplyWords } from '../../../src/sync/bundle.ts';
import type { ExchangeRequest, LooseExchangeRequest, OfferedChange } from '../../../src/sync/protocol.ts';
import type { NotebookState } from '../../make/memory-notebook.ts';
import type { MirrorState } from '../../make/memory-mirror.ts';
import type { PhotosState } from '../../make/memory-photos.ts';
import type { SimShelf } from './sim-photos.ts';
import type { Reference } from './reference.ts';

export interface Fault {
  readonly name: string;
  notebook?(port: NotebookPort, state: NotebookState): NotebookPort;
  mirror?(port: MirrorPort, state: MirrorState): MirrorPort;
  link?(port: LinkPort): LinkPort;
  /** The link of the service worker alone. */
  workerLink?(port: LinkPort): LinkPort;
  page?(page: LedgerPage): LedgerPage;
  photos?(port: PhotosPort, state: PhotosState): PhotosPort;
  photoLink?(port: PhotoLinkPort, notebook: NotebookState): PhotoLinkPort;
  shelf?(port: PhotoBytesPort, shelf: SimShelf): PhotoBytesPort;
  request?(request: LooseExchangeRequest, reference: Reference): LooseExchangeRequest;
  readonly answersBeforeCommit?: boolean;
  /** A copy raises the watermark by its name alone: whether it can be read, and of which life it is, nobody looks. */
  readonly confirmsUnread?: boolean;
  /** What an import makes of a file's request. */
  importRequest?(request: LooseExchangeRequest): LooseExchangeRequest;
  /** What a file answers, as the phone takes it. */
  carried?(words: ReplyWords, state: NotebookState): ReplyWords;
  /** A file leaves what it carries open to undo. */
  readonly carriesUnoffered?: boolean;
  /** Undo takes back what was already handed to an exchange. */
  readonly undoesWhatWasOffered?: boolean;
}

export const faults: readonly Fault[] = [
  {
    name: 'no guard: a page is laid over the mirror wherever it stands',
    mirror: (port, state) => ({
      ...port,
      apply: (_guard, page) => {
        const { head } = state.current;
        const starts = head.epoch?.id === page.epoch.id ? head.cursors : [];
        const from = (scope: string) => starts.find((cursor) => cursor.scope === scope)?.position ?? 0;
        return port.apply(head, { ...page, ranges: page.ranges.map((range) => ({ ...range, from: from(range.scope) })) });
      },
    }),
  },
  {
    name: 'clear the queue on any 200',
    link: believingAny200,
  },
  { name: 'the worker acknowledges on any 200', workerLink: believingAny200 },
  {
    name: 'drop the words on a refusal',
    notebook: (port, state) => ({
      ...port,
      async settle(settlement) {
        const used = await port.settle(settlement);
        const refused = new Set([...settlement.verdicts].filter(([, verdict]) => verdict.code === 'returned').map(([id]) => id));
        state.current = { ...state.current, entries: state.current.entries.filter((entry) => !refused.has(entry.change.changeId)) };
        state.durable = state.current;
        return used;
      },
    }),
  },
  {
    name: 'ignore the epoch',
    notebook: (port, state) => ({
      ...port,
      settle: (settlement) => port.settle({ ...settlement, epoch: state.current.head.epoch ?? settlement.epoch }),
    }),
  },
  {
    name: 'tell changes apart by their sequence number',
    request: (request, reference) => ({
      ...request,
      changes: request.changes.map((change) => {
        const { seq } = change as OfferedChange;
        const twin = [...reference.changes.values()].find(
          (stored) => stored.deviceId === request.device && (JSON.parse(stored.text) as { seq?: number }).seq === seq,
        );
        return twin ? JSON.parse(twin.text) : change;
      }),
    }),
  },
  { name: 'answer before the commit', answersBeforeCommit: true },
  lastWriteWins(),
  {
    name: 'a merge takes the arriving words whole',
    page: (page) =>
      withMethod(page, 'editions', async (...values) => {
        const editions = await page.editions(...values);
        return new Map([...editions].map(([id, bodies]) => [id, new Map([...bodies].map(([edition]) => [edition, bodies.get(1) ?? {}]))]));
      }),
  },
  { name: 'undo what has been handed over', undoesWhatWasOffered: true },
  {
    name: 'the watermark is raised above the copy that was confirmed',
    page: (page) =>
      withMethod(page, 'raiseSafe', async (scope) => {
        const heads = await page.scopeHeads([scope]);
        return page.raiseSafe(scope, heads.get(scope)?.position ?? 0);
      }),
  },
  { name: 'the watermark is raised without the copy being read back', confirmsUnread: true },
  {
    name: 'a watermark of one life is believed in the next without proof',
    notebook: (port, state) => ({
      ...port,
      settle: (settlement) => {
        const { anchor } = state.current.head;
        return port.settle({ ...settlement, safe: anchor ? { [anchor.scope]: anchor.position } : {} });
      },
    }),
  },
  { name: 'a phone whose unit was moved keeps the old mirror', mirror: (port) => ({ ...port, erase: () => Promise.resolve() }) },
  {
    name: 'a page leaves out the row that another writer had not committed yet',
    page: (page) =>
      withMethod(page, 'rowsAfter', async (...values) => {
        const found = await page.rowsAfter(...values);
        return found.rows.length < 2 ? found : { ...found, rows: found.rows.slice(1) };
      }),
  },
];

export const photoFaults: readonly Fault[] = [
  {
    name: 'a picture is finished without looking at its hash',
    shelf: (port) => ({ ...port, digest: (hash) => Promise.resolve(hash) }),
  },
  {
    name: 'any 200 settles a picture',
    photoLink: (port, notebook) => ({
      async putPhoto(hash, offset, bytes) {
        const answer = await port.putPhoto(hash, offset, bytes);
        const { epoch } = notebook.current.head;
        if (answer.kind === 'silence' || answer.status !== 200 || answer.mediaType === photoMediaType || !epoch) return answer;
        return { kind: 'answer', status: 200, mediaType: photoMediaType, text: frame({ v: 1, hash, epoch, now: '2020-05-15T00:00:00.000Z', standing: { position: 1 } }) };
      },
    }),
  },
  {
    name: 'after a restore pictures are not offered again',
    photos: (port, state) => ({ ...port, told: (news) => port.told({ ...news, epoch: state.current.head.epoch ?? news.epoch }) }),
  },
  {
    name: 'the row is written before the bytes are durable',
    shelf: (port, shelf) => ({
      ...port,
      finish: async (hash) => {
        await port.finish(hash);
        shelf.unflushed.add(hash);
      },
    }),
  },
  {
    name: 'a picture is called delivered without a look at its bytes',
    shelf: (port) => ({ ...port, held: async (hash) => (await port.held(hash), 'whole' as const) }),
  },
  {
    name: 'a refused change names no pictures',
    page: (page) =>
      withMethod(page, 'photos', async (scope, hashes) => {
        const accepted = new Map<PhotoHash, LedgerPhoto>();
        const { rows } = await page.rowsAfter(scope, 0, Number.MAX_SAFE_INTEGER);
        const words = rows.filter((row) => row.kind === 'edition').map((row) => row.text).join(' ');
        for (const [hash, photo] of await page.photos(scope, hashes)) if (words.includes(hash)) accepted.set(hash, photo);
        return accepted;
      }),
  },
];

export const carryFaults: readonly Fault[] = [
  {
    name: 'an import takes every change for a new one',
    importRequest: (request) => ({ ...request, changes: request.changes.map((change) => ({ ...(change as OfferedChange), changeId: otherId((change as OfferedChange).changeId) })) }),
  },
  {
    name: 'a file that answers is believed in whatever life of the server it was written',
    carried: (words, state) => {
      const { epoch } = state.current.head;
      return epoch ? { ...words, replies: words.replies.map((each) => ({ ...each, reply: { ...each.reply, epoch } })) } : words;
    },
  },
  { name: 'what a file has carried may still be taken back', carriesUnoffered: true },
];

export const decideFaults: readonly Fault[] = [
  slipFault('a decision is taken whatever edition the record has come to', (page, targets) =>
    withMethod(page, 'recall', async (...values) => {
      const known = await page.recall(...values);
      const editionOf = (recordId: string): number | undefined => [...known.changes.values()].find((change) => change.recordId === recordId)?.standsOn;
      return { ...known, records: new Map([...known.records].map(([id, record]) => [id, targets.has(id) ? { ...record, edition: editionOf(id) ?? record.edition } : record])) };
    })),
  slipFault('the later of two decisions stands', (page, targets) =>
    withMethod(page, 'recall', async (...values) => {
      const known = await page.recall(...values);
      return { ...known, records: new Map([...known.records].map(([id, record]) => [id, targets.has(id) ? { ...record, review: null } : record])) };
    })),
  slipFault('a decision is received, and the unit below is not told', (page) =>
    withMethod(page, 'write', (facts) => page.write({ ...facts, rows: facts.rows.filter((row) => row.kind !== 'review') }))),
];

export const sumFaults: readonly Fault[] = [
  editFault('a lock is written and not enforced', (page, edited) =>
    withRecords(page, (record) => (edited.has(record.recordId) ? { ...record, lock: null } : record))),
  editFault('a sum that is cancelled, or names a report no longer, lets nothing go', (page) =>
    withMethod(page, 'recall', async (...values) => {
      const known = await page.recall(...values);
      const [changeIds, , receipts] = values;
      return changeIds.length + receipts.length > 0 ? known : { ...known, records: new Map([...known.records].filter(([, { lock }]) => lock === null)) };
    })),
  editFault('a sum holds what it names, approved or not', (page, edited) =>
    withRecords(page, (record) => (record.recordKind === reportKind && !edited.has(record.recordId) ? { ...record, review: { edition: record.edition, decision: 'approved' } } : record))),
  editFault('a sum lets go what another one holds', (page, edited) =>
    withRecords(page, (record) => {
      const [sumId] = edited;
      return record.lock && sumId && !edited.has(record.recordId) ? { ...record, lock: { ...record.lock, sumId } } : record;
    })),
  {
    name: 'an opening is received, and its unit is told that the report stands still',
    page: (page) =>
      withMethod(page, 'write', (facts) =>
        page.write({ ...facts, rows: facts.rows.map((row) => (row.kind === 'lock' ? { ...row, text: row.text.replace('"isLocked":false', '"isLocked":true') } : row)) })),
  },
  {
    name: 'a report is opened for its unit to read, and its edits are refused as before',
    page: (page) =>
      withMethod(page, 'write', (facts) => {
        const openings = new Map(facts.rows.filter(({ kind, text }) => kind === 'lock' && text.includes('"isLocked":false')).map(({ key, text }) => [key, JSON.parse(text) as Lock]));
        return page.write({ ...facts, records: facts.records.map((record) => ({ ...record, lock: openings.get(record.recordId) ?? record.lock })) });
      }),
  },
];

/** @param edited the records that the request edits or cancels. */
function editFault(name: string, page: (page: LedgerPage, edited: ReadonlySet<RecordId>) => LedgerPage): Fault {
  const edited = new Set<RecordId>();
  return {
    name,
    request: (request) => {
      edited.clear();
      for (const { kind, recordId } of request.changes as OfferedChange[]) if (kind === reportKind || kind === voidKind) edited.add(recordId);
      return request;
    },
    page: (ledger) => (edited.size > 0 ? page(ledger, edited) : ledger),
  };
}

function withRecords(page: LedgerPage, change: (record: RecordSummary) => RecordSummary): LedgerPage {
  return withMethod(page, 'recall', async (...values) => {
    const known = await page.recall(...values);
    return { ...known, records: new Map([...known.records].map(([id, record]) => [id, change(record)])) };
  });
}

/** @param targets what the slips of the request decide on. */
function slipFault(name: string, page: (page: LedgerPage, targets: ReadonlySet<string>) => LedgerPage): Fault {
  const targets = new Set<string>();
  return {
    name,
    request: (request) => {
      targets.clear();
      for (const { kind, body } of request.changes as OfferedChange[]) if (kind === reviewSlipKind) targets.add((body as unknown as ReviewSlip).recordId);
      return request;
    },
    page: (ledger) => (targets.size > 0 ? page(ledger, targets) : ledger),
  };
}

/** The same one for the same change: told again it is told again. */
function otherId(changeId: string): string {
  return `${changeId.slice(0, -1)}${(Number.parseInt(changeId.slice(-1), 16) ^ 1).toString(16)}`;
}

function believingAny200(port: LinkPort): LinkPort {
  return {
    async exchange(body) {
      const answer = await port.exchange(body);
      if (answer.kind === 'silence' || answer.status !== 200 || answer.mediaType === exchangeMediaType) return answer;
      return fabricated(body, answer);
    },
  };
}

function fabricated(body: string, answer: LinkAnswer): LinkAnswer {
  const request = unframe(body) as ExchangeRequest | null;
  if (!request?.epoch || answer.kind === 'silence') return answer;
  const codes = request.changes.map((change) => ({
    code: 'ok',
    edition: 1,
    position: 1,
    receipt: { number: receiptNumber('C01', 2020, 1, 1), receivedAt: change.savedAt, mark: '' },
  }));
  const text = frame({ v: 1, nonce: request.nonce, epoch: request.epoch, now: '2020-05-15T00:00:00.000Z', safe: {}, codes, advice: [], ranges: [], more: false, least: null });
  return { kind: 'answer', status: 200, mediaType: exchangeMediaType, text };
}

/** Every change is taken as if it had been made from the head, however old its base. */
function lastWriteWins(): Fault {
  const standsOn = new Map<string, number>();
  return {
    name: 'the last write wins',
    request: (request, reference) => {
      standsOn.clear();
      for (const { recordId, base } of request.changes as OfferedChange[]) {
        const from = base?.changeId ? (reference.changes.get(base.changeId)?.standsOn ?? null) : base && 'edition' in base ? base.edition : 0;
        if (from !== null) standsOn.set(recordId, from);
      }
      return request;
    },
    page: (page) =>
      withMethod(page, 'recall', async (...values) => {
        const known = await page.recall(...values);
        const records = new Map([...known.records].map(([id, head]) => [id, { ...head, edition: standsOn.get(id) ?? head.edition }]));
        return { ...known, records };
      }),
  };
}

function withMethod<Name extends keyof LedgerPage>(page: LedgerPage, name: Name, method: LedgerPage[Name]): LedgerPage {
  return new Proxy(page, {
    get(target, key) {
      if (key === name) return method;
      const value = Reflect.get(target, key) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
