import { expect, test } from 'vitest';
import { frameIn } from '../../src/phone/frame-memory.ts';

test('what was remembered of the first frame is read back', () => {
  expect(frameIn(JSON.stringify({ unitName: 'CĐCS cơ quan xã Pú Vang', sampleDay: '15/5/2020' }))).toEqual({ unitName: 'CĐCS cơ quan xã Pú Vang', sampleDay: '15/5/2020' });
});

test.each([null, '', 'x', '[]', '5', '{}', '{"unitName":5,"sampleDay":""}', '{"unitName":"CĐCS"}', 'null'])('of %j nothing is drawn, and nothing falls', (text) => {
  expect(frameIn(text)).toBeNull();
});
