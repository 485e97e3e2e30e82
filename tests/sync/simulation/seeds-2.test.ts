import { expect, test } from 'vitest';
import { brokenAmong } from './seeds.ts';

test('[L1–L15] seeds 1,001 to 2,000: nothing an officer saved is lost, counted twice or misreported, under any trouble drawn', { timeout: 1_200_000 }, async () => {
  expect(await brokenAmong(1001, 2000)).toEqual([]);
});
