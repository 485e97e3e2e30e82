/** What every mirror promises, whatever it is made of. */
import { receiptNumber } from '../../src/domain/receipt.ts';
import type { MirrorItem, MirrorRecord } from '../../src/sync/mirror.ts';
import type { MirrorHead, MirrorPage, MirrorPort } from '../../src/sync/ports.ts';
import type { Cursor, Epoch, Row, Scope } from '../../src/sync/protocol.ts';
import { aChangeId, anActivity, aReceipt, aRecordId, aReview, aUnitId, firstEpoch, secondEpoch } from '../make/record.ts';
import { refusal, same } from './claim.ts';
import type { Case } from './claim.ts';

export interface TestedMirror extends MirrorPort {
  items(): Promise<readonly MirrorItem[]>;
}

export interface MirrorSubject {
  readonly mirror: TestedMirror;
  readonly otherTab: TestedMirror;
  fillDisk(): () => void;
}

/** With its right check character: the stores read what they keep. */
const receipt = aReceipt(receiptNumber('C01', 2020, 1, 412));
const scope: Scope = aUnitId;

function cursor(of: Scope, position: number, hash = `h${position}`): Cursor {
  return { scope: of, position, hash, mark: 'm' };
}

function aPage(from: number, rows: readonly Row[], epoch: Epoch = firstEpoch, of: Scope = scope): MirrorPage {
  return { epoch, ranges: [{ scope: of, from, to: cursor(of, from + rows.length), rows }] };
}

function published(position: number, key: string, text: string): Row {
  return { position, kind: 'publication', key, body: { id: key, version: 1, audience: 'all', body: { text } } };
}

function edition(position: number, number: number): Row {
  const body = {
    recordId: aRecordId, edition: number, changeId: aChangeId(number), recordKind: 'activity', body: { ...anActivity({ title: `Lần ${number}` }) },
    officerId: 'o-c01', savedAt: '2020-05-15T07:00:00.000Z', receipt,
  };
  return { position, kind: 'edition', key: aRecordId, body };
}

function review(position: number, number: number): Row {
  return { position, kind: 'review', key: aRecordId, body: aReview({ edition: number }) };
}

async function lay(mirror: MirrorPort, page: MirrorPage): Promise<boolean> {
  return mirror.apply(await mirror.head(), page);
}

async function keys(mirror: TestedMirror): Promise<string[]> {
  return (await mirror.items()).map((item) => item.key).toSorted();
}

