import { expect, it } from 'vitest';
import { householdOf, tryLimit } from '../../src/server/http/try-limits.ts';

it("a blocked address cannot use up everybody's tries", async () => {
  const limit = tryLimit([2, 5]);
  const from = async (address: string) => (await limit.take([address, 'everybody'])) === null;
  const loud = [];
  for (let times = 0; times < 50; times += 1) loud.push(await from('203.0.113.5'));
  expect(loud.filter((isAllowed) => isAllowed)).toHaveLength(2);
  expect([await from('203.0.113.6'), await from('203.0.113.7'), await from('203.0.113.8')]).toEqual([true, true, true]);
  expect(await limit.take(['203.0.113.9', 'everybody'])).toBeGreaterThan(600);
});

it('a right try gives its point back', async () => {
  const limit = tryLimit([1, 1]);
  for (let times = 0; times < 5; times += 1) {
    expect(await limit.take(['a', 'everybody'])).toBeNull();
    await limit.giveBack(['a', 'everybody']);
  }
});

it.each([
  ['203.0.113.5', '203.0.113.5'],
  ['::ffff:203.0.113.5', '203.0.113.5'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::ffff', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8::2:3:4:5:6', '2001:db8:0:2::/64'],
  ['2001:db8::7:8', '2001:db8:0:0::/64'],
  ['2001:db8:1:2:3::192.0.2.1', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['no address', 'no address'],
])('%s is counted as %s', (address, household) => {
  expect(householdOf(address)).toBe(household);
});
