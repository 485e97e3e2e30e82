import { expect, test } from 'vitest';
import { answerCodes, journalStates, lockStates, qualifiers, recordState, recordStates, reviewStandings } from '../../src/domain/record-state.ts';
import { qualifierWords, standingText, stateWords } from '../../src/i18n/state-words.ts';

test('each of the eight states has one word of its own', () => {
  expect(Object.keys(stateWords).sort()).toEqual([...recordStates].sort());
  expect(new Set(Object.values(stateWords)).size).toBe(recordStates.length);
});

test('each qualifier but the plain one has a line of its own', () => {
  const lines = qualifiers.filter((qualifier) => qualifier !== 'plain').map((qualifier) => qualifierWords[qualifier]);
  expect(lines.every((line) => line.length > 3)).toBe(true);
  expect(new Set(lines).size).toBe(lines.length);
});

test('whatever the phone, the server, a reviewer and a lock say together, there are words for it', () => {
  for (const journal of journalStates) for (const code of answerCodes) for (const review of reviewStandings) for (const lock of lockStates) {
    const standing = recordState({ journal, code, review, lock });
    expect(standingText(standing).word, JSON.stringify({ journal, code, review, lock })).toMatch(/\S/);
    // What needs a person's hands always says why.
    if (standing.state === 'send_error') expect(standingText(standing).why).toMatch(/\S/);
  }
});
