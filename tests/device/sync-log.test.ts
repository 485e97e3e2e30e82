import { expect, test } from 'vitest';
import { readLog } from '../../src/device/sync-log.ts';

test('a list of exchanges that a later version wrote is read as far as it is understood', () => {
  const good = { at: '2020-05-15T07:00:00.000Z', outcome: { kind: 'done', storedCount: 2 } };
  expect(readLog([good, { at: 'x' }, { at: good.at, outcome: { kind: 'teleported' } }, null, good])).toEqual([good, good]);
  expect(readLog('gone')).toEqual([]);
});
