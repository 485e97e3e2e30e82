import { expect, test } from 'vitest';
import { browserKind } from '../../src/device/browser-kind.ts';
import { browserSamples, inAppSamples, iosSamples, standaloneIphone } from './browser-samples.ts';
import type { BrowserSample } from './browser-samples.ts';

const kindOf = ({ userAgent, isStandalone = false, touchPointCount = 0 }: BrowserSample) => browserKind({ userAgent, isStandalone, touchPointCount });

test.each(inAppSamples)('a page inside $title is known before anything is written', (sample) => {
  expect(kindOf(sample)).toMatchObject({ isInApp: true, appName: sample.appName ?? null });
});

test.each([...browserSamples, ...iosSamples, standaloneIphone])('$title is left in peace', (sample) => {
  expect(kindOf(sample)).toMatchObject({ isInApp: false, appName: null });
});

test.each([...iosSamples, standaloneIphone])('$title is told the steps of an iPhone', (sample) => {
  expect(kindOf(sample).system).toBe('ios');
});

test('a Mac without a touch screen is no iPad, and Android is Android', () => {
  expect(browserSamples.map((sample) => kindOf(sample).system)).toEqual(['android', 'android', 'android', 'android', 'android', 'other', 'other', 'other']);
});

test('the very words of an in-app browser are no sign once the page runs from the home screen', () => {
  for (const sample of inAppSamples) expect(kindOf({ ...sample, isStandalone: true }).isInApp).toBe(false);
});
