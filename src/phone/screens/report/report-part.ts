import type { ReportDraftEntry } from '../../../device/report-draft-entry.ts';
import type { ReportDraft } from '../../../domain/report-draft.ts';
import type { RecordView } from '../../record-view.ts';
import type { ReportFacts } from '../../report-model.ts';

/** What the pages of one report share: its words so far, and how they are kept. */
export interface ReportPageProps {
  readonly facts: ReportFacts;
  readonly draft: ReportDraft;
  readonly entry: ReportDraftEntry;
  /** The record that is being mended; null for a report that was never sent. */
  readonly view: RecordView | null;
  readonly title: string;
  /** Under the heading: when it was last kept. */
  readonly note: string;
  readonly change: (draft: ReportDraft) => void;
  readonly saver: { readonly pause: () => Promise<void>; readonly resume: () => void; readonly stop: () => void };
}
