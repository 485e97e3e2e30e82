import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { publications2020 } from '../../src/content/publications-2020.ts';
import { parsePublication } from '../../src/domain/publication.ts';

test('what a later province publishes is kept by an older phone, not refused', () => {
  expect(parsePublication('rubric/2021', { anything: true })).toEqual({ kind: 'later' });
});

test('a body that does not fit its kind says so, and where', () => {
  expect(parsePublication('task/1', { id: '1' })).toMatchObject({ kind: 'malformed', reason: expect.stringContaining('short') });
  expect(parsePublication('setting', null)).toMatchObject({ kind: 'malformed' });
});

test('a field that a later version adds does not stop an older phone', () => {
  const form = publications2020({ sample: true }).find((one) => one.id === 'form/hoi-nghi');
  expect(parsePublication('form/hoi-nghi', { ...(form?.body as object), colour: 'blue' })).toMatchObject({ kind: 'form', form: { id: 'hoi-nghi' } });
});

test('whatever arrives, reading does not fall', () => {
  fc.assert(fc.property(fc.oneof(fc.constantFrom('setting', 'directive', 'figures', 'task/1', 'occasion/x', 'form/x', '/', ''), fc.string()), fc.jsonValue(), (id, body) => {
    expect(['later', 'malformed', 'figures']).toContain(parsePublication(id, body).kind);
  }));
});