export const mirrorCases: readonly Case<MirrorSubject>[] = [
  {
    title: 'an empty mirror stands at the beginning',
    run: async ({ mirror }) => {
      same(await mirror.head(), { epoch: null, cursors: [] }, 'head');
      same(await mirror.items(), [], 'items');
    },
  },
  {
    title: 'rows and cursor are laid down together, and seen by the other tab',
    run: async ({ mirror, otherTab }) => {
      same(await lay(mirror, aPage(0, [published(1, 'task/1', 'a'), published(2, 'task/2', 'b')])), true, 'applied');
      same(await otherTab.head(), { epoch: firstEpoch, cursors: [cursor(scope, 2)] }, 'head');
      same(await keys(otherTab), ['task/1', 'task/2'], 'keys');
    },
  },
  {
    title: '[L5] a page whose guard another tab has overtaken changes nothing',
    run: async ({ mirror, otherTab }) => {
      const guard = await mirror.head();
      const answers = await Promise.all([
        mirror.apply(guard, aPage(0, [published(1, 'task/1', 'a')])),
        otherTab.apply(guard, aPage(0, [published(1, 'task/1', 'other')])),
      ]);
      same(answers.filter(Boolean).length, 1, 'applied');
      same((await mirror.head()).cursors, [cursor(scope, 1)], 'cursors');
    },
  },
  {
    title: '[L6] a page that does not begin where the cursor stands is not laid down',
    run: async ({ mirror }) => {
      await lay(mirror, aPage(0, [published(1, 'task/1', 'a')]));
      same(await lay(mirror, aPage(2, [published(3, 'task/3', 'c')])), false, 'a gap');
      same(await lay(mirror, aPage(0, [published(1, 'task/1', 'z')])), false, 'a repetition');
      same(await keys(mirror), ['task/1'], 'keys');
      same((await mirror.head()).cursors, [cursor(scope, 1)], 'cursors');
    },
  },
  {
    title: '[L5] a guard with the same position but another hash does not match',
    run: async ({ mirror }) => {
      await lay(mirror, aPage(0, [published(1, 'task/1', 'a')]));
      const guard: MirrorHead = { epoch: firstEpoch, cursors: [cursor(scope, 1, 'other')] };
      same(await mirror.apply(guard, aPage(1, [published(2, 'task/2', 'b')])), false, 'applied');
    },
  },
  {
    title: 'a page in parts: each continues the one before, scope by scope',
    run: async ({ mirror }) => {
      await lay(mirror, aPage(0, [published(1, 'task/1', 'a')], firstEpoch, 'content'));
      await lay(mirror, {
        epoch: firstEpoch,
        ranges: [
          { scope: 'content', from: 1, to: cursor('content', 2), rows: [published(2, 'task/2', 'b')] },
          { scope, from: 0, to: cursor(scope, 1), rows: [edition(1, 1)] },
        ],
      });
      same((await mirror.head()).cursors, [cursor(scope, 1), cursor('content', 2)], 'cursors');
      same(await keys(mirror), [aRecordId, 'task/1', 'task/2'], 'keys');
    },
  },
  {
    title: 'a later row of the same thing replaces the earlier one, within a page and between pages',
    run: async ({ mirror }) => {
      await lay(mirror, aPage(0, [published(1, 'task/1', 'a'), published(2, 'task/1', 'b')]));
      await lay(mirror, aPage(2, [published(3, 'task/1', 'c')]));
      const [item, ...others] = await mirror.items();
      same(others, [], 'others');
      same([item?.position, item?.body], [3, published(3, 'task/1', 'c').body], 'item');
    },
  },
  {
    title: 'editions and reviews of one record gather under it',
    run: async ({ mirror }) => {
      await lay(mirror, aPage(0, [edition(1, 1), review(2, 1)]));
      await lay(mirror, aPage(2, [edition(3, 2)]));
      const [item] = await mirror.items();
      const record = item?.body as MirrorRecord;
      same([record.current.edition, record.current.body['title']], [2, 'Lần 2'], 'current');
      same(record.review?.edition, 1, 'review');
      same(record.history.map((each) => each.edition), [1, 2], 'history');
    },
  },
  {
    title: 'a row of a kind this app does not know is kept for a later version',
    run: async ({ mirror }) => {
      await lay(mirror, aPage(0, [{ position: 1, kind: 'song', key: 's1', body: { verse: 1 } }]));
      same((await mirror.items()).map((item) => [item.kind, item.key, item.body]), [['song', 's1', { verse: 1 }]], 'items');
    },
  },
  {
    title: '[L4] a page of a newer epoch clears everything first, in the same step',
    run: async ({ mirror, otherTab }) => {
      await lay(mirror, aPage(0, [published(1, 'task/1', 'a'), published(2, 'task/2', 'b')]));
      same(await lay(mirror, aPage(0, [published(1, 'task/9', 'z')], secondEpoch)), true, 'applied');
      same(await keys(otherTab), ['task/9'], 'keys');
      same(await otherTab.head(), { epoch: secondEpoch, cursors: [cursor(scope, 1)] }, 'head');
    },
  },
  {
    title: '[L5] a late page of an older epoch changes nothing',
    run: async ({ mirror }) => {
      await lay(mirror, aPage(0, [published(1, 'task/2', 'b')], secondEpoch));
      same(await lay(mirror, aPage(0, [published(1, 'task/1', 'a')], firstEpoch)), false, 'applied');
      same(await keys(mirror), ['task/2'], 'keys');
    },
  },
  {
    title: '[L4] a page that finds the disk full leaves rows and cursors as they were',
    run: async ({ mirror, fillDisk }) => {
      await lay(mirror, aPage(0, [published(1, 'task/1', 'a')]));
      const head = await mirror.head();
      const empty = fillDisk();
      await refusal(lay(mirror, aPage(1, [published(2, 'task/2', 'b')])));
      empty();
      same(await mirror.head(), head, 'head');
      same(await keys(mirror), ['task/1'], 'keys');
    },
  },
  {
    title: 'an erased mirror holds nothing, and can be pulled again from the beginning',
    run: async ({ mirror, otherTab }) => {
      await lay(mirror, aPage(0, [published(1, 'task/1', 'a')]));
      await otherTab.erase();
      same([await mirror.head(), await mirror.items()], [{ epoch: null, cursors: [] }, []], 'erased');
      same(await lay(mirror, aPage(0, [published(1, 'task/1', 'a')])), true, 'pulled again');
    },
  },
];
