import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frame, unframe } from '../../src/sync/frame.ts';

const anyMessage = fc.record({ v: fc.constant(1), text: fc.string(), more: fc.jsonValue() });

test('a message comes back as it went', () => {
  fc.assert(fc.property(anyMessage, (message) => {
      expect(JSON.stringify(unframe(frame(message)))).toBe(JSON.stringify(message));
    }),
  );
});

test('[F1] a message that was cut anywhere is no message', () => {
  fc.assert(
    fc.property(anyMessage, fc.nat(), (message, where) => {
      const text = frame(message);
      expect(unframe(text.slice(0, where % text.length))).toBeNull();
    }),
  );
});

test('[F1] a message with one character altered is no message, though it may still be JSON', () => {
  fc.assert(
    fc.property(anyMessage, fc.nat(), fc.constantFrom('0', '1', 'a', '"', ' '), (message, where, other) => {
      const text = frame(message);
      const at = where % (text.length - 1);
      const altered = text.slice(0, at) + other + text.slice(at + 1);
      if (altered !== text) expect(unframe(altered)).toBeNull();
    }),
  );
});

test('somebody else’s page is no message', () => {
  expect(unframe('<html>Đăng nhập Wi-Fi</html>')).toBeNull();
  expect(unframe('{}')).toBeNull();
});
