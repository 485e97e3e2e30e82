import { expect, test } from 'vitest';
import { brokenAmong } from './seeds.ts';

test('[L1–L15] seeds 1 to 1,000: nothing an officer saved is lost, counted twice or misreported, under any trouble drawn', { timeout: 1_200_000 }, async () => {
  expect(await brokenAmong(1, 1000)).toEqual([]);
});
