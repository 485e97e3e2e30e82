import { describe, expect, test } from 'vitest';
import { checkContent, content2020 } from '../../src/content/check.ts';
import type { Content } from '../../src/content/check.ts';
import type { Requirement } from '../../src/domain/requirement.ts';

test('the content of this version is whole: every requirement stands on the directive, and nothing of the tasks is left over', () => {
  const report = checkContent();
  expect(report.problems).toEqual([]);
  expect(report.lines.join('\n')).toContain('57 of 9 tasks and 4 of the closing, with 67 quotes');
  expect(report.lines.join('\n')).toContain('19 blocks');
  expect(report.lines.join('\n')).toContain('indicators: 74 (53 sum, 6 yesNo, 5 latest, 6 system, 3 ratio, 1 entered)');
});

test('the directive is kept to the byte as it was received', async () => {
  const bytes = new TextEncoder().encode(content2020().text);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  expect(bytes.length).toBe(10_331);
  expect(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''))
    .toBe('ceb53a03e3e4cc3de6a2df39179db833132a3e115b29223c1b78d8077c4a6253');
});

describe('the check can fail', () => {
  test.each<[string, (content: Content) => Content, RegExp]>([
    ['a quote with one other letter', (content) => withRequirement(content, '5.2', (one) => ({ ...one, quotes: one.quotes.map((quote) => quote.replace(/.$/, 'x')) })), /5\.2: not in block t5/],
    ['a requirement that is gone', (content) => withRequirement(content, '8.1', () => null), /task 8: no requirement covers/],
    ['a note at words that are not there', (content) => ({ ...content, notes: content.notes.map((one) => one.id === 't8-ntqc' ? { ...one, quote: 'Hội diễn nghệ thuật' } : one) }), /t8-ntqc: not in block t8/],
    ['a cited document in another block', (content) => ({ ...content, citations: content.citations.map((one) => one.id === 'nq-35-nq-tw' ? { ...one, blockId: 't5' } : one) }), /nq-35-nq-tw: not in block t5/],
    ['a space too many in a block', (content) => ({ ...content, directive: { ...content.directive, lead: ' ' } }), /blocks part from the text at character/],
    ['an occasion without its requirement', (content) => ({ ...content, occasions: content.occasions.filter((one) => one.id !== 'e0519') }), /2\.5: occasion e0519/],
    ['an occasion that ends before it begins', (content) => ({ ...content, occasions: content.occasions.map((one) => one.id === 'e0519' ? { ...one, endsOn: content.occasions[0]?.startsOn ?? null } : one) }), /e0519: ends before/],
    ['a figure that is gone', (content) => ({ ...content, figures: content.figures.filter((one) => one.key !== 'gifts') }), /unknown figure gifts/],
    ['a form that is gone', (content) => ({ ...content, forms: content.forms.filter((one) => one.id !== 'gop-y') }), /3\.3: open, but no form/],
    ['an indicator on a requirement that is gone', (content) => withRequirement(content, '7.2', () => null), /I7\.03: unknown requirement 7\.2/],
    ['a part without its whole', (content) => ({ ...content, indicators: { ...content.indicators, indicators: content.indicators.indicators.filter((one) => one.code !== 'I1.01') } }), /I1\.03: part of an unknown I1\.01/],
    ['a calendar that does not end with the year', (content) => ({ ...content, calendar: { ...content.calendar, closings: content.calendar.closings.slice(0, 3) } }), /last closing[\s\S]*period q4/],
    ['a report without a due day', (content) => ({ ...content, calendar: { ...content.calendar, periods: content.calendar.periods.map((one) => ({ ...one, due: {} })) } }), /period h1: no due day for B/],
    ['a unit without its parent', (content) => ({ ...content, units: content.units.filter((one) => one.id !== 'u07') }), /c01: no parent u07/],
    ['two units with one code', (content) => ({ ...content, units: content.units.map((one) => one.id === 'c02' ? { ...one, code: 'C01' } : one) }), /unit code C01: twice/],
    ['a sample on a closed requirement', (content) => withRequirement(content, '1.2', (one) => ({ ...one, isOpen: false })), /a04: requirement 1\.2/],
    ['a publication that cannot be read', (content) => ({ ...content, publications: content.publications.map((one) => one.id === 'form/khac' ? { ...one, body: {} } : one) }), /publication form\/khac/],
  ])('%s is found', (_, mutate, expected) => {
    expect(checkContent(mutate(content2020())).problems.join('\n')).toMatch(expected);
  });
});

function withRequirement(content: Content, id: string, change: (requirement: Requirement) => Requirement | null): Content {
  const tasks = content.tasks.map((task) => ({
    ...task,
    requirements: task.requirements.flatMap((one) => one.id === id ? change(one) ?? [] : one),
  }));
  return { ...content, tasks };
}
