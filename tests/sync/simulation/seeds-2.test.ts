import { expect, test } from 'vitest';
import { brokenAmong } from './seeds.ts';

test('[L1–L15] seeds 701 to 1,400: nothing an officer saved is lost, counted twice or misreported, under any trouble drawn', { timeout: 2_400_000 }, async () => {
  expect(await brokenAmong(701, 1400)).toEqual([]);
});
