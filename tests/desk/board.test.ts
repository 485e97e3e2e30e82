import { expect, test } from 'vitest';
import { narrowed } from '../../src/desk/board.ts';
import { emptyBoardAddress } from '../../src/desk/board-address.ts';
import type { BoardAddress } from '../../src/desk/board-address.ts';
import type { UnitId } from '../../src/domain/id.ts';
import { units } from '../make/report.ts';

const of = (unitId: string, state = 'received') => ({ unitId: unitId as UnitId, unitName: units.find((one) => one.id === unitId)?.name ?? '', state, receiptNumber: `${unitId.toUpperCase()}-2020-A0001-K` });
const board = { items: [of('c01'), of('c02', 'approved'), of('c20')], missing: [of('c03')] };
const found = (address: Partial<BoardAddress>) => narrowed(board, { ...emptyBoardAddress, ...address }, units);
const ids = (list: readonly { readonly unitId: string }[]): readonly string[] => list.map(({ unitId }) => unitId);

test('a unit takes along what is below it, and a state narrows what came in but not who owes one', () => {
  expect(ids(found({ unit: 'u07' as UnitId }).items)).toEqual(['c01', 'c02']);
  expect(ids(found({ unit: 'u07' as UnitId, state: 'approved' }).items)).toEqual(['c02']);
  expect(ids(found({ unit: 'u07' as UnitId, state: 'approved' }).missing)).toEqual(['c03']);
});

test('words are found without accents in the name and in the receipt', () => {
  expect(ids(found({ text: 'huoi sang' }).items)).toEqual(['c01']);
  expect(ids(found({ text: 'c20-2020' }).items)).toEqual(['c20']);
});

test('each state counts what the other filters leave, whichever state is shown; before the board has come nothing is counted', () => {
  const { countOf } = found({ unit: 'u07' as UnitId, state: 'approved' });
  expect([countOf('received'), countOf('approved'), countOf('returned'), countOf('missing')]).toEqual([1, 1, 0, 1]);
  expect(narrowed(null, emptyBoardAddress, units).countOf('missing')).toBeNull();
});
