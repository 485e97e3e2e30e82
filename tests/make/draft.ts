/** A draft as the notebook keeps it: half typed, wrong characters and all. */
import type { DraftEntry } from '../../src/device/draft-entry.ts';
import type { ActivityDraft } from '../../src/domain/activity.ts';
import type { OfficerId } from '../../src/domain/id.ts';
import type { Instant } from '../../src/domain/time.ts';
import { aRecordId } from './record.ts';

export const aDraftContent: ActivityDraft = {
  requirementId: null, alsoRequirementIds: [], occasionId: null, formId: null, formVersion: null, heldOn: null, title: 'Mít tinh',
  figures: { attendances: '4o' }, note: 'Ở nhà văn hóa', link: '', photos: [], confirmed: [],
};

export function aDraft(overrides: Partial<DraftEntry> = {}): DraftEntry {
  return {
    draftId: 'draft-1', recordId: aRecordId, base: null, startedAt: '2020-05-15T06:50:00.000Z' as Instant,
    updatedAt: '2020-05-15T06:59:00.000Z' as Instant, officerId: 'o-c01' as OfficerId, content: aDraftContent, ...overrides,
  };
}
