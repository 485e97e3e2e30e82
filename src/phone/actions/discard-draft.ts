import type { DraftEntry } from '../../device/draft-entry.ts';
import type { Notebook } from '../../device/notebook.ts';

/** Throws a draft away; what comes back puts it into its place again. */
export async function discardDraft(notebook: Notebook, draft: DraftEntry): Promise<() => Promise<void>> {
  await notebook.deleteDraft(draft.draftId);
  return () => notebook.saveDraft(draft);
}
