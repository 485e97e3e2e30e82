import type { ComponentChildren } from 'preact';
import type { ProgrammeDraftEntry } from '../../../device/programme-draft-entry.ts';
import type { ItemKey, ProgrammeDraft, ProgrammeItemDraft } from '../../../domain/programme.ts';
import type { ProgrammeFacts } from '../../programme-model.ts';
import type { RecordView } from '../../record-view.ts';

/** What the pages of one programme share: its words so far, and how they are kept. */
export interface ProgrammePageProps {
  readonly facts: ProgrammeFacts;
  readonly draft: ProgrammeDraft;
  readonly entry: ProgrammeDraftEntry;
  /** The record that is being mended; null for a programme that was never sent. */
  readonly view: RecordView | null;
  readonly title: string;
  /** Under the heading: when it was last kept. */
  readonly note: string;
  readonly change: (draft: ProgrammeDraft) => void;
  /** Takes an item of the unit's own away; for eight seconds it may be had back. */
  readonly remove: (key: ItemKey) => void;
  /** The bar of those eight seconds; null when nothing was removed. */
  readonly undo: ComponentChildren;
  readonly saver: { readonly pause: () => Promise<void>; readonly resume: () => void; readonly stop: () => void };
}

/** The draft with one item otherwise; null takes it away. */
export function withItem(draft: ProgrammeDraft, key: ItemKey, item: ProgrammeItemDraft | null): ProgrammeDraft {
  const { [key]: _before, ...others } = draft.items;
  return { ...draft, items: item === null ? others : { ...draft.items, [key]: item } };
}
