import { expect, test } from 'vitest';
import { meetOccasion, neverAsked, putOff, readAsking, writtenAsking } from '../../src/phone/screens/install/install-asking.ts';
import type { InstallAsking } from '../../src/phone/screens/install/install-asking.ts';

/** What an officer sees who always answers “Để sau”: one letter an occasion. */
function asked(occasions: readonly string[]): string {
  let asking: InstallAsking = neverAsked;
  return occasions.map((occasion) => {
    asking = meetOccasion(asking, occasion);
    const sign = asking.isShown ? 'A' : '-';
    asking = putOff(asking);
    return sign;
  }).join('');
}

const saves = (count: number): string[] => Array.from({ length: count }, (_, index) => `save-${index}`);

test('the first save is asked about, then every third, three times in all', () => {
  expect(asked(saves(20))).toBe(`A--A--A${'-'.repeat(13)}`);
});

test('asked after activation, the officer is left in peace for two saves', () => {
  expect(asked(['activation', ...saves(10)])).toBe('A--A--A----');
});

test('a page opened twice is one occasion: the card stays until it is answered, and is counted once', () => {
  const once = meetOccasion(neverAsked, 'save-1');
  expect(meetOccasion(once, 'save-1')).toEqual(once);
  expect(meetOccasion(putOff(once), 'save-1').isShown).toBe(false);
  expect(once.askedCount).toBe(1);
});

test('a card that was left without an answer does not follow the officer to the next save', () => {
  const ignored = meetOccasion(meetOccasion(neverAsked, 'save-1'), 'save-2');
  expect(ignored).toMatchObject({ isShown: false, askedCount: 1 });
});

test('what was written is read again, and a spoilt text counts as never asked', () => {
  const asking = putOff(meetOccasion(meetOccasion(neverAsked, 'save-1'), 'save-2'));
  expect(readAsking(writtenAsking(asking))).toEqual(asking);
  expect(readAsking(writtenAsking(neverAsked))).toEqual(neverAsked);
  for (const spoilt of [null, '', '{}', '1 2', '9 x 1 save', '-1 0 0 save']) expect(readAsking(spoilt)).toEqual(neverAsked);
});
