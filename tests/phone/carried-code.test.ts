import { expect, test } from 'vitest';
import { carriedAddress, settledAddress } from '../../src/phone/carried-code.ts';
import { chromeIntent } from '../../src/phone/screens/gate/chrome-intent.ts';

const host = 'https://so-tay.example';

test('an activation link reaches Chrome with its code, which the intent could not carry behind the hash', () => {
  const link = chromeIntent(new URL(`${host}/k#K7M29QXP`));
  expect(link).toMatch(/^intent:\/\/so-tay\.example\/k\?ma=K7M29QXP#Intent;scheme=https;package=com\.android\.chrome;/);
  expect(link.split('#')).toHaveLength(2);
  expect(link.endsWith(';end')).toBe(true);
  expect(link).toContain(`S.browser_fallback_url=${encodeURIComponent(`${host}/k#K7M29QXP`)};`);
});

test.each(['K7M29QXP', 'K7M2-9QXP', 'a;end b&c#d', '100%'])('the code %s comes out of the query as it went in', (code) => {
  const sent = new URL(carriedAddress(new URL(`${host}/k#${encodeURIComponent(code)}`)), host);
  const settled = settledAddress(sent) ?? '';
  expect(settled).not.toContain('?');
  expect(decodeURIComponent(settled.replace('/k#', ''))).toBe(code);
});

test('a code that is no valid escape is carried as it stands', () => {
  expect(carriedAddress(new URL(`${host}/k#10%`))).toBe('/k?ma=10%25');
});

test.each([
  ['/lich', '/lich'], ['/ghi?dip=19-5', '/ghi?dip=19-5'], ['/mo', '/'], ['/k', '/k'], ['/#K7M29QXP', '/'],
])('from %s the real browser opens %s', (from, to) => {
  expect(carriedAddress(new URL(from, host))).toBe(to);
});

test.each(['/k', '/k?ma=', '/?ma=K7M29QXP', '/k?khac=1'])('%s carries no code and is left alone', (address) => {
  expect(settledAddress(new URL(address, host))).toBeNull();
});
