import type { ReportDraftEntry } from '../../../device/report-draft-entry.ts';
import type { ReportDraft } from '../../../domain/report-draft.ts';
import type { RecordView } from '../../record-view.ts';
import type { ReportFacts } from '../../report-model.ts';

/** What the pages of one report share: its words so far, and how they are kept. */
export interface ReportPageProps {
  /** Read by the list of indicators that the report was begun with. */
  readonly facts: ReportFacts;
  /** The same by the newest list. */
  readonly newest: ReportFacts;
  readonly draft: ReportDraft;
  readonly entry: ReportDraftEntry;
  /** The record that is being mended; null for a report that was never sent. */
  readonly view: RecordView | null;
  readonly title: string;
  /** Under the heading: when it was last kept. */
  readonly note: string;
  /** What was written for this period when the phone wrote for another unit; null where there is nothing. */
  readonly elsewhere: Pick<ReportDraft, 'sections' | 'tasks'> | null;
  readonly change: (draft: ReportDraft) => void;
  readonly saver: { readonly pause: () => Promise<void>; readonly resume: () => void; readonly stop: () => void };
}
