import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../src/desk/timeline.ts';
import { Activity } from '../../src/domain/activity.ts';
import { Review } from '../../src/domain/review.ts';
import { DeskEdition } from '../../src/sync/desk-protocol.ts';

const body = Activity.parse({
  requirementId: '2.3', alsoRequirementIds: [], occasionId: null, formId: 'tham-hoi', formVersion: 1, heldOn: '2020-01-17',
  title: 'Chăm lo Tết', figures: {}, note: '', link: '', confirmed: [],
});
const anEdition = (edition: number, savedAt: string, receivedAt: string, offset: number | null = null): DeskEdition => DeskEdition.parse({
  edition, changeId: `0190a1b2-0000-7000-8000-00000000000${edition}`, savedAt, offset, receivedAt, receiptNumber: 'C01-2020-A0001-X', officerName: 'Cán bộ mẫu 1', body, voidReason: null,
});
const aReturn = Review.parse({
  recordId: '0190a1b2-0000-7000-8000-000000000009', edition: 1, decision: 'returned', remarks: [], dueOn: null, reviewer: 'Ban Tuyên giáo',
  byUnitId: 'p01', byUnitName: 'LĐLĐ tỉnh', decidedAt: '2020-05-14T03:20:00.000Z',
});
const kinds = (detail: Parameters<typeof timelineOf>[0]) => timelineOf(detail).map((step) => `${step.kind} ${step.at.slice(0, 16)}`);

describe('the steps of a record', () => {
  it('stand in the order in which they happened', () => {
    const editions = [
      anEdition(1, '2020-05-12T02:12:00.000Z', '2020-05-13T01:02:00.000Z'), anEdition(2, '2020-05-14T09:00:00.000Z', '2020-05-15T01:00:00.000Z'),
    ];
    expect(kinds({ editions, reviews: [aReturn], aside: [] })).toEqual([
      'saved 2020-05-12T02:12', 'received 2020-05-13T01:02', 'decided 2020-05-14T03:20', 'saved 2020-05-14T09:00', 'received 2020-05-15T01:00',
    ]);
  });

  it('put a phone’s clock right by what was known of its error', () => {
    expect(kinds({ editions: [anEdition(1, '2021-05-12T02:12:00.000Z', '2020-05-13T01:02:00.000Z', -365 * 86_400_000)], reviews: [], aside: [] })[0])
      .toBe('saved 2020-05-12T02:12');
  });

  it('never show a save after its own receipt, however wrong the clock', () => {
    expect(kinds({ editions: [anEdition(1, '2024-01-01T00:00:00.000Z', '2020-05-13T01:02:00.000Z')], reviews: [], aside: [] }))
      .toEqual(['saved 2020-05-13T01:02', 'received 2020-05-13T01:02']);
  });
});
